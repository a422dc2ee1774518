/** This node's disk, and the disks of others, in words for people (R13). */
import type { NodeId } from "../consensus/core/types.ts";
import type { Replica } from "../consensus/replica.ts";
import { heardOf } from "../consensus/sessions/hearing.ts";
import type { HeartbeatSocket } from "../consensus/transport/port.ts";
import type { ReplicaEvent } from "../consensus/types.ts";
import type { Vouched } from "../consensus/vouching.ts";
import type { NodeParts } from "./parts.ts";

const AFRESH = (self: NodeId): string =>
  `Stop it, put its folder data/store aside, start it with an empty one, then \`leasehold node readmit ${self}\` on any node that votes`;

/** Why this node's disk does not count, and what to do: a sentence or two; null when it counts. */
export function diskWords(vouched: Vouched, self: NodeId): string | null {
  switch (vouched.type) {
    case "certified":
      return null;
    case "founding":
      return foundingWords(vouched);
    case "taking-log":
      return "this node's disk is blank: it takes the log, and does not vote before the leader has vouched for it";
    case "unknown-disk":
      return (
        `this node's disk (${vouched.generation.slice(0, 12)}) is another one than the cluster knows as ${self}: it takes the log and ` +
        `does not vote. If that is meant: \`leasehold node readmit ${self}\` on any node that votes`
      );
    case "vetting":
      return "this node does not vote yet: it waits to hear a majority, to know that nobody remembers a later start of its disk";
    case "old-image": {
      const who = vouched.by === null ? "the cluster's log" : vouched.by;
      return `${who} remembers a later start of this node: an old copy of its disk was put back. It never votes on that. ${AFRESH(self)}`;
    }
    case "left-behind":
      return (
        `the cluster was recovered by force without what this node's disk knows (${vouched.by} says so): it counts no more ` +
        "before its own log has that recovery. If it was given up then, it must not come back: stop it, and add the machine under a new name"
      );
  }
}

function foundingWords({ missing, odd }: Extract<Vouched, { type: "founding" }>): string {
  if (odd !== null)
    return `the cluster is not founded: ${odd} names other founders in its file than this node. Make the files agree, and restart`;
  if (missing.length > 0)
    return `the cluster is not founded yet: every founder must be up once, with an empty disk; not heard so far: ${missing.join(", ")}`;
  return "the cluster is not founded yet: no founder is missing; an only founder first listens whether anybody of it is there already";
}

/** What this node says first of itself, and of those whose disk it knows better. */
export function diskWarnings({ replica, self }: NodeParts): string[] {
  const own = diskWords(replica.vouched, self);
  const others = (replica.ledger.document?.nodes ?? []).flatMap(({ name }) => {
    if (name === self) return [];
    const disk = diskOf(replica, name);
    if (disk === "old-image")
      return [`${name} runs on an old copy of its disk, and does not count. ${AFRESH(name)}`];
    return disk === "unknown-disk"
      ? [
          `${name} runs on another disk than is known as ${name}, and does not count. If that is meant: \`leasehold node readmit ${name}\``,
        ]
      : [];
  });
  return own === null ? others : [own, ...others];
}

/** A node's disk as it is seen here; empty when the node is not heard. */
export function diskOf(replica: Replica, node: NodeId): string {
  if (node === replica.self) return replica.vouched.type;
  const newest = heardOf(replica.hearing, node)?.newest;
  if (newest === undefined) return "";
  const doubt = replica.doubtOf(newest);
  if (doubt !== null) return doubt.kind === "older" ? "old-image" : "unknown-disk";
  return newest.store?.standing ?? "certified";
}

/** How long the only founder listens, milliseconds. */
const LISTEN_MS = 2000;

/**
 * R13.3: the only founder founds when it hears nobody. Whoever beats to it, in this cluster's name and with its key, has a document that names this
 * node: there is a cluster already, and this node's disk was wiped. It gets the log from there.
 */
export function listenIfAlone(
  replica: Replica,
  heartbeats: Pick<HeartbeatSocket, "dropped" | "silence">,
  node: { toReplica(event: ReplicaEvent): void },
  note: (level: "info" | "warn", text: string) => void,
  now: () => number,
): void {
  const isAlone = ({ vouched }: Replica): boolean =>
    vouched.type === "founding" && vouched.missing.length === 0;
  if (!isAlone(replica)) return;
  const dropped = (): number => heartbeats.dropped["unknown-node"] ?? 0;
  const before = dropped();
  setTimeout(() => {
    if (!isAlone(replica)) return;
    const silence = [...heartbeats.silence(now()).values()].flat();
    if (dropped() === before && silence.every((ms) => ms >= LISTEN_MS)) {
      node.toReplica({ type: "listened-alone" });
      return;
    }
    note(
      "warn",
      "this node's disk is empty and its file names it as the only founder, but other nodes of this cluster beat to it: it founds " +
        "nothing, and waits for their leader",
    );
    listenIfAlone(replica, heartbeats, node, note, now);
  }, LISTEN_MS).unref();
}
