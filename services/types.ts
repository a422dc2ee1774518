/**
 * What goes in and out of the holder's life (`holding.ts`, which owns one `group.ts` per group and the pure guard):
 * pure values. The daemon performs the actions on the real machine, the simulator on a simulated one.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { Command, GroupName, Ledger, LedgerEvent, SessionId, Token } from "../consensus/ledger/types.ts";
import type { GateAnswer, GateOperation, NetworkChange } from "../network/port.ts";
import type { ServiceSpec } from "./port.ts";

export type HoldingEvent =
  /** The ledger after an apply (the replica's own object: read, never kept across events, never changed). */
  | { readonly type: "ledger"; readonly ledger: Ledger }
  /** The replica's word on how long this node may serve. */
  | { readonly type: "session"; readonly session: SessionId; readonly validUntil: Millis }
  | { readonly type: "tick" }
  /** An action with this id has ended. Gate operations answer with `gate-answer` instead. */
  | { readonly type: "done"; readonly action: number; readonly ok: boolean; readonly detail: string }
  | { readonly type: "gate-answer"; readonly operation: GateOperation; readonly answer: GateAnswer }
  /** `byGuard`: at its deadline; no failure of the service. */
  | {
      readonly type: "service-exited";
      readonly group: GroupName;
      readonly member: string;
      readonly why: string;
      readonly byGuard?: boolean;
    }
  | {
      readonly type: "outcome";
      readonly id: number;
      readonly result:
        | { readonly ok: true; readonly events: readonly LedgerEvent[] }
        | { readonly ok: false; readonly reason: string };
    }
  /**
   * What the machine holds from before this process: managed addresses on its cards and groups with live processes.
   * Sent once, first.
   */
  | {
      readonly type: "leftovers";
      readonly addresses: readonly { readonly card: string; readonly ip: string; readonly prefix: number }[];
      readonly services: readonly { readonly group: GroupName; readonly member: string }[];
      /** The kernel refused the guard at start: this node must not hold anything that rests on it. */
      readonly guard: { readonly ok: boolean; readonly detail: string };
    }
  /** The kernel says that something of the network has changed: by us, or by somebody else's hands. */
  | { readonly type: "network"; readonly change: NetworkChange }
  /** What the daemon found wrong with the machine (R15); one sentence each, all that hold now. */
  | { readonly type: "foreign"; readonly findings: readonly string[] }
  /** The machine was suspended: the kernel's timers stood still while our clock went on (T1). */
  | { readonly type: "suspended"; readonly ms: Millis }
  /** SIGTERM: stop everything in reverse, release, then say `drained`. */
  | { readonly type: "shutdown" };

/** T4: the driver reads the clock immediately before performing and refuses (`done`, ok false, "late") past `deadline`. */
export type HoldingAction =
  /** Synchronous; the answer is fed back at once. */
  | { readonly type: "gate"; readonly operation: GateOperation }
  /** (Re)make the kernel tables for these addresses, `live` empty. */
  | { readonly type: "arm-gate"; readonly id: number; readonly addresses: readonly string[] }
  /** Conflict probe; ok: nobody answered within `window`. Not ok: `detail` names the MAC. */
  | {
      readonly type: "probe";
      readonly id: number;
      readonly group: GroupName;
      readonly ip: string;
      readonly window: Millis;
      readonly deadline: Millis;
    }
  | {
      readonly type: "add-address";
      readonly id: number;
      readonly group: GroupName;
      readonly ip: string;
      readonly prefix: number;
      readonly deadline: Millis;
    }
  /** No deadline: taking away is always lawful. Verified by reading back. */
  | { readonly type: "remove-address"; readonly id: number; readonly ip: string; readonly prefix: number }
  | { readonly type: "announce"; readonly group: GroupName; readonly ip: string; readonly deadline: Millis }
  | {
      readonly type: "start-service";
      readonly id: number;
      readonly group: GroupName;
      readonly member: string;
      readonly spec: ServiceSpec;
      readonly token: Token;
      readonly deadline: Millis;
      /** Keep processes that are still there from a predecessor within the same lease. */
      readonly adopt: boolean;
    }
  | {
      readonly type: "extend-service";
      readonly group: GroupName;
      readonly member: string;
      readonly deadline: Millis;
    }
  | {
      readonly type: "stop-service";
      readonly id: number;
      readonly group: GroupName;
      readonly member: string;
      readonly timeout: Millis;
    }
  | {
      readonly type: "kill-service";
      readonly id: number;
      readonly group: GroupName;
      readonly member: string;
    }
  | { readonly type: "propose"; readonly id: number; readonly commands: readonly Command[] }
  | {
      readonly type: "note";
      readonly level: "info" | "warn";
      readonly group: GroupName | null;
      readonly text: string;
    }
  /** After `shutdown`: nothing is held any more, or nothing more can be done. */
  | { readonly type: "drained"; readonly clean: boolean };
