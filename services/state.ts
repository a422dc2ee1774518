/** Everything the holder's life remembers between two events, and nothing that is done with it. */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import type { GroupName, SessionId, Token } from "../consensus/ledger/types.ts";
import type { Card } from "../network/port.ts";
import { type Asks, newAsks } from "./asks.ts";
import { newCards } from "./cards.ts";
import { type Gating, newGating } from "./gating.ts";
import type { GroupLife } from "./life.ts";
import { type Beginning, newRation, type Ration } from "./ration.ts";
import type { Standing } from "./right.ts";
import type { Stray } from "./strays.ts";
import { newTally, type Tally } from "./tally.ts";
import type { Finding, FoundAddress, HandedOver } from "./types.ts";
import { emptyView, type LeaseView, type LedgerView } from "./view.ts";
import type { Words } from "./words.ts";

export interface HoldingOptions {
  readonly self: NodeId;
  /** Until a configuration is in force. */
  readonly ttl: Millis;
  /** The cards of the node's file. */
  readonly cards: readonly Card[];
}

/** What a node says of itself, and its tables, rest on beside what is in the sight of `attention.ts`. */
export interface Rest {
  readonly leases: LedgerView["leases"];
  readonly sessions: LedgerView["sessions"];
  readonly cards: LedgerView["cards"];
  readonly foreign: readonly Finding[];
  readonly failure: Gating["failure"];
  readonly arming: Gating["arming"];
}

/** What groups say together, by how the keys of such wishes begin. */
export type Saying = "release/" | "report/";

export interface Attention {
  /** Look at everything at each event. */
  always: boolean;
  /** What the verdicts on all groups rest on, as it was at the last look; null: look at everything. */
  sight: Sight | null;
  /** What lets a turn end early, as it was when the last one left nothing open; null: something was. */
  rest: Rest | null;
  /** Groups of which something is known that has not been looked at. */
  readonly touched: Set<GroupName>;
  /** Lives that would have begun something, longest waiting first. */
  readonly waiting: Readonly<Record<Beginning, Set<GroupLife>>>;
  /** Lives that have something to say, when what is under way has been answered. */
  readonly unsaid: Readonly<Record<Saying, Set<GroupLife>>>;
  /** The least of all `dueAt`, or earlier. */
  nextDue: Millis;
}

/** Facts in a fixed order. */
export interface Sight {
  readonly facts: unknown[];
  at: number;
  changed: boolean;
}

const newAttention = (): Attention => ({
  always: false,
  sight: null,
  rest: null,
  touched: new Set(),
  waiting: { address: new Set(), service: new Set() },
  unsaid: { "release/": new Set(), "report/": new Set() },
  nextDue: Number.NEGATIVE_INFINITY,
});

/** What somebody did to an address on a card. */
export type AddressChange = "added" | "gone";

/** What is known of other hands on the addresses of this node. */
export interface Hands {
  /** Addresses on the cards as the kernel has last said. */
  readonly there: Map<string, FoundAddress>;
  /** What the kernel is still to say of our own acts, in their order. */
  echoes: { readonly ip: string; readonly what: AddressChange; readonly at: Millis }[];
  /** How often somebody else's hands were seen. */
  count: number;
}

const newHands = (): Hands => ({ there: new Map(), echoes: [], count: 0 });

/** Leases of earlier sessions of this node, as last looked for. */
export interface Inherited {
  readonly leases: LedgerView["leases"];
  readonly session: SessionId | null;
  readonly found: readonly (readonly [GroupName, LeaseView & { readonly holder: SessionId }])[];
}

export interface Holding {
  standing: Standing;
  readonly fallbackTtl: Millis;
  readonly lives: Map<GroupName, GroupLife>;
  readonly tally: Tally;
  readonly attention: Attention;
  readonly ration: Ration;
  /** Whose the actions under way are. */
  readonly underWay: Map<number, GroupLife>;
  readonly gating: Gating;
  readonly asks: Asks;
  readonly hands: Hands;
  /** From holders of groups that are promised to this node (S3). */
  readonly words: Words;
  /** `leftovers` has come: before it nothing is known of the machine, and nothing is done. */
  started: boolean;
  /** Why the kernel refused the guard at start; null when it did not. */
  kernelRefused: string | null;
  /** What the daemon found wrong with the machine (R15). */
  foreign: readonly Finding[];
  strays: readonly Stray[];
  /** Service guards hold this deadline at least. */
  extendedTo: Millis;
  /** Tokens held when the shutdown began; what is granted after it goes back without having been touched. */
  drainTokens: ReadonlyMap<GroupName, Token> | null;
  drained: boolean;
  /** What came from the daemon before (G4). */
  inheritance: HandedOver | null;
  /** `asked`: to be handed over as soon as the gate's last batch is answered. `over`: nothing is done any more. */
  handOver: "no" | "asked" | "over";
  inherited: Inherited | null;
  lastId: number;
}

export function createHolding(options: HoldingOptions): Holding {
  return {
    standing: {
      self: options.self,
      view: emptyView,
      session: null,
      validUntil: Number.NEGATIVE_INFINITY,
      beyond: false,
      ttl: options.ttl,
      draining: false,
      unguarded: null,
      cards: newCards(options.cards),
      handed: null,
    },
    fallbackTtl: options.ttl,
    lives: new Map(),
    tally: newTally(),
    attention: newAttention(),
    ration: newRation(),
    underWay: new Map(),
    gating: newGating(),
    asks: newAsks(),
    hands: newHands(),
    words: new Map(),
    started: false,
    kernelRefused: null,
    foreign: [],
    strays: [],
    extendedTo: Number.NEGATIVE_INFINITY,
    drainTokens: null,
    drained: false,
    inheritance: null,
    handOver: "no",
    inherited: null,
    lastId: 0,
  };
}
