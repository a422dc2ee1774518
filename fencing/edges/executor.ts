/**
 * Carries out what one of two decided about the other's power: asks the devices side by side, reads each one's status in a
 * conversation of its own, and says exactly what was asked and answered (R8). It decides nothing.
 */
import type { Millis, NodeId } from "../../consensus/core/types.ts";
import type { FenceAttempt, Outlet } from "../../consensus/ledger/types.ts";
import type { FenceDevice } from "../port.ts";

export interface PowerOrder {
  readonly node: NodeId;
  readonly action: "off" | "status" | "on";
  readonly outlets: readonly Outlet[];
  /** An off begins not after this, by the clock of `now` (T4). */
  readonly until: Millis;
}

export interface PowerOutcome {
  readonly attempts: readonly FenceAttempt[];
  /** When the first of the queries that read "off" was sent; null: not every outlet was read as off. */
  readonly askedAt: Millis | null;
}

export interface ExecutorParts {
  /** Null: the document names no such device. */
  readonly device: (name: string) => { readonly device: FenceDevice; readonly timeout: Millis } | null;
  readonly now: () => Millis;
  /** Resolves when the line is on the disk. Before an off, so that a crash does not hide who was shot. */
  readonly journal: (line: object) => Promise<void>;
  readonly sleep: (ms: Millis) => Promise<void>;
}

/** Between two looks at a power supply that has been told to go off. */
const LOOK_AGAIN: Millis = 25;

/** Never rejects; resolves within twice the longest timeout of its devices, and what the journal takes. */
export async function carryOut(parts: ExecutorParts, order: PowerOrder): Promise<PowerOutcome> {
  const { node, action, outlets, until } = order;
  const { now, journal } = parts;
  if (action !== "status") {
    const written = await journal({ action, node, outlets }).then(
      () => true,
      () => false,
    );
    // Whoever cannot write down whom it shoots does not shoot.
    if (action === "off" && (!written || now() > until)) return { attempts: [], askedAt: null };
  }
  const all = await Promise.all(outlets.map((outlet) => one(parts, outlet, action)));
  const asked = all.map(({ askedAt }) => askedAt);
  const off = asked.every((at) => at !== null) ? (asked as Millis[]) : [];
  const outcome = {
    attempts: all.flatMap(({ attempts }) => attempts),
    askedAt: off.length > 0 ? Math.min(...off) : null,
  };
  await journal({ action, node, outcome: outcome.attempts, off: outcome.askedAt !== null }).catch(() => {});
  return outcome;
}

async function one(
  parts: ExecutorParts,
  outlet: Outlet,
  action: PowerOrder["action"],
): Promise<PowerOutcome> {
  const known = parts.device(outlet.device);
  if (known === null) {
    const missing: FenceAttempt = { ...outlet, action, duration: 0, accepted: false, status: null };
    return { attempts: [missing], askedAt: null };
  }
  const attempts: FenceAttempt[] = [];
  if (action !== "status") {
    const begun = parts.now();
    const accepted = await known.device.command(outlet.outlet, action, known.timeout).catch(() => false);
    attempts.push({ ...outlet, action, duration: parts.now() - begun, accepted, status: null });
    if (action === "on") return { attempts, askedAt: null };
  }
  const read = await readStatus(parts, known, outlet, action === "off");
  attempts.push({ ...outlet, action: "status", ...read.said });
  return { attempts, askedAt: read.said.status === "off" ? read.askedAt : null };
}

/** A supply takes a while to go off: it is looked at again until it has, or the device's time is over. */
async function readStatus(
  { now, sleep }: ExecutorParts,
  { device, timeout }: { readonly device: FenceDevice; readonly timeout: Millis },
  outlet: Outlet,
  patient: boolean,
): Promise<{
  readonly askedAt: Millis;
  readonly said: Pick<FenceAttempt, "duration" | "accepted" | "status">;
}> {
  const begun = now();
  for (;;) {
    const askedAt = now();
    const left = Math.max(1, begun + timeout - askedAt);
    const status = await device.status(outlet.outlet, left).catch(() => null);
    const said = { duration: now() - begun, accepted: status !== null, status };
    if (status === "off" || !patient || now() + LOOK_AGAIN >= begun + timeout) return { askedAt, said };
    await sleep(LOOK_AGAIN);
  }
}
