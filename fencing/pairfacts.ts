/** What one node of two looks at, and what it wants done about it. Gathered anew in each turn (`consensus/pairing.ts`). */
import type { LogIndex, Millis, NodeId, PlacedConfiguration } from "../consensus/core/types.ts";
import type {
  Arbitration,
  FenceAttempt,
  FenceDeviceSpec,
  Incarnation,
  Outlet,
  StopKind,
  StopRecord,
  Timing,
} from "../consensus/ledger/types.ts";
import type { ArbitrationReport } from "../consensus/sessions/types.ts";
import type { RiskFacts } from "./jeopardy.ts";
import type { LeaderView, Question } from "./solo.ts";

/**
 * off: no pair, or no voter of it. waiting: the two have not heard each other since this process started. apart: one of them
 * hears the other no more. alone: this node is the only voter.
 */
export type Standing = "off" | "waiting" | "together" | "apart" | "alone";

export interface PairFacts {
  readonly self: NodeId;
  readonly peer: NodeId;
  readonly incarnation: Incarnation;
  readonly arbitration: Arbitration;
  readonly timing: Pick<Timing, "ttl" | "heartbeat" | "suspectAfter">;
  /** The newest incarnation of the peer that is known, by its heartbeats or by the ledger (R1). */
  readonly peerIncarnation: Incarnation;
  /** Its newest heartbeat, which proved that it hears this incarnation of ours; null: none yet. */
  readonly heard: {
    readonly at: Millis;
    /** Of whoever sent it. */
    readonly incarnation: Incarnation;
    readonly hearsUs: boolean;
    readonly seq: number;
    readonly report: ArbitrationReport | null;
  } | null;
  /** The newest sign of it, on any way. */
  readonly contactAt: Millis | null;
  /** The newest configuration of this node's log. */
  readonly placed: PlacedConfiguration;
  readonly commit: LogIndex;
  /** Null: this node does not lead. */
  readonly leads: LeaderView | null;
  readonly leader: NodeId | null;
  /** A leader's: when the newest round that the peer has answered in this term began. Else -Infinity. */
  readonly confirmedAt: Millis;
  readonly storeCertified: boolean;
  /** By the ledger: groups that each holds. */
  readonly holds: ReadonlyMap<NodeId, number>;
  /** Groups that the peer holds by all of this node's log, what is not applied yet included. */
  readonly peerStillHolds: number;
  readonly stops: readonly StopRecord[];
  /** `raceState` of this node's ledger. */
  readonly race: number;
  /** How the peer is switched off, and how this node is. */
  readonly levels: readonly (readonly Outlet[])[];
  readonly ownLevels: readonly (readonly Outlet[])[];
  readonly devices: readonly FenceDeviceSpec[];
  /** Who put this node on standby; null: nobody. */
  readonly standby: string | null;
  /** The peer would take nothing that is given to it: on standby, or a witness. */
  readonly peerTakesNothing: boolean;
  /** Everything is under maintenance. */
  readonly maintained: boolean;
  /** An operator asked the peer's process, the one that is known, to restart in place. */
  readonly restarting: boolean;
  /** The peer's guard on record, its silence as this node could have echoed it, and W (N1). */
  readonly risk: RiskFacts & {
    readonly guardOnRecord: boolean;
    readonly silentFor: Millis;
    readonly wait: Millis;
  };
  /** A whole number that nobody could know before. */
  readonly random: () => number;
}

export type PairAct =
  /** Look what has come by IP since the last time. `anew`: what came before this moment does not matter. */
  | { readonly type: "listen"; readonly anew: boolean }
  | { readonly type: "probe"; readonly targets: readonly string[]; readonly timeout: Millis }
  | { readonly type: "ask"; readonly question: Question }
  /** To be begun not after `until` (T4). */
  | {
      readonly type: "power";
      readonly id: number;
      readonly action: "off" | "status" | "on";
      readonly outlets: readonly Outlet[];
      readonly until: Millis;
    }
  | { readonly type: "solo"; readonly why: string }
  /** Into the ledger, as soon as this node leads and knows all of its log. */
  | {
      readonly type: "commit";
      readonly kind: StopKind;
      readonly incarnation: Incarnation;
      readonly evidence: string;
      readonly attempts: readonly FenceAttempt[];
    }
  | { readonly type: "standby"; readonly on: boolean; readonly by: string; readonly why: string };
