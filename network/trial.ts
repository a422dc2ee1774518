/** Asks the kernel at start whether it really does what the gate rests on. */
import { readFileSync } from "node:fs";
import { release } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { gateSpec } from "./gatetable.ts";
import { bootNow } from "./kernel/clock.ts";
import { leaseSets, performOnSets } from "./kernel/leasesets.ts";
import type { NetlinkSocket } from "./kernel/netlink.ts";
import { openNfnetlink, performBatch, transaction } from "./kernel/nfnetlink.ts";
import { dropTable, makeTable, tableDiffers } from "./kernel/nftables.ts";
import { cardIndex, KernelError } from "./kernel/syscalls.ts";
import type { GateAnswer, GateOperation } from "./port.ts";

export interface Verdict {
  readonly ok: boolean;
  /** A sentence for a person. */
  readonly detail: string;
}

/** Whether IPv6 addresses can be had on every card. Never throws. */
export function checkIpv6(cards: readonly string[]): Verdict {
  for (const card of cards) {
    try {
      if (readFileSync(`/proc/sys/net/ipv6/conf/${card}/disable_ipv6`, "utf8").trim() === "0") continue;
      const remedy = `sysctl net.ipv6.conf.${card}.disable_ipv6=0`;
      return { ok: false, detail: `IPv6 is switched off on the card ${card}; switch it on with: ${remedy}` };
    } catch {
      return { ok: false, detail: `this kernel (Linux ${release()}) has no IPv6 on the card ${card}` };
    }
  }
  return { ok: true, detail: `IPv6 is there on ${cards.join(", ")}` };
}

/** Refused: throws KernelError with what was asked. */
export function perform(
  socket: NetlinkSocket,
  changes: Parameters<typeof transaction>[0],
  what: string,
): void {
  const result = performBatch(socket, transaction(changes), 0, what);
  if (!result.ok) throw new KernelError(result.hint === "" ? what : `${what}: ${result.hint}`, result.errno);
}

const TRIAL_TIMEOUT_MS = 30;
/** The element must be gone by then: its timeout and the coarsest tick there is. */
const LAPSED_MS = TRIAL_TIMEOUT_MS + 15;

/** Makes a scratch table that manages nothing, tries it, and takes it away. May throw KernelError. */
export async function tryGate(table: string, cards: readonly string[]): Promise<Verdict> {
  const linux = `Linux ${release()}`;
  const spec = gateSpec(table, cards);
  const indexes = cards.map(cardIndex);
  const socket = openNfnetlink();
  try {
    perform(socket, makeTable(spec), "trying the kernel's guard");
    const differs = tableDiffers(socket, spec);
    if (differs !== null) {
      return { ok: false, detail: `this kernel (${linux}) does not keep what it is told: ${differs}` };
    }
    const sets = leaseSets(table, indexes);
    let refused = "";
    // A pause of this process in the middle looks like a fault; a fault shows each time.
    for (let attempt = 0; attempt < 3; attempt++) {
      const fault = await tryElements((operation) => performOnSets(socket, sets, operation));
      if (fault === null) {
        return { ok: true, detail: `the kernel's guard works on ${cards.join(", ")} (${linux})` };
      }
      refused = fault;
    }
    return { ok: false, detail: `this kernel (${linux}) cannot guard addresses: ${refused}` };
  } finally {
    try {
      perform(socket, dropTable(table), "removing the trial of the kernel's guard");
    } finally {
      socket.close();
    }
  }
}

/** Null when every step came out as G1 and G2 need it, else what did not. */
async function tryElements(perform: (operation: GateOperation) => GateAnswer): Promise<string | null> {
  const timeout = TRIAL_TIMEOUT_MS;
  const steps: readonly (readonly [GateOperation["type"], "ok" | "expired", string, "after-lapse"?])[] = [
    ["arm", "ok", "arming failed"],
    ["open", "ok", "opening failed"],
    ["renew", "ok", "renewing failed"],
    ["renew", "expired", "a lapsed element could be renewed", "after-lapse"],
    ["arm", "ok", "arming again failed"],
    ["open", "expired", "a late opening was not refused", "after-lapse"],
    ["renew", "expired", "a late opening left the gate open"],
  ];
  let acted = bootNow();
  for (const [type, expected, fault, lapse] of steps) {
    while (lapse !== undefined && bootNow() - acted < LAPSED_MS) await wait(5);
    const answer = perform(type === "close" ? { type } : { type, timeout });
    acted = bootNow();
    const got = answer.ok ? "ok" : answer.reason;
    if (got !== expected) return answer.ok ? fault : `${fault} (${answer.detail})`;
  }
  return null;
}
