/** One node's machine in miniature, in true time: card, kernel gate, service guards. What it is told, it does. */
import type { GroupName } from "../../consensus/ledger/types.ts";
import type { GateAnswer, GateOperation } from "../../network/port.ts";
import { KernelSets } from "../guard/kernel.ts";

export interface Running {
  token: bigint;
  /** The service guard kills at this moment. */
  deadline: number;
}

export class Machine {
  readonly addresses = new Map<string, number>();
  readonly services = new Map<GroupName, Running>();
  readonly sets = new KernelSets({ plainCreate: false });
  managed: ReadonlySet<string> | null = null;

  arm(addresses: readonly string[], fresh: boolean): void {
    this.managed = new Set(addresses);
    if (fresh) this.sets.perform({ type: "close" }, 0, 0);
  }

  gate(operation: GateOperation, at: number, early: number): GateAnswer {
    if (this.managed === null) return { ok: false, reason: "failed", detail: "no tables" };
    return this.sets.perform(operation, at, early);
  }

  /** The service guards have acted up to this moment. */
  settle(at: number): GroupName[] {
    const killed = [...this.services].filter(([, running]) => running.deadline <= at).map(([name]) => name);
    for (const name of killed) this.services.delete(name);
    return killed;
  }

  /** Addresses that answer at this moment: on a card, and not silenced by the gate. */
  heard(at: number): string[] {
    const open = at < this.sets.liveUntil;
    return [...this.addresses.keys()].filter((ip) => open || this.managed === null || !this.managed.has(ip));
  }
}
