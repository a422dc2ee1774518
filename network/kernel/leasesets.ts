/**
 * The two sets that open and shut a gate, `armed` and `live`, one element per card with a timeout that the kernel
 * enforces. Every opening and renewal is one transaction that fails once the element it replaces has lapsed, so a
 * process that was paused between deciding and acting cannot bring an address back (G1, G2).
 */
import type { Millis } from "../../consensus/core/types.ts";
import type { GateAnswer, GateOperation } from "../port.ts";
import type { NetlinkSocket } from "./netlink.ts";
import {
  type Batch,
  buildBatch,
  type ElementChange,
  performBatch,
  SHORTEST_TIMEOUT,
  setExists,
} from "./nfnetlink.ts";
import { KernelError } from "./syscalls.ts";

export interface LeaseSets {
  readonly table: string;
  readonly arm: Batch;
  readonly open: Batch;
  readonly renew: Batch;
  readonly close: Batch;
}

/** `cards`: indexes of the cards that open and shut together. */
export function leaseSets(table: string, cards: readonly number[]): LeaseSets {
  const keys = cards.map((index) => {
    const key = Buffer.alloc(4);
    key.writeUInt32LE(index);
    return key;
  });
  // A refused transaction costs the kernel a grace period (tens of milliseconds); an element that may be absent is
  // therefore put there first and taken away in the same transaction, which no packet ever sees.
  const without = (set: string): ElementChange[] => [
    { type: "ensure", set, keys },
    { type: "delete", set, keys },
  ];
  return {
    table,
    arm: buildBatch(table, [...without("armed"), { type: "add", set: "armed", keys }]),
    // What a predecessor left in `live` is replaced in the same moment: its clients see no gap.
    open: buildBatch(table, [
      { type: "delete", set: "armed", keys },
      ...without("live"),
      { type: "add", set: "live", keys },
    ]),
    renew: buildBatch(table, [
      { type: "delete", set: "live", keys },
      { type: "add", set: "live", keys },
    ]),
    close: buildBatch(table, [...without("live"), ...without("armed")]),
  };
}

const failed = (detail: string): GateAnswer => ({ ok: false, reason: "failed", detail });

/** Performs one operation now, in tens of microseconds. Never throws for what the kernel may say. */
export function performOnSets(socket: NetlinkSocket, sets: LeaseSets, operation: GateOperation): GateAnswer {
  try {
    switch (operation.type) {
      case "arm":
        return transact(socket, sets, sets.arm, operation);
      case "open":
        return transact(socket, sets, sets.open, operation);
      case "renew":
        return transact(socket, sets, sets.renew, operation);
      case "close":
        // The timeout is that of what is put there and taken away in one.
        return transact(socket, sets, sets.close, { type: "close", timeout: SHORTEST_TIMEOUT });
    }
  } catch (error) {
    if (error instanceof KernelError) return failed(error.message);
    throw error;
  }
}

function transact(
  socket: NetlinkSocket,
  sets: LeaseSets,
  batch: Batch,
  operation: { readonly type: string; readonly timeout: Millis },
): GateAnswer {
  const timeout = Math.floor(operation.timeout); // never a moment more than lawful (G1)
  if (timeout < SHORTEST_TIMEOUT) {
    return failed(`${timeout} ms are too short for the kernel's timers; what is open ends by itself`);
  }
  const result = performBatch(socket, batch, timeout, `${operation.type} of the gate`);
  if (result.ok) return result;
  if (result.errno !== "ENOENT")
    return failed(`${operation.type} of the gate: ${result.errno} ${result.hint}`);
  return (
    tablesGone(socket, sets) ?? { ok: false, reason: "expired", detail: "the kernel's element had lapsed" }
  );
}

/** ENOENT also means that somebody flushed the tables: then nothing is guarded any more, which is not a lapse. */
function tablesGone(socket: NetlinkSocket, sets: LeaseSets): GateAnswer | null {
  if (setExists(socket, sets.table, "live") && setExists(socket, sets.table, "armed")) return null;
  return failed(`the table netdev ${sets.table} is gone: another program flushed the packet filter`);
}
