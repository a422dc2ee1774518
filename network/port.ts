/** The node's network as the daemon and the group life see it; every function is an edge that acts at once. */
import type { Millis } from "../consensus/core/types.ts";

/** A card as the node's file names it. `stationary`: its fixed address, which never fails over (F3). */
export interface Card {
  readonly name: string;
  readonly role: "primary";
  readonly stationary: { readonly ip: string; readonly prefix: number };
}

/** Two classes of the right to serve: by session now, by jeopardy in a later capability. */
export type GateClass = "session";

/**
 * What the pure guard asks the kernel to do, one nfnetlink batch each. Times are relative milliseconds, as the kernel
 * counts them from execution. `key` numbers the opening, so that a late acknowledgement is not mistaken.
 */
export type GateOperation =
  /** Create the element in `armed` (G2, first step). Replaces a leftover of an earlier try. */
  | { readonly type: "arm"; readonly timeout: Millis }
  /** One batch: delete from `armed`, add to `live` (G2, second step). Fails as `expired` when `armed` has lapsed. */
  | { readonly type: "open"; readonly timeout: Millis }
  /** One batch: delete from `live`, add to `live`. Fails as `expired` when the element has lapsed. */
  | { readonly type: "renew"; readonly timeout: Millis }
  /** Delete from both; absent is fine. */
  | { readonly type: "close" };
export type GateAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "expired" | "failed"; readonly detail: string };

/** The kernel's gate on this node's cards. Synchronous on purpose: a batch takes tens of microseconds. */
export interface Gate {
  /** Make tables, chains and sets on every card, `live` empty, `managed` = these addresses: armed for all of them. */
  arm(addresses: readonly string[]): Promise<void>;
  perform(operation: GateOperation): GateAnswer;
  /** Take tables and sets away; only when no managed address is left on a card. */
  remove(): Promise<void>;
}

export interface Addresses {
  /** Present already with the same prefix: fine. */
  add(card: string, ip: string, prefix: number): void;
  /** Absent already: fine. */
  remove(card: string, ip: string, prefix: number): void;
  /** IPv4 addresses on a card, as the kernel lists them. */
  list(card: string): { readonly ip: string; readonly prefix: number }[];
}

export interface Announcer {
  /** One burst now: ARP request form with sender = target (S7), and reply form. */
  announce(card: string, ip: string): void;
  /** One RFC 5227 probe; resolves with the MAC of whoever answered inside `window` ms, else null. */
  probe(card: string, ip: string, window: Millis): Promise<string | null>;
}
