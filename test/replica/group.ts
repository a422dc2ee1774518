/** Real replicas of one group, each with a store in memory and the daemon's own way with snapshots; wires between them. */
import { type Entry, logIndex, type NodeId, nodeId, term } from "../../consensus/core/types.ts";
import {
  type ClusterDocument,
  type Command,
  incarnation,
  type LedgerEvent,
} from "../../consensus/ledger/types.ts";
import { createReplica, type Replica } from "../../consensus/replica.ts";
import type { Compaction, Envelope, ReplicaEffect, ReplicaEvent } from "../../consensus/types.ts";
import { isSnapshotEffect, Snapshots } from "../../daemon/snapshots.ts";
import { decodeEnvelopes, decodeLedger, encodeEnvelopes } from "../../proto/codec.ts";
import { createPlanner } from "../../services/placement/planner.ts";
import { MemoryMedium, MemoryStore } from "../store/memory.ts";

export const TIMING = {
  ttl: 400,
  rho: 0.01,
  heartbeat: 20,
  suspectAfter: 120,
  raftHeartbeat: 20,
  electionMin: 150,
  electionMax: 300,
};

export class Member {
  readonly replica: Replica;
  readonly store: MemoryStore;
  readonly snapshots: Snapshots;
  readonly effects: ReplicaEffect[] = [];
  readonly outcomes = new Map<number, Extract<ReplicaEffect, { type: "outcome" }>["result"]>();
  running = true;

  constructor(replica: Replica, store: MemoryStore, snapshots: Snapshots) {
    this.replica = replica;
    this.store = store;
    this.snapshots = snapshots;
  }
}

export class Group {
  now = 1000;
  readonly document: ClusterDocument;
  readonly members = new Map<NodeId, Member>();
  readonly notes: string[] = [];
  /** What a wire does to an envelope; null loses it. */
  tamper: (from: NodeId, to: NodeId, envelope: Envelope) => Envelope | null = (_from, _to, envelope) =>
    envelope;
  /** Nothing comes through, neither heartbeats nor the stream. */
  severed: (from: NodeId, to: NodeId) => boolean = () => false;
  /** How often each has booted: a boot id of its own each time. */
  readonly boots = new Map<NodeId, number>();
  readonly #media = new Map<NodeId, MemoryMedium>();
  /** Later disks count on from greater numbers, as by the clock. */
  readonly #madeAt = new WeakMap<MemoryMedium, number>();
  #madeDisks = 0;
  #starts = 0;
  readonly #compaction: Compaction;
  #letters: (() => void)[] = [];
  #asked = 0;
  #made = 0;

  constructor(names: readonly string[], compaction: Compaction, more: Partial<ClusterDocument> = {}) {
    this.#compaction = compaction;
    this.document = {
      cluster: "test",
      timing: TIMING,
      nodes: names.map((name) => ({ name: nodeId(name), addresses: [], voter: true })),
      groups: [],
      ...more,
    };
  }

  /** What else is to be done with an effect, by whoever tests more than the log. */
  protected also(_member: Member, _effect: ReplicaEffect): void {}

  at(name: string): Member {
    const member = this.members.get(nodeId(name));
    if (member === undefined) throw new Error(`${name} does not run`);
    return member;
  }

  get #leaders(): readonly Member[] {
    return [...this.members.values()].filter(({ running, replica }) => running && replica.role === "leader");
  }

  get leader(): Member {
    const leading = this.#leaders;
    if (leading.length !== 1) throw new Error(`${leading.length} lead`);
    return leading[0] as Member;
  }

  /** `document`: that of its own file. */
  async start(name: string, document = this.document): Promise<Member> {
    const self = nodeId(name);
    const medium = this.#diskOf(self);
    const count = (this.#madeAt.get(medium) ?? 0) + medium.starts + 1;
    const store = await MemoryStore.open(medium, { cluster: "test", node: name });
    const { contents } = store;
    const { snapshot } = contents;
    const replica = createReplica(
      {
        core: {
          self,
          electionTimeoutMin: TIMING.electionMin,
          electionTimeoutMax: TIMING.electionMax,
          heartbeatInterval: TIMING.raftHeartbeat,
          maxInflightMessages: 64,
          maxAppendBytes: 1 << 18,
          maxUncommittedBytes: 1 << 26,
          maxTickLateness: TIMING.electionMin / 2,
        },
        incarnation: incarnation(count * 2 ** 20 + ++this.#starts),
        bootId: `boot-${name}-${this.boots.get(self) ?? 0}`,
        bootstrap: document,
        planner: createPlanner(),
        seed: name.charCodeAt(0),
        compaction: this.#compaction,
      },
      {
        hardState: contents.hardState,
        entries: contents.entries,
        configuration: {
          voters: document.nodes.map((node) => node.name),
          outgoing: null,
          learners: document.nodes.some((node) => node.name === self) ? [] : [self],
        },
        snapshot: snapshot && { mark: snapshot.mark, ledger: await decodeLedger(snapshot.read()) },
        base: contents.base,
        store: contents.identity,
      },
      this.now,
    );
    const snapshots = new Snapshots({
      store,
      feed: (event) => this.give(member, event),
      beforeSaving: async () => {},
      failed: (error) => {
        if (member.running) throw error;
      },
      note: (_level, text) => this.notes.push(`${name}: ${text}`),
      now: () => this.now,
    });
    const member = new Member(replica, store, snapshots);
    this.members.set(self, member);
    const { vouched } = replica;
    if (vouched.type === "founding" && vouched.missing.length === 0)
      this.give(member, { type: "listened-alone" });
    return member;
  }

  #diskOf(self: NodeId): MemoryMedium {
    let medium = this.#media.get(self);
    if (medium === undefined) {
      medium = new MemoryMedium();
      this.#madeAt.set(medium, ++this.#madeDisks * 1000);
      this.#media.set(self, medium);
    }
    return medium;
  }

  /** Writes behind the log of a node that is stopped, in a new term. */
  async writeBehind(name: string, payloads: readonly Entry["payload"][]): Promise<void> {
    const store = await MemoryStore.open(this.#diskOf(nodeId(name)), { cluster: "test", node: name });
    const { hardState, last } = store.contents;
    const next = term(hardState.term + 1);
    const entries = payloads.map(
      (payload, i): Entry => ({ index: logIndex(last.index + 1 + i), term: next, payload, bytes: 256 }),
    );
    await store.write({ ...hardState, term: next, vote: nodeId(name) }, entries);
    await store.close();
  }

  /** The disk of a node that is stopped is gone. */
  wipe(name: string): void {
    this.#media.delete(nodeId(name));
  }

  /** A copy of a stopped node's disk as it is now. */
  image(name: string): () => void {
    const self = nodeId(name);
    const from = this.#diskOf(self);
    const { owner, starts, log } = from;
    return () => {
      const copy = new MemoryMedium();
      copy.owner = owner;
      copy.starts = starts;
      copy.log = log;
      this.#madeAt.set(copy, this.#madeAt.get(from) ?? 0);
      this.#media.set(self, copy);
    };
  }

  /** kill -9; the disk keeps what was durable. */
  async stop(name: string): Promise<void> {
    const member = this.at(name);
    member.running = false;
    this.members.delete(nodeId(name));
    await member.store.close();
  }

  give(member: Member, event: ReplicaEvent): void {
    if (!member.running) return;
    for (const effect of member.replica.handle(event, this.now)) this.#obey(member, effect);
  }

  #obey(member: Member, effect: ReplicaEffect): void {
    const self = member.replica.self;
    member.effects.push(effect);
    this.also(member, effect);
    if (isSnapshotEffect(effect)) member.snapshots.perform(effect);
    else if (effect.type === "write") {
      const { seq } = effect;
      member.store.write(effect.hardState, effect.entries).then(
        () => this.give(member, { type: "written", seq }),
        () => {},
      );
    } else if (effect.type === "admit") {
      member.store.admit(effect.incarnation).then(
        () => this.give(member, { type: "admitted" }),
        () => {},
      );
    } else if (effect.type === "send") {
      const tampered = this.severed(self, effect.to) ? null : this.tamper(self, effect.to, effect.envelope);
      if (tampered === null) return;
      const [envelope] = decodeEnvelopes(encodeEnvelopes([tampered]));
      this.#post(effect.to, { type: "envelope", from: self, envelope: envelope as Envelope });
    } else if (effect.type === "beat") {
      for (const to of effect.to) {
        if (!this.severed(self, to)) this.#post(to, { type: "heartbeat", heartbeat: effect.heartbeat });
      }
    } else if (effect.type === "outcome") member.outcomes.set(effect.id, effect.result);
  }

  #post(to: NodeId, event: ReplicaEvent): void {
    this.#letters.push(() => {
      const member = this.members.get(to);
      if (member !== undefined) this.give(member, event);
    });
  }

  /** Milliseconds of life; disks are as fast as they can be. */
  async live(ms: number): Promise<void> {
    for (const end = this.now + ms; this.now < end; ) {
      this.now += 5;
      for (const member of this.members.values()) this.give(member, { type: "tick", wallClock: 0 });
      for (let turns = 0; turns < 4; turns++) {
        for (const letter of this.#letters.splice(0)) letter();
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }

  /** Lives until it holds; throws when it does not within 20 s of that life. */
  async until(what: string, holds: () => boolean): Promise<void> {
    for (const end = this.now + 20_000; !holds(); ) {
      if (this.now > end) throw new Error(`never: ${what}\n${this.notes.join("\n")}`);
      await this.live(5);
    }
  }

  /** One command, asked for by the leader; the event that it came to. */
  async decide(command: Command): Promise<LedgerEvent | undefined> {
    const { leader } = this;
    const id = ++this.#asked;
    this.give(leader, { type: "propose", id, commands: [command] });
    await this.until("it is decided", () => leader.outcomes.has(id));
    const outcome = leader.outcomes.get(id);
    return outcome?.ok === true ? outcome.events[0] : undefined;
  }

  /** The nodes that a new document names, and whether each votes. */
  async nodes(wanted: Readonly<Record<string, boolean>>): Promise<void> {
    const { leader } = this;
    const { document, revision } = leader.replica.ledger;
    if (document === null) throw new Error("there is no document yet");
    const nodes = Object.entries(wanted).map(([name, voter]) => ({
      name: nodeId(name),
      addresses: [],
      voter,
    }));
    const id = ++this.#asked;
    const next = { ...document, nodes };
    const command: Command = { type: "configure", baseRevision: revision, document: next, by: "", note: "" };
    this.give(leader, { type: "propose", id, commands: [command] });
    await this.until("the document is taken", () => leader.outcomes.has(id));
    const outcome = leader.outcomes.get(id);
    const refused = outcome?.ok === true ? outcome.events.find((event) => event.type === "refused") : null;
    if (outcome?.ok !== true || refused) throw new Error(JSON.stringify(refused ?? outcome));
  }

  /** Everybody who should vote does, nobody else, in one configuration that everybody has. */
  async voting(...names: readonly string[]): Promise<void> {
    await this.until(`${names.join(" ")} vote`, () => {
      const members = [...this.members.values()].filter(({ replica }) => names.includes(replica.self));
      return members.every(({ replica }) => {
        const [only, ...more] = replica.configurations;
        return (
          more.length === 0 && only?.outgoing === null && only.voters.join() === [...names].sort().join()
        );
      });
    });
  }

  /** Each as one entry, asked for again where a leader went away with it; lives until all of them are acknowledged. */
  async done(count: number, command: (i: number) => Command): Promise<void> {
    const open = new Map<number, { readonly i: number; readonly asked: Member }>();
    const propose = (i: number): void => {
      const asked = this.leader;
      const id = ++this.#asked;
      open.set(id, { i, asked });
      this.give(asked, { type: "propose", id, commands: [command(i)] });
    };
    for (let i = 0; i < count; i++) {
      if (this.#leaders.length !== 1) await this.led();
      propose(++this.#made);
      if (i % 20 === 19) await this.live(5);
    }
    await this.until("all is acknowledged", () => {
      for (const [id, { i, asked }] of [...open]) {
        const outcome = asked.outcomes.get(id);
        if (outcome === undefined && asked.running) continue;
        if (outcome?.ok !== true && this.#leaders.length !== 1) continue;
        open.delete(id);
        if (outcome?.ok !== true) propose(i);
      }
      return open.size === 0;
    });
  }

  async led(): Promise<void> {
    await this.until("one leads", () => this.#leaders.length === 1);
  }

  /** Everybody that runs has applied what the leader has. */
  async level(): Promise<void> {
    await this.until("all are level", () => {
      const all = [...this.members.values()];
      return all.every(({ replica }) => replica.ledger.applied === this.leader.replica.ledger.applied);
    });
  }
}

/** A name of 200 characters, taken: a busy ledger of some size. */
export const acquire = (i: number): Command => ({
  type: "acquire",
  name: `${i}`.padEnd(200, "x"),
  owner: `owner ${i}`,
  ttl: 600_000,
  note: "",
});

/** How much of the log is kept in memory. */
export const kept = ({ replica }: Member): number =>
  replica.ledger.applied - (replica as unknown as { core: { firstIndex: number } }).core.firstIndex + 1;
