/**
 * The pure guard of one node: what to ask of the kernel's gate next, so that nothing managed is heard or answered
 * after the deadline V of the session, wherever this process is paused (G1, G2). All cards ride in one batch, so one
 * machine serves the node.
 *
 * The argument, in one line: an operation can only take effect while the element it replaces is alive, that element
 * is dead at B at the latest, and the new one lives for at most V - B. So it is dead at V, whenever it was executed.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { GateAnswer, GateOperation } from "./port.ts";

/** `dies`: B of G1, the latest moment (on the clock of `now`) at which the kernel's element can die. */
export type Guard =
  /** A predecessor may have left a live element; it ends at the deadline it was given, which was lawful then. */
  | { readonly phase: "inherited" }
  /** A batch neither succeeded nor expired: anything may be there. */
  | { readonly phase: "unknown"; readonly notBefore: Millis }
  | { readonly phase: "closed"; readonly notBefore: Millis }
  | { readonly phase: "armed"; readonly dies: Millis }
  | { readonly phase: "open"; readonly dies: Millis };

export interface GuardRight {
  readonly now: Millis;
  /** V: the session's deadline; -Infinity when there is none. */
  readonly validUntil: Millis;
  readonly ttl: Millis;
  /** Whether anything should be served, and every address found here is ours to serve (G3). */
  readonly wanted: boolean;
}

/** How a new process finds the gate. */
export const newGuard = (): Guard => ({ phase: "inherited" });

/** The gate lets packets through, as far as this side knows. */
export const gateIsLive = (guard: Guard, now: Millis): boolean => guard.phase === "open" && now < guard.dies;

/** G1: an element in place of one that is dead at `dies`; whole milliseconds, never a moment more. */
const lifetime = (right: GuardRight, dies: Millis): Millis =>
  Math.floor(Math.min(right.ttl / 2, right.validUntil - dies));

/**
 * The armed element only has to outlive the way to the second batch. G2 allows it TTL/2; whatever it takes is missing
 * from the first opening, so it gets half of that.
 */
const armedFor = (ttl: Millis): Millis => Math.floor(Math.max(LEAST, ttl / 4));

/**
 * A renewal must gain at least this much, so that an idle node is not woken for nothing: ten batches in a TTL. It is
 * also the least timeout that is ever sent: 0 would mean "for ever" to the kernel.
 */
const worthwhile = (ttl: Millis): Millis => Math.max(LEAST, ttl / 10);

/** What the kernel's timers, which count in ticks of up to 10 ms, can still be trusted with. */
const LEAST: Millis = 20;

/**
 * After a suspend B is worth nothing: the clock of `now` went on while the kernel's timers stood still, so an element
 * lives for as much longer. What may be alive is shut at once, whatever is wanted.
 */
export function gateAfterSuspend(guard: Guard, now: Millis): Guard {
  const shut = guard.phase === "closed" || guard.phase === "inherited";
  return shut ? guard : { phase: "unknown", notBefore: now };
}

/** The next batch, or null for none. Ask again after each answer, and at least every TTL/10. */
export function nextGateOperation(guard: Guard, right: GuardRight): GateOperation | null {
  const { now, ttl } = right;
  if (!right.wanted) {
    if (guard.phase === "inherited" || guard.phase === "closed") return null;
    return guard.phase === "unknown" && now < guard.notBefore ? null : { type: "close" };
  }
  switch (guard.phase) {
    case "inherited":
      return { type: "close" };
    case "unknown":
      return now < guard.notBefore ? null : { type: "close" };
    case "closed":
      return now < guard.notBefore ? null : arm(right);
    case "armed": {
      if (now >= guard.dies) return arm(right);
      const timeout = lifetime(right, guard.dies);
      return timeout >= worthwhile(ttl) ? { type: "open", timeout } : null;
    }
    case "open": {
      // Surely expired: G2 from the start. Nothing is gained by hearing ENOENT first.
      if (now >= guard.dies) return arm(right);
      const timeout = lifetime(right, guard.dies);
      // Bound by V - B, a renewal can also shorten the element's life: then it waits until it gains again.
      return now + timeout - guard.dies >= worthwhile(ttl) ? { type: "renew", timeout } : null;
    }
  }
}

/** G2, first step, when the deadline leaves room for an opening that is worth it. */
function arm(right: GuardRight): GateOperation | null {
  const timeout = armedFor(right.ttl);
  const room = right.validUntil - right.now - timeout;
  return timeout > 0 && room >= worthwhile(right.ttl) ? { type: "arm", timeout } : null;
}

/**
 * Take an answer. `now` must be read after the acknowledgement (G1): a clock read before the batch was sent would
 * place B too early. `ttl` only spaces the tries after a failure.
 */
export function gateAnswered(
  guard: Guard,
  operation: GateOperation,
  answer: GateAnswer,
  now: Millis,
  ttl: Millis,
): Guard {
  const later = now + ttl / 10;
  // A close cannot come too late; if it was refused all the same, nothing was shut, and it is asked for again.
  if (!answer.ok && answer.reason === "expired" && operation.type === "close") {
    return { phase: "unknown", notBefore: now };
  }
  if (!answer.ok && answer.reason === "expired") {
    // An armed or live element has lapsed: this opening is over. (`arm` cannot lapse: its tables are gone.)
    return { phase: "closed", notBefore: operation.type === "arm" ? later : now };
  }
  switch (operation.type) {
    case "close":
      return answer.ok ? { phase: "closed", notBefore: now } : { phase: "unknown", notBefore: later };
    case "arm":
      // A failed arm may have armed; the next one replaces it.
      return answer.ok
        ? { phase: "armed", dies: now + operation.timeout }
        : { phase: "closed", notBefore: later };
    case "open":
      return answer.ok
        ? { phase: "open", dies: now + operation.timeout }
        : { phase: "unknown", notBefore: later };
    case "renew": {
      const dies = now + operation.timeout;
      if (answer.ok || guard.phase !== "open") return { phase: "open", dies };
      // Neither done nor expired: either element may be the one that lives.
      return { phase: "open", dies: Math.max(dies, guard.dies) };
    }
  }
}
