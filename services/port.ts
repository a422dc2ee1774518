/** How the group life starts and stops one service, in a cgroup of its own, with a guard process of its own. */
import type { Millis } from "../consensus/core/types.ts";

/** `name`: "GROUP.MEMBER", unique on the node; names of the document have no dot. */
export type ServiceSpec =
  | {
      readonly type: "command";
      readonly name: string;
      readonly command: readonly string[];
      readonly environment: Readonly<Record<string, string>>;
      readonly startTimeout: Millis;
    }
  /** The unit's cgroup is what its guard process kills at the deadline. */
  | { readonly type: "unit"; readonly name: string; readonly unit: string; readonly startTimeout: Millis };

export interface ServiceRunner {
  /**
   * Start, token in hand (LEASEHOLD_TOKEN, LEASEHOLD_GROUP in its environment). The guard process is up, holds the
   * deadline and owns the cgroup before the command runs. Processes already in the cgroup are killed first, unless
   * `adopt` is set and they are still there, then they are kept.
   */
  start(spec: ServiceSpec, token: bigint, deadline: Millis, adopt: boolean): Promise<void>;
  /** Let the guard kill no earlier than `deadline` (monotonic, boot-time clock). Never blocks. */
  extend(name: string, deadline: Millis): void;
  /** SIGTERM, wait up to `timeout`, then kill the cgroup; resolves once the cgroup is verified empty, rejects if it is not. */
  stop(name: string, timeout: Millis): Promise<void>;
  /** Kill the cgroup at once; same promise. */
  kill(name: string): Promise<void>;
  /** Names of services whose cgroup has processes in it now (leftovers of a predecessor included). */
  running(): Promise<string[]>;
  /** Calls back when the main process of a started service has ended unasked; `byGuard`: its guard killed it in time. */
  onExit(listener: (name: string, why: string, byGuard: boolean) => void): void;
}
