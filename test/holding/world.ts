/**
 * The tiny driver of the holding tests: the real ledger, one machine, and a clock that moves only when told. It
 * performs actions as the daemon does (T4 before each outward act) and writes down what happened, line by line.
 */
import { type LogIndex, logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { apply, createLedger } from "../../consensus/ledger/apply.ts";
import {
  type ClusterDocument,
  type Command,
  type GroupName,
  type GroupSpec,
  groupName,
  incarnation,
  type Lease,
  type Ledger,
  type LedgerEvent,
  type SessionId,
} from "../../consensus/ledger/types.ts";
import { advance, createHolding, type Holding } from "../../services/holding.ts";
import type { HoldingAction, HoldingEvent } from "../../services/types.ts";
import { Machine } from "./machine.ts";

export const TTL = 200;
export const SELF = nodeId("alfa");
export const OTHER = nodeId("beta");
export const T1 = term(1);

export function spec(name: string, overrides: Partial<GroupSpec> = {}): GroupSpec {
  return {
    name: groupName(name),
    address: { ip: name === "web" ? "10.0.0.10" : "10.0.0.11", prefix: 24 },
    command: ["/usr/bin/web"],
    environment: {},
    prefers: [],
    failback: false,
    restarts: { limit: 2, window: 60_000 },
    stopTimeout: 5000,
    accepts: ["released", "guard"],
    ...overrides,
  };
}

export function documentOf(groups: readonly GroupSpec[]): ClusterDocument {
  return {
    cluster: "test",
    timing: {
      ttl: TTL,
      rho: 0.01,
      heartbeat: 20,
      suspectAfter: 60,
      raftHeartbeat: 30,
      electionMin: 100,
      electionMax: 200,
    },
    nodes: [SELF, OTHER, nodeId("gamma")].map((name, i) => ({
      name,
      addresses: [`10.0.1.${i + 1}`],
      voter: true,
    })),
    groups,
  };
}

/** How an action ends; the default is at once and well. */
export type Ending = { readonly ok: boolean; readonly detail: string } | "never" | "later";

export class World {
  now = 1000;
  readonly ledger: Ledger = createLedger();
  readonly machine = new Machine();
  readonly transcript: string[] = [];
  readonly proposals: { readonly id: number; readonly commands: readonly Command[] }[] = [];
  readonly later: { readonly id: number; readonly action: HoldingAction }[] = [];
  holding: Holding = createHolding({ self: SELF, ttl: TTL });
  session: SessionId = { node: SELF, incarnation: incarnation(1), number: 1 };
  drained: boolean | null = null;
  /** Decides how an action ends. */
  ending: (action: HoldingAction) => Ending = () => ({ ok: true, detail: "" });
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
    this.commit({ type: "configure", baseRevision: this.ledger.revision, document: documentOf(groups) });
  }

  /** A daemon starts and looks at its machine. */
  start(guard = { ok: true, detail: "" }): void {
    const addresses = [...this.machine.addresses].map(([ip, prefix]) => ({ card: "lan", ip, prefix }));
    this.feed({ type: "leftovers", addresses, services: [...this.machine.services.keys()], guard });
    this.feed({ type: "ledger", ledger: this.ledger });
  }

  /** The daemon dies and another starts; the machine stays as it is. */
  restart(): void {
    this.holding = createHolding({ self: SELF, ttl: TTL });
    this.session = { node: SELF, incarnation: incarnation(this.session.incarnation + 1), number: 1 };
    this.proposals.length = 0;
    this.later.length = 0;
    this.start();
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
      for (const name of this.machine.settle(this.now)) {
        this.say(`machine: service guard kills ${name}`);
        this.feed({ type: "service-exited", group: name, why: "killed by its guard" });
      }
      if (echoes) this.echo();
      this.feed({ type: "tick" });
    }
  }

  /** The process is frozen, the machine is not. */
  freeze(ms: number): void {
    this.now += ms;
    for (const name of this.machine.settle(this.now)) this.say(`machine: service guard kills ${name}`);
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
    if (ok) this.#act(next.action);
    this.feed({ type: "done", action: next.id, ok, detail });
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
        const running = this.machine.services.get(action.group);
        if (running !== undefined) running.deadline = Math.max(running.deadline, action.deadline);
        return;
      }
      case "propose":
        this.#propose(action.id, action.commands);
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

  #performAwaited(
    action: Exclude<
      HoldingAction,
      { type: "gate" | "note" | "announce" | "extend-service" | "propose" | "drained" }
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
    if (ending.ok) this.#act(action);
    this.#queue.push({ type: "done", action: action.id, ...ending });
  }

  #act(action: HoldingAction): void {
    const { machine } = this;
    switch (action.type) {
      case "arm-gate":
        machine.arm(action.addresses, this.holding.gating.armed === null);
        return;
      case "add-address":
        machine.addresses.set(action.ip, action.prefix);
        return;
      case "remove-address":
        machine.addresses.delete(action.ip);
        return;
      case "start-service":
        machine.services.set(action.group, { token: action.token, deadline: action.deadline });
        return;
      case "stop-service":
      case "kill-service":
        machine.services.delete(action.group);
        return;
      default:
        return;
    }
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

function wordsOf(command: Command): string {
  switch (command.type) {
    case "report":
      return `report ${command.group} ${command.state}`;
    case "release":
      return `release ${command.group}${command.failed ? " failed" : ""}`;
    case "ready":
      return `ready guard=${command.guard}`;
    case "adopt":
      return `adopt ${command.group}`;
    default:
      return command.type;
  }
}

function nameOf(action: HoldingAction): string {
  switch (action.type) {
    case "arm-gate":
      return `arm ${action.addresses.join(" ")}`;
    case "probe":
      return `probe ${action.ip}`;
    case "add-address":
      return `add ${action.ip}`;
    case "remove-address":
      return `remove ${action.ip}`;
    case "start-service":
      return `start ${action.group}${action.adopt ? " (adopt)" : ""}`;
    case "stop-service":
      return `stop ${action.group}`;
    case "kill-service":
      return `kill ${action.group}`;
    default:
      return action.type;
  }
}

export const WEB: GroupName = groupName("web");
export const DB: GroupName = groupName("db");
