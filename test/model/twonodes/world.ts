/**
 * The state of the two nodes. Times do not occur: whatever may be late may be arbitrarily late, and power, disks and
 * the network are as unkind as the rules allow. Each part of a state is interned, so that a state is five numbers.
 */
import { type Configuration, nodeId } from "../../../consensus/core/types.ts";

export type Index = 0 | 1;
export const BOTH: readonly Index[] = [0, 1];
export const NAMES = ["A", "B"] as const;
export const IDS = [nodeId("a"), nodeId("b")] as const;
export const other = (n: Index): Index => (n === 0 ? 1 : 0);

/** The bound of a world. */
export interface World {
  readonly name: string;
  readonly about: string;
  readonly terms: number;
  /** Entries of a log. */
  readonly entries: number;
  /** How often each node may boot again. */
  readonly reboots: readonly [number, number];
  /** Disks that may be lost, on both nodes together. */
  readonly diskLosses: number;
  /** An acknowledgement may be lost, late, and delivered again. */
  readonly lateAnswers: boolean;
  /** A leader may take its peer out of the voters. */
  readonly removal: boolean;
  /** How often one of the two may stand still, for so long that a person may take it for dead. */
  readonly stalls: number;
  /** How often a process may shut down in order, and say so. */
  readonly farewells: number;
  /** R13 off: a disk that is not certified votes and campaigns. */
  readonly blankVotes?: true;
}

/** One node; `id` numbers it among equals. What is volatile is empty while it is down. */
export interface Node {
  readonly id: number;
  readonly up: boolean;
  /** How often it has been booted again: its incarnation. */
  readonly boots: number;
  readonly term: number;
  /** Whom it voted for in its term; null: nobody. */
  readonly vote: Index | null;
  /** On disk, but for the last entry while `unsynced`. */
  readonly log: number;
  readonly unsynced: boolean;
  /** R13: the disk is what it was, or has been certified since. */
  readonly certified: boolean;
  readonly commit: number;
  readonly leads: boolean;
  /** What the peer has acknowledged in this term. */
  readonly match: Acknowledgement | null;
  /** The newest acknowledgement that is under way to this leader, or has come, and may come again. */
  readonly flying: Acknowledgement | null;
  readonly eligibility: { readonly boots: number; readonly configurationAt: number } | null;
  /** The newest incarnation of the peer that it has heard in this boot. */
  readonly known: number | null;
  /** Of which incarnation of the peer it has proof that it is off; -1: of one that it has not heard. */
  readonly evidence: number | null;
  /** The switch has said "off", its answer is under way: what was the newest incarnation known when it was asked. */
  readonly query: number | null;
  /** Its loop stands still: it does nothing, answers nothing, and its machine runs. */
  readonly still: boolean;
  /** R7: it leads, has stood still, and its peer has not confirmed its term since. */
  readonly gap: boolean;
  /** It leads by what it was before a person said of it, while it stood still, that it is down: that word was wrong, and P1 is not promised. */
  readonly mistaken: boolean;
  /** The farewell of this incarnation of it is under way to the peer. */
  readonly bid: number | null;
  /** The newest heartbeat of the peer was the farewell of this incarnation, and it counts. */
  readonly said: number | null;
}
export interface Acknowledgement {
  readonly boots: number;
  readonly match: number;
}

export interface State {
  readonly nodes: readonly [Node, Node];
  /** The longest log that anybody has acted on as committed. */
  readonly committed: number;
  /** Certificates that were ever issued, each of which may arrive any time, any number of times: a set of bits. */
  readonly certificates: number;
  readonly diskLosses: number;
  /** How often one of the two has stood still. */
  readonly stalls: number;
  /** How often one has said farewell. */
  readonly farewells: number;
}

const CERTIFICATE_INDEXES = 6;
export const certificateBit = (to: Index, boots: number, configurationAt: number): number =>
  1 << ((to * 2 + boots) * CERTIFICATE_INDEXES + configurationAt);

/** Numbers nodes by what they are: every field has its own digits in one integer below 2^53. */
export class Nodes {
  readonly #ids = new Map<number, Node>();
  readonly #byId: Node[] = [];

  one(node: Node): Node {
    const key = keyOf(node);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const fresh = { ...node, id: this.#byId.length };
    this.#ids.set(key, fresh);
    this.#byId.push(fresh);
    return fresh;
  }
  of(id: number): Node {
    return this.#byId[id] as Node;
  }
}

const flag = (value: boolean): number => (value ? 1 : 0);
const optional = (value: number | null): number => (value === null ? 0 : value + 1);
const acknowledgement = (value: Acknowledgement | null): number =>
  value === null ? 0 : 1 + value.boots * 7 + value.match;

function keyOf(n: Node): number {
  let key = n.log;
  const digit = (value: number, base: number): void => {
    if (value >= base) throw new Error(`${value} does not fit a digit of ${base}`);
    key = key * base + value;
  };
  digit(flag(n.up), 2);
  digit(n.boots, 2);
  digit(n.term, 5);
  digit(optional(n.vote), 3);
  digit(flag(n.unsynced), 2);
  digit(flag(n.certified), 2);
  digit(n.commit, 7);
  digit(flag(n.leads), 2);
  digit(acknowledgement(n.match), 15);
  digit(acknowledgement(n.flying), 15);
  digit(n.eligibility === null ? 0 : 1 + n.eligibility.boots * 7 + n.eligibility.configurationAt, 15);
  digit(optional(n.known), 3);
  digit(n.evidence === null ? 0 : n.evidence + 2, 4);
  digit(n.query === null ? 0 : n.query + 2, 4);
  digit(flag(n.still), 2);
  digit(flag(n.gap), 2);
  digit(flag(n.mistaken), 2);
  digit(optional(n.bid), 3);
  digit(optional(n.said), 3);
  if (!Number.isSafeInteger(key)) throw new Error("a node has too many digits");
  return key;
}

/** Every certificate that `to` may still be sent for its questions in this incarnation. */
export function certificateBits(to: Index, boots: number): number {
  let bits = 0;
  for (let at = 0; at < CERTIFICATE_INDEXES; at++) bits |= certificateBit(to, boots, at);
  return bits;
}

export const pair = (): Configuration => ({ voters: [...IDS], outgoing: null, learners: [] });
