/** Whose disk counts (R13): what a disk may say for which nobody has vouched, and who has vouched for it when it begins to count. */
import type { Configuration, NodeId } from "../../../consensus/core/types.ts";
import { sessionKey } from "../../../consensus/ledger/types.ts";
import type { Heartbeat } from "../../../consensus/sessions/types.ts";
import type { ReplicaEffect } from "../../../consensus/types.ts";
import { byMajority, isHeardBy, type Known, Notes, type Process, type Rules } from "./process.ts";

type Applied = Extract<ReplicaEffect, { type: "applied" }>;

/** What one process has heard of others' disks. */
interface Heard {
  /** Whoever has shown that it hears this very process, in which incarnation. */
  readonly proven: Map<NodeId, number>;
  /** Which founders each of them names, whose disk is empty as it says. */
  readonly founders: Map<NodeId, string | undefined>;
  own: string | undefined;
  admitted: boolean;
  /** A majority has been heard of, this one with it. */
  met: boolean;
}

export function createDiskRules({ broken }: Known): Rules {
  const heardBy = new Notes<Heard>();
  /** "NODE/GENERATION" of the disks that an operator has let in. */
  const readmitted = new Set<string>();
  /** The newest session of each node that has not ended. */
  const alive = new Map<NodeId, string>();
  let applied = 0;

  const follow = ({ index, events }: Applied) => {
    if (index !== applied + 1) return;
    applied = index;
    for (const event of events) {
      if (event.type === "opened") alive.set(event.session.node, sessionKey(event.session));
      else if (event.type === "expired" || event.type === "stopped") {
        if (alive.get(event.session.node) === sessionKey(event.session)) alive.delete(event.session.node);
      } else if (event.type === "readmitted") {
        readmitted.add(`${event.node}/${event.generation}`);
        const session = alive.get(event.node);
        if (session !== undefined)
          broken("R13.5", `another disk of ${event.node} is let in while ${session} lives (entry ${index})`);
      }
    }
  };

  const hears = (process: Process, heartbeat: Heartbeat) => {
    const heard = heardBy.get(process)!;
    const { from, incarnation, store } = heartbeat;
    if (heard.proven.get(from) !== incarnation && isHeardBy(process, heartbeat))
      heard.proven.set(from, incarnation);
    if (heard.proven.get(from) === incarnation) heard.founders.set(from, store?.founders);
  };

  /** Somebody has vouched for this disk: the ledger by name (R13.2), or every founder (R13.3). */
  const admits = ({ name, replica, disk }: Process, heard: Heard) => {
    heard.admitted = true;
    if (!disk.blank) {
      if (!hasMet(replica.configurations, name, heard))
        broken("R13.4", `${name} counts after a start, and has heard no majority`);
      return;
    }
    const { generation, before } = disk;
    const fact = replica.ledger.stores.get(name);
    if (fact?.generation === generation && fact.incarnation === replica.session.incarnation) {
      if (before !== null && !readmitted.has(`${name}/${generation}`))
        broken("R13.5", `the new disk of ${name} counts, and no operator has let it in`);
      return;
    }
    const founders = heard.own?.split(",") ?? [];
    const silent = founders.filter(
      (node) => node !== name && heard.founders.get(node as NodeId) !== heard.own,
    );
    if (founders.length === 0 || silent.length > 0)
      broken("R13.2", `the disk of ${name} begins to count, and nobody has vouched for it`);
    else if (before !== null && applied > 0)
      broken("R13.3", `${name} founds a cluster on another disk, and there is one`);
  };
  /** R13.1: it does not vote, campaign, echo or confirm as one that counts. */
  const says = (process: Process, effect: ReplicaEffect) => {
    const { name, disk } = process;
    const { admitted, met } = heardBy.get(process)!;
    const lacks = disk.blank || disk.old;
    if (!lacks && (admitted || met)) return;
    const what = promise(effect);
    if (what === null) return;
    if (lacks) broken("R13.1", `${name} ${what}, on a disk that does not count`);
    else broken("R13.4", `${name} ${what} after a start, and has heard no majority`);
  };

  return {
    starts: (process) => {
      const heard: Heard = {
        proven: new Map(),
        founders: new Map(),
        own: undefined,
        admitted: false,
        met: false,
      };
      heardBy.set(process, heard);
    },
    takes: { heartbeat: (process, { heartbeat }) => hears(process, heartbeat) },
    decides: {
      applied: (_, effect) => follow(effect),
      beat: (process, { heartbeat }) => {
        heardBy.get(process)!.own = heartbeat.store?.founders;
      },
      admit: (process) => admits(process, heardBy.get(process)!),
    },
    turned: (process) => {
      const heard = heardBy.get(process)!;
      if (heard.met) return;
      heard.met = hasMet(process.replica.configurations, process.name, heard);
    },
    leaves: { beat: says, send: says },
  };
}

const hasMet = (configurations: readonly Configuration[], self: NodeId, { proven }: Heard): boolean =>
  configurations.some((each) => byMajority(each, (voter) => voter === self || proven.has(voter)));

/** What this promises that only a disk can keep; null: nothing. */
function promise(effect: ReplicaEffect): string | null {
  if (effect.type === "beat") {
    const echoed = effect.heartbeat.reports.find(({ echo }) => echo !== null);
    return echoed === undefined ? null : `echoes ${echoed.node}`;
  }
  if (effect.type !== "send" || effect.envelope.type !== "raft") return null;
  const { message } = effect.envelope;
  switch (message.type) {
    case "vote-request":
      return "asks for votes";
    case "vote-response":
    case "pre-vote-response":
      return message.granted ? `gives ${effect.to} its vote` : null;
    case "append-response":
      return message.result.ok && message.uncertified !== true ? "confirms entries" : null;
    default:
      return null;
  }
}
