/** What comes to this node by IP, looked at when one of two asks (R10a): the kernel's count of others' packets, and the other's heartbeats. */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import type { ClusterDocument } from "../consensus/ledger/types.ts";
import type { IpHearing } from "../fencing/ownstack.ts";
import type { HeardCounter } from "../network/heard.ts";
import { sentence } from "./machine.ts";

export interface HearingParts {
  readonly document: () => ClusterDocument | null;
  /** Begins to count what does not come from these addresses; may throw. Null: the kernel is left alone. */
  readonly count: ((near: readonly string[]) => HeardCounter) | null;
  /** Milliseconds since the peer's last heartbeat by any IP path; Infinity: never. */
  readonly silenceOf: (peer: NodeId) => Millis;
  readonly now: () => Millis;
  readonly trouble: (text: string) => void;
}

export interface Hearing {
  /** What has come since `anew` was last asked for; null: that cannot be told. Never throws. */
  listen(peer: NodeId, anew: boolean): Omit<IpHearing, "at"> | null;
  close(): void;
}

/** Addresses of the nodes, and those that move between them. */
function nearOf({ nodes, groups }: ClusterDocument): string[] {
  const moving = groups.flatMap(({ members }) =>
    members.flatMap((member) => (member.type === "address" ? [member.ip] : [])),
  );
  return [...nodes.flatMap(({ addresses }) => addresses), ...moving];
}

export function createHearing(parts: HearingParts): Hearing {
  const { document, count, silenceOf, now, trouble } = parts;
  let counter: HeardCounter | null = null;
  let counted: ClusterDocument | null = null;
  let last = { packets: 0, since: 0, othersAt: null as Millis | null };
  let said = "";

  const begin = (current: ClusterDocument, open: NonNullable<typeof count>): void => {
    if (counter === null || counted !== current) {
      counter?.close();
      counter = null;
      counter = open(nearOf(current));
      counted = current;
    }
    last = { packets: counter.count(), since: now(), othersAt: null };
  };
  return {
    listen: (peer, anew) => {
      const current = document();
      if (current === null || count === null) return null;
      try {
        if (anew || counter === null || counted !== current) begin(current, count);
        else {
          const packets = counter.count();
          last = { packets, since: last.since, othersAt: packets > last.packets ? now() : last.othersAt };
        }
      } catch (error) {
        counter?.close();
        counter = null;
        const text = `what comes by IP cannot be counted: ${sentence(error)}`;
        if (text !== said) trouble(text);
        said = text;
        return null;
      }
      const silence = silenceOf(peer);
      const { since, othersAt } = last;
      return { since, othersAt, peerAt: Number.isFinite(silence) ? now() - silence : null };
    },
    close: () => counter?.close(),
  };
}
