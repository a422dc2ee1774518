/** One node's machine in miniature, in true time: card, kernel gate, service guards. What it is told, it does. */
import { type GroupName, groupName } from "../../consensus/ledger/types.ts";
import type { GateAnswer, GateOperation, NetworkChange } from "../../network/port.ts";
import type { HoldingAction } from "../../services/types.ts";
import { KernelSets } from "../guard/kernel.ts";
import { addressOf, DB, WEB } from "./specs.ts";

export interface Running {
  token: bigint;
  /** The service guard kills at this moment. */
  deadline: number;
}

export interface MemberName {
  readonly group: GroupName;
  readonly member: string;
}
export const keyOf = ({ group, member }: MemberName): string => `${group}.${member}`;
export function memberOf(key: string): MemberName {
  const [group = "", member = ""] = key.split(".");
  return { group: groupName(group), member };
}

export class Machine {
  readonly addresses = new Map<string, number>();
  /** By "GROUP.MEMBER". */
  readonly services = new Map<string, Running>();
  readonly sets = new KernelSets({ plainCreate: false });
  managed: ReadonlySet<string> | null = null;
  /** Addresses set by somebody else's hands: what root does is no fault of ours. */
  readonly foreign = new Set<string>();
  /** Somebody took the tables away, and they have not been made again: likewise. */
  flushed = false;

  /** `keep`: tables that are in place stay, with what is open; whatever else is made anew, shut. */
  arm(addresses: readonly string[], keep: boolean): "kept" | "made" {
    const kept = keep && this.managed !== null;
    this.managed = new Set(addresses);
    this.flushed = false;
    if (kept) return "kept";
    this.sets.perform({ type: "close" }, 0, 0);
    return "made";
  }

  /** Does what is asked; `say` is told what the kernel says of it. Returns what `done` says in detail. */
  act(action: HoldingAction, say: (change: NetworkChange) => void): string {
    const word = (type: "address-added" | "address-gone", ip: string) =>
      say({ type, card: "lan0", ip, prefix: 24 });
    switch (action.type) {
      case "arm-gate":
        return this.arm(action.addresses, action.keep);
      case "add-address":
        if (!this.addresses.has(action.ip)) word("address-added", action.ip);
        this.addresses.set(action.ip, action.prefix);
        this.foreign.delete(action.ip);
        break;
      case "remove-address":
        if (this.addresses.delete(action.ip)) word("address-gone", action.ip);
        this.foreign.delete(action.ip);
        break;
      case "start-service":
        this.services.set(keyOf(action), { token: action.token, deadline: action.deadline });
        break;
      case "stop-service":
      case "kill-service":
        this.services.delete(keyOf(action));
        break;
      default:
        break;
    }
    return "";
  }

  flush(): void {
    this.managed = null;
    this.flushed = true;
  }

  found(): { card: string; ip: string; prefix: number }[] {
    return [...this.addresses].map(([ip, prefix]) => ({ card: "lan0", ip, prefix }));
  }

  gate(operation: GateOperation, at: number, early: number): GateAnswer {
    if (this.managed === null) return { ok: false, reason: "failed", detail: "no tables" };
    return this.sets.perform(operation, at, early);
  }

  /** The service guards have acted up to this moment. */
  settle(at: number): MemberName[] {
    const killed = [...this.services].filter(([, running]) => running.deadline <= at).map(([key]) => key);
    for (const key of killed) this.services.delete(key);
    return killed.map(memberOf);
  }

  /** Addresses that answer at this moment: on a card, and not silenced by the gate. */
  heard(at: number): string[] {
    if (this.flushed) return [];
    const open = at < this.sets.liveUntil;
    const ours = [...this.addresses.keys()].filter((ip) => !this.foreign.has(ip));
    return ours.filter((ip) => open || this.managed === null || !this.managed.has(ip));
  }

  heardGroups(at: number): GroupName[] {
    const ips = this.heard(at);
    return [WEB, DB].filter((group) => ips.includes(addressOf(group)));
  }
}
