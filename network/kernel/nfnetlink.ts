/** Set elements of nftables in raw nfnetlink batches: tens of microseconds where spawning `nft` takes milliseconds. */
import { assert } from "../../errors.ts";
import {
  attribute,
  attributeText,
  buildMessage,
  type NetlinkMessage,
  type NetlinkSocket,
  NLM_F_ACK,
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REQUEST,
  nested,
  openNetlink,
  parseAcknowledgement,
  parseAttributes,
  parseMessages,
  request,
  text,
} from "./netlink.ts";
import { KernelError, SO_SNDBUFFORCE, SOL_SOCKET, setOption } from "./syscalls.ts";

const NETLINK_NETFILTER = 12;
export const NFNL_SUBSYS_NFTABLES = 10;
export const NFPROTO_NETDEV = 5;
const BATCH_BEGIN = 16;
const BATCH_END = 17;
const NEWSETELEM = (NFNL_SUBSYS_NFTABLES << 8) | 12;
const DELSETELEM = (NFNL_SUBSYS_NFTABLES << 8) | 14;
const GETSET = (NFNL_SUBSYS_NFTABLES << 8) | 10;
const HEADER = 16;

/**
 * The kernel counts element timeouts in its timer ticks, 1 to 10 ms by its build, rounded down, and takes 0 ticks
 * as "no timeout at all": an element that never dies. Shorter timeouts than this are never sent.
 */
export const SHORTEST_TIMEOUT = 20;
const LONGEST_TIMEOUT = 3_600_000;

/** One change of one set in a netdev table; all keys in one message. */
export type ElementChange =
  | { readonly type: "add"; readonly set: string; readonly keys: readonly Buffer[] }
  /** There afterwards, whether it was or not. */
  | { readonly type: "ensure"; readonly set: string; readonly keys: readonly Buffer[] }
  | { readonly type: "delete"; readonly set: string; readonly keys: readonly Buffer[] };

/** A transaction, encoded once and sent many times with another timeout. */
export interface Batch {
  readonly bytes: Buffer;
  /** Where each timeout stands (64 bits, network order). */
  readonly timeouts: readonly number[];
  /** Where each message's sequence number stands. */
  readonly sequences: readonly number[];
  readonly acknowledgements: number;
}

export type BatchResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly errno: string; readonly hint: string };

/** `family` and, for batch markers, the subsystem. */
export function generic(family: number, resource: number): Buffer {
  const header = Buffer.alloc(4);
  header[0] = family;
  header.writeUInt16BE(resource, 2);
  return header;
}

function changeBody(table: string, change: ElementChange): { body: Buffer; timeouts: number[] } {
  const timeout = Buffer.alloc(8);
  const elements = change.keys.map((key) => {
    const data = nested(1, attribute(1, key));
    return change.type === "delete" ? nested(1, data) : nested(1, data, attribute(4, timeout));
  });
  const before = Buffer.concat([generic(NFPROTO_NETDEV, 0), text(1, table), text(2, change.set)]);
  const body = Buffer.concat([before, nested(3, ...elements)]);
  const timeouts: number[] = [];
  let end = before.length + 4;
  for (const element of elements) {
    end += element.length;
    if (change.type !== "delete") timeouts.push(end - 8); // the timeout is the element's last field
  }
  return { body, timeouts };
}

/** One request of a transaction. `timeouts`: where in `body` each timeout stands. */
export interface Change {
  readonly type: number;
  /** Besides "request" and "acknowledge". */
  readonly flags: number;
  readonly body: Buffer;
  readonly timeouts?: readonly number[];
}

/** Encodes `changes` as one transaction: all of it happens, or nothing. */
export function transaction(changes: readonly Change[]): Batch {
  const parts = [buildMessage(BATCH_BEGIN, NLM_F_REQUEST, 0, generic(0, NFNL_SUBSYS_NFTABLES))];
  const sequences = [8];
  const timeouts: number[] = [];
  let at = parts[0]!.length;
  for (const { type, flags, body, timeouts: inside = [] } of changes) {
    const message = buildMessage(type, NLM_F_REQUEST | NLM_F_ACK | flags, 0, body);
    for (const offset of inside) timeouts.push(at + HEADER + offset);
    sequences.push(at + 8);
    parts.push(message);
    at += message.length;
  }
  sequences.push(at + 8);
  parts.push(buildMessage(BATCH_END, NLM_F_REQUEST, 0, generic(0, NFNL_SUBSYS_NFTABLES)));
  return { bytes: Buffer.concat(parts), timeouts, sequences, acknowledgements: changes.length };
}

/** Changes of elements with timeouts, as one transaction on `table`. */
export function buildBatch(table: string, changes: readonly ElementChange[]): Batch {
  return transaction(
    changes.map((change) => {
      const create = change.type !== "delete";
      // EXCL: an add that meets a living element would leave its old timeout in force, silently.
      const exclusive = change.type === "add" ? NLM_F_EXCL : 0;
      const type = create ? NEWSETELEM : DELSETELEM;
      return { type, flags: create ? NLM_F_CREATE | exclusive : 0, ...changeBody(table, change) };
    }),
  );
}

/** Large enough for the set-up of 100,000 addresses, which is one message to the kernel. */
const LARGEST_TRANSACTION = 16 << 20;
const NFNLGRP_NFTABLES = 1 << (7 - 1);

/** A socket for changes in the namespace it was opened in. */
export function openNfnetlink(): NetlinkSocket {
  const what = "the kernel's packet filter (nfnetlink)";
  const socket = openNetlink(NETLINK_NETFILTER, 0, what);
  setOption(socket.fd, SOL_SOCKET, SO_SNDBUFFORCE, LARGEST_TRANSACTION, `the buffer of ${what}`);
  return socket;
}

/** Hears what anybody changes in the namespace's nftables. */
export function openNftablesEvents(): NetlinkSocket {
  return openNetlink(NETLINK_NETFILTER, NFNLGRP_NFTABLES, "the kernel's packet filter events (nfnetlink)");
}

/**
 * Performs a batch now. `timeout`, whole ms from SHORTEST_TIMEOUT on, goes into every element added. The refusal of
 * any message undoes the whole batch. Throws KernelError when the socket itself fails; then the outcome is unknown.
 */
export function performBatch(
  socket: NetlinkSocket,
  batch: Batch,
  timeout: number,
  what: string,
): BatchResult {
  if (batch.timeouts.length > 0) {
    const lawful = Number.isInteger(timeout) && timeout >= SHORTEST_TIMEOUT && timeout <= LONGEST_TIMEOUT;
    assert(lawful, `an element's timeout is a whole number of ms in the lawful range, not ${timeout}`);
  }
  for (const at of batch.timeouts) {
    batch.bytes.writeUInt32BE(0, at);
    batch.bytes.writeUInt32BE(timeout, at + 4);
  }
  const mine = new Set<number>();
  for (const at of batch.sequences) {
    const sequence = socket.nextSequence();
    mine.add(sequence);
    batch.bytes.writeUInt32LE(sequence, at);
  }
  socket.send(batch.bytes, what);
  let acknowledged = 0;
  let refusal: { errno: string; hint: string } | null = null;
  // Drained to the end: a refusal may follow an acknowledgement, and nothing may be left for the next batch.
  for (let datagram = socket.receive(what); datagram !== null; datagram = socket.receive(what)) {
    for (const message of parseMessages(datagram)) {
      const answer = mine.has(message.sequence) ? parseAcknowledgement(message) : null;
      if (answer === null) continue;
      if (answer.errno === null) acknowledged += 1;
      else refusal ??= { errno: answer.errno, hint: answer.hint };
    }
  }
  if (refusal !== null) return { ok: false, ...refusal };
  if (acknowledged === batch.acknowledgements) return { ok: true };
  throw new KernelError(
    `${what}: ${acknowledged} of ${batch.acknowledgements} acknowledgements came`,
    "EPROTO",
  );
}

/** Whether a set exists in a netdev table: tells a lapsed element from a table that somebody took away. */
export function setExists(socket: NetlinkSocket, table: string, set: string): boolean {
  const body = Buffer.concat([generic(NFPROTO_NETDEV, 0), text(1, table), text(2, set)]);
  try {
    request(socket, GETSET, 0, body, `looking for the set ${set} of table ${table}`);
    return true;
  } catch (error) {
    if (error instanceof KernelError && error.errno === "ENOENT") return false;
    throw error;
  }
}

/** The end of each transaction, told to everybody. */
export const NEWGEN = (NFNL_SUBSYS_NFTABLES << 8) | 15;

/** By the message's number; each pair is one made, one taken away. */
const SUBJECTS: Readonly<Record<number, string>> = {
  0: "the table was made",
  2: "the table was deleted",
  3: "a chain was made or changed",
  5: "a chain was deleted",
  6: "a rule was added",
  8: "a rule was deleted",
  9: "a set was made",
  11: "a set was deleted",
  12: "elements were added to a set",
  14: "elements were deleted from a set",
};

/** What an event says of this netdev table, in words; null when it is about something else. Never throws. */
export function describeNftables(message: NetlinkMessage, table: string): string | null {
  const { type, body } = message;
  if (type >> 8 !== NFNL_SUBSYS_NFTABLES || body.length < 4 || body[0] !== NFPROTO_NETDEV) return null;
  const subject = SUBJECTS[type & 0xff];
  // The table's name is attribute 1 in all of them.
  const named = attributeText(parseAttributes(body.subarray(4)).get(1));
  return subject === undefined || named !== table ? null : subject;
}
