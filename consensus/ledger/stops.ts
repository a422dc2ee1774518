/**
 * A proven stop: a node's process, up to one incarnation, has ended, whatever anybody heard or did not hear of it. So its
 * sessions end at once, and what they hold, or held, is free where the group accepts such a proof.
 */
import { dropClaims, forgetTimings } from "./forget.ts";
import { afterHolder, endHeirs } from "./heirs.ts";
import { acceptedFor, acceptsProof, groupSpecOf, nodeSpecOf } from "./query.ts";
import { putLease } from "./records.ts";
import { type CommandOf, type Place, refuse } from "./refuse.ts";
import {
  compareSessions,
  type GroupName,
  type Lease,
  type Ledger,
  type LedgerEvent,
  type Proof,
  type SessionId,
  sessionKey,
} from "./types.ts";

/** Vacant, on a proof that is enough for the next grant. */
function isFree(ledger: Ledger, { group, state, stopped }: Lease): boolean {
  const spec = groupSpecOf(ledger, group);
  return state === "vacant" && stopped !== null && spec !== null && acceptsProof(spec, stopped);
}

/** How many proven stops the ledger remembers. */
export const STOPS_LIMIT = 50;

export function proveStop(ledger: Ledger, at: Place, command: CommandOf<"prove-stop">): LedgerEvent[] {
  const { node, incarnation, kind, by, evidence, attempts } = command;
  if (nodeSpecOf(ledger, node) === null) {
    return refuse(command, "unknown-node", `${node} is not a node of revision ${ledger.revision}.`);
  }
  const covered = (session: SessionId): boolean =>
    session.node === node && session.incarnation <= incarnation;
  const ending = [...ledger.sessions.values()].map(({ id }) => id).filter(covered);
  const held = [...ledger.leases.values()].filter(
    (lease) => lease.holder !== null && covered(lease.holder) && !isFree(ledger, lease),
  );
  const enough = (lease: Lease): boolean => {
    const spec = groupSpecOf(ledger, lease.group);
    const accepted = lease.state === "vacant" ? (spec?.accepts ?? []) : acceptedFor(lease, spec); // N10
    return accepted.includes(kind);
  };
  const known = ledger.stops.some((stop) => stop.node === node && stop.incarnation >= incarnation);
  const heirs = [...ledger.leases.values()].some(
    ({ heir }) => heir !== null && covered(heir.session) && heir.accepts.includes(kind),
  );
  if (known && ending.length === 0 && !heirs && !held.some(enough)) {
    return refuse(command, "duplicate", `${node} is known to have stopped already.`);
  }
  ending.sort(compareSessions);
  for (const id of ending) ledger.sessions.delete(sessionKey(id));
  const newest = ending.at(-1);
  const before = ledger.ended.get(node);
  if (newest !== undefined && (before === undefined || compareSessions(newest, before) > 0)) {
    ledger.ended.set(node, newest); // N5
  }
  const freed: GroupName[] = [];
  const events = endHeirs(ledger, covered, kind, () => false);
  for (const lease of held) {
    const { group, holder: session } = lease;
    if (session === null) continue;
    if (enough(lease)) {
      const proof: Proof = { kind, session, token: lease.token, index: at.index, evidence };
      events.push(...afterHolder(ledger, lease, proof));
      if (lease.heir === null) freed.push(group);
    } else if (lease.state === "held") {
      putLease(ledger, { ...lease, state: "orphaned", stopped: null, claim: null, report: null });
      const reason = `${group} does not accept "${kind}" as proof that ${node} has stopped`;
      events.push({ type: "orphaned", group, session, reason });
    }
  }
  ledger.stops.push({ index: at.index, at: at.at, node, incarnation, kind, by, evidence, attempts });
  if (ledger.stops.length > STOPS_LIMIT) ledger.stops.shift();
  dropClaims(ledger);
  forgetTimings(ledger);
  const ended = ending.map((session): LedgerEvent => ({ type: "stopped", session, kind }));
  return [{ type: "stop-proven", node, incarnation, kind, evidence, freed }, ...ended, ...events];
}
