/**
 * What comes to each of the two by IP: from other hosts, which talk all the time to whoever's stack takes it, and from the other of the
 * two. It knows in true time what came, whatever anybody says of it.
 */
import type { ReplicaEffect } from "../../../consensus/types.ts";
import type { Random } from "../random.ts";
import type { Timeline } from "../timeline.ts";
import type { Asker } from "./room.ts";

export interface Stacks {
  /** While `end` has not been called, nothing of other hosts comes to `node`. */
  deafen(node: string): () => void;
  /** Whether other hosts are heard there now. */
  hears(node: string): boolean;
  /** A datagram of the other came. */
  heard(node: string): void;
  /** For how long none has, in true time. */
  unheardFor(node: string): number;
  listen(asker: Asker, effect: Extract<ReplicaEffect, { type: "listen" }>): void;
  heal(): void;
}
interface Counted {
  readonly since: number;
  readonly othersAt: number | null;
}

export function createStacks(timeline: Timeline, random: Random): Stacks {
  const deaf = new Map<string, number>();
  const peersAt = new Map<string, number>();
  /** By process; a new one begins anew. */
  const counts = new WeakMap<Asker, Counted>();
  const hears = (node: string): boolean => (deaf.get(node) ?? 0) === 0;
  const unheardFor = (node: string): number => timeline.now - (peersAt.get(node) ?? Number.NEGATIVE_INFINITY);

  return {
    hears,
    unheardFor,
    heard: (node) => peersAt.set(node, timeline.now),
    deafen: (node) => {
      deaf.set(node, (deaf.get(node) ?? 0) + 1);
      let open = true;
      return () => {
        if (open) deaf.set(node, Math.max(0, (deaf.get(node) ?? 0) - 1));
        open = false;
      };
    },
    listen: (asker, { anew }) => {
      const { name, loop, now, handle } = asker;
      timeline.after(random.between(0.05, 1), () =>
        loop.arrive(() => {
          const before = anew ? undefined : counts.get(asker);
          const grew = before !== undefined && hears(name);
          const counted: Counted = {
            since: before?.since ?? now(),
            othersAt: grew ? now() : (before?.othersAt ?? null),
          };
          counts.set(asker, counted);
          const silence = unheardFor(name);
          const peerAt = Number.isFinite(silence) ? now() - silence : null;
          const { since, othersAt } = counted;
          handle({ type: "listened", heard: { since, othersAt, peerAt } });
        }),
      );
    },
    heal: () => deaf.clear(),
  };
}
