/** Who watches leases of applications, and what they are told: each change of the ledger once, in its order. */
import type { LeaseState } from "../api/messages.ts";
import type { AppLease, DecidedEvent } from "../consensus/ledger/types.ts";
import { LeaseholdError } from "../errors.ts";
import type { Wisher } from "./wishing.ts";

interface Watcher {
  readonly name: string;
  readonly listener: (state: LeaseState) => void;
}

const WATCHERS_MAX = 1024;
/** Leases told in one turn, when somebody begins to watch all of them. */
const TOLD_AT_ONCE = 200;
/** The ledger remembers so many changes of leases; where more happened at once, the outcome is told. */
const REMEMBERED = 200;

export class LeaseWatch {
  readonly #wisher: Wisher;
  readonly #watchers = new Set<Watcher>();
  /** What the watchers know. */
  readonly #known = new Map<string, AppLease>();
  #seen = 0;
  #unlisten: (() => void) | null = null;

  constructor(wisher: Wisher) {
    this.#wisher = wisher;
  }

  join(name: string, listener: (state: LeaseState) => void): () => void {
    if (this.#watchers.size >= WATCHERS_MAX) {
      throw new LeaseholdError("busy", `${WATCHERS_MAX} clients watch leases here; ask another node`);
    }
    if (this.#unlisten === null) this.#begin();
    else this.#look();
    const watcher: Watcher = { name, listener };
    this.#watchers.add(watcher);
    if (name === "") this.#tellAll(watcher, this.#known.values());
    else {
      const lease = this.#known.get(name);
      listener(lease === undefined ? free(name, "", "released") : taken(lease));
    }
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size > 0) return;
      this.#unlisten?.();
      this.#unlisten = null;
    };
  }

  #begin(): void {
    const { appLeases, applied } = this.#wisher.ledger();
    this.#known.clear();
    for (const [name, lease] of appLeases) this.#known.set(name, lease);
    this.#seen = applied;
    this.#unlisten = this.#wisher.onChange(() => this.#look());
  }

  /** The iterator follows the map: what changes meanwhile is told as it is when its turn comes. */
  #tellAll(watcher: Watcher, rest: Iterator<AppLease>): void {
    for (let told = 0; told < TOLD_AT_ONCE; told++) {
      const next = rest.next();
      if (!this.#watchers.has(watcher)) return;
      if (next.done === true) {
        watcher.listener({ name: "", held: false, token: "", note: "", event: "all" });
        return;
      }
      watcher.listener(taken(next.value));
    }
    setImmediate(() => this.#tellAll(watcher, rest));
  }

  #look(): void {
    const { history, applied } = this.#wisher.ledger();
    if (applied <= this.#seen) return;
    const fresh: DecidedEvent[] = [];
    for (let i = history.length - 1; i >= 0 && history[i]!.index > this.#seen; i--) {
      const { event } = history[i]!;
      if (event.type === "acquired" || event.type === "yielded") fresh.push(event);
    }
    this.#seen = applied;
    if (fresh.length >= REMEMBERED) this.#compare();
    else for (const event of fresh.reverse()) this.#take(event);
  }

  #take(event: DecidedEvent): void {
    if (event.type === "acquired") {
      this.#known.set(event.lease.name, event.lease);
      this.#tell(taken(event.lease));
    } else if (event.type === "yielded") {
      this.#known.delete(event.name);
      this.#tell(free(event.name, event.token.toString(), event.how));
    }
  }

  #compare(): void {
    const { appLeases } = this.#wisher.ledger();
    for (const [name, lease] of [...this.#known]) {
      if (appLeases.has(name)) continue;
      this.#known.delete(name);
      this.#tell(free(name, lease.token.toString(), "released"));
    }
    for (const [name, lease] of appLeases) {
      if (this.#known.get(name)?.token === lease.token) continue;
      this.#known.set(name, lease);
      this.#tell(taken(lease));
    }
  }

  #tell(state: LeaseState): void {
    for (const { name, listener } of [...this.#watchers])
      if (name === "" || name === state.name) listener(state);
  }
}

const taken = ({ name, token, note }: AppLease): LeaseState => ({
  name,
  held: true,
  token: token.toString(),
  note,
  event: "held",
});
const free = (name: string, token: string, event: "released" | "lapsed"): LeaseState => ({
  name,
  held: false,
  token,
  note: "",
  event,
});
