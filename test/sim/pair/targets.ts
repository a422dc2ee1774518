/** The devices that are pinged: each may be dead, and each node may be cut off from any of them. */
import type { Millis } from "../../../consensus/core/types.ts";
import type { Random } from "../random.ts";
import type { Timeline } from "../timeline.ts";
import type { Asker } from "./room.ts";

export interface Targets {
  /** While `end` has not been called, `node` (null: nobody) reaches none of these. */
  cut(node: string | null, targets: readonly string[]): () => void;
  /** Whether it would be answered now. */
  reaches(node: string, target: string): boolean;
  probe(asker: Asker, targets: readonly string[], timeout: Millis): void;
  heal(): void;
}
const EVERYBODY = "*";

export function createTargets(timeline: Timeline, random: Random): Targets {
  const cuts = new Map<string, number>();
  const keyOf = (node: string | null, target: string) => `${node ?? EVERYBODY} ${target}`;
  const reaches = (node: string, target: string): boolean =>
    (cuts.get(keyOf(node, target)) ?? 0) === 0 && (cuts.get(keyOf(null, target)) ?? 0) === 0;

  return {
    reaches,
    cut: (node, targets) => {
      const change = (by: number) => {
        for (const target of targets) {
          const key = keyOf(node, target);
          cuts.set(key, Math.max(0, (cuts.get(key) ?? 0) + by));
        }
      };
      change(1);
      let open = true;
      return () => {
        if (open) change(-1);
        open = false;
      };
    },
    probe: ({ name, loop, now, handle }, targets, timeout) => {
      const sentAt = now();
      const answered = new Set<string>();
      const done = () =>
        loop.arrive(() =>
          handle({
            type: "probed",
            answers: targets.map((target) => ({ target, sentAt, answered: answered.has(target) })),
          }),
        );
      let open = targets.length;
      const over = timeline.now + timeout;
      for (const target of targets) {
        // Asked and answered: a cut at either moment is one too many.
        const takes = random.between(1, 12);
        const went = reaches(name, target) && takes < timeout;
        timeline.at(went ? timeline.now + takes : over, () => {
          if (went && reaches(name, target)) answered.add(target);
          open -= 1;
          if (open === 0) done();
        });
      }
    },
    heal: () => cuts.clear(),
  };
}
