/**
 * Applications that ask for leases of their own: each on one machine, by whose clock it counts (T3), asking whatever
 * daemon runs there. What it believes is what the judge holds against the others.
 */

import type { Token } from "../../consensus/ledger/types.ts";
import type { Answer, Asked } from "../chaos/records.ts";
import type { SimulatedNode, World } from "./world.ts";

export interface Client {
  readonly lock: string;
  readonly owner: string;
  readonly node: SimulatedNode;
}

/** Asks for the lease, and keeps it for a few times its ttl. */
export function startClient(world: World, { lock, owner, node }: Client): void {
  const { random, timeline, judge, scene } = world;
  const { machine } = node;
  const ttl = Math.round(random.between(0.5, 2) * scene.document.timing.ttl);
  const boot = machine.boot;
  let token: Token | null = null;
  let rounds = random.integer(0, 12);
  const now = () => machine.clock(timeline.now);
  /** A process ends with its machine. */
  const alive = () => machine.powered && machine.boot === boot;
  /** Writes down what is asked; returns how to write down what was answered. */
  const record = (asked: Asked): ((answer: Answer) => void) => {
    const call = { record: "call", name: lock, asked, called: timeline.now, repeated: false } as const;
    const place = judge.calls.push({ ...call, answer: null, returned: null }) - 1;
    return (answer) => {
      judge.calls[place] = { ...call, answer, returned: timeline.now };
    };
  };
  const believe = (sentAt: number) => {
    if (token !== null && alive()) judge.locks.believes(lock, owner, token, machine.trueTime(sentAt + ttl));
  };

  const keep = () => {
    if (token === null || !alive()) return;
    const held = token;
    const { daemon } = node;
    if (rounds-- <= 0) {
      if (random.chance(0.5)) return; // silent from now on: it lapses
      judge.locks.stops(lock, owner);
      token = null;
      if (daemon === null) return;
      const tell = record({ type: "release", owner, token: `${held}` });
      daemon.loop.arrive(() =>
        daemon.propose([{ type: "yield", name: lock, owner, token: held }], (result) => {
          if (result.ok) tell({ type: "done" });
        }),
      );
      return;
    }
    timeline.after(random.between(0.1, 0.5) * ttl, keep);
    if (daemon === null) return;
    const sentAt = now();
    const tell = record({ type: "keep", owner, token: `${held}` });
    daemon.loop.arrive(() =>
      daemon.keepAlive(lock, owner, held, (result) => {
        if (result.ok || result.lost) tell({ type: result.ok ? "done" : "refused" });
        if (result.ok) {
          judge.seen.locksKept++;
          believe(sentAt);
        } else if (result.lost) {
          token = null;
          judge.locks.stops(lock, owner);
        }
      }),
    );
  };
  const { daemon } = node;
  if (daemon === null) return;
  const sentAt = now();
  const tell = record({ type: "acquire", owner });
  daemon.loop.arrive(() =>
    daemon.propose([{ type: "acquire", name: lock, owner, ttl, note: "" }], (result) => {
      const got = result.ok ? result.events.find((event) => event.type === "acquired") : undefined;
      if (got?.type !== "acquired" || got.lease.owner !== owner) {
        if (result.ok) tell({ type: "refused" });
        return;
      }
      tell({ type: "granted", token: `${got.lease.token}` });
      judge.seen.locks++;
      token = got.lease.token;
      believe(sentAt);
      keep();
    }),
  );
}
