/** An exact model of the kernel's two sets on one card, in true time, with the jiffies that make an element end early. */
import type { GateAnswer, GateOperation } from "../../network/port.ts";

export class KernelSets {
  armedUntil = Number.NEGATIVE_INFINITY;
  liveUntil = Number.NEGATIVE_INFINITY;
  /** A plain add in place of the two steps: nothing is refused because `armed` has lapsed. */
  readonly plainCreate: boolean;

  constructor(options: { readonly plainCreate: boolean }) {
    this.plainCreate = options.plainCreate;
  }

  /** One batch, executed at true time `at`; `early` ms are lost to the kernel's rounding. */
  perform(operation: GateOperation, at: number, early: number): GateAnswer {
    const expired: GateAnswer = { ok: false, reason: "expired", detail: "ENOENT" };
    switch (operation.type) {
      case "arm":
        this.armedUntil = at + operation.timeout - early;
        return { ok: true };
      case "open":
        if (!this.plainCreate && at >= this.armedUntil) return expired;
        this.armedUntil = Number.NEGATIVE_INFINITY;
        this.liveUntil = at + operation.timeout - early;
        return { ok: true };
      case "renew":
        if (at >= this.liveUntil) return expired;
        this.liveUntil = at + operation.timeout - early;
        return { ok: true };
      case "close":
        this.armedUntil = Number.NEGATIVE_INFINITY;
        this.liveUntil = Number.NEGATIVE_INFINITY;
        return { ok: true };
    }
  }
}
