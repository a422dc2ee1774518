/**
 * R10a from outside and in true time: nobody lets go whose IP stack has not been dead, as far as the two can tell, for as long as it must
 * have been; and whoever holds something with such a stack lets go within a bound, while nothing else is wrong.
 */
import type { NodeId } from "../../../consensus/core/types.ts";
import type { ReplicaEffect } from "../../../consensus/types.ts";
import { type Known, Notes, type Process, type Rules } from "../invariants/process.ts";
import type { Seen } from "../seen.ts";
import type { PairRoom } from "./room.ts";
import type { PairScene } from "./scene.ts";

const LET_GO = "own IP stack";

/** The newest stretch of true time in which something was so whenever it was looked at. */
interface Stretch {
  from: number;
  to: number;
  lasts: boolean;
}
interface View {
  /** Its stack, and not the other's, was what was dead. */
  dead: Stretch;
  /** The same, and nothing stood in the way of its letting go. */
  due: Stretch;
  /** When it last took a tick. */
  tickedAt: number;
}
const extended = (stretch: Stretch, so: boolean, now: number): void => {
  if (so && !stretch.lasts) stretch.from = now;
  if (so) stretch.to = now;
  stretch.lasts = so;
};

export function createStackRules(
  { timeline, processes, broken }: Known,
  scene: PairScene,
  room: PairRoom,
  seen: Seen,
): Required<Pick<Rules, "starts" | "turned">> & {
  readonly notes: (process: Process, effect: Extract<ReplicaEffect, { type: "note" }>) => void;
  readonly applied: (effect: Extract<ReplicaEffect, { type: "applied" }>) => void;
} {
  const views = new Notes<View>();
  const { arbitration, ttl, heartbeat, suspectAfter, rho } = scene;
  const { stacks, targets, line } = room;
  const quiet = Math.max(suspectAfter, arbitration.period);
  const rounds = arbitration.rounds * arbitration.timeout;
  /** By the slowest clock that is lawful, what must have been so before anybody lets go; what is told may be a little older. */
  const least = (quiet + rounds) * (1 - 2 * rho);
  const lately = 2 * suspectAfter + 4 * heartbeat;
  /** Noticed, sure, and wished for over a line that loses some. */
  const most = 1.3 * (2 * quiet + arbitration.period + 3 * suspectAfter + 2 * rounds) + 3 * ttl;
  const other = (process: Process): Process | undefined =>
    processes.get(scene.names.find((name) => name !== process.name) as NodeId);
  const dark = (node: string): boolean =>
    arbitration.targets.every((target) => !targets.reaches(node, target));
  /** Whether the other's datagrams have not come for so long that it may be taken for silence, by a clock that is off by rho. */
  const unheard = (node: string): boolean => stacks.unheardFor(node) > suspectAfter * (1 - 2 * rho);
  const heard = (node: string): boolean => stacks.unheardFor(node) < suspectAfter * (1 + 2 * rho) + heartbeat;

  /** As far as the two can tell together. */
  const isDead = (node: string, peer: string): boolean => {
    if (!stacks.hears(peer)) return false;
    return (!stacks.hears(node) && unheard(node)) || (heard(node) && unheard(peer));
  };
  const awake = ({ alive, machine }: Process): boolean => alive && machine.live();
  const isDue = (process: Process, peer: Process): boolean => {
    const { ledger, arbitration: state } = process.replica;
    const holds = [...ledger.leases.values()].some(
      ({ state: is, holder }) => is === "held" && holder?.node === process.name,
    );
    return (
      holds &&
      line.up() &&
      dark(process.name) &&
      dark(peer.name) &&
      awake(process) &&
      awake(peer) &&
      state.phase === "together" &&
      peer.replica.arbitration.phase === "together" &&
      ledger.standby.size === 0 &&
      ledger.maintained.size === 0 &&
      process.replica.leader !== null &&
      process.replica.leader === peer.replica.leader
    );
  };

  return {
    starts: (process) => {
      const now = timeline.now;
      const none = { from: now, to: now, lasts: false };
      views.set(process, { dead: { ...none }, due: { ...none }, tickedAt: now });
    },
    turned: (process, event) => {
      if (event.type !== "tick") return;
      const peer = other(process);
      const view = views.get(process)!;
      const { now } = timeline;
      // A loop that stood still begins its delay anew (T5).
      const late = now - view.tickedAt > Math.min(ttl / 2, 3 * heartbeat);
      view.tickedAt = now;
      if (peer === undefined) return;
      const punctual = !late && now - (views.get(peer)?.tickedAt ?? now) < Math.min(ttl / 2, 3 * heartbeat);
      const dead = isDead(process.name, peer.name);
      extended(view.dead, dead, now);
      extended(view.due, dead && punctual && isDue(process, peer), now);
      if (view.due.lasts && now - view.due.from > most) {
        broken("R10a", `${process.name} serves nobody by its own IP stack, and lets go of nothing`);
        view.due.from = now;
      }
    },
    notes: (process, { text }) => {
      if (!text.startsWith("lets go: ")) return;
      const { dead } = views.get(process)!;
      const { now } = timeline;
      if (now - dead.to > lately || dead.to - dead.from < least - lately)
        broken(
          "R10a",
          `${process.name} lets go (${text}), and its IP stack was dead for ${Math.round(dead.to - dead.from)} ms until ${Math.round(now - dead.to)} ms ago`,
        );
    },
    applied: ({ events }) => {
      for (const event of events) {
        if (event.type === "standby" && event.by === LET_GO && event.on) seen.ownStacks++;
        if (event.type !== "granted") continue;
        const holder = event.session.node;
        for (const { name, replica } of processes.values())
          if (name !== holder && replica.ledger.standby.get(name) === LET_GO) seen.ownStacksReplaced++;
      }
    },
  };
}
