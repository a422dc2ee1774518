/**
 * Whether this node's disk counts, and who says so (safety, R13). A disk that may have forgotten a promise must not
 * speak for a voter: it takes the log, and waits until somebody vouches for it.
 */
import { isMember } from "./core/config.ts";
import type { Core } from "./core/core.ts";
import type { LogIndex, NodeId } from "./core/types.ts";
import { contradiction, hasForgotten } from "./ledger/stores.ts";
import type { Incarnation, Ledger } from "./ledger/types.ts";
import { byMajority } from "./sessions/arithmetic.ts";
import { type Hearing, heardOf } from "./sessions/hearing.ts";
import type { Heartbeat, StoreDoubt, StoreWord } from "./sessions/types.ts";
import { storeOf, type Tail } from "./tail.ts";

/** The disk as it was found at this start. */
export interface StartedStore {
  readonly generation: string;
  /** Nobody has vouched for it, at this start or before. */
  readonly blank: boolean;
  /** The newest incarnation that was vouched for on it; 0: none, or it was not noted. */
  readonly vetted: number;
}

export type Vouched =
  | { readonly type: "certified" }
  /** R13.3. `missing`: founders that have not said what they must; `odd`: one whose file names others. */
  | { readonly type: "founding"; readonly missing: readonly NodeId[]; readonly odd: NodeId | null }
  /** R13.2: it takes the log, and the leader will certify it. */
  | { readonly type: "taking-log" }
  /** R13.5: it waits for an operator's word. */
  | { readonly type: "unknown-disk"; readonly generation: string }
  /** R13.4. */
  | { readonly type: "vetting" }
  /** R13.5: an old image. `by`: who remembers, null where this node's own ledger does. */
  | { readonly type: "old-image"; readonly by: NodeId | null }
  /** R14: the cluster was recovered by force without this node's log. */
  | { readonly type: "left-behind"; readonly by: NodeId };

/** What the replica is to this part of it. */
export interface Host {
  readonly core: Core;
  readonly ledger: Ledger;
  readonly hearing: Hearing;
  readonly tail: Tail;
  /** Null: nothing is known of the disk, and it counts. */
  readonly store: StartedStore | null;
  readonly incarnation: Incarnation;
  /** The voters that this node's own file names. */
  readonly founders: readonly NodeId[];
}

export class Vouching {
  now: Vouched;
  private readonly host: Host;
  /** It is known on its own disk that somebody has vouched for it. */
  private admitted: boolean;
  /** So it is that this incarnation has been vouched for (R13.4). */
  private noted = false;
  /** The one founder has listened, and there is nobody. */
  private isAlone = false;
  private epochHeard: { readonly epoch: number; readonly by: NodeId } | null = null;
  private readonly foundersWord: string;
  /** The newest incarnation vouched for before this one, where the disk can know. */
  private readonly knew: Incarnation | undefined;

  constructor(host: Host) {
    this.host = host;
    this.admitted = host.store?.blank !== true;
    this.foundersWord = [...host.founders].sort().join(",");
    const { blank = true, vetted = 0 } = host.store ?? {};
    this.knew = blank || vetted === 0 ? undefined : (vetted as Incarnation);
    this.now = this.judge();
  }

  /** This incarnation is vouched for, and its disk does not know yet: the edge is to write that down, and then say `admitted`. */
  get wantsAdmission(): boolean {
    if (this.noted) return false;
    if (this.now.type === "vetting") return this.isVetted();
    return this.now.type === "founding" ? this.isFounded() : this.isCertifiedByLedger();
  }

  /** Nobody has vouched for it, at this start or before. */
  get isBlank(): boolean {
    return !this.admitted;
  }

  /** What a heartbeat says of epochs counts from whoever it comes; it is authentic (R14). */
  heard({ from, store }: Heartbeat): void {
    const epoch = store?.epoch ?? 0;
    if (epoch > (this.epochHeard?.epoch ?? 0)) this.epochHeard = { epoch, by: from };
  }

  /** Something may be otherwise than at the last look: a certified disk is looked at only where somebody objects. */
  get needsLook(): boolean {
    const { store, hearing, ledger, tail, core, incarnation } = this.host;
    if (store === null) return false;
    if (this.now.type !== "certified" || hearing.laterSelf !== null) return true;
    if (this.epochHeard !== null && this.epochHeard.epoch > ledger.epoch) return true;
    const own = storeOf(ledger, tail, core.options.self);
    return hearing.objections > 0 || (own !== undefined && own.incarnation !== incarnation);
  }

  admit(): void {
    this.admitted = true;
    this.noted = true;
  }

  listenedAlone(): void {
    this.isAlone = true;
  }

  /** Looks again. True: it is something else than before. */
  consider(): boolean {
    const before = this.now;
    this.now = this.judge();
    if (before.type !== this.now.type) return true;
    // The commonest say nothing else.
    if (before.type === "certified" || before.type === "taking-log" || before.type === "vetting")
      return false;
    return JSON.stringify(this.now) !== JSON.stringify(before);
  }

  /** What this node's heartbeats say of its disk. */
  word(): StoreWord | undefined {
    const { store, ledger } = this.host;
    if (store === null) return undefined;
    const counts = this.now.type === "certified";
    const standing = counts ? "certified" : this.admitted ? "vetting" : "blank";
    const { generation } = store;
    if (ledger.epoch === 0 && !this.maySayFounding())
      return this.knew === undefined ? { generation, standing } : { generation, standing, vetted: this.knew };
    return {
      generation,
      standing,
      ...(this.knew === undefined ? undefined : { vetted: this.knew }),
      ...(this.maySayFounding() ? { founders: this.foundersWord } : undefined),
      ...(ledger.epoch > 0 ? { epoch: ledger.epoch } : undefined),
    };
  }

  private judge(): Vouched {
    const { store, ledger } = this.host;
    if (store === null) return { type: "certified" };
    if (this.epochHeard !== null && this.epochHeard.epoch > ledger.epoch) {
      return { type: "left-behind", by: this.epochHeard.by }; // R14
    }
    const against = this.contradicted(store);
    if (against?.kind === "older") return { type: "old-image", by: against.by };
    if (against?.kind === "other") return { type: "unknown-disk", generation: store.generation };
    if (!this.admitted) return this.unadmitted(); // R13.2, R13.3
    if (!this.noted) return { type: "vetting" }; // R13.4
    return { type: "certified" };
  }

  private unadmitted(): Vouched {
    if (!this.maySayFounding()) return { type: "taking-log" };
    const { founders, hearing, core } = this.host;
    const others = founders.filter((node) => node !== core.options.self);
    const wordOf = (node: NodeId): string | undefined => heardOf(hearing, node)?.newest.store?.founders;
    const missing = others.filter((node) => wordOf(node) !== this.foundersWord);
    const odd = missing.find((node) => wordOf(node) !== undefined) ?? null;
    return { type: "founding", missing, odd };
  }

  /** R13.3: every founder has said to this incarnation that its disk is as empty as this one, and names the same. */
  private isFounded(): boolean {
    const { now } = this;
    if (now.type !== "founding" || now.missing.length > 0) return false; // R13.3
    return this.isAlone || this.host.founders.length > 1;
  }

  private maySayFounding(): boolean {
    const { core, founders } = this.host;
    return core.term === 0 && core.lastIndex === 0 && founders.includes(core.options.self);
  }

  /** R13.2: by an entry that names this very store and incarnation, applied here. */
  private isCertifiedByLedger(): boolean {
    const { ledger, store, incarnation, core } = this.host;
    const fact = ledger.stores.get(core.options.self);
    if (this.now.type !== "taking-log" || fact === undefined) return false;
    return fact.generation === store?.generation && fact.incarnation === incarnation; // R13.2
  }

  /** R13.4: a majority, with this node, in which nobody objects. Learners are vetted by the voters. */
  private isVetted(): boolean {
    const { core, hearing } = this.host;
    const { self } = core.options;
    const stands = (node: NodeId): boolean => {
      const heard = heardOf(hearing, node);
      return heard?.ofUs != null && heard.newest.store?.standing !== "blank";
    };
    if (!isMember(core.configuration, self)) return false;
    return byMajority(core.configuration, (voter) => voter === self || stands(voter));
  }

  /** What anybody remembers against this start of this disk; this node's own log first. */
  private contradicted(store: StartedStore): { kind: StoreDoubt["kind"]; by: NodeId | null } | null {
    const { ledger, tail, hearing, incarnation, core } = this.host;
    const start = { generation: store.generation, incarnation, vetted: this.knew };
    const own = storeOf(ledger, tail, core.options.self);
    const against = contradiction(own, start);
    if (against !== null) return { kind: against, by: null };
    if (hasForgotten(own, start)) return { kind: "older", by: null }; // R13.4
    if (hearing.laterSelf !== null) return { kind: "older", by: hearing.laterSelf };
    for (const [by, { heard }] of hearing.peers) {
      const doubt = heard?.ofUs?.doubt;
      if (doubt !== undefined && isNews(doubt, own?.index)) return { kind: doubt.kind, by };
    }
    return null;
  }
}

/** Whoever lags may object to what it does not know yet: this node's own log knows better up to where it tells of itself. */
const isNews = (doubt: StoreDoubt, own: LogIndex | undefined): boolean => doubt.index > (own ?? 0);

/** No entry tells a store that it has not forgotten what it never knew. */
const NO_NEWS_HELPS = Number.MAX_SAFE_INTEGER as LogIndex;

/** What this node remembers against the disk of whoever sent this heartbeat (R13.5). */
export function doubtOf(
  ledger: Ledger,
  tail: Tail,
  hearing: Hearing,
  heartbeat: Pick<Heartbeat, "from" | "incarnation" | "store">,
): StoreDoubt | null {
  const { from, incarnation, store } = heartbeat;
  if (store === undefined) return null;
  const fact = storeOf(ledger, tail, from);
  const start = { generation: store.generation, incarnation, vetted: store.vetted };
  const counted = hearing.peers.get(from)?.counted;
  if (hasForgotten(fact, start) || hasForgotten(counted, start))
    return { kind: "older", index: NO_NEWS_HELPS };
  const kind = contradiction(fact, start);
  return kind === null || fact === undefined ? null : { kind, index: fact.index };
}
