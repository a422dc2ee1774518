/** What this node knows for the outlook on the next failure, and of the other one of two; for status. */
import type { Outlook, Pair } from "../api/messages.ts";
import type { NodeId } from "../consensus/core/types.ts";
import { groupSpecOf, maintainedBy } from "../consensus/ledger/query.ts";
import type { Lease } from "../consensus/ledger/types.ts";
import { heardOf } from "../consensus/sessions/hearing.ts";
import { heardByMajority } from "../consensus/sessions/suspicion.ts";
import {
  type GroupFacts,
  type NodeFacts,
  type OutlookFacts,
  outlookOf,
  type PairFacts,
} from "../fencing/outlook.ts";
import { pingFindings } from "../fencing/rounds.ts";
import { fitnessOf } from "../services/placement/place.ts";
import type { NodeParts } from "./parts.ts";

/** `foreign`: what serves on this machine without a lease (R15). */
export function outlookNow(parts: NodeParts, foreign: readonly string[]): Outlook {
  const { self, replica, now, devices } = parts;
  const nodes = nodesOf(parts);
  const facts: OutlookFacts = {
    self,
    led: replica.leader !== null,
    nodes,
    groups: groupsOf(parts, nodes),
    devices: devices?.() ?? [],
    pair: pairFacts(parts, nodes),
    foreign,
  };
  return outlookOf(facts, now());
}

function nodesOf({ self, replica, heartbeats, now }: NodeParts): NodeFacts[] {
  const at = now();
  const { suspectAfter } = replica.timing;
  const silence = heartbeats.silence(at);
  return (replica.ledger.document?.nodes ?? []).map(({ name, voter }): NodeFacts => {
    const heard = heardOf(replica.hearing, name);
    const paths = name === self ? [] : (silence.get(name) ?? []);
    return {
      name,
      voter,
      heard: name === self || (heard !== null && at - heard.receivedAt < suspectAfter),
      paths: paths.length,
      livePaths: paths.filter((ms) => ms < suspectAfter).length,
    };
  });
}

function groupsOf({ replica, now }: NodeParts, nodes: readonly NodeFacts[]): GroupFacts[] {
  const { ledger, hearing, configurations, timing } = replica;
  const at = now();
  const alive: Parameters<typeof fitnessOf>[4] = (session) =>
    heardByMajority(hearing, configurations, session, timing.suspectAfter, at);
  return [...ledger.leases.values()].flatMap((lease: Lease): GroupFacts[] => {
    const spec = groupSpecOf(ledger, lease.group);
    if (spec === null) return [];
    const holder = lease.state === "held" ? (lease.holder?.node ?? null) : null;
    const others = nodes
      .filter(({ name }) => name !== holder)
      .map(({ name }) => {
        const fitness = fitnessOf(ledger, spec, lease, name, alive);
        return { node: name, fit: fitness.ok, why: fitness.ok ? "" : fitness.why };
      });
    const resting = ledger.stopped.has(lease.group) || maintainedBy(ledger, lease.group) !== null;
    return [{ name: lease.group, holder, resting, others }];
  });
}

function pairFacts({ self, replica }: NodeParts, nodes: readonly NodeFacts[]): PairFacts | null {
  const voters = nodes.filter(({ voter }) => voter).map(({ name }) => name);
  if (voters.length !== 2) return null;
  const { arbitration: state, ledger } = replica;
  const terms = ledger.document?.arbitration;
  const reached = new Map<NodeId, number>();
  if (state.ownScore !== null) reached.set(self, state.ownScore);
  if (state.peer !== null && state.peersScore !== null) reached.set(state.peer, state.peersScore);
  return {
    arbitration:
      terms === undefined
        ? null
        : {
            acceptNonTransitiveRisk: terms.acceptNonTransitiveRisk,
            targets: terms.targets.length,
            reached,
            pings: pingFindings(state.pings),
          },
    eligible: terms !== undefined && voters.includes(self) && state.phase !== "off" ? state.eligible : null,
    alone: state.phase === "alone",
  };
}

/** Null unless this node is one of two that go by arbitration. */
export function pairNow({ replica, now }: NodeParts): Pair | null {
  const { phase, peer, doing, ownScore, peersScore, pings, gate, eligible } = replica.arbitration;
  if (phase === "off") return null;
  const at = now();
  return {
    phase,
    peer: peer ?? "",
    doing,
    ownScore: ownScore ?? -1,
    peersScore: peersScore ?? -1,
    targets: pings.targets.map(({ name, answeredProbeSentAt, probes, answers }) => ({
      address: name,
      answeredAgoMs: answeredProbeSentAt === null ? -1 : Math.max(0, at - answeredProbeSentAt),
      probes,
      answers,
    })),
    rounds: pings.rounds.map((round) => ({
      agoMs: Math.max(0, at - round.at),
      own: round.score,
      peers: round.peers ?? -1,
    })),
    gate: gate.ok,
    gateReason: gate.ok ? gate.why : gate.reason,
    eligible: eligible.ok,
    eligibleReason: eligible.ok ? eligible.why : eligible.reason,
  };
}
