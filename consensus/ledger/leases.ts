/** Leases in the ledger: claimed, granted, released, adopted, reported. Every one names session and token (N6). */
import { afterHolder } from "./heirs.ts";
import {
  acceptsProof,
  currentSession,
  groupSpecOf,
  leaseOf,
  needsGuard,
  tokenOf,
  unreadiness,
} from "./query.ts";
import { putLease } from "./records.ts";
import { type CommandOf, liveOr, nameOf, type Place, refuse } from "./refuse.ts";
import { closeSuperseded } from "./sessions.ts";
import { staleToken, successorFor, unknownGroup } from "./succession.ts";
import {
  addressesOf,
  compareSessions,
  type Lease,
  type Ledger,
  type LedgerEvent,
  type Proof,
  type SessionId,
  type SessionRecord,
  sameSession,
} from "./types.ts";

/** What claim and grant ask alike: a fit successor, and a vacant lease. */
function successionOf(
  ledger: Ledger,
  command: CommandOf<"claim"> | CommandOf<"grant">,
  successor: SessionId,
): { readonly lease: Lease; readonly record: SessionRecord } | { readonly refusal: LedgerEvent[] } {
  const lease = leaseOf(ledger, command.group);
  if (lease === null) return { refusal: unknownGroup(command, command.group) };
  // The token first: a repeat of what has been granted must read as stale, whoever holds it now.
  if (command.fromToken !== lease.token) return { refusal: staleToken(command, lease, command.fromToken) };
  if (lease.state !== "vacant") {
    // P1: held means that somebody may serve; orphaned means that nobody has proven otherwise.
    const why =
      lease.state === "held" ? "is held" : "is orphaned: its last holder is not proven to have stopped";
    return { refusal: refuse(command, "not-vacant", `${lease.group} ${why}.`) };
  }
  const fit = successorFor(ledger, command, successor);
  return "refusal" in fit ? fit : { lease, record: fit.record };
}

/** Makes the successor responsible; permits bringing the proof and nothing else. Replaces an older claim. */
export function claim(ledger: Ledger, at: Place, command: CommandOf<"claim">): LedgerEvent[] {
  const fit = successionOf(ledger, command, command.successor);
  if ("refusal" in fit) return fit.refusal;
  const { lease } = fit;
  if (lease.claim !== null && sameSession(lease.claim.successor, command.successor)) {
    return refuse(command, "duplicate", `${command.successor.node} has the claim on ${lease.group} already.`);
  }
  const { successor, reason } = command;
  putLease(ledger, { ...lease, claim: { successor, index: at.index, reason } });
  return [{ type: "claimed", group: lease.group, successor, reason }];
}

/** Permits to serve: to the claimed successor, on a proof that is enough for the group. */
export function grant(ledger: Ledger, at: Place, command: CommandOf<"grant">): LedgerEvent[] {
  const fit = successionOf(ledger, command, command.session);
  if ("refusal" in fit) return fit.refusal;
  const { lease, record } = fit;
  const spec = groupSpecOf(ledger, command.group);
  if (spec === null) return unknownGroup(command, command.group);
  if (!sameSession(lease.claim?.successor ?? null, command.session)) {
    const claimed = lease.claim === null ? "nobody" : nameOf(lease.claim.successor);
    return refuse(
      command,
      "not-claimed",
      `${lease.group} is claimed by ${claimed}, not by ${nameOf(command.session)}.`,
    );
  }
  const unready = unreadiness(ledger, record, spec);
  if (unready !== null) return refuse(command, "not-ready", `${record.id.node} ${unready}.`);
  const proof = lease.stopped;
  if (proof === null || !acceptsProof(spec, proof)) {
    const have = proof === null ? "no proof" : `the proof "${proof.kind}"`;
    const accepted = spec.accepts.join(", ") || "none";
    return refuse(command, "proof-too-weak", `${lease.group} accepts ${accepted}; there is ${have}.`);
  }
  const token = tokenOf(ledger.epoch, at.index);
  if (token <= lease.token) {
    // P2: a second grant within one entry would carry the token of the first.
    return refuse(command, "stale-token", `${lease.group} has been granted in this entry already.`);
  }
  const ended = lease.move;
  putLease(ledger, {
    ...lease,
    state: "held",
    token,
    holder: command.session,
    reason: command.reason,
    accepts: spec.accepts,
    grantedOn: proof,
    stopped: null,
    claim: null,
    mayAnswer: addressesOf(spec).map((address) => address.ip),
    move: null,
    heir: null,
    promised: false,
    report: null,
  });
  const events: LedgerEvent[] = [
    { type: "granted", group: lease.group, session: command.session, token, proof, reason: command.reason },
  ];
  if (ended !== null) {
    const there = ended.to === command.session.node;
    const reason = there ? `${ended.to} has it` : `it went to ${command.session.node}: ${command.reason}`;
    events.push({ type: "move-ended", group: lease.group, requestId: ended.requestId, reason });
  }
  return events;
}

/**
 * The holder has stopped everything, verified. Whoever proposes it must name the lease's session and token exactly; the
 * next incarnation of the node may, after it has verified what its predecessor left.
 */
export function release(ledger: Ledger, at: Place, command: CommandOf<"release">): LedgerEvent[] {
  const lease = leaseOf(ledger, command.group);
  if (lease === null) return unknownGroup(command, command.group);
  if (command.token !== lease.token) return staleToken(command, lease, command.token);
  if (!sameSession(lease.holder, command.session)) {
    const holder = lease.holder === null ? "nobody" : nameOf(lease.holder);
    return refuse(command, "not-holder", `Token ${lease.token} of ${lease.group} belongs to ${holder}.`);
  }
  if (lease.state !== "held") {
    if (lease.stopped?.kind === "released") {
      return refuse(
        command,
        "duplicate",
        `${lease.group} has been released with token ${lease.token} already.`,
      );
    }
    if (lease.heir === null && currentSession(ledger, command.session.node) === null) {
      // The word of a node that was ended counts again once the node is back; or where an heir has it (S6).
      const detail = `${nameOf(command.session)} has ended and ${command.session.node} has opened no newer one.`;
      return refuse(command, "session-ended", detail);
    }
  }
  const { session, token, failed, evidence } = command;
  const proof: Proof = { kind: "released", session, token, index: at.index, evidence };
  const failures = failed ? new Map(lease.failures).set(session.node, token) : lease.failures;
  const heirs = afterHolder(ledger, { ...lease, failures }, proof);
  return [
    { type: "released", group: lease.group, session, token, failed },
    ...heirs,
    ...closeSuperseded(ledger, session.node),
  ];
}

/** What a holder's word on its own lease must name; null when it fits (N6). */
function notOurs(
  ledger: Ledger,
  command: CommandOf<"adopt"> | CommandOf<"report">,
  holder: SessionId,
): { readonly lease: Lease } | { readonly refusal: LedgerEvent[] } {
  const lease = leaseOf(ledger, command.group);
  if (lease === null) return { refusal: unknownGroup(command, command.group) };
  if (command.token !== lease.token) return { refusal: staleToken(command, lease, command.token) };
  if (lease.state !== "held" || !sameSession(lease.holder, holder)) {
    const who = lease.state === "held" && lease.holder !== null ? nameOf(lease.holder) : "nobody";
    return {
      refusal: refuse(command, "not-holder", `${lease.group} is held by ${who}, not by ${nameOf(holder)}.`),
    };
  }
  return { lease };
}

/**
 * N6: a compare-and-swap of the holder's session on (token, from); the token stays. A guard of an older revision is
 * enough: nothing was granted to `from` after `to` was opened, and no held group changes its address.
 */
export function adopt(ledger: Ledger, command: CommandOf<"adopt">): LedgerEvent[] {
  const fit = notOurs(ledger, command, command.from);
  if ("refusal" in fit) return fit.refusal;
  const { group, token, from, to } = command;
  if (fit.lease.promised) {
    // S5: the session before may have given its word, and the heir may serve already.
    return refuse(
      command,
      "promised",
      `${group} was promised under token ${token}: it is handed on, not kept.`,
    );
  }
  if (from.node !== to.node) {
    return refuse(command, "not-holder", `${to.node} cannot adopt what ${from.node} holds.`);
  }
  const live = liveOr(ledger, command, to);
  if ("refusal" in live) return live.refusal;
  if (sameSession(from, to)) return refuse(command, "duplicate", `${nameOf(to)} holds ${group} already.`);
  const current = currentSession(ledger, to.node);
  if (!sameSession(current?.id ?? null, to) || compareSessions(from, to) > 0) {
    return refuse(command, "session-not-current", `${nameOf(to)} has been superseded by a newer one.`);
  }
  const spec = groupSpecOf(ledger, group);
  if (spec !== null && needsGuard(spec) && live.record.ready?.guard !== true) {
    // Its end would prove nothing, and the group would be orphaned.
    return refuse(
      command,
      "not-ready",
      `${to.node} has recorded no armed kernel guard for ${nameOf(to)} yet.`,
    );
  }
  const followed = spec !== null && live.record.ready?.revision === ledger.revision;
  putLease(ledger, { ...fit.lease, holder: to, ...(followed ? { accepts: spec.accepts } : {}) }); // N10
  return [{ type: "adopted", group, token, from, to }, ...closeSuperseded(ledger, to.node)];
}

export function report(ledger: Ledger, command: CommandOf<"report">): LedgerEvent[] {
  const fit = notOurs(ledger, command, command.session);
  if ("refusal" in fit) return fit.refusal;
  const { group, session, state, reason } = command;
  const known = fit.lease.report;
  if (known !== null && known.state === state && known.reason === reason) {
    return refuse(command, "duplicate", `${group} has been reported as ${state} already.`);
  }
  putLease(ledger, { ...fit.lease, report: { state, reason } });
  return [{ type: "reported", group, session, state, reason }];
}
