/**
 * The gate in the kernel: on each guarded card, nothing answers for a managed address while the card is not in the
 * set `live`, whose elements the kernel lets lapse at the end of the lease, whatever has become of this process.
 */
import { LeaseholdError } from "../errors.ts";
import { gateSpec, gateTable, MANAGED } from "./gatetable.ts";
import { addressBytes, type Family } from "./kernel/ipv6.ts";
import { type LeaseSets, leaseSets, performOnSets } from "./kernel/leasesets.ts";
import type { NetlinkSocket } from "./kernel/netlink.ts";
import { type Change, openNfnetlink } from "./kernel/nfnetlink.ts";
import { changeElements, dropTable, makeTable, readElements, tableDiffers } from "./kernel/nftables.ts";
import { listAddresses, openRoute } from "./kernel/rtnetlink.ts";
import { cardIndex, KernelError } from "./kernel/syscalls.ts";
import type { Gate, GateAnswer, GateOperation } from "./port.ts";
import { checkIpv6, perform, tryGate, type Verdict } from "./trial.ts";

export interface GateOptions {
  /** Part of the table's name, so that two nodes in one namespace keep apart. */
  readonly node: string;
  /** The cards to guard, by name; they open and shut together. */
  readonly cards: readonly string[];
  /** "off" answers "ok" to everything and leaves the kernel alone: for control measurements only. */
  readonly guard: "on" | "off";
}

export interface GuardCheck extends Verdict {
  /** Whether IPv6 addresses can be had here at all; without, only groups that have one cannot be held. */
  readonly ipv6: Verdict;
}

export interface KernelGate extends Gate {
  readonly guard: "on" | "off";
  /** What `openWatch` must know to tell this gate's own changes from somebody else's; null without a guard. */
  readonly watched: { readonly table: string; readonly port: number } | null;
  /**
   * Tries on a scratch table that this kernel's elements lapse and that late openings and renewals are refused.
   * Never throws.
   */
  checkGuard(): Promise<GuardCheck>;
  close(): void;
}

/** Must be called in the network namespace it guards. Throws KernelError when the packet filter cannot be reached. */
export function createGate(options: GateOptions): KernelGate {
  return options.guard === "off" ? openGate(options.cards) : new NftablesGate(options);
}

/** What the control run uses: no guard at all. */
function openGate(cards: readonly string[]): KernelGate {
  const detail = "the guard is switched off; addresses are not silenced";
  return {
    guard: "off",
    watched: null,
    arm: async () => "kept",
    perform: () => ({ ok: true }),
    remove: async () => {},
    checkGuard: async () => ({ ok: true, detail, ipv6: checkIpv6(cards) }),
    close: () => {},
  };
}

type Managed = Readonly<Record<Family, ReadonlySet<string>>>;

/** Keys of the managed sets, hex. Throws LeaseholdError "invalid-argument". */
function managedKeys(addresses: readonly string[]): Managed {
  const keys = { 4: new Set<string>(), 6: new Set<string>() };
  for (const ip of addresses) {
    const bytes = addressBytes(ip);
    keys[bytes.length === 4 ? 4 : 6].add(bytes.toString("hex"));
  }
  return keys;
}

class NftablesGate implements KernelGate {
  readonly guard = "on";
  readonly watched: { readonly table: string; readonly port: number };
  readonly #table: string;
  readonly #cards: readonly string[];
  readonly #socket: NetlinkSocket;
  #indexes: readonly number[] | null = null;
  #sets: LeaseSets | null = null;
  #managed: Managed = { 4: new Set(), 6: new Set() };

  constructor(options: GateOptions) {
    this.#table = gateTable(options.node);
    this.#cards = options.cards;
    this.#socket = openNfnetlink();
    this.watched = { table: this.#table, port: this.#socket.port };
  }

  async arm(addresses: readonly string[], keep: boolean): Promise<"kept" | "made"> {
    const wanted = managedKeys(addresses);
    const indexes = this.#cards.map(cardIndex);
    // A card that was made anew has a new index, and may have lost its chains with the old one.
    const replaced = this.#indexes !== null && indexes.some((index, i) => index !== this.#indexes?.[i]);
    const kept = keep && !replaced && this.#adjust(wanted);
    if (!kept) this.#make(wanted);
    this.#indexes = indexes;
    this.#sets = leaseSets(this.#table, indexes);
    this.#managed = wanted;
    return kept ? "kept" : "made";
  }

  #make(wanted: Managed): void {
    const changes = makeTable(gateSpec(this.#table, this.#cards));
    for (const family of [4, 6] as const) {
      changes.push(...this.#elements("add", family, wanted[family]));
    }
    perform(this.#socket, changes, "setting up the kernel's guard");
  }

  /** Only `managed` may differ; false, and nothing changed, when anything else does. `live` is not touched. */
  #adjust(wanted: Managed): boolean {
    try {
      if (tableDiffers(this.#socket, gateSpec(this.#table, this.#cards)) !== null) return false;
      // An element that never ends would hold the gate open for ever.
      for (const set of ["armed", "live"]) {
        if (readElements(this.#socket, this.#table, set).lasting) return false;
      }
      const changes: Change[] = [];
      for (const family of [4, 6] as const) {
        const there = readElements(this.#socket, this.#table, MANAGED[family]).keys;
        changes.push(
          ...this.#elements("delete", family, without(there, wanted[family])),
          ...this.#elements("add", family, without(wanted[family], there)),
        );
      }
      if (changes.length > 0) perform(this.#socket, changes, "changing the guarded addresses");
      return true;
    } catch (error) {
      if (error instanceof KernelError) return false; // changing under our hands: made afresh
      throw error;
    }
  }

  #elements(what: "add" | "delete", family: Family, keys: Iterable<string>): Change[] {
    const bytes = Array.from(keys, (key) => Buffer.from(key, "hex"));
    return changeElements(what, this.#table, MANAGED[family], bytes);
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
        if (cardIndex(card) !== this.#indexes?.[i]) return card;
      } catch {
        return card;
      }
    }
    return null;
  }

  async remove(): Promise<void> {
    const route = openRoute();
    try {
      const present = listAddresses(route, null).find(({ family, ip }) =>
        this.#managed[family].has(addressBytes(ip).toString("hex")),
      );
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
    perform(this.#socket, dropTable(this.#table), "removing the kernel's guard");
  }

  async checkGuard(): Promise<GuardCheck> {
    const ipv6 = checkIpv6(this.#cards);
    try {
      return { ...(await tryGate(`${this.#table}-check`, this.#cards)), ipv6 };
    } catch (error) {
      return { ok: false, detail: error instanceof Error ? error.message : String(error), ipv6 };
    }
  }

  close(): void {
    this.#socket.close();
  }
}

const without = (all: ReadonlySet<string>, some: ReadonlySet<string>): string[] =>
  [...all].filter((each) => !some.has(each));
