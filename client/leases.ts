/** Leases for applications: see docs/leases.md. */
import { randomUUID } from "node:crypto";
import type { LeaseState } from "../api/messages.ts";
import { LEASES } from "../api/methods.ts";
import { LeaseholdError } from "../errors.ts";
import { BeatLine } from "./beatline.ts";
import { earliestNow, latestNow } from "./clock.ts";
import { Endpoints } from "./endpoints.ts";
import { HeldLease, type Lease } from "./lease.ts";
import type { Credentials } from "./wire.ts";

export type { Lease } from "./lease.ts";
export type { Credentials } from "./wire.ts";

export interface LeasesOptions {
  /** `unix:/path/of/api.sock` or `address:port`; another is tried when one does not answer. At least one. */
  readonly endpoints: readonly string[];
  /** For `address:port`. */
  readonly credentials?: Credentials;
}
export interface AcquireOptions {
  /** Time to live, milliseconds, at least 1,000: how long after the owner's death the lease stays taken. */
  readonly ttl?: number;
  /** How long to wait while somebody else has it, milliseconds; Infinity: for ever. */
  readonly wait?: number;
  /** For people: who has it and what for. */
  readonly note?: string;
  /** Called once when the lease is lost, some time before its end. */
  readonly onLost?: (reason: string) => void;
  /** Gives up waiting. */
  readonly signal?: AbortSignal;
}
export interface Leases {
  /**
   * Takes the lease and keeps it alive until it is released or lost. Rejects with `lease-held` when somebody else had it
   * for the whole wait, `unreachable` or `unavailable` when no node could tell, `invalid-argument`.
   */
  acquire(name: string, options?: AcquireOptions): Promise<Lease>;
  /** The lease (empty name: all) as it is now, then each change, until `signal` aborts. */
  watch(name: string, listener: (state: LeaseState) => void, signal: AbortSignal): Promise<void>;
}

const TTL_MS = 10_000;
/** One call waits no longer than this; then the same owner asks again, perhaps another node. */
const WAIT_CHUNK_MS = 30_000;
const ANSWER_MS = 5_000;
const RETRY_MS = 200;

export function connectLeases({ endpoints: targets, credentials }: LeasesOptions): Leases {
  if (targets.length === 0) throw new LeaseholdError("invalid-argument", "expected at least one endpoint");
  const endpoints = new Endpoints(targets, credentials ?? null);
  const line = new BeatLine(endpoints);

  const acquire = async (name: string, options: AcquireOptions = {}): Promise<Lease> => {
    const { ttl = TTL_MS, wait = 0, note = "", onLost = () => {}, signal } = options;
    const owner = randomUUID();
    const askedAt = earliestNow();
    const giveUpAt = askedAt + wait;
    let place = endpoints.first;
    for (let failures = 0; ; ) {
      signal?.throwIfAborted();
      const waitMs = Math.min(WAIT_CHUNK_MS, Math.max(0, giveUpAt - latestNow()));
      const request = { name, owner, ttlMs: ttl, waitMs: Math.floor(waitMs), note };
      try {
        const call = { timeoutMs: waitMs + ANSWER_MS, ...(signal === undefined ? {} : { signal }) };
        const reply = await endpoints.unary(place, LEASES.acquire, request, call);
        if (reply.acquired) {
          const holding = {
            name,
            owner,
            token: reply.token,
            ttl: reply.ttlMs,
            askedAt,
            endpoints,
            line,
            onLost,
          };
          const lease = new HeldLease(holding);
          if (await lease.begin()) return lease;
          throw new LeaseholdError("lease-lost", `${name} was taken and lost at once; try again`);
        }
        failures = 0;
        if (latestNow() >= giveUpAt) {
          throw new LeaseholdError("lease-held", `${name} is held by ${reply.heldBy || "somebody else"}`);
        }
      } catch (error) {
        signal?.throwIfAborted();
        const transient = error instanceof LeaseholdError && /^un|^busy/.test(error.code);
        failures += 1;
        if (!transient || (failures >= 2 * targets.length && latestNow() >= giveUpAt)) throw error;
        place += 1;
        await pause(RETRY_MS);
      }
    }
  };

  const watch: Leases["watch"] = async (name, listener, signal) => {
    for (let place = endpoints.first; !signal.aborted; place += 1) {
      const wire = endpoints.open(place);
      try {
        await wire.stream(LEASES.watch, { name }, listener, { signal });
      } catch (error) {
        if (error instanceof LeaseholdError && error.code === "invalid-argument") throw error;
      } finally {
        wire.close();
      }
      // Also where it was ended well: a node that goes away ends every watch at once.
      if (!signal.aborted) await pause(RETRY_MS);
    }
  };
  return { acquire, watch };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
