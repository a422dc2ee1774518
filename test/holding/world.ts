/**
 * The tiny driver of the holding tests: the real ledger, one machine, and a clock that moves only when told. It
 * performs actions as the daemon does (T4 before each outward act) and writes down what happened, line by line.
 */
import { type LogIndex, logIndex } from "../../consensus/core/types.ts";
import { apply, createLedger } from "../../consensus/ledger/apply.ts";
import {
  type Command,
  type GroupSpec,
  groupName,
  incarnation,
  type Lease,
  type Ledger,
  type LedgerEvent,
  type SessionId,
} from "../../consensus/ledger/types.ts";
import type { NetworkChange } from "../../network/port.ts";
import { advance, type Holding } from "../../services/holding.ts";
import type { HandedOver, HoldingAction, HoldingEvent } from "../../services/types.ts";
import { keyOf, Machine, memberOf } from "./machine.ts";
import { CARDS, documentOf, newHolding, OTHER, SELF, spec, T1, TTL } from "./specs.ts";
import { nameOf, wordsFor, wordsOf } from "./words.ts";

export * from "./specs.ts";

/** How an action ends; the default is at once and well. */
export type Ending = { readonly ok: boolean; readonly detail: string } | "never" | "later";

export class World {
  now = 1000;
  readonly ledger: Ledger = createLedger();
  readonly machine = new Machine();
  readonly transcript: string[] = [];
  readonly proposals: { readonly id: number; readonly commands: readonly Command[] }[] = [];
  readonly later: { readonly id: number; readonly action: HoldingAction }[] = [];
  holding: Holding = newHolding();
  session: SessionId = { node: SELF, incarnation: incarnation(1), number: 1 };
  drained: boolean | null = null;
  handed: HandedOver | null = null;
  /** Decides how an action ends. */
  ending: (action: HoldingAction) => Ending = () => ({ ok: true, detail: "" });
  /** The kernel says what the node itself has done, a moment later. */
  echoes = true;
  /** Proposals are applied as soon as they are made. */
  commits = true;
  #index = 0;
  #queue: HoldingEvent[] = [];
  #busy = false;

  /** A node that has contact, is ready, and holds nothing. */
  static ready(...groups: GroupSpec[]): World {
    const world = new World();
    world.configure(...(groups.length > 0 ? groups : [spec("web")]));
    world.start();
    world.contact();
    world.transcript.length = 0;
    return world;
  }

  configure(...groups: GroupSpec[]): void {
    const document = documentOf(groups);
    const baseRevision = this.ledger.revision;
    this.commit({ type: "configure", baseRevision, document, by: "test", note: "" });
  }

  /** A daemon starts and looks at its machine. */
  start(guard = { ok: true, detail: "" }): void {
    this.feed({
      type: "leftovers",
      addresses: this.machine.found(),
      services: [...this.machine.services.keys()].map(memberOf),
      guard,
    });
    for (const { name } of CARDS) this.network({ type: "link", card: name, up: true, gone: false });
    this.feed({ type: "ledger", ledger: this.ledger });
  }

  /** The daemon dies and another starts; the machine stays as it is. */
  restart(): void {
    this.holding = newHolding();
    this.session = { node: SELF, incarnation: incarnation(this.session.incarnation + 1), number: 1 };
    this.proposals.length = 0;
    this.later.length = 0;
    this.start();
  }

  /** The daemon hands over to its next incarnation, on the same machine. */
  handOver(): void {
    this.feed({ type: "hand-over" });
    const handed = this.handed;
    if (handed === null) throw new Error("nothing was handed over");
    this.holding = newHolding();
    this.session = { node: SELF, incarnation: incarnation(this.session.incarnation + 1), number: 1 };
    this.proposals.length = 0;
    this.later.length = 0;
    this.feed({ type: "inherit", handed });
    this.start();
  }

  network(change: NetworkChange): void {
    this.feed({ type: "network", change });
  }

  /** Somebody else takes an address away; the kernel says so. */
  take(ip: string): void {
    this.machine.addresses.delete(ip);
    this.network({ type: "address-gone", card: "lan0", ip, prefix: 24 });
  }

  /** Somebody else sets an address. */
  put(ip: string): void {
    this.machine.addresses.set(ip, 24);
    this.network({ type: "address-added", card: "lan0", ip, prefix: 24 });
  }

  /** The service ends by itself. */
  exit(name = "web", member = "server", why = "exit code 1", byGuard = false): void {
    const group = groupName(name);
    this.machine.services.delete(keyOf({ group, member }));
    this.feed({ type: "service-exited", group, member, why, byGuard });
  }

  /** The session is admitted and echoed. */
  contact(): void {
    this.commit({ type: "open", session: this.session, bootId: "boot" });
    this.echo();
  }

  echo(validFor = TTL): void {
    this.feed({ type: "session", session: this.session, validUntil: this.now + validFor });
  }

  /** Time passes in ticks of 5 ms; with `echoes` the session stays valid. */
  pass(ms: number, echoes = true): void {
    for (const end = this.now + ms; this.now < end; ) {
      this.now = Math.min(end, this.now + 5);
      for (const killed of this.machine.settle(this.now)) {
        this.say(`machine: service guard kills ${wordsFor(killed)}`);
        this.feed({ type: "service-exited", ...killed, why: "killed by its guard" });
      }
      if (echoes) this.echo();
      this.feed({ type: "tick" });
    }
  }

  /** The process is frozen, the machine is not. */
  freeze(ms: number): void {
    this.now += ms;
    for (const killed of this.machine.settle(this.now)) {
      this.say(`machine: service guard kills ${wordsFor(killed)}`);
    }
  }

  commit(...commands: Command[]): readonly LedgerEvent[] {
    this.#index += 1;
    const events = apply(this.ledger, logIndex(this.#index), T1, { at: 0, commands });
    if (this.holding.started) this.feed({ type: "ledger", ledger: this.ledger });
    return events;
  }

  lease(name = "web"): Lease {
    const lease = this.ledger.leases.get(groupName(name));
    if (lease === undefined) throw new Error(`no lease of ${name}`);
    return lease;
  }

  grant(name = "web", to: SessionId = this.session): void {
    const group = groupName(name);
    const fromToken = this.lease(name).token;
    this.commit(
      { type: "claim", group, successor: to, fromToken, reason: "test" },
      { type: "grant", group, session: to, fromToken, reason: "test" },
    );
  }

  move(name = "web", requestId = "m1"): void {
    this.commit({ type: "move", group: groupName(name), to: OTHER, requestId });
  }

  /** The other node has an open, ready session. */
  other(): SessionId {
    const session: SessionId = { node: OTHER, incarnation: incarnation(1), number: 1 };
    this.commit({ type: "open", session, bootId: "other" });
    const { revision } = this.ledger;
    this.commit({ type: "ready", session, revision, guard: true, reason: "" });
    return session;
  }

  expire(session: SessionId = this.session): void {
    this.commit({ type: "suspect", session, reason: "silent" });
    const suspectIndex = this.#index as LogIndex;
    this.commit({ type: "expire", session, suspectIndex, term: T1, evidence: "W passed" });
  }

  /** The end of an action that was to end later. */
  finish(ok = true, detail = ""): void {
    const next = this.later.shift();
    if (next === undefined) throw new Error("nothing is under way");
    const said: HoldingEvent[] = [];
    const acted = ok ? this.#act(next.action, said) : "";
    this.feed({ type: "done", action: next.id, ok, detail: detail === "" ? acted : detail });
    for (const event of said) this.feed(event);
  }

  feed(event: HoldingEvent): void {
    this.#queue.push(event);
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
        for (const action of advance(this.holding, next, this.now)) this.#perform(action);
      }
    } finally {
      this.#busy = false;
    }
  }

  say(line: string): void {
    this.transcript.push(line);
  }

  /** What was written down since the last look, without the gate's renewals. */
  told(): string[] {
    return this.transcript.splice(0);
  }

  #perform(action: HoldingAction): void {
    switch (action.type) {
      case "gate": {
        const answer = this.machine.gate(action.operation, this.now, 0);
        if (action.operation.type !== "renew") {
          this.say(`gate ${action.operation.type}${answer.ok ? "" : `: ${answer.reason}`}`);
        } else if (!answer.ok) this.say(`gate renew: ${answer.reason}`);
        // Ahead of everything else, as the daemon does.
        this.#queue.unshift({ type: "gate-answer", operation: action.operation, answer });
        return;
      }
      case "note":
        this.notes.push(action.text);
        return;
      case "announce":
        this.say(`announce ${action.ip}`);
        return;
      case "extend-service": {
        const running = this.machine.services.get(keyOf(action));
        if (running !== undefined) running.deadline = Math.max(running.deadline, action.deadline);
        return;
      }
      case "propose":
        this.#propose(action.id, action.commands);
        return;
      case "look":
        this.#queue.push({
          type: "looked",
          addresses: this.machine.found(),
          links: CARDS.map(({ name }) => ({ card: name, up: true, gone: false })),
        });
        return;
      case "let-go":
        this.words.push(action);
        this.say(`let-go ${action.word.release.group} to ${action.to}`);
        return;
      case "handed-over":
        this.handed = action.state;
        this.say("handed over");
        return;
      case "drained":
        this.drained = action.clean;
        this.say(`drained ${action.clean ? "clean" : "not clean"}`);
        return;
      default:
        this.#performAwaited(action);
    }
  }
  readonly notes: string[] = [];
  /** Given to heirs. */
  readonly words: Extract<HoldingAction, { type: "let-go" }>[] = [];

  #performAwaited(
    action: Exclude<
      HoldingAction,
      {
        type:
          | "gate"
          | "note"
          | "announce"
          | "extend-service"
          | "propose"
          | "drained"
          | "look"
          | "let-go"
          | "handed-over";
      }
    >,
  ): void {
    this.say(nameOf(action));
    if ("deadline" in action && this.now >= action.deadline) {
      this.#queue.push({ type: "done", action: action.id, ok: false, detail: "late" });
      return;
    }
    const ending = this.ending(action);
    if (ending === "never") return;
    if (ending === "later") {
      this.later.push({ id: action.id, action });
      return;
    }
    const said: HoldingEvent[] = [];
    const detail = ending.ok ? this.#act(action, said) : ending.detail;
    this.#queue.push({ type: "done", action: action.id, ok: ending.ok, detail }, ...said);
  }

  /** Does it, and adds to `said` what the kernel says of it; returns what `done` says in detail. */
  #act(action: HoldingAction, said: HoldingEvent[]): string {
    return this.machine.act(action, (change) => {
      if (this.echoes) said.push({ type: "network", change });
    });
  }

  #propose(id: number, commands: readonly Command[]): void {
    this.say(`propose ${commands.map(wordsOf).join(", ")}`);
    this.proposals.push({ id, commands });
    if (!this.commits) return;
    this.#index += 1;
    const events = apply(this.ledger, logIndex(this.#index), T1, { at: 0, commands });
    this.#queue.push({ type: "ledger", ledger: this.ledger });
    this.#queue.push({ type: "outcome", id, result: { ok: true, events } });
  }
}
