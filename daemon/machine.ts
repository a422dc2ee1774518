/**
 * Performs the holder's actions on this machine. The right is checked against the clock immediately before each act
 * that reaches outward (T4); taking away needs no right.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { LinkState } from "../network/links.ts";
import type { Addresses, Announcer, Card, Gate } from "../network/port.ts";
import type { ServiceRunner } from "../services/port.ts";
import type { HoldingAction, HoldingEvent } from "../services/types.ts";

export interface MachineOptions {
  readonly gate: Gate;
  readonly addresses: Addresses;
  readonly announcer: Announcer;
  readonly runner: ServiceRunner;
  readonly cards: readonly Card[];
  /** All cards of this machine as they are now. */
  readonly links: () => readonly LinkState[];
  /** The card that carries an address, null when no subnet of ours holds it. */
  readonly cardFor: (ip: string) => Card | null;
  readonly now: () => Millis;
  /** Feeds what came of an action back to the holder's life. */
  readonly feed: (event: HoldingEvent) => void;
}

/** What the machine does itself; proposals, notes and the end of draining belong to the loop. */
export type MachineAction = Exclude<HoldingAction, { type: "propose" | "note" | "drained" | "handed-over" }>;

export class Machine {
  private readonly options: MachineOptions;
  private readonly removing: Removal[] = [];

  constructor(options: MachineOptions) {
    this.options = options;
  }

  perform(action: MachineAction): void {
    const { gate, addresses, announcer, runner, now, feed } = this.options;
    switch (action.type) {
      case "gate":
        feed({ type: "gate-answer", operation: action.operation, answer: gate.perform(action.operation) });
        return;
      case "arm-gate":
        this.arm(action);
        return;
      case "probe":
        this.probe(action);
        return;
      case "add-address":
        this.timely(action, (card) => addresses.add(card.name, action.ip, action.prefix), action.ip);
        return;
      case "remove-address":
        this.removeSoon(action);
        return;
      case "announce": {
        const card = this.options.cardFor(action.ip);
        if (card !== null && now() < action.deadline) attempt(() => announcer.announce(card.name, action.ip));
        return;
      }
      case "start-service": {
        if (now() >= action.deadline) {
          feed({ type: "done", action: action.id, ok: false, detail: "late" });
          return;
        }
        const { spec, token, deadline, adopt } = action;
        this.finish(action.id, runner.start(spec, token, deadline, adopt));
        return;
      }
      case "extend-service":
        runner.extend(serviceName(action), action.deadline);
        return;
      case "stop-service":
        this.finish(action.id, runner.stop(serviceName(action), action.timeout));
        return;
      case "kill-service":
        this.finish(action.id, runner.kill(serviceName(action)));
        return;
      case "look":
        this.look();
        return;
    }
  }

  /** Asked again in a moment when the kernel's tables keep changing under the reading. */
  private look(): void {
    const { cards, links, feed } = this.options;
    let seen: readonly LinkState[];
    try {
      seen = links();
    } catch {
      setTimeout(() => this.look(), LOOK_AGAIN).unref();
      return;
    }
    const own = cards.map(({ name }) => ({ name, link: seen.find((link) => link.name === name) }));
    feed({
      type: "looked",
      links: own.map(({ name, link }) => ({
        card: name,
        up: link?.up === true && link.carrier,
        gone: link === undefined,
      })),
      addresses: own.flatMap(({ name, link }) =>
        (link?.addresses ?? [])
          .filter(({ ip }) => this.stationary(ip) === null)
          .map(({ ip, prefix }) => ({ card: name, ip, prefix })),
      ),
    });
  }

  /** A stationary address is never put under the gate: silencing it would cut off the whole node. */
  private arm(action: Extract<MachineAction, { type: "arm-gate" }>): void {
    const clash = action.addresses.map((ip) => this.stationary(ip)).find((found) => found !== null);
    const work =
      clash === undefined || clash === null
        ? this.options.gate.arm(action.addresses, action.keep)
        : refuse(clash);
    this.finish(action.id, work);
  }

  /** Why `ip` cannot float here; null when it can. */
  private stationary(ip: string): string | null {
    const card = this.options.cards.find(({ addresses }) => addresses.some((each) => each.ip === ip));
    return card === undefined
      ? null
      : `${ip} is a stationary address of this node's card ${card.name}; it cannot float`;
  }

  /** A sentence or a word that the work resolves with is the detail. */
  private finish(id: number, work: Promise<unknown>): void {
    work.then(
      (result) =>
        this.options.feed({
          type: "done",
          action: id,
          ok: true,
          detail: typeof result === "string" ? result : "",
        }),
      (error: unknown) => this.options.feed({ type: "done", action: id, ok: false, detail: sentence(error) }),
    );
  }

  private probe(action: Extract<MachineAction, { type: "probe" }>): void {
    const { announcer, cardFor, now, feed } = this.options;
    const card = cardFor(action.ip);
    if (card === null || now() >= action.deadline) {
      feed({
        type: "done",
        action: action.id,
        ok: false,
        detail: card === null ? `no card for ${action.ip}` : "late",
      });
      return;
    }
    announcer.probe(card.name, action.ip, action.window).then(
      (owner) =>
        feed({
          type: "done",
          action: action.id,
          ok: owner === null,
          detail: owner === null ? "" : `${owner} answers for ${action.ip}`,
        }),
      (error: unknown) => feed({ type: "done", action: action.id, ok: false, detail: sentence(error) }),
    );
  }

  private timely(
    action: { readonly id: number; readonly deadline: Millis },
    act: (card: Card) => void,
    ip: string,
  ): void {
    const { cardFor, now, feed } = this.options;
    const card = cardFor(ip);
    let problem: string | null = null;
    if (card === null) problem = `no card of this node is in the subnet of ${ip}`;
    else if (now() >= action.deadline) problem = "late";
    else if (this.stationary(ip) !== null) problem = this.stationary(ip);
    else problem = attempt(() => act(card));
    feed({ type: "done", action: action.id, ok: problem === null, detail: problem ?? "" });
  }

  /** What is to be taken away in one turn is taken away right after it, together. */
  private removeSoon(action: Removal): void {
    this.removing.push(action);
    if (this.removing.length === 1) queueMicrotask(() => this.removeSome());
  }

  private removeSome(): void {
    const some = this.removing.splice(0, REMOVED_AT_ONCE);
    if (this.removing.length > 0) setImmediate(() => this.removeSome());
    const problem = this.removeEverywhere(some);
    for (const action of some) {
      // What one of them says is not said of the others.
      const own = problem === null || some.length === 1 ? problem : this.removeEverywhere([action]);
      this.options.feed({ type: "done", action: action.id, ok: own === null, detail: own ?? "" });
    }
  }

  private removeEverywhere(actions: readonly Removal[]): string | null {
    const { addresses, cards } = this.options;
    const clash = actions.map(({ ip }) => this.stationary(ip)).find((found) => found !== null);
    if (clash !== undefined && clash !== null) return clash;
    const ips = new Set(actions.map(({ ip }) => ip));
    return attempt(() => {
      for (const { name } of cards) {
        const found = addresses.list(name).filter(({ ip }) => ips.has(ip));
        if (found.length === 0) continue;
        if (addresses.removeAll !== undefined) addresses.removeAll(name, found);
        else for (const { ip, prefix } of found) addresses.remove(name, ip, prefix);
        const left = addresses.list(name).find(({ ip }) => ips.has(ip));
        if (left !== undefined) throw new Error(`${left.ip} is still on ${name} after it was removed`);
      }
    });
  }
}

type Removal = Extract<MachineAction, { type: "remove-address" }>;
/** Each round lists the cards, which takes milliseconds where there are many; between two others have their turn. */
const REMOVED_AT_ONCE = 128;

/** As services/port.ts names them. */
const serviceName = (action: { readonly group: string; readonly member: string }): string =>
  `${action.group}.${action.member}`;

const refuse = (why: string): Promise<never> => Promise.reject(new Error(why));

const LOOK_AGAIN: Millis = 100;

/** Null when it worked, else what a person would want to read. */
function attempt(act: () => void): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return sentence(error);
  }
}

export const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
