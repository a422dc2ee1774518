/** The node's network as the daemon and the group life see it; every function is an edge that acts at once. */
import type { Millis } from "../consensus/core/types.ts";

export interface Cidr {
  readonly ip: string;
  readonly prefix: number;
}

/** A card as the node's file names it. */
export interface Card {
  readonly name: string;
  readonly role: "primary";
  /** Its first fixed IPv4 address, which never fails over (F3). */
  readonly stationary: Cidr;
  /** All its fixed addresses, IPv4 and IPv6, the first one included. */
  readonly addresses: readonly Cidr[];
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
  /**
   * Armed for exactly these addresses, IPv4 and IPv6, on every card. `keep`: tables that are as they should be stay,
   * with what is open ("kept"); addresses that have come or gone are added or taken out. Otherwise, and where anything
   * else differs, everything is made anew with `live` empty ("made"). One transaction either way.
   */
  arm(addresses: readonly string[], keep: boolean): Promise<"kept" | "made">;
  perform(operation: GateOperation): GateAnswer;
  /** Take tables and sets away; only when no managed address is left on a card. */
  remove(): Promise<void>;
}

export interface Addresses {
  /** Present already with the same prefix: fine. */
  add(card: string, ip: string, prefix: number): void;
  /** Absent already: fine. */
  remove(card: string, ip: string, prefix: number): void;
  /** Many at once, read back once; throws when one of them is still there. Absent: `remove` for each. */
  removeAll?(card: string, addresses: readonly Cidr[]): void;
  /** IPv4 and IPv6 addresses on a card (link-local ones left out), as the kernel lists them. */
  list(card: string): Cidr[];
}

export interface Announcer {
  /** One burst now: IPv4: ARP request form with sender = target (S7), and reply form. IPv6: unsolicited neighbour advertisements. */
  announce(card: string, ip: string): void;
  /** One RFC 5227 probe, or for IPv6 one neighbour solicitation from the unspecified address; resolves with the MAC of whoever answered inside `window` ms, else null. */
  probe(card: string, ip: string, window: Millis): Promise<string | null>;
}

/** What the kernel says has changed under us, ours or somebody else's doing; the receiver compares. */
export type NetworkChange =
  | { readonly type: "address-added"; readonly card: string; readonly ip: string; readonly prefix: number }
  | { readonly type: "address-gone"; readonly card: string; readonly ip: string; readonly prefix: number }
  /** `up`: carrier and administratively up. Sent for each watched card at the start, then on change. `gone`: the card itself. */
  | { readonly type: "link"; readonly card: string; readonly up: boolean; readonly gone: boolean }
  /** One of our nftables tables, chains, sets, rules or managed elements was changed by another process. */
  | { readonly type: "gate-disturbed"; readonly detail: string }
  /** The kernel had more to say than we could take: everything is to be looked at again. */
  | { readonly type: "overrun" };
export interface NetworkWatch {
  close(): void;
}
