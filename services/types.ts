/**
 * What goes in and out of the holder's life (`holding.ts`, which owns one `group.ts` per group and the pure guard):
 * pure values. The daemon performs the actions on the real machine, the simulator on a simulated one.
 */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import type {
  Command,
  GroupName,
  GroupSpec,
  Ledger,
  LedgerEvent,
  SessionId,
  Token,
  Word,
} from "../consensus/ledger/types.ts";
import type { GateAnswer, GateOperation, NetworkChange } from "../network/port.ts";
import type { ServiceSpec } from "./port.ts";

/** A managed address as it is on a card now. */
export interface FoundAddress {
  readonly card: string;
  readonly ip: string;
  readonly prefix: number;
}

/**
 * What a daemon hands to its next incarnation (G4). All moments are on the boot-time clock, so the receiver must be on
 * the same machine in the same boot: whoever passes it on checks the kernel's boot id.
 */
export interface HandedOver {
  /** Null: there was none, and nothing is handed over. */
  readonly session: SessionId | null;
  /** V of that session: what rests on it ends then, unless an Adopt has been committed before. */
  readonly validUntil: Millis;
  /** B of G1: the latest moment at which the live element can die; null: the gate is shut. */
  readonly gateDies: Millis | null;
  /** The kernel's managed set. */
  readonly managed: readonly string[];
  readonly groups: readonly {
    readonly spec: GroupSpec;
    readonly token: Token;
    /** `up`: nothing was under way with it, and it was there. `exits`: when it ended within its restart window. */
    readonly members: readonly {
      readonly name: string;
      readonly up: boolean;
      readonly exits: readonly Millis[];
    }[];
  }[];
}

/**
 * Something of a group that is on this machine without a lease (R15), in one sentence. `group` null: no group can be kept apart
 * from it, so nothing that rests on the guard may be given to this node.
 */
export interface Finding {
  readonly group: GroupName | null;
  readonly text: string;
}

export type HoldingEvent =
  /** The ledger after an apply (the replica's own object: read, never kept across events, never changed). */
  | { readonly type: "ledger"; readonly ledger: Ledger }
  /** The replica's word on how long this node may serve. */
  | {
      readonly type: "session";
      readonly session: SessionId;
      readonly validUntil: Millis;
      /** Past the session's own deadline: what runs goes on, nothing new is started. Absent: no. */
      readonly beyond?: boolean;
    }
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
  /** The holder of a group that is promised to this node says that it has stopped it (S2). `from`: over whose stream it came. */
  | { readonly type: "let-go"; readonly from: NodeId; readonly word: Word }
  /** What the daemon before handed over (G4). At most once, before `leftovers`; only within the same boot. */
  | { readonly type: "inherit"; readonly handed: HandedOver }
  /**
   * What the machine holds from before this process: managed addresses on its cards and members with live processes,
   * what was handed over included. Sent once, first.
   */
  | {
      readonly type: "leftovers";
      readonly addresses: readonly FoundAddress[];
      readonly services: readonly { readonly group: GroupName; readonly member: string }[];
      /** The kernel refused the guard at start: this node must not hold anything that rests on it. */
      readonly guard: { readonly ok: boolean; readonly detail: string };
    }
  /** The kernel says that something of the network has changed: by us, or by somebody else's hands. */
  | { readonly type: "network"; readonly change: NetworkChange }
  /** The answer to `look`: every address on the configured cards but their fixed ones, and each configured card. */
  | {
      readonly type: "looked";
      readonly addresses: readonly FoundAddress[];
      readonly links: readonly { readonly card: string; readonly up: boolean; readonly gone: boolean }[];
    }
  /** What the daemon found wrong with the machine (R15); all that hold now. */
  | { readonly type: "foreign"; readonly findings: readonly Finding[] }
  /** The machine was suspended: the kernel's timers stood still while our clock went on (T1). */
  | { readonly type: "suspended"; readonly ms: Millis }
  /** SIGTERM: stop everything in reverse, release, then say `drained`. */
  | { readonly type: "shutdown" }
  /** A restart in place: answered with `handed-over`, after which this life does nothing more, ever (G4). */
  | { readonly type: "hand-over" };

/** T4: the driver reads the clock immediately before performing and refuses (`done`, ok false, "late") past `deadline`. */
export type HoldingAction =
  /** Synchronous; the answer is fed back at once. */
  | { readonly type: "gate"; readonly operation: GateOperation }
  /**
   * Kernel tables for these addresses. `keep`: leave them as they are, `live` included, when they are in place and the
   * same, else make them anew; `done` says which, its detail being "kept" or "made".
   */
  | {
      readonly type: "arm-gate";
      readonly id: number;
      readonly addresses: readonly string[];
      readonly keep: boolean;
    }
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
  /** S2: to the heir's node, at once; lost, the Release does it. */
  | { readonly type: "let-go"; readonly to: NodeId; readonly word: Word }
  | {
      readonly type: "note";
      readonly level: "info" | "warn";
      readonly group: GroupName | null;
      readonly text: string;
    }
  /** See what the machine shows now; answered with `looked`. */
  | { readonly type: "look" }
  /** After `shutdown`: nothing is held any more, or nothing more can be done. */
  | { readonly type: "drained"; readonly clean: boolean }
  /** After `hand-over`: for the next incarnation. Nothing may be performed, renewed or extended after it. */
  | { readonly type: "handed-over"; readonly state: HandedOver };
