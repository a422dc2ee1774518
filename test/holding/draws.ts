/** What the chaos is made of: rules switched off, chance, what must have been seen, the groups it plays with. */

import type { GroupSpec } from "../../consensus/ledger/types.ts";
import type { MemberName } from "./machine.ts";
import { address, addressOf, command, DB, spec, WEB } from "./specs.ts";

/** Rules switched off from outside, by lying to the node or to what it rests on. */
export interface Faults {
  /** G3: addresses left on the card are not looked for. */
  readonly blindToLeftovers?: boolean;
  /** The deadline is ignored. */
  readonly endless?: boolean;
  /** Removing is believed, not read back. */
  readonly unverifiedRemoval?: boolean;
  /** Stopping is believed. */
  readonly unverifiedStop?: boolean;
  /** A proposed Release is forgotten until it shows. */
  readonly forgetsRelease?: boolean;
  /** N6: what an earlier session held counts as held. */
  readonly noAdopt?: boolean;
  /** G4: what was handed over is believed to last longer than its V. */
  readonly endlessInheritance?: boolean;
}

/** A group of several parts: a service under an address, another above it. */
const restarts = { limit: 5, window: 10_000 };
export const MANY = spec("db", {
  members: [command("store", { restarts }), address("ip", addressOf("db")), command("server", { restarts })],
});

/** Who else is there: `crowd` more groups, and `beside`, a life that looks at everything, for comparison. */
export interface Company {
  readonly crowd?: number;
  readonly beside?: boolean;
}

export const crowdAddress = (n: number): string => `10.0.0.${20 + n}`;

/** So many small groups: an address each, every third a service beside it, every tenth a service alone. */
export const crowd = (size: number): GroupSpec[] =>
  Array.from({ length: size }, (_, n) => {
    const ip = address("ip", crowdAddress(n));
    const server = command("server", { restarts });
    const members = n % 10 === 9 ? [server] : n % 3 === 0 ? [ip, server] : [ip];
    return spec(`g${n}`, { members });
  });

/** A small generator (mulberry32): one seed, one run. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const SERVICES: readonly MemberName[] = [
  { group: WEB, member: "server" },
  { group: DB, member: "store" },
  { group: DB, member: "server" },
];

export const nothingSeen = () => ({
  served: 0,
  lapsed: 0,
  adopted: 0,
  released: 0,
  restarts: 0,
  crashes: 0,
  conflicts: 0,
  handovers: 0,
  carried: 0,
  maintained: 0,
  stopped: 0,
  standby: 0,
  cables: 0,
  taken: 0,
  set: 0,
  flushed: 0,
  looks: 0,
});
