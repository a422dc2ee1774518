/**
 * Leases for applications, as this node serves them: who waits, waits here, in order, and asks the group when the name is
 * free. Who holds what is the ledger's word; until when, the leader's (N1).
 */
import type {
  AcquireReply,
  AcquireRequest,
  KeepAliveReply,
  KeepAliveRequest,
  LeaseState,
  ReleaseReply,
  ReleaseRequest,
} from "../api/messages.ts";
import type { LeaseView } from "../api/port.ts";
import type { AppLease, Token } from "../consensus/ledger/types.ts";
import { token as tokenFrom } from "../consensus/ledger/types.ts";
import type { KeepAliveResult } from "../consensus/types.ts";
import { LeaseholdError } from "../errors.ts";
import { LeaseWatch } from "./leasewatch.ts";
import { refusalIn, type Verdict, type Wisher, wish, wished } from "./wishing.ts";

/** Asks the group; calls back at most once. */
export type KeepAlive = (
  beat: { readonly name: string; readonly owner: string; readonly token: Token },
  done: (result: KeepAliveResult) => void,
) => void;

interface Waiter {
  readonly request: AcquireRequest;
  readonly resolve: (reply: AcquireReply) => void;
  readonly reject: (error: Error) => void;
  readonly until: number;
  /** Runs until the wait is over. */
  timer: NodeJS.Timeout | null;
  /** How to take back the question that is on its way for it. */
  giveUp: (() => void) | null;
}

const WAITING_MAX = 4096;
/** For a leader to take a wish, beside what the client waits for the name. */
const ANSWER_MS = 4_000;

export class AppLeases implements LeaseView {
  readonly #wisher: Wisher;
  readonly #keepAlive: KeepAlive;
  readonly #watch: LeaseWatch;
  /** By name, in the order in which they came. */
  readonly #queues = new Map<string, Waiter[]>();
  #waiting = 0;
  #unlisten: (() => void) | null = null;

  constructor(wisher: Wisher, keepAlive: KeepAlive) {
    this.#wisher = wisher;
    this.#keepAlive = keepAlive;
    this.#watch = new LeaseWatch(wisher);
  }

  acquire(request: AcquireRequest, signal: AbortSignal): Promise<AcquireReply> {
    if (this.#waiting >= WAITING_MAX) {
      return Promise.reject(
        new LeaseholdError("busy", `${WAITING_MAX} clients wait for leases here; ask another node`),
      );
    }
    return new Promise((resolve, reject) => {
      const until = performance.now() + request.waitMs;
      const waiter: Waiter = { request, resolve, reject, until, timer: null, giveUp: null };
      const queue = this.#queues.get(request.name) ?? [];
      this.#queues.set(request.name, queue);
      queue.push(waiter);
      this.#waiting += 1;
      this.#unlisten ??= this.#wisher.onChange(() => this.#lookAgain());
      // A client that has gone wants no lease; one that was granted meanwhile lapses.
      signal.addEventListener("abort", () => this.#leave(waiter));
      if (request.waitMs > 0) {
        waiter.timer = setTimeout(() => {
          waiter.timer = null;
          // Only the group can say that somebody else has it: our ledger may be behind, cut off from a majority. A
          // question that is on its way decides.
          if (waiter.giveUp === null) this.#ask(waiter);
        }, request.waitMs);
      }
      this.#serve(request.name);
    });
  }

  keepAlive({ name, owner, token, beat }: KeepAliveRequest): Promise<KeepAliveReply> {
    return new Promise((resolve) => {
      let answered = false;
      const answer = (result: KeepAliveResult): void => {
        if (answered) return;
        answered = true;
        clearTimeout(timer);
        // Nothing confirmed is no bad news: the owner counts on from what was confirmed before.
        if (result.ok) resolve({ name, beat, held: true, ttlMs: result.ttl, reason: "" });
        else resolve({ name, beat, held: !result.lost, ttlMs: 0, reason: result.reason });
      };
      const silent = { ok: false, lost: false, reason: "no leader answered" } as const;
      const timer = setTimeout(() => answer(silent), ANSWER_MS);
      this.#keepAlive({ name, owner, token: tokenFrom(BigInt(token)) }, answer);
    });
  }

  async release({ name, owner, token }: ReleaseRequest): Promise<ReleaseReply> {
    const command = { type: "yield", name, owner, token: tokenFrom(BigInt(token)) } as const;
    const verdict = await wished(this.#wisher, [command], ANSWER_MS);
    if (!verdict.ok) throw unavailable(verdict.reason);
    const refused = refusalIn(verdict.events);
    // "duplicate": nobody has it any more, as a repeat finds it.
    if (refused === null || refused.code === "duplicate")
      return { released: true, reason: refused?.detail ?? "" };
    return { released: false, reason: refused.detail };
  }

  watch(name: string, listener: (state: LeaseState) => void): () => void {
    return this.#watch.join(name, listener);
  }

  #lookAgain(): void {
    const { appLeases } = this.#wisher.ledger();
    for (const name of [...this.#queues.keys()]) if (!appLeases.has(name)) this.#serve(name);
  }

  /** Asks for the first in line, unless somebody is asking, or somebody else is known to have it and there is time. */
  #serve(name: string): void {
    const queue = this.#queues.get(name) ?? [];
    if (queue.some((waiter) => waiter.giveUp !== null)) return;
    for (const waiter of queue) {
      const { owner, waitMs } = waiter.request;
      const holder = this.#wisher.ledger().appLeases.get(name);
      const mayAsk = holder === undefined || holder.owner === owner || waitMs === 0;
      if (!mayAsk) continue;
      this.#ask(waiter);
      return;
    }
  }

  #ask(waiter: Waiter): void {
    const { name, owner, ttlMs, note } = waiter.request;
    const patience = Math.max(ANSWER_MS, waiter.until - performance.now());
    // Set before asking: the answer may come at once.
    waiter.giveUp = () => {};
    const giveUp = wish(
      this.#wisher,
      [{ type: "acquire", name, owner, ttl: ttlMs, note }],
      (verdict) => this.#answered(waiter, verdict),
      patience,
    );
    if (waiter.giveUp !== null) waiter.giveUp = giveUp;
  }

  #answered(waiter: Waiter, verdict: Verdict): void {
    waiter.giveUp = null;
    const { name, ttlMs } = waiter.request;
    if (!verdict.ok) {
      this.#settle(waiter, () => waiter.reject(unavailable(verdict.reason)));
      return;
    }
    const acquired = verdict.events.find((event) => event.type === "acquired");
    const refused = refusalIn(verdict.events);
    if (acquired !== undefined) {
      const { token, ttl } = acquired.lease;
      this.#settle(waiter, () =>
        waiter.resolve({ acquired: true, token: token.toString(), ttlMs: ttl, heldBy: "" }),
      );
    } else if (refused?.code === "held-by-another") {
      if (waiter.timer === null) this.#refuse(waiter);
      else this.#serve(name);
    } else {
      const text = refused?.detail ?? `the ledger did not grant ${name} for ${ttlMs} ms`;
      this.#settle(waiter, () => waiter.reject(new LeaseholdError("invalid-argument", text)));
    }
  }

  #refuse(waiter: Waiter): void {
    const heldBy = nameOf(this.#wisher.ledger().appLeases.get(waiter.request.name));
    this.#settle(waiter, () => waiter.resolve({ acquired: false, token: "", ttlMs: 0, heldBy }));
  }

  #leave(waiter: Waiter): void {
    waiter.giveUp?.();
    waiter.giveUp = null;
    this.#settle(waiter, () => waiter.reject(unavailable("the client has gone")));
  }

  #settle(waiter: Waiter, tell: () => void): void {
    const { name } = waiter.request;
    const queue = this.#queues.get(name);
    const at = queue?.indexOf(waiter) ?? -1;
    if (queue === undefined || at < 0) return;
    if (waiter.timer !== null) clearTimeout(waiter.timer);
    queue.splice(at, 1);
    this.#waiting -= 1;
    if (queue.length === 0) this.#queues.delete(name);
    if (this.#waiting === 0) {
      this.#unlisten?.();
      this.#unlisten = null;
    }
    tell();
    this.#serve(name);
  }
}

/** The owner's id is a secret of the owner's. */
const nameOf = (lease: AppLease | undefined): string =>
  lease === undefined ? "" : lease.note || "another owner";

const unavailable = (reason: string): LeaseholdError =>
  new LeaseholdError("unavailable", `${reason}; ask again, or another node`);
