/** Whom a daemon listens to, as its transports do it: only what is newer than all before it, of peers, and of callers by one that is lost. */

import type { ClusterDocument } from "../../consensus/ledger/types.ts";
import type { Heartbeat } from "../../consensus/sessions/types.ts";
import { peersOf } from "../../daemon/peers.ts";
import { asNode } from "./judge.ts";
import type { SimulatedReplica } from "./system.ts";

export interface Ears {
  /** From how many nodes anything genuine has come. */
  known(): number;
  /** By whichever path it came, this heartbeat or a later one was there before. */
  isReplay(heartbeat: Heartbeat): boolean;
  listensTo(from: string): boolean;
  /** It has beaten to this node: one that is lost may listen to it from here on. */
  calls(from: string): void;
}

/** `file`: the document in this node's own file. */
export function createEars(replica: SimulatedReplica, file: ClusterDocument): Ears {
  const newest = new Map<string, Heartbeat>();
  const callers = new Set<string>();
  let peers: ReadonlySet<string> = new Set();
  let looked: { revision: number; epoch: number; configurations: readonly unknown[] } | null = null;

  return {
    known: () => newest.size,
    isReplay: (heartbeat) => {
      const { from, incarnation: of, seq } = heartbeat;
      const before = newest.get(from);
      if (
        before !== undefined &&
        (before.incarnation > of || (before.incarnation === of && before.seq >= seq))
      )
        return true;
      newest.set(from, heartbeat);
      return false;
    },
    listensTo: (from) => {
      const { ledger, configurations } = replica;
      const { revision, epoch } = ledger;
      if (
        looked?.revision !== revision ||
        looked.epoch !== epoch ||
        looked.configurations !== configurations
      ) {
        looked = { revision, epoch, configurations };
        peers = new Set(peersOf(file, ledger, configurations, true).map(({ node }) => node));
      }
      return peers.has(from) || (callers.has(from) && replica.mayCall(asNode(from)));
    },
    calls: (from) => callers.add(from),
  };
}
