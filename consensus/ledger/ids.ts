/** What the ledger calls things by: incarnations, sessions, tokens, groups. */
import type { NodeId } from "../core/types.ts";

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/**
 * One start of a daemon process on one store: `counter * 2^20 + random`, the counter durable in that store. So a
 * later start has a greater incarnation ("earlier incarnation" in N3 is `<`), and nobody can guess it (R1).
 */
export type Incarnation = Branded<number, "Incarnation">;
/** A fencing token: epoch (15 bits) then the index of the committed grant entry (48 bits). 0n: never granted. */
export type Token = Branded<bigint, "Token">;
/** A group: the unit that is held, moved and started together. */
export type GroupName = Branded<string, "GroupName">;

/** Random numbers of one start lie in a range of this size. */
const INCARNATIONS_A_START = 2 ** 20;
/** The count of starts in an incarnation. */
export const startOf = (value: Incarnation): number => Math.floor(value / INCARNATIONS_A_START);

export const incarnation = (value: number): Incarnation => value as Incarnation;
export const groupName = (value: string): GroupName => value as GroupName;
export const token = (value: bigint): Token => value as Token;
export const NO_TOKEN: Token = 0n as Token;

/** A session: on it ride all resource leases of a node (N5). */
export interface SessionId {
  readonly node: NodeId;
  readonly incarnation: Incarnation;
  /** 1 for the first session of an incarnation; a node that applied its own Expire opens the next (N5). */
  readonly number: number;
}
export const sessionKey = (s: SessionId): string => `${s.node}/${s.incarnation}/${s.number}`;
export const sameSession = (a: SessionId | null, b: SessionId | null): boolean =>
  a === null || b === null
    ? a === b
    : a.node === b.node && a.incarnation === b.incarnation && a.number === b.number;
/** Order of sessions of one node: negative when `a` is older than `b`. */
export const compareSessions = (a: SessionId, b: SessionId): number =>
  a.incarnation - b.incarnation || a.number - b.number;
