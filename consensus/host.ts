/** What the replica is to each of its parts. */
import type { Core } from "./core/core.ts";
import type { CoreEvent, Millis } from "./core/types.ts";
import type { Ledger } from "./ledger/types.ts";
import type { ReplicaEffect } from "./types.ts";

export interface ReplicaHost {
  readonly core: Core;
  readonly ledger: Ledger;
  /** What is to be done, in order. */
  readonly emit: (...effects: readonly ReplicaEffect[]) => void;
  /** One event of the core; what follows is performed before this returns, or in order after what is being performed. */
  readonly step: (event: CoreEvent, now: Millis) => void;
}
