/**
 * The gate in the kernel: on each guarded card, nothing answers for a managed address while the card is not in the
 * set `live`, whose elements the kernel lets lapse at the end of the lease, whatever has become of this process.
 */
import { release } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { LeaseholdError } from "../errors.ts";
import { bootNow } from "./kernel/clock.ts";
import { ipBytes } from "./kernel/ipv4.ts";
import { LEASE_SETS, type LeaseSets, leaseSets, performOnSets } from "./kernel/leasesets.ts";
import type { NetlinkSocket } from "./kernel/netlink.ts";
import { openNfnetlink } from "./kernel/nfnetlink.ts";
import { runNft } from "./kernel/nft.ts";
import { listAddresses, openRoute } from "./kernel/rtnetlink.ts";
import { cardIndex } from "./kernel/syscalls.ts";
import type { Gate, GateAnswer, GateOperation } from "./port.ts";

export interface GateOptions {
  /** Part of the table's name, so that two nodes in one namespace keep apart. */
  readonly node: string;
  /** The cards to guard, by name; they open and shut together. */
  readonly cards: readonly string[];
  /** "off" answers "ok" to everything and leaves the kernel alone: for control measurements only. */
  readonly guard: "on" | "off";
}

export interface KernelGate extends Gate {
  readonly guard: "on" | "off";
  /**
   * Tries on a scratch table that this kernel's elements lapse and that late openings and renewals are refused.
   * Never throws; `detail` is a sentence for a person.
   */
  checkGuard(): Promise<{ readonly ok: boolean; readonly detail: string }>;
  close(): void;
}

/** The table of a node. */
export const gateTable = (node: string): string => `leasehold-${node.replaceAll(/[^A-Za-z0-9_.-]/g, "_")}`;

/** Must be called in the network namespace it guards. Throws KernelError when the packet filter cannot be reached. */
export function createGate(options: GateOptions): KernelGate {
  return options.guard === "off" ? openGate() : new NftablesGate(options);
}

/** What the control run uses: no guard at all. */
function openGate(): KernelGate {
  return {
    guard: "off",
    arm: async () => "kept",
    perform: () => ({ ok: true }),
    remove: async () => {},
    checkGuard: async () => ({ ok: true, detail: "the guard is switched off; addresses are not silenced" }),
    close: () => {},
  };
}

class NftablesGate implements KernelGate {
  readonly guard = "on";
  readonly #table: string;
  readonly #cards: readonly string[];
  readonly #socket: NetlinkSocket;
  #indexes: readonly number[] = [];
  #sets: LeaseSets | null = null;
  #managed: readonly string[] = [];
  /** Set-ups run one after another. */
  #settled: Promise<unknown> = Promise.resolve();

  constructor(options: GateOptions) {
    this.#table = gateTable(options.node);
    this.#cards = options.cards;
    this.#socket = openNfnetlink();
  }

  arm(addresses: readonly string[], keep: boolean): Promise<"kept" | "made"> {
    return this.#afterOthers(() => this.#arm(addresses, keep));
  }

  async #arm(addresses: readonly string[], keep: boolean): Promise<"kept" | "made"> {
    for (const ip of addresses) ipBytes(ip);
    const indexes = this.#cards.map(cardIndex);
    const same = this.#sets !== null && indexes.every((index, i) => index === this.#indexes[i]);
    // A new revision exchanges `managed` alone: what is open stays open. A new process, or a card that was made
    // anew (its chains went with the old one), begins with everything shut.
    if (keep && same && (await this.#exchangeManaged(addresses))) return "kept";
    await runNft(tableScript(this.#table, this.#cards, addresses), "setting up the kernel's guard");
    this.#indexes = indexes;
    this.#sets = leaseSets(this.#table, indexes);
    this.#managed = addresses;
    return "made";
  }

  async #exchangeManaged(addresses: readonly string[]): Promise<boolean> {
    const script = `flush set netdev ${this.#table} managed\n${addElements(this.#table, addresses)}`;
    try {
      await runNft(script, "changing the guarded addresses");
    } catch {
      return false; // somebody took the tables away: make them afresh, shut
    }
    this.#managed = addresses;
    return true;
  }

  perform(operation: GateOperation): GateAnswer {
    if (this.#sets === null) {
      return { ok: false, reason: "failed", detail: "the kernel's guard has not been set up yet" };
    }
    const opening = operation.type === "arm" || operation.type === "open";
    const lost = opening ? this.#lostCard() : null;
    if (lost !== null) {
      return {
        ok: false,
        reason: "failed",
        detail: `the card ${lost} was replaced or removed, its guard with it`,
      };
    }
    return performOnSets(this.#socket, this.#sets, operation);
  }

  /** Chains go with their card, and a new card of the same name has none. */
  #lostCard(): string | null {
    for (const [i, card] of this.#cards.entries()) {
      try {
        if (cardIndex(card) !== this.#indexes[i]) return card;
      } catch {
        return card;
      }
    }
    return null;
  }

  remove(): Promise<void> {
    return this.#afterOthers(async () => {
      const route = openRoute();
      try {
        const present = listAddresses(route, null).find(({ ip }) => this.#managed.includes(ip));
        if (present !== undefined) {
          throw new LeaseholdError(
            "kernel",
            `the guard stays: the managed address ${present.ip} is still on a card of this machine`,
          );
        }
      } finally {
        route.close();
      }
      this.#sets = null;
      await runNft(deleteScript(this.#table), "removing the kernel's guard");
    });
  }

  async checkGuard(): Promise<{ ok: boolean; detail: string }> {
    try {
      return await this.#afterOthers(() => checkOnScratchTable(`${this.#table}-check`, this.#cards));
    } catch (error) {
      return { ok: false, detail: error instanceof Error ? error.message : String(error) };
    }
  }

  close(): void {
    this.#socket.close();
  }

  #afterOthers<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#settled.then(act);
    this.#settled = result.catch(() => {});
    return result;
  }
}

// `add` first, so that the deletion in the same transaction never fails.
const deleteScript = (table: string): string => `add table netdev ${table}\ndelete table netdev ${table}\n`;

function addElements(table: string, addresses: readonly string[]): string {
  return addresses.length === 0 ? "" : `add element netdev ${table} managed { ${addresses.join(", ")} }\n`;
}

/**
 * One transaction. Only what would answer *for* a managed address is dropped: packets to it coming in, packets from
 * it going out. Packets from it coming in, and to it going out, belong to another holder's clients, among them our
 * own conflict probe. An announcement by another holder names the address as sender and as target; it is let in, so
 * that this machine, as a client, learns of the move; an answer to it would be dropped on its way out.
 */
function tableScript(table: string, cards: readonly string[], addresses: readonly string[]): string {
  const devices = cards.map((card) => `"${card}"`).join(", ");
  return `${deleteScript(table)}table netdev ${table} {
  set managed { type ipv4_addr; }
${LEASE_SETS}
  chain ingress {
    type filter hook ingress devices = { ${devices} } priority -500; policy accept;
    meta iif @live accept
    ip daddr @managed drop
    arp saddr ip @managed accept
    arp daddr ip @managed drop
  }
  chain egress {
    type filter hook egress devices = { ${devices} } priority -500; policy accept;
    meta oif @live accept
    ip saddr @managed drop
    arp saddr ip @managed drop
  }
}
${addElements(table, addresses)}`;
}

const TRIAL_TIMEOUT_MS = 30;
/** The element must be gone by then: its timeout and the coarsest tick there is. */
const LAPSED_MS = TRIAL_TIMEOUT_MS + 15;

async function checkOnScratchTable(
  table: string,
  cards: readonly string[],
): Promise<{ ok: boolean; detail: string }> {
  await runNft(tableScript(table, cards, []), "trying the kernel's guard");
  const socket = openNfnetlink();
  try {
    const sets = leaseSets(table, cards.map(cardIndex));
    let refused = "";
    // A pause of this process in the middle looks like a fault; a fault shows each time.
    for (let attempt = 0; attempt < 3; attempt++) {
      const fault = await tryElements((operation) => performOnSets(socket, sets, operation));
      if (fault === null) {
        return { ok: true, detail: `the kernel's guard works on ${cards.join(", ")} (Linux ${release()})` };
      }
      refused = fault;
    }
    return { ok: false, detail: `this kernel (Linux ${release()}) cannot guard addresses: ${refused}` };
  } finally {
    socket.close();
    await runNft(deleteScript(table), "removing the trial of the kernel's guard");
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
