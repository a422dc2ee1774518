/**
 * A node under everything that may happen to it: stale ledgers, lost proposals, pauses between any two acts, failing
 * actions, crashes, expiry, moves. The truth (the committed ledger, each session's deadline, the machine in true time)
 * is kept beside what the node is told, and checked after every change.
 */
import { hasEnded, sessionOf } from "../../consensus/ledger/query.ts";
import {
  type Command,
  incarnation,
  type Ledger,
  type LedgerEvent,
  type SessionId,
} from "../../consensus/ledger/types.ts";
import type { NetworkChange } from "../../network/port.ts";
import { advance, snapshot } from "../../services/holding.ts";
import type { HandedOver, HoldingAction, HoldingEvent } from "../../services/types.ts";
import { type Company, crowd, type Faults, generator, MANY, nothingSeen, SERVICES } from "./draws.ts";
import { keyOf, Machine, type MemberName, memberOf } from "./machine.ts";
import { meddle } from "./meddling.ts";
import { addressOf, DB, documentOf, newHolding, SELF, spec, TTL, WEB } from "./specs.ts";
import { operatorSays, Truth } from "./truth.ts";
import { Twin } from "./twin.ts";

type Lasting = Extract<HoldingAction, { readonly id: number }>;

export class Chaos {
  now = 1000;
  readonly violations: string[] = [];
  readonly trace: string[] = [];
  readonly seen = nothingSeen();
  readonly #random: () => number;
  readonly #faults: Faults;
  readonly #machine = new Machine();
  readonly #truth: Truth;
  #holding = newHolding();
  #session: SessionId = { node: SELF, incarnation: incarnation(1), number: 1 };
  #underWay: { readonly action: Lasting }[] = [];
  #exits: MemberName[] = [];
  /** What the kernel has not said yet. */
  #words: NetworkChange[] = [];
  #handed: HandedOver | null = null;
  #proposals: { readonly id: number; readonly commands: readonly Command[] }[] = [];
  #calm = false;
  readonly #company: Company;
  #twin = new Twin();

  constructor(seed: number, faults: Faults = {}, company: Company = {}) {
    this.#random = generator(seed);
    this.#faults = faults;
    this.#company = company;
    this.#truth = new Truth({
      random: this.#random,
      committed: (events) => this.#committed(events),
      show: () => this.#feed({ type: "ledger", ledger: this.#shown() }),
    });
    this.#truth.commit({
      type: "configure",
      baseRevision: 0,
      document: documentOf([spec("web"), MANY, ...crowd(company.crowd ?? 0)]),
      by: "chaos",
      note: "",
    });
    this.#truth.commit({ type: "open", session: this.#truth.other, bootId: "other" });
    this.#truth.commit({ type: "ready", session: this.#truth.other, revision: 1, guard: true, reason: "" });
    this.#boot();
  }

  run(steps: number): void {
    for (let n = 0; n < steps && this.violations.length === 0; n++) this.#step();
  }

  /** Everything is well again: what is held must be served within a bounded time. Returns what is wrong. */
  recover(): string[] {
    this.#calm = true;
    this.#feed({ type: "network", change: { type: "link", card: "lan0", up: true, gone: false } });
    for (let n = 0; n < 1200 && this.violations.length === 0; n++) {
      this.now += 5;
      this.#machineMoves();
      this.#renewSession();
      while (this.#underWay.length > 0) this.#finishOne();
      while (this.#proposals.length > 0) this.#decide("committed");
      if (n % 40 === 0) {
        this.#truth.takeBack();
        this.#truth.cancelMove();
        this.#truth.otherReleases();
        this.#truth.grantTo(this.#session, this.#calm);
      }
      this.#echo();
      this.#feed({ type: "tick" });
    }
    const wrong: string[] = [];
    for (const group of [WEB, DB]) {
      const lease = this.#truth.ledger.leases.get(group);
      const phase = snapshot(this.#holding, this.now).groups.find((g) => g.group === group)?.phase;
      const heard = this.#machine.heard(this.now).includes(addressOf(group));
      const missing = SERVICES.filter(
        (name) => name.group === group && !this.#machine.services.has(keyOf(name)),
      );
      const served = heard && missing.length === 0 && phase === "running";
      const mine = this.#truth.isOurs(lease);
      if (!mine || !served) wrong.push(`${group}: ours ${mine}, heard ${heard}, phase ${phase}`);
    }
    return wrong;
  }

  // ---------------------------------------------------------------- chance

  #chance(p: number): boolean {
    return this.#random() < p;
  }
  #between(low: number, high: number): number {
    return low + this.#random() * (high - low);
  }
  /** Time that passes inside the process, between any two of its instructions. */
  #pause(): void {
    if (this.#calm) return;
    const r = this.#random();
    this.now += r < 0.9 ? this.#random() * 0.1 : r < 0.99 ? this.#between(0, 30) : this.#between(0, 400);
    this.#settle();
  }

  #step(): void {
    const r = this.#random();
    if (r < 0.4) {
      this.now += this.#between(1, 15);
      this.#machineMoves();
      this.#feed({ type: "tick" });
    } else if (r < 0.58) this.#echo();
    else if (r < 0.68) this.#feed({ type: "ledger", ledger: this.#shown() });
    else if (r < 0.78) this.#finishOne();
    else if (r < 0.86) this.#decide(this.#chance(0.6) ? "committed" : this.#chance(0.5) ? "lost" : "silent");
    else if (r < 0.97) this.#leader();
    else if (r < 0.976) this.#trouble();
    else if (r < 0.981)
      this.#words = meddle(this.#machine, this.#words, this.#random, this.#company.crowd ?? 0, this.seen);
    else if (r < 0.985) this.#operator();
    else if (r < 0.99) this.now += this.#between(50, 600);
    else if (r < 0.993) this.#crash();
    else if (r < 0.997) this.#handOver();
    else this.#renewSession();
    this.#settle();
    this.#check("step");
  }

  // ---------------------------------------------------------------- the machine

  /** The service guards act in time; the daemon hears of it later. */
  #settle(): void {
    this.#exits.push(...this.#machine.settle(this.now));
  }

  #machineMoves(): void {
    this.#settle();
    for (const change of this.#words.splice(0)) this.#feed({ type: "network", change });
    for (const name of this.#exits.splice(0)) {
      this.#feed({ type: "service-exited", ...name, why: "killed by its guard", byGuard: true });
    }
  }

  #trouble(): void {
    for (const key of [...this.#machine.services.keys()]) {
      if (!this.#chance(0.5)) continue;
      this.seen.restarts++;
      this.#machine.services.delete(key);
      this.#feed({ type: "service-exited", ...memberOf(key), why: "exit code 1" });
    }
  }

  #operator(): void {
    operatorSays(this.#truth, this.#random);
    if (this.#chance(0.7)) this.#feed({ type: "ledger", ledger: this.#shown() });
  }

  /** A restart in place: the next incarnation is given what was held, after a while (G4). */
  #handOver(): void {
    this.#handed = null;
    this.#feed({ type: "hand-over" });
    const handed: HandedOver | null = this.#handed;
    if (handed === null) return;
    this.seen.handovers++;
    this.#died();
    if (this.#chance(0.5)) this.now += this.#between(0, TTL);
    const more = this.#faults.endlessInheritance ? 2 * TTL : 0;
    this.#boot({ ...(handed as HandedOver), validUntil: (handed as HandedOver).validUntil + more });
  }

  #boot(handed: HandedOver | null = null): void {
    this.#holding = newHolding();
    this.#twin = new Twin();
    if (handed !== null) this.#feed({ type: "inherit", handed });
    const addresses = this.#faults.blindToLeftovers ? [] : this.#machine.found();
    const services = [...this.#machine.services.keys()].map(memberOf);
    this.#feed({ type: "leftovers", addresses, services, guard: { ok: true, detail: "" } });
    this.#feed({ type: "ledger", ledger: this.#shown() });
  }

  #crash(): void {
    this.seen.crashes++;
    this.#died();
    this.#boot();
  }

  #died(): void {
    this.#trace("the process ends");
    // What was under way in children and in the kernel ends or not.
    for (const { action } of this.#underWay) if (this.#chance(0.5)) this.#act(action);
    this.#underWay = [];
    this.#exits = [];
    this.#words = [];
    this.#proposals = this.#proposals.filter(() => this.#chance(0.5));
    this.#session = { node: SELF, incarnation: incarnation(this.#session.incarnation + 1), number: 1 };
  }

  // ---------------------------------------------------------------- the group

  #committed(events: readonly LedgerEvent[]): void {
    for (const event of events) {
      this.#trace(
        `ledger: ${event.type} ${"group" in event ? event.group : ""} ${event.type === "refused" ? event.detail : ""}`,
      );
      if (event.type === "adopted") this.seen.adopted++;
      if (event.type === "released") this.seen.released++;
      if (event.type === "maintained") this.seen.maintained++;
      if (event.type === "wanted") this.seen.stopped++;
      if (event.type === "standby") this.seen.standby++;
    }
    this.#check("commit");
  }

  #shown(): Ledger {
    if (this.#faults.noAdopt !== true) return this.#truth.ledger;
    const leases = new Map(this.#truth.ledger.leases);
    for (const [group, lease] of leases) {
      if (lease.state === "held" && lease.holder?.node === SELF) {
        leases.set(group, { ...lease, holder: this.#session });
      }
    }
    return { ...this.#truth.ledger, leases };
  }

  #echo(): void {
    const record = sessionOf(this.#truth.ledger, this.#session);
    if (record === null || record.suspect !== null) return;
    const lag = this.#calm ? 10 : this.#between(0, 60);
    const validUntil = this.#truth.promise(this.#session, this.now + TTL - lag);
    const told = this.#faults.endless ? Number.POSITIVE_INFINITY : validUntil;
    this.#feed({ type: "session", session: this.#session, validUntil: told });
  }

  /** N5: an ended session is followed by the next number; a new one is admitted. */
  #renewSession(): void {
    if (hasEnded(this.#truth.ledger, this.#session)) {
      this.#session = { ...this.#session, number: this.#session.number + 1 };
      this.#feed({ type: "ledger", ledger: this.#shown() });
      this.#feed({ type: "session", session: this.#session, validUntil: Number.NEGATIVE_INFINITY });
    }
    if (sessionOf(this.#truth.ledger, this.#session) === null) {
      this.#truth.commit({ type: "open", session: this.#session, bootId: "boot" });
    }
    if (this.#calm) this.#feed({ type: "ledger", ledger: this.#shown() });
  }

  #leader(): void {
    const r = this.#random();
    if (r < 0.3) this.#truth.grantTo(this.#session, this.#calm);
    else if (r < 0.36) this.#truth.grantTo(this.#truth.other, this.#calm);
    else if (r < 0.5) this.#truth.otherReleases();
    else if (r < 0.62) this.#truth.move();
    else if (r < 0.8) this.#truth.cancelMove();
    else if (r < 0.9) this.seen.lapsed += this.#truth.expire(this.now);
    else this.#renewSession();
  }

  #decide(fate: "committed" | "lost" | "silent"): void {
    const at = Math.floor(this.#random() * this.#proposals.length);
    const [proposal] = this.#proposals.splice(at, 1);
    if (proposal === undefined) return;
    this.#trace(`${fate}: ${proposal.commands.map((c) => c.type).join()}`);
    if (fate === "committed") {
      const events = this.#truth.commit(...proposal.commands);
      if (!this.#calm && this.#chance(0.3)) return;
      this.#feed({ type: "ledger", ledger: this.#shown() });
      this.#feed({ type: "outcome", id: proposal.id, result: { ok: true, events } });
    } else if (fate === "lost") {
      this.#feed({ type: "outcome", id: proposal.id, result: { ok: false, reason: "not-leader" } });
    }
  }

  #feed(first: HoldingEvent): void {
    const queue: HoldingEvent[] = [first];
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      this.#pause();
      const actions = advance(this.#holding, event, this.now);
      const differs = this.#company.beside === true ? this.#twin.difference(event, actions, this.now) : null;
      if (differs !== null) this.violations.push(differs);
      if (this.#faults.forgetsRelease) for (const life of this.#holding.lives.values()) life.release = null;
      for (const action of actions) {
        this.#pause();
        this.#perform(action, queue);
        this.#check(action.type);
      }
    }
  }

  #perform(action: HoldingAction, queue: HoldingEvent[]): void {
    switch (action.type) {
      case "gate": {
        const failed = !this.#calm && this.#chance(0.02);
        const { operation } = action;
        const executed = !failed || this.#chance(0.5);
        const answer = executed
          ? this.#machine.gate(operation, this.now, this.#calm ? 0 : this.#between(0, 8))
          : null;
        this.#check("gate");
        if (operation.type !== "renew" || failed)
          this.#trace(`gate ${JSON.stringify(operation)} ${JSON.stringify(answer)}`);
        this.#pause();
        queue.unshift({
          type: "gate-answer",
          operation,
          answer: failed || answer === null ? { ok: false, reason: "failed", detail: "ENOBUFS" } : answer,
        });
        return;
      }
      case "note":
        this.#trace(`note: ${action.text}`);
        return;
      case "announce":
      case "drained":
        return;
      case "handed-over":
        this.#handed = action.state;
        return;
      case "look":
        this.seen.looks++;
        queue.push({ type: "looked", addresses: this.#machine.found(), links: [] });
        return;
      case "extend-service": {
        const running = this.#machine.services.get(keyOf(action));
        if (running !== undefined) running.deadline = Math.max(running.deadline, action.deadline);
        return;
      }
      // Lost on the way: the Release does it.
      case "let-go":
        this.#trace(`word on ${action.word.release.group} for ${action.to}`);
        return;
      case "propose":
        this.#trace(`propose ${action.commands.map((c) => c.type).join()}`);
        this.#proposals.push(action);
        return;
      case "add-address":
      case "remove-address":
        queue.push(this.#end(action));
        return;
      default:
        if ("deadline" in action && this.now >= action.deadline) {
          queue.push({ type: "done", action: action.id, ok: false, detail: "late" });
          return;
        }
        this.#trace(`begin ${action.type}`);
        this.#underWay.push({ action });
    }
  }

  #finishOne(): void {
    const at = Math.floor(this.#random() * this.#underWay.length);
    const [next] = this.#underWay.splice(at, 1);
    if (next !== undefined) this.#feed(this.#end(next.action));
  }

  #end(action: Lasting): HoldingEvent {
    const done = (ok: boolean, detail = ""): HoldingEvent => ({
      type: "done",
      action: action.id,
      ok,
      detail,
    });
    this.#trace(`${action.type} ends`);
    if ("deadline" in action && action.type === "add-address" && this.now >= action.deadline)
      return done(false, "late");
    const fails = !this.#calm && this.#chance(0.07);
    if (action.type === "probe") {
      if (fails) this.seen.conflicts++;
      return done(!fails, fails ? "02:00:00:00:00:0b" : "");
    }
    const lies =
      (action.type === "remove-address" && this.#faults.unverifiedRemoval) ||
      ((action.type === "stop-service" || action.type === "kill-service") && this.#faults.unverifiedStop);
    // A failed action may still have done its work.
    const acted = !fails || this.#chance(0.3) ? this.#act(action) : "";
    return done(!fails || lies === true, fails ? "failed" : acted);
  }

  /** Does it; returns what `done` says in detail. */
  #act(action: Lasting): string {
    const detail = this.#machine.act(action, (change) => this.#words.push(change));
    this.#settle();
    return detail;
  }

  #check(after: string): void {
    for (const group of this.#machine.heardGroups(this.now)) {
      this.seen.served++;
      if (this.#holding.lives.get(group)?.carried) this.seen.carried++;
    }
    for (const what of this.#truth.wrongs(this.#machine, this.now)) {
      this.violations.push(`at ${this.now.toFixed(1)}, after ${after}: ${what}`);
    }
  }

  #trace(line: string): void {
    this.trace.push(`${this.now.toFixed(1)} ${line}`);
  }
}
