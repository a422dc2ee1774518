/** What proves that a node has stopped, and which incarnation of it (R1, R8, R9). Evidence is never wider than what was seen. */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import type { Incarnation, ProofKind, Timing } from "../consensus/ledger/types.ts";
import { waitFor } from "../consensus/sessions/arithmetic.ts";
import { allow, type Evidence, type Judged, NEVER_SEEN, refuse, type Verdict } from "./types.ts";

/** What a power device said and did. Whatever it claims to have done, only what was read back counts. */
export interface PowerReport {
  readonly node: NodeId;
  readonly device: string;
  readonly action: "off" | "reboot";
  /** The newest incarnation of the node that was known when the *status* was asked for (R1), not when the answer came. */
  readonly incarnation: Incarnation;
  /** The device said that it accepted, or even that it has done it. */
  readonly accepted: boolean;
  /** The answer of an independent status query sent after the command; null: none, unreachable, or timed out. */
  readonly status: "off" | "on" | null;
  /** A status query between off and on said "off". */
  readonly offObserved: boolean;
  /** When the status was read. */
  readonly at: Millis;
}

/** R8: "off" is proven by a status that was read back as off, a reboot by its off phase; by nothing else. */
export function powerEvidence(report: PowerReport): Judged<Evidence> {
  const { node, device, action, incarnation, at } = report;
  const seenOff = action === "off" ? report.status === "off" : report.offObserved;
  if (!seenOff) return refuse(`${device} has not shown ${node} to be off: ${claim(report)} (R8)`);
  const words = `${device}: ${action} of ${node}, status read as off by an independent query`;
  return { ok: true, value: { kind: "fenced", node, incarnation, at, words } };
}

const claim = ({ accepted, status }: PowerReport): string =>
  status !== null
    ? `the status reads ${status}`
    : accepted
      ? "it accepted the command, and no status could be read"
      : "it could not be reached, or did not answer in time";

/** What committed state and the survivor's own clock say about a node with a hardware watchdog. */
export interface WatchdogFacts {
  readonly node: NodeId;
  /** The newest incarnation known. */
  readonly incarnation: Incarnation;
  /** Committed state: this incarnation dies when its session ends, whatever it can ping. Null: it says nothing of the kind. */
  readonly mustDieOnSilence: { readonly incarnation: Incarnation; readonly timeout: Millis } | null;
  /** When the survivor received the last heartbeat that it acknowledged. */
  readonly acknowledgedAt: Millis;
  readonly timing: Pick<Timing, "ttl" | "rho">;
  /** What the watchdog's own hardware may be late, milliseconds. */
  readonly margin: Millis;
}

/** R9: how long after the last acknowledged heartbeat a watchdog has surely fired; milliseconds of the waiter's clock. */
export const watchdogWait = (
  timeout: Millis,
  { ttl, rho }: Pick<Timing, "ttl" | "rho">,
  margin: Millis,
): Millis => waitFor({ ttl: timeout + ttl, rho }) + margin;

/** R9: only against a node that must die on silence, and only after the whole wait. */
export function watchdogEvidence(facts: WatchdogFacts, now: Millis): Judged<Evidence> {
  const { node, incarnation, mustDieOnSilence, acknowledgedAt, timing, margin } = facts;
  if (mustDieOnSilence?.incarnation !== incarnation)
    return refuse(
      `no watchdog is known to end this incarnation of ${node} when it falls silent: it may be well, and serve (R9)`,
    );
  const wait = watchdogWait(mustDieOnSilence.timeout, timing, margin);
  const left = acknowledgedAt + wait - now;
  if (left > 0) return refuse(`the watchdog of ${node} may still be running for ${Math.ceil(left)} ms (R9)`);
  const words = `${node} must die on silence, and was last acknowledged ${wait} ms ago or more`;
  return { ok: true, value: { kind: "watchdog", node, incarnation, at: now, words } };
}

/** A person typed the node's name to say that it is down. `typed` must be the name, to the letter. */
export function operatorEvidence(
  node: NodeId,
  typed: string,
  by: string,
  incarnation: Incarnation,
  now: Millis,
): Judged<Evidence> {
  if (typed !== node)
    return refuse(`the name typed is "${typed}", not "${node}": nothing has been confirmed`);
  return {
    ok: true,
    value: { kind: "operator", node, incarnation, at: now, words: `${by} says that ${node} is down` },
  };
}

/** What shows that a process has said farewell. */
export interface Farewell {
  readonly node: NodeId;
  /** The newest one that is known of it. */
  readonly incarnation: Incarnation;
  /** Whose last heartbeat it was. */
  readonly saidBy: Incarnation;
  /** When its last heartbeat came, which said so; null: its last one did not. */
  readonly saidAt: Millis | null;
  /** The newest sign of it, on any way. */
  readonly contactAt: Millis | null;
  /** Groups that it holds by all of this node's log. */
  readonly holds: number;
}

/**
 * A process that has stopped and released everything, and whose last word was that it does nothing more. R1: nothing came after
 * it, for what did may be of its next incarnation; and no later one is known, for the word may have been under way for long.
 */
export function farewellEvidence(facts: Farewell, now: Millis): Judged<Evidence> {
  const { node, incarnation, saidBy, saidAt, contactAt, holds } = facts;
  if (saidAt === null) return refuse(`${node} has not said that it shuts down`);
  if (saidBy !== incarnation)
    return refuse(`the farewell is of an earlier start of ${node} than the newest known (R1)`);
  if (contactAt !== null && contactAt > saidAt) return refuse(`${node} was heard after its farewell (R1)`);
  if (holds > 0) return refuse(`${node} has said farewell, and holds ${holds} groups`);
  const words = `${node} has stopped everything, released it, and shut down`;
  return { ok: true, value: { kind: "released", node, incarnation, at: now, words } };
}

/** Signed contact from a new kernel boot proves that every incarnation of the boot before has stopped; the same boot id proves nothing. */
export function rebootEvidence(
  node: NodeId,
  before: { readonly incarnation: Incarnation; readonly bootId: string },
  contact: { readonly incarnation: Incarnation; readonly bootId: string },
  now: Millis,
): Judged<Evidence> {
  if (contact.bootId === before.bootId || contact.incarnation <= before.incarnation)
    return refuse(`${node} has not shown a new boot: what it ran before may still be running`);
  const words = `${node} is heard from boot ${contact.bootId}; it was boot ${before.bootId}`;
  return {
    ok: true,
    value: { kind: "rebooted", node, incarnation: before.incarnation, at: now, words },
  };
}

/**
 * What is left of evidence once the node has been heard. R1: a newer incarnation destroys it. So does the same one: then
 * the device was wrong, or a packet late, and asking for the status once more settles which.
 */
export function afterContact(evidence: Evidence | null, heard: Incarnation): Evidence | null {
  return evidence !== null && heard >= evidence.incarnation ? null : evidence;
}

/** Whether the peer is proven stopped: of its newest known incarnation (R1), by a proof that is accepted here. */
export function judgeProof(
  evidence: Evidence | null,
  node: NodeId,
  newestKnown: Incarnation,
  accepts: readonly ProofKind[],
): Verdict {
  if (evidence === null || evidence.node !== node)
    return refuse(`nothing proves that ${node} has stopped; it may be serving`);
  if (evidence.incarnation !== newestKnown)
    // R1
    return refuse(
      `the proof is about another incarnation of ${node} than the newest known${newestKnown === NEVER_SEEN ? ", which is none" : ""} (R1)`,
    );
  if (!accepts.includes(evidence.kind)) return refuse(`"${evidence.kind}" is not accepted as a proof here`);
  return allow(evidence.words);
}
