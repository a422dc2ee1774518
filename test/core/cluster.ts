/**
 * A small cluster in memory for tests that read like transcripts: the network delivers when told, a disk syncs when
 * told, time passes when told. After every step it checks what must always hold (safety.ts).
 */
import { type Core, createCore } from "../../consensus/core/core.ts";
import { step } from "../../consensus/core/step.ts";
import {
  type Change,
  type ChangeKind,
  type Configuration,
  type CoreEffect,
  type CoreEvent,
  type CoreOptions,
  type Entry,
  type HardState,
  type LogIndex,
  type Message,
  type NodeId,
  nodeId,
  type Position,
  type Role,
  type SnapshotMark,
  type Term,
  type WriteSeq,
} from "../../consensus/core/types.ts";
import { Safety } from "./safety.ts";
import { hardState, ofType } from "./values.ts";

export * from "./values.ts";

type Write = Extract<CoreEffect, { type: "write" | "install-snapshot" }>;
type Send = Extract<CoreEffect, { type: "send" }>;

export interface Flight {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly message: Message;
}

/** Commands applied, each with the index of its entry: all there is to this state machine. */
export type State = readonly { readonly index: LogIndex; readonly command: unknown }[];
/** A snapshot on its way; `asked`: what the leader's core asked for. */
export interface Stream {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly term: Term;
  readonly asked: LogIndex;
  readonly mark: SnapshotMark;
  readonly state: State;
}

/** What survives a crash. */
export interface Stored {
  hardState: HardState;
  entries: Entry[];
  /** Absent: the log begins at 1. */
  base?: Position;
  snapshot?: { readonly mark: SnapshotMark; readonly state: State };
  /** Absent: the disk is certified. */
  certified?: boolean;
}

export interface Node {
  readonly name: NodeId;
  /** Null while crashed. */
  core: Core | null;
  stored: Stored;
  /** Asked for and not synced. */
  writes: Write[];
  /** Sent, and waiting for a write. */
  held: Send[];
  synced: WriteSeq;
  /** Sync every write at once (default), or only in `sync`. */
  instantDisk: boolean;
  /** Every effect since the last start, in order. */
  effects: CoreEffect[];
  /** Commands applied since the last start, and those of the snapshot it began with. */
  applied: unknown[];
  state: { readonly index: LogIndex; readonly command: unknown }[];
  /** The snapshots to be installed by writes not synced. */
  installing: { readonly seq: WriteSeq; readonly stream: Stream }[];
}

export interface ClusterOptions {
  readonly seed?: number;
  readonly options?: Partial<CoreOptions>;
  readonly configuration?: Configuration;
  /** False where a test makes messages up, so that what they say was never true. */
  readonly checked?: boolean;
  /** What each disk holds at the start. */
  readonly stored?: Readonly<Record<string, Partial<Stored>>>;
}

export const OPTIONS: Omit<CoreOptions, "self"> = {
  electionTimeoutMin: 100,
  electionTimeoutMax: 200,
  heartbeatInterval: 20,
  maxInflightMessages: 4,
  maxAppendBytes: 1000,
  maxUncommittedBytes: 10_000,
  maxTickLateness: 60,
};
export const TICK = 10;
const MAX_STEPS = 100_000;

export class Cluster {
  now = 1000;
  readonly nodes = new Map<NodeId, Node>();
  /** In the order of sending. */
  network: Flight[] = [];
  streams: Stream[] = [];
  readonly safety: Safety;
  readonly #cut = new Set<string>();
  readonly #configuration: Configuration;
  readonly #options: Partial<CoreOptions>;
  #seed: number;
  #arriving: Stream | null = null;
  #proposals = 0;
  #steps = 0;

  constructor(names: string, options: ClusterOptions = {}) {
    const members = names.split(" ").map(nodeId);
    this.#options = options.options ?? {};
    this.#seed = options.seed ?? 1;
    this.#configuration = options.configuration ?? { voters: members, outgoing: null, learners: [] };
    this.safety = new Safety(options.checked ?? true);
    for (const name of members) {
      const stored = { hardState: hardState(0), entries: [], ...options.stored?.[name] };
      const node: Node = {
        name,
        core: null,
        stored,
        writes: [],
        held: [],
        synced: 0 as WriteSeq,
        instantDisk: true,
        effects: [],
        applied: [],
        state: [],
        installing: [],
      };
      this.nodes.set(name, node);
      this.restart(name);
    }
  }

  node(name: string): Node {
    const node = this.nodes.get(nodeId(name));
    if (node === undefined) throw new Error(`no node ${name}`);
    return node;
  }
  core(name: string): Core {
    const { core } = this.node(name);
    if (core === null) throw new Error(`${name} is down`);
    return core;
  }
  leader(): Core | null {
    const leaders = [...this.nodes.values()].flatMap(({ core }) => (core?.role === "leader" ? [core] : []));
    return leaders.sort((a, b) => b.term - a.term)[0] ?? null;
  }

  /** One event for one node; its effects are carried out as far as its disk allows. */
  step(name: string, event: CoreEvent): CoreEffect[] {
    const node = this.node(name);
    const core = this.core(name);
    this.#steps += 1;
    if (this.#steps > MAX_STEPS) throw new Error("this cluster runs for ever");
    if (event.type === "read") this.safety.readAsked(node.name, event.id);
    const effects = step(core, event, this.now);
    node.effects.push(...effects);
    this.safety.stepped(node, effects, this.nodes);
    for (const effect of effects) this.#carryOut(node, effect);
    if (node.instantDisk) this.sync(name);
    return effects;
  }
  receive(name: string, from: string, message: Message): CoreEffect[] {
    return this.step(name, { type: "receive", from: nodeId(from), message });
  }
  propose(name: string, text: string, bytes = 10): CoreEffect[] {
    this.#proposals += 1;
    const payloads = [{ payload: { type: "command", command: text } as const, bytes }];
    return this.step(name, { type: "propose", id: this.#proposals, term: null, payloads });
  }

  /** Asks `name` for another configuration: "joint -b +d *e" (- remove, + voter, * learner, ^ promote, _ demote). */
  change(name: string, wish: string, more: { again?: boolean; autoLeave?: boolean } = {}): string {
    this.#proposals += 1;
    const [kind, ...words] = wish.split(" ");
    const types = {
      "-": "remove",
      "+": "add-voter",
      "*": "add-learner",
      "^": "promote",
      _: "demote",
    } as const;
    const changes = words.map(
      (word): Change => ({
        type: types[word[0] as keyof typeof types],
        node: nodeId(word.slice(1)),
        again: more.again ?? false,
      }),
    );
    const effects = this.step(name, {
      type: "change",
      id: this.#proposals,
      term: null,
      kind: kind as ChangeKind,
      changes,
      autoLeave: more.autoLeave ?? true,
    });
    return ofType(effects, "change-refused")[0]?.reason ?? "proposed";
  }
  /** Whoever must know the newest configuration knows it (N9). */
  settleConfiguration(name: string): CoreEffect[] {
    this.safety.configurationSettled(this.core(name));
    return this.step(name, { type: "configuration-settled", index: this.core(name).configurationIndex });
  }
  /** Takes a snapshot as late as may be, and drops the log up to `keep` entries before it. */
  compact(name: string, keep = 0): CoreEffect[] {
    const node = this.node(name);
    const core = this.core(name);
    const through = core.compactable;
    if (through <= (core.snapshot?.index ?? 0)) return [];
    const mark = core.markAt(through);
    node.stored.snapshot = { mark, state: node.state.filter(({ index }) => index <= through) };
    return this.step(name, { type: "compact", through, keep });
  }

  #carryOut(node: Node, effect: CoreEffect): void {
    switch (effect.type) {
      case "write":
        node.writes.push(effect);
        return;
      case "install-snapshot":
        node.writes.push(effect);
        this.#restore(node, effect.seq);
        this.step(node.name, { type: "applied", index: effect.snapshot.index });
        return;
      case "compacted": {
        const { stored } = node;
        stored.entries = stored.entries.filter(({ index }) => index > effect.base.index);
        stored.base = effect.base;
        return;
      }
      case "send-snapshot": {
        const { mark, state } = node.stored.snapshot!;
        const { to, term, snapshot } = effect;
        this.streams.push({ from: node.name, to, term, asked: snapshot.index, mark, state });
        return;
      }
      case "send":
        if (effect.after <= node.synced) this.#leave(node, effect);
        else node.held.push(effect);
        return;
      case "commit":
        for (const { index, payload } of effect.entries) {
          if (payload.type !== "command") continue;
          node.applied.push(payload.command);
          node.state.push({ index, command: payload.command });
        }
        this.step(node.name, { type: "applied", index: effect.entries.at(-1)!.index });
        return;
    }
  }

  #leave(node: Node, { to, message }: Send): void {
    const flight = { from: node.name, to, message };
    if (message.type === "append-request" && message.term > node.stored.hardState.term)
      throw new Error(`${node.name} tells of term ${message.term}, which is not on its disk (D1)`);
    this.safety.sent(flight);
    this.network.push(flight);
  }

  /** The disk of this node completes the oldest `count` writes; what waited for them leaves. */
  sync(name: string, count = Number.POSITIVE_INFINITY): void {
    const node = this.node(name);
    const done = node.writes.splice(0, count);
    if (done.length === 0) return;
    for (const write of done) store(node, write);
    node.synced = done.at(-1)!.seq;
    const installed = node.installing.filter(({ seq }) => seq <= node.synced);
    node.installing = node.installing.filter(({ seq }) => seq > node.synced);
    const free = node.held.filter((send) => send.after <= node.synced);
    node.held = node.held.filter((send) => send.after > node.synced);
    for (const send of free) this.#leave(node, send);
    this.step(name, { type: "written", seq: node.synced });
    for (const { stream } of installed) this.#streamed(stream, true);
  }

  /** A whole snapshot arrives; the sender hears of it when it is on the receiver's disk. */
  deliverSnapshot(stream: Stream): void {
    const node = this.nodes.get(stream.to);
    if (this.#cut.has(`${stream.from}>${stream.to}`) || !node?.core) {
      this.#streamed(stream, false);
      return;
    }
    const { from, term, mark } = stream;
    this.#arriving = stream;
    const effects = this.step(node.name, { type: "snapshot-received", from, term, snapshot: mark });
    this.#arriving = null;
    const [skipped] = ofType(effects, "snapshot-skipped");
    if (skipped !== undefined) this.#streamed(stream, skipped.why !== "stale-term");
  }
  loseSnapshot(stream: Stream): void {
    this.#streamed(stream, false);
  }
  #streamed({ from, to, asked }: Stream, ok: boolean): void {
    if (this.nodes.get(from)?.core) this.step(from, { type: "snapshot-sent", to, index: asked, ok });
  }
  /** Takes the state that it brings, before anything else is applied. */
  #restore(node: Node, seq: WriteSeq): void {
    const stream = this.#arriving!;
    node.installing.push({ seq, stream });
    node.state = [...stream.state];
    node.applied = node.state.map(({ command }) => command);
  }

  /** All writes that were not synced are lost, but for the first `kept`. */
  crash(name: string, kept = 0): void {
    const node = this.node(name);
    for (const write of node.writes.slice(0, kept)) store(node, write);
    node.core = null;
    node.writes = [];
    node.held = [];
    const lost = node.installing;
    node.installing = [];
    for (const { stream } of lost) this.#streamed(stream, false);
  }
  restart(name: string): void {
    const node = this.node(name);
    node.effects = [];
    node.state = [...(node.stored.snapshot?.state ?? [])];
    node.applied = node.state.map(({ command }) => command);
    node.synced = 0 as WriteSeq;
    this.#seed += 1;
    const options = { ...OPTIONS, ...this.#options, self: node.name };
    const { hardState, entries, base, snapshot, certified = true } = node.stored;
    const start = {
      hardState,
      entries,
      configuration: this.#configuration,
      snapshot: snapshot?.mark ?? null,
      certified,
      ...(base === undefined ? {} : { base }),
    };
    node.core = createCore(options, start, this.#seed, this.now);
    this.safety.restarted(node);
  }

  /** Messages from `from` to `to` are lost from now on: one way, unless `cut` is called for the other way too. */
  cut(from: string, to: string): void {
    this.#cut.add(`${from}>${to}`);
  }
  isolate(name: string): void {
    for (const other of this.nodes.keys()) {
      this.cut(name, other);
      this.cut(other, name);
    }
  }
  heal(): void {
    this.#cut.clear();
  }

  /** Takes what is under way from the network, undelivered. */
  intercept(matches: (flight: Flight) => boolean = () => true): Flight[] {
    const taken = this.network.filter(matches);
    this.network = this.network.filter((flight) => !matches(flight));
    return taken;
  }
  deliverOne(flight: Flight): void {
    const lost = this.#cut.has(`${flight.from}>${flight.to}`);
    if (!lost && this.nodes.get(flight.to)?.core) this.receive(flight.to, flight.from, flight.message);
  }
  /** Delivers what is under way and all that follows from it, until the network is quiet. */
  settle(): void {
    do {
      for (let flight = this.network.shift(); flight !== undefined; flight = this.network.shift()) {
        this.deliverOne(flight);
      }
      const stream = this.streams.shift();
      if (stream !== undefined) this.deliverSnapshot(stream);
    } while (this.network.length + this.streams.length > 0);
  }
  tickAll(): void {
    for (const { name, core } of this.nodes.values()) if (core !== null) this.step(name, { type: "tick" });
  }
  /** Lets time pass, tick by tick, every message delivered at once. */
  run(ms: number): void {
    for (const end = this.now + ms; this.now < end; ) {
      this.now += TICK;
      this.tickAll();
      this.settle();
    }
  }
  /** Lets time pass until `done`; throws when it takes longer than `ms`. */
  runUntil(done: () => boolean, ms = 5000): void {
    for (const end = this.now + ms; !done(); this.run(TICK)) {
      if (this.now > end) throw new Error(`not within ${ms} ms: ${done}`);
    }
  }
  /** Makes `name` the leader by letting only its time pass. */
  elect(name: string): Core {
    const core = this.core(name);
    while (core.role !== "leader") {
      this.now += TICK;
      this.step(name, { type: "tick" });
      this.settle();
    }
    for (const node of this.nodes.values()) if (node.core !== null) node.core.lastTickAt = this.now;
    return core;
  }

  roles(): Record<string, Role | "down"> {
    return Object.fromEntries([...this.nodes].map(([name, { core }]) => [name, core?.role ?? "down"]));
  }
  /** The messages that wait for a write of this node. */
  heldTypes(name: string): string[] {
    return this.node(name).held.map(({ message }) => message.type);
  }
}

function store({ stored, installing }: Node, write: Write): void {
  if (write.hardState !== null) stored.hardState = write.hardState;
  if (write.type === "install-snapshot") {
    const { stream } = installing.find(({ seq }) => seq === write.seq)!;
    stored.entries = [];
    stored.base = { index: write.snapshot.index, term: write.snapshot.term };
    stored.snapshot = { mark: write.snapshot, state: stream.state };
    return;
  }
  const first = write.entries[0];
  if (first === undefined) return;
  stored.entries = [...stored.entries.filter(({ index }) => index < first.index), ...write.entries];
}
