/** All that one node remembers of what it holds; `holding.ts` is the only one to change it. Pure. */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import type { GroupName, Token } from "../consensus/ledger/types.ts";
import { type Asks, newAsks } from "./asks.ts";
import { type Gating, newGating } from "./gating.ts";
import type { GroupLife } from "./life.ts";
import type { Standing } from "./right.ts";
import type { Stray } from "./strays.ts";
import { emptyView } from "./view.ts";

export interface HoldingOptions {
  readonly self: NodeId;
  /** Until a configuration is in force. */
  readonly ttl: Millis;
}

export interface Holding {
  standing: Standing;
  readonly fallbackTtl: Millis;
  readonly lives: Map<GroupName, GroupLife>;
  readonly gating: Gating;
  readonly asks: Asks;
  /** `leftovers` has come: before it nothing is known of the machine, and nothing is done. */
  started: boolean;
  /** Why the kernel refused the guard at start; null when it did not. */
  kernelRefused: string | null;
  strays: readonly Stray[];
  /** Service guards hold this deadline at least. */
  extendedTo: Millis;
  /** Tokens held when the shutdown began; what is granted after it goes back without having been touched. */
  drainTokens: ReadonlyMap<GroupName, Token> | null;
  drained: boolean;
  lastId: number;
}

export function createHolding(options: HoldingOptions): Holding {
  return {
    standing: {
      self: options.self,
      view: emptyView,
      session: null,
      validUntil: Number.NEGATIVE_INFINITY,
      ttl: options.ttl,
      draining: false,
      unguarded: null,
    },
    fallbackTtl: options.ttl,
    lives: new Map(),
    gating: newGating(),
    asks: newAsks(),
    started: false,
    kernelRefused: null,
    strays: [],
    extendedTo: Number.NEGATIVE_INFINITY,
    drainTokens: null,
    drained: false,
    lastId: 0,
  };
}
