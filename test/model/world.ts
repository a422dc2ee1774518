/**
 * One bounded world of the model: what its clocks, disks and nodes may do, and its state. Node 0 is `a`, which holds the
 * one group at the start; 1 and 2 are `b` and `c`; all three vote. `d` votes not and is the successor: it serves from
 * the moment its grant is committed, so the model's P1 is stricter than the real one.
 *
 * No absolute time is in a state, only ages by the clock of the node that keeps them. An age that has grown past what
 * any rule looks at (the TTL for a holder, W for a waiter) stays there, so time itself has no bound.
 */
import type { Configuration } from "../../consensus/core/types.ts";

export const NAMES = ["a", "b", "c"] as const;
export type Index = 0 | 1 | 2;
export const INDEXES: readonly Index[] = [0, 1, 2];
export const VOTERS: readonly (1 | 2)[] = [1, 2];

/** What may happen, and how often. */
export interface World {
  readonly name: string;
  /** What this world is there to try, in words. */
  readonly about: string;
  /** In steps of the slowest clock. */
  readonly ttl: number;
  readonly rho: number;
  /** How far each clock may move in one step of true time; each step picks one. */
  readonly drifts: readonly (readonly [number, number, number])[];
  /** Heartbeats that arrive up to so many of the sender's steps late (below the TTL; older ones are worth nothing). */
  readonly delay: number;
  /** An echo reaches the holder at once; else any time later, or never. */
  readonly promptEchoes: boolean;
  /** A write is durable at once; else only after a sync, and a restart loses what was not synced. */
  readonly promptDisks: boolean;
  /** An acknowledgement may get lost. */
  readonly lossyAnswers: boolean;
  /** A restarted node knows nothing committed but the first entry, until it hears of more. */
  readonly forgetfulRestarts: boolean;
  readonly terms: number;
  /** Entries of a log, the first one (setup) included. */
  readonly entries: number;
  readonly suspects: number;
  readonly clears: number;
  readonly holderRestarts: number;
  readonly voterRestarts: number;
  readonly release: boolean;
  /** The configurations that follow each other; the first is in force at the start. */
  readonly configurations: readonly Configuration[];
  /** `b` leads at the start; else an election comes first. */
  readonly leader: Index;
}

/** A session of `a`, as one number that grows with its order. */
export type SessionCode = number;
export const sessionCode = (incarnation: number, number: number): SessionCode => incarnation * 4 + number;
export const incarnationOf = (code: SessionCode): number => Math.floor(code / 4);
export const numberOf = (code: SessionCode): number => code % 4;

/** A heartbeat of `a`, or the echo of it: which session sent it, and how long ago by the clock of `a`. */
export interface Beat {
  readonly session: SessionCode;
  readonly sentAgo: number;
}

/** The leader's note of one voter's silence, under the tally's own key. */
export interface Claim {
  readonly key: string;
  readonly voter: Index;
  readonly ago: number;
}

/** Equal nodes are one object, with one number. */
export interface Node {
  readonly id: number;
  readonly term: number;
  readonly leads: boolean;
  /** Of the table of logs. */
  readonly log: number;
  /** Entries on its disk. */
  readonly durable: number;
  /** Entries known committed, and applied. */
  readonly applied: number;
  readonly startedAgo: number;
  /** What each node has acknowledged in this term, while this one leads. */
  readonly match: readonly [number, number, number];
  readonly claims: readonly Claim[];
  /** Of `b` and `c`: which sessions of `a` it could have echoed last, and when (N3). */
  readonly echoable: readonly { readonly session: SessionCode; readonly ago: number }[];
  readonly newest: Beat | null;
  /** The echo on its way to `a`. */
  readonly flying: Beat | null;
}

/** What `a` keeps besides; equal holders are one object too. */
export interface Holder {
  readonly id: number;
  readonly session: SessionCode;
  /** Since this session sent its first heartbeat. */
  readonly sessionAgo: number;
  readonly previous: SessionCode | null;
  /** Per node: how old the newest own heartbeat is that it has echoed. */
  readonly echoes: readonly [number | null, number | null, number | null];
  /** Since the Suspect of its own session was appended here; null while none is open. */
  readonly suspectedAgo: number | null;
  /** It has stopped serving, to release. */
  readonly stopped: boolean;
}

export interface State {
  readonly nodes: readonly [Node, Node, Node];
  readonly holder: Holder;
  readonly holderRestarts: number;
  readonly voterRestarts: number;
}

/** Gives every value of a kind its number, and one object to all that are equal. */
export class Interned<T extends { readonly id: number }> {
  readonly all: T[] = [];
  readonly #known = new Map<string, T>();
  readonly #keyOf: (value: T) => string;

  constructor(keyOf: (value: T) => string) {
    this.#keyOf = keyOf;
  }
  one(value: T): T {
    const key = this.#keyOf(value);
    let known = this.#known.get(key);
    if (known === undefined) {
      known = { ...value, id: this.all.length };
      this.#known.set(key, known);
      this.all.push(known);
    }
    return known;
  }
  of(id: number): T {
    return this.all[id] as T;
  }
}

export const newNodes = (): Interned<Node> =>
  new Interned((n) => {
    let key = `${n.term},${n.leads ? 1 : 0},${n.log},${n.durable},${n.applied},${n.startedAgo},${n.match.join()}`;
    for (const { key: suspect, voter, ago } of n.claims) key += `|${suspect},${voter},${ago}`;
    for (const { session, ago } of n.echoable) key += `;${session},${ago}`;
    return `${key}:${beatKey(n.newest)}:${beatKey(n.flying)}`;
  });
const beatKey = (beat: Beat | null): string => (beat === null ? "" : `${beat.session},${beat.sentAgo}`);
export const newHolders = (): Interned<Holder> =>
  new Interned((h) => [h.session, h.sessionAgo, h.previous, h.echoes, h.suspectedAgo, h.stopped].join());

/** Remembers what a function of small numbers gave. */
export class Memory<T> {
  readonly #known = new Map<number, T>();

  /** Each number below 2^26. */
  get(one: number, other: number, make: () => T): T {
    const key = one * 2 ** 26 + other;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = make();
      this.#known.set(key, known);
    }
    return known;
  }
}
