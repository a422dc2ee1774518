/** Asks every fence device for a status now and then: one that does not answer is known before it is needed. It switches nothing. */
import type { Millis } from "../../consensus/core/types.ts";
import type { ClusterDocument } from "../../consensus/ledger/types.ts";
import type { DeviceFacts } from "../outlook.ts";
import type { FenceDevice } from "../port.ts";

export interface DeviceWatchOptions {
  /** The document in force. */
  readonly document: () => ClusterDocument | null;
  readonly open: (spec: NonNullable<ClusterDocument["devices"]>[number]) => FenceDevice;
  /** The daemon's one clock, milliseconds. */
  readonly now: () => Millis;
  /** Milliseconds between two rounds; when something did not answer, a tenth of it. */
  readonly every?: Millis;
}
export interface DeviceWatch {
  /** One for each outlet that the document names. */
  facts(): readonly DeviceFacts[];
  /** Asks all of them once; resolves when each has answered or was given up. */
  round(): Promise<void>;
  close(): void;
}

const EVERY_MS = 5 * 60_000;
/** After the start, when heartbeats and leases have settled. */
const FIRST_MS = 5000;

/** Begins to ask soon after; an outlet is asked one at a time. */
export function watchDevices({ document, open, now, every = EVERY_MS }: DeviceWatchOptions): DeviceWatch {
  const answered = new Map<string, Millis>();
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const outlets = () =>
    (document()?.nodes ?? []).flatMap(({ name, power = [] }) =>
      power.flatMap((level, i) => level.map((outlet) => ({ ...outlet, node: name, level: i + 1 }))),
    );
  const keyOf = ({ device, outlet }: { device: string; outlet: string }): string => `${device} ${outlet}`;

  const round = async (): Promise<void> => {
    const specs = new Map((document()?.devices ?? []).map((spec) => [spec.name, spec]));
    for (const each of outlets()) {
      const spec = specs.get(each.device);
      if (spec === undefined) continue;
      const status = await open(spec)
        .status(each.outlet, spec.timeout)
        .catch(() => null);
      if (status !== null) answered.set(keyOf(each), now());
    }
    const known = new Set(outlets().map(keyOf));
    for (const key of answered.keys()) if (!known.has(key)) answered.delete(key);
  };

  const later = (ms: Millis): void => {
    if (closed) return;
    timer = setTimeout(() => {
      const began = now();
      void round().finally(() => {
        const all = outlets().every((each) => (answered.get(keyOf(each)) ?? -1) >= began);
        later(all ? every : every / 10);
      });
    }, ms);
    timer.unref();
  };
  later(FIRST_MS);

  return {
    facts: () =>
      outlets().map((each) => ({
        name: each.device,
        node: each.node,
        level: each.level,
        answeredAt: answered.get(keyOf(each)) ?? null,
      })),
    round,
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
