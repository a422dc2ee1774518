/** The vocabulary of majority leases: what heartbeats and append acknowledgements carry. Pure values. */
import type { LogIndex, Millis, NodeId, Term } from "../core/types.ts";
import type { Incarnation, SessionId } from "../ledger/types.ts";

/** What a node says about a peer that it has heard, in each of its heartbeats. */
export interface PeerReport {
  readonly node: NodeId;
  /** Of the newest heartbeat heard from that peer. */
  readonly incarnation: Incarnation;
  readonly number: number;
  readonly seq: number;
  /** Milliseconds since it was received, when this report left; rounded up. */
  readonly age: Millis;
  /** Whether that peer's newest heartbeat said that it hears this node (this incarnation, within suspectAfter). */
  readonly hearsUs: boolean;
  /**
   * The echo of a majority lease: the newest heartbeat received while support was not withdrawn. Its session
   * number and send time by the peer's own clock. Null: no support (withdrawn, expired, or none received).
   */
  readonly echo: { readonly number: number; readonly seq: number; readonly sentAt: Millis } | null;
  /** What the sender remembers contradicts that peer's disk (R13.4). Absent: nothing does. */
  readonly doubt?: StoreDoubt;
}

/**
 * older: there was a later start of this store: it is an old image. other: another store bears this name. `index`: of the entry
 * that says so; whoever knows of a later one about itself knows better.
 */
export interface StoreDoubt {
  readonly kind: "older" | "other";
  readonly index: LogIndex;
}

/** What a node says of its disk (R13). */
export interface StoreWord {
  /** Random, made with the store. */
  readonly generation: string;
  /** blank: nobody has vouched for it. vetting: it was vouched for before this start, or is in doubt. certified: it counts. */
  readonly standing: "blank" | "vetting" | "certified";
  /**
   * The newest incarnation that had been vouched for on it when this one started (R13.4). Absent: it was blank then, or made by a build that
   * did not note it.
   */
  readonly vetted?: Incarnation;
  /** The founders that its file names, sorted, while its term is 0 and its log empty (R13.3). */
  readonly founders?: string;
  /** Of its ledger; grows by a forced recovery (R14). Absent: 0. */
  readonly epoch?: number;
}

/**
 * An idle leader's round of Raft (an empty append where everything is committed), the same for every peer: it rides in
 * the heartbeat that leaves anyway, so that nobody is woken once more for it. Raft takes loss, copies and disorder.
 */
export interface IdleRound {
  readonly term: Term;
  readonly prevIndex: LogIndex;
  readonly prevTerm: Term;
  readonly commit: LogIndex;
  readonly round: number;
}
/** The answer to one, while there is no Suspect whose age would have to go with it (N3). */
export interface IdleAnswer {
  readonly to: NodeId;
  readonly term: Term;
  readonly round: number;
  readonly match: LogIndex;
}

/** What one of two says came to it by IP lately; what came over a serial line does not count (R10a). */
export interface IpWord {
  /** From any host that is neither of the two, within one period of the pings (`suspectAfter`, if longer). */
  readonly others: boolean;
  /** From the other of the two, within `suspectAfter`. */
  readonly peer: boolean;
}

/**
 * Two nodes: what the sender reached of the ping targets, on every path. A round is its own count; the other compares it
 * once with the round that it has itself.
 */
export interface ArbitrationReport {
  readonly round: number;
  /** Targets (of `arbitration.targets`) that answered in that round. */
  readonly reached: readonly string[];
  /** `raceState` of the sender's ledger: where it is the receiver's, both know alike who shoots first (R11). */
  readonly race: number;
  /** "You have been the lower one for long: surrender, please." */
  readonly surrenderPlease: boolean;
  /** The last word of a process that has stopped everything and released it: it does nothing more, ever. */
  readonly farewell: boolean;
  /** The sender votes alone: its history, by which two that both went on alone settle who gives up. Null: it does not. */
  readonly alone: { readonly term: Term; readonly commit: LogIndex } | null;
  /** What had come to the sender by IP when it sent this (R10a). Null: not known, or of a build that does not say. */
  readonly byIp: IpWord | null;
}

/** One heartbeat. The transport adds cluster, key id, path and signature, and lets nothing replayed through. */
export interface Heartbeat {
  readonly from: NodeId;
  readonly incarnation: Incarnation;
  readonly number: number;
  /** Grows by one with each heartbeat of an incarnation, over all paths. */
  readonly seq: number;
  /** The sender's monotonic clock at the send; means nothing to anybody else. */
  readonly sentAt: Millis;
  readonly bootId: string;
  readonly reports: readonly PeerReport[];
  /** Absent: it counts, and nothing else is said of it. */
  readonly store?: StoreWord | undefined;
  /** Absent: none rides along. */
  readonly round?: IdleRound | undefined;
  readonly answer?: IdleAnswer | undefined;
  /** Absent: the document has no arbitration, or no round is over yet. */
  readonly arbitration?: ArbitrationReport | undefined;
}

/** Rides on append acknowledgements (N3): for each open Suspect in the sender's durable log. */
export interface AgeReport {
  readonly session: SessionId;
  readonly suspectIndex: LogIndex;
  readonly suspectTerm: Term;
  /** Milliseconds, at the send, since the last heartbeat that the sender could have echoed; rounded down. */
  readonly age: Millis;
}
