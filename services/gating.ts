/**
 * The gate of the node: its tables made for every address of the configuration, and the pure guard that keeps it open.
 *
 * G3: the gate opens, and stays open, only when every managed address found on this node's cards is one that this
 * session holds: one element serves all addresses of a card, so a forgotten one would answer with the others.
 */
import type { Millis } from "../consensus/core/types.ts";
import {
  type Guard,
  gateAfterSuspend,
  gateAnswered,
  gateIsLive,
  newGuard,
  nextGateOperation,
} from "../network/guard.ts";
import type { GateAnswer, GateOperation } from "../network/port.ts";
import type { HoldingAction } from "./types.ts";

/** Between tries of tables that could not be made. Where something may be up without them, a quarter of the TTL. */
const AGAIN: Millis = 1000;
/** After so many in a row, nothing that rests on the guard can be kept here. */
const TRIES = 3;
/** Between two mentions of the same failure. */
const TELL_AGAIN: Millis = 10_000;

export interface Gating {
  guard: Guard;
  /** A batch was asked for and has not been answered. */
  pending: boolean;
  /** Grows with each opening. */
  openings: number;
  /** Addresses in the kernel's managed set; null: no tables that can be relied on. */
  armed: ReadonlySet<string> | null;
  /** The last answer of `covers`. */
  covered: {
    readonly armed: ReadonlySet<string>;
    readonly addresses: Iterable<string>;
    readonly all: boolean;
  } | null;
  arming: { readonly id: number; readonly addresses: readonly string[]; readonly keep: boolean } | null;
  /** They were armed by this process, or by the one that handed over: what is as it should be may stay as it is. */
  known: boolean;
  /** A batch failed in a way that lapsing does not explain: the tables are looked after before they are relied on. */
  doubt: boolean;
  /** Somebody else changed the tables: nothing is opened until they have been looked after. */
  disturbed: boolean;
  /** An open gate was handed over (G4), and its tables have not been found in place yet: nothing can be asked of it. */
  taking: boolean;
  /** Tries in a row to make the tables that failed. */
  failure: { readonly detail: string; readonly retryAt: Millis; readonly count: number } | null;
  /** The last failed batch that was told, so that a lasting one does not fill the log. */
  told: { readonly text: string; readonly at: Millis } | null;
}

export const newGating = (): Gating => ({
  guard: newGuard(),
  pending: false,
  openings: 0,
  armed: null,
  covered: null,
  arming: null,
  known: false,
  doubt: false,
  disturbed: false,
  taking: false,
  failure: null,
  told: null,
});

/** Nothing managed is heard while this is false, as far as this side knows. */
export const isLive = (gating: Gating, now: Millis): boolean => gateIsLive(gating.guard, now);

export function covers(gating: Gating, addresses: Iterable<string>): boolean {
  const { armed, covered } = gating;
  if (armed === null) return false;
  // Asked at each event of the same two sets, which are replaced, never changed.
  if (covered?.armed === armed && covered.addresses === addresses) return covered.all;
  let all = true;
  for (const ip of addresses) if (!armed.has(ip)) all = false;
  gating.covered = { armed, addresses, all };
  return all;
}

/** The tables are there as far as anybody knows: without them nothing new is started. */
export const isGuarded = (gating: Gating): boolean => gating.armed !== null && !gating.doubt;

/** Why the guard is lost for now; null while it is there or may be made. */
export const guardLost = (gating: Gating): string | null =>
  gating.armed === null && gating.failure !== null && gating.failure.count >= TRIES
    ? `the kernel's guard could not be set up: ${gating.failure.detail}`
    : null;

/** Tables for these addresses, unless they are there or on their way. What is still on a card must be among them. */
export function armTables(
  gating: Gating,
  addresses: readonly string[],
  now: Millis,
  nextId: () => number,
): HoldingAction[] {
  if (gating.arming !== null || (covers(gating, addresses) && !gating.doubt)) return [];
  if (gating.failure !== null && now < gating.failure.retryAt) return [];
  const id = nextId();
  const keep = gating.known;
  gating.arming = { id, addresses, keep };
  return [{ type: "arm-gate", id, addresses, keep }];
}

/** Take the end of `arm-gate`; false when the id is another's. */
export function tablesEnded(
  gating: Gating,
  end: { readonly id: number; readonly ok: boolean; readonly detail: string },
  at: { readonly now: Millis; readonly ttl: Millis },
): boolean {
  if (gating.arming?.id !== end.id) return false;
  if (end.ok) {
    // Made anew: what was open went with the tables of before.
    if (gating.arming.keep && end.detail === "made") shut(gating, at.now);
    // What the kernel refused while they were not there may be asked again at once.
    else if (gating.guard.phase === "unknown" || gating.guard.phase === "closed") {
      gating.guard = { ...gating.guard, notBefore: Math.min(gating.guard.notBefore, at.now) };
    }
    gating.armed = new Set(gating.arming.addresses);
    gating.known = true;
    gating.failure = null;
    gating.doubt = false;
    gating.disturbed = false;
  } else {
    // The tables of before are still what they were, the change being one transaction; unless they were in doubt.
    if (gating.doubt) gating.armed = null;
    if (gating.taking) shut(gating, at.now);
    const count = (gating.failure?.count ?? 0) + 1;
    const again = gating.known ? Math.min(AGAIN, at.ttl / 4) : AGAIN;
    gating.failure = { detail: end.detail, retryAt: at.now + again, count };
  }
  gating.taking = false;
  gating.arming = null;
  return true;
}

/** Whatever is open or half open counts as unknown, and is shut before anything else is asked of the kernel. */
function shut(gating: Gating, now: Millis): void {
  gating.guard = { phase: "unknown", notBefore: now };
}

/** Somebody else changed our tables: while they are not as they should be, what is shut may be heard. */
export function gateDisturbed(gating: Gating, detail: string, now: Millis): HoldingAction[] {
  shut(gating, now);
  gating.doubt = true;
  gating.disturbed = true;
  gating.taking = false;
  // What is on its way may have been made before it was disturbed.
  if (gating.arming !== null) gating.arming = null;
  gating.failure = null;
  const text = `somebody else changed the kernel's guard (${detail}): putting it back before anything is heard again`;
  return [{ type: "note", level: "warn", group: null, text }];
}

/** Everything is to be looked at again, the tables too; what is as it should be stays open. */
export function lookAfterTables(gating: Gating): void {
  gating.doubt = true;
}

/** G4: an open gate that dies at `dies` at the latest came with the handover. */
export function inheritGate(gating: Gating, dies: Millis | null): void {
  gating.known = true;
  if (dies === null) return;
  gating.guard = { phase: "open", dies };
  gating.taking = true;
}

/** B of G1 as the next incarnation must know it; null when nothing is open. */
export const gateDiesAt = ({ guard }: Gating): Millis | null => (guard.phase === "open" ? guard.dies : null);

/** The batch before is to be answered, or the tables are to be found, before anything can be asked of the gate. */
export const mustWait = ({ pending, taking }: Gating): boolean => pending || taking;

/** The next batch for the kernel, if any. `wanted` is G3 and somebody to serve. */
export function gateStep(
  gating: Gating,
  right: {
    readonly now: Millis;
    readonly validUntil: Millis;
    readonly ttl: Millis;
    readonly wanted: boolean;
  },
): HoldingAction[] {
  if (mustWait(gating)) return [];
  const { now, validUntil, ttl } = right;
  const operation = nextGateOperation(gating.guard, {
    now,
    validUntil,
    ttl,
    wanted: right.wanted && gating.armed !== null && !gating.disturbed,
  });
  if (operation === null) return [];
  gating.pending = true;
  return [{ type: "gate", operation }];
}

/** After a suspend of `ms` milliseconds: shut first, and opened afresh where the session has outlasted it. */
export function gateSlept(gating: Gating, ms: Millis, now: Millis): HoldingAction[] {
  gating.guard = gateAfterSuspend(gating.guard, now);
  const text = `this machine was suspended for ${Math.round(ms)} ms: shutting the gate before anything else`;
  return [{ type: "note", level: "warn", group: null, text }];
}

/** `now`: the clock read after the acknowledgement (G1). */
export function gateTook(
  gating: Gating,
  operation: GateOperation,
  answer: GateAnswer,
  now: Millis,
  ttl: Millis,
): HoldingAction[] {
  gating.pending = false;
  const before = gating.guard;
  gating.guard = gateAnswered(before, operation, answer, now, ttl);
  if (operation.type === "open" && answer.ok) gating.openings += 1;
  if (answer.ok) return [];
  if (answer.reason === "expired" && operation.type !== "arm") {
    const text = "the gate lapsed before it was renewed (this process paused?); opening it afresh";
    return operation.type === "renew" ? [{ type: "note", level: "warn", group: null, text }] : [];
  }
  // The tables may be gone: a card replaced, a packet filter reloaded.
  gating.doubt = true;
  const text = `the kernel's gate did not ${operation.type}: ${answer.detail}`;
  if (gating.told?.text === text && now - gating.told.at < TELL_AGAIN) return [];
  gating.told = { text, at: now };
  return [{ type: "note", level: "warn", group: null, text }];
}
