/** Real replicas of one group, each with a store in memory and the daemon's own way with snapshots; wires between them. */
import { type NodeId, nodeId } from "../../consensus/core/types.ts";
import { type ClusterDocument, type Command, incarnation } from "../../consensus/ledger/types.ts";
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
  readonly #media = new Map<NodeId, MemoryMedium>();
  readonly #compaction: Compaction;
  #letters: (() => void)[] = [];
  #asked = 0;

  constructor(names: readonly string[], compaction: Compaction) {
    this.#compaction = compaction;
    this.document = {
      cluster: "test",
      timing: TIMING,
      nodes: names.map((name) => ({ name: nodeId(name), addresses: [], voter: true })),
      groups: [],
    };
  }

  at(name: string): Member {
    const member = this.members.get(nodeId(name));
    if (member === undefined) throw new Error(`${name} does not run`);
    return member;
  }

  get leader(): Member {
    const leading = [...this.members.values()].filter(
      ({ running, replica }) => running && replica.role === "leader",
    );
    if (leading.length !== 1) throw new Error(`${leading.length} lead`);
    return leading[0] as Member;
  }

  async start(name: string): Promise<Member> {
    const self = nodeId(name);
    const medium = this.#media.get(self) ?? new MemoryMedium();
    this.#media.set(self, medium);
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
        incarnation: incarnation(contents.identity.starts * 2 ** 20 + 7),
        bootId: `boot-${name}`,
        bootstrap: this.document,
        planner: createPlanner(),
        seed: 1 + this.document.nodes.findIndex((node) => node.name === self),
        compaction: this.#compaction,
      },
      {
        hardState: contents.hardState,
        entries: contents.entries,
        configuration: { voters: this.document.nodes.map((node) => node.name), outgoing: null, learners: [] },
        snapshot: snapshot && { mark: snapshot.mark, ledger: await decodeLedger(snapshot.read()) },
        base: contents.base,
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
    return member;
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
    if (isSnapshotEffect(effect)) member.snapshots.perform(effect);
    else if (effect.type === "write") {
      const { seq } = effect;
      member.store.write(effect.hardState, effect.entries).then(
        () => this.give(member, { type: "written", seq }),
        () => {},
      );
    } else if (effect.type === "send") {
      const tampered = this.tamper(self, effect.to, effect.envelope);
      if (tampered === null) return;
      const [envelope] = decodeEnvelopes(encodeEnvelopes([tampered]));
      this.#post(effect.to, { type: "envelope", from: self, envelope: envelope as Envelope });
    } else if (effect.type === "beat") {
      for (const to of effect.to) this.#post(to, { type: "heartbeat", heartbeat: effect.heartbeat });
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

  /** Each as one entry; lives until the leader has applied all of them. */
  async done(count: number, command: (i: number) => Command): Promise<void> {
    const { leader } = this;
    const ids: number[] = [];
    for (let i = 0; i < count; i++) {
      const id = ++this.#asked;
      ids.push(id);
      this.give(leader, { type: "propose", id, commands: [command(id)] });
      if (i % 20 === 19) await this.live(5);
    }
    await this.until("all is applied", () => ids.every((id) => leader.outcomes.get(id)?.ok === true));
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
