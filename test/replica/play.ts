/** One real replica, n1, with a disk that is never late, and two peers, n2 and n3, that do what a test tells them. */
import assert from "node:assert/strict";
import { type Entry, logIndex, type Message, type NodeId, nodeId, term } from "../../consensus/core/types.ts";
import {
  type Batch,
  type ClusterDocument,
  type Command,
  type GroupSpec,
  incarnation,
  type SessionId,
  type Timing,
} from "../../consensus/ledger/types.ts";
import { createReplica, type Replica } from "../../consensus/replica.ts";
import { roundMessage } from "../../consensus/riders.ts";
import type { AgeReport, PeerReport } from "../../consensus/sessions/types.ts";
import type { ReplicaEffect, ReplicaEvent, ReplicaOptions, ReplicaStart } from "../../consensus/types.ts";
import { createPlanner } from "../../services/placement/planner.ts";

export const [n1, n2, n3] = ["n1", "n2", "n3"].map(nodeId) as [NodeId, NodeId, NodeId];
const voters = [n1, n2, n3];
export const sessionOf = (node: NodeId): SessionId => ({ node, incarnation: incarnation(5), number: 1 });

export const documentOf = (timing: Timing, groups: readonly GroupSpec[] = []): ClusterDocument => ({
  cluster: "test",
  timing,
  nodes: voters.map((name) => ({ name, addresses: [], voter: true })),
  groups,
});

export class Play {
  now = 1000;
  readonly replica: Replica;
  /** Commands that reached the disk, with the time. */
  readonly written: { readonly at: number; readonly command: Command }[] = [];
  readonly effects: ReplicaEffect[] = [];
  /** Peers that beat, and are heard. */
  beating: NodeId[] = [n2, n3];
  /** Whom those hear as well, though n1 does not. */
  alsoHeard: NodeId[] = [];
  /** The peers that beat echo n1's session. */
  echoing = false;
  /** No peer acknowledges an entry beyond this one. */
  cap = Number.POSITIVE_INFINITY;
  /** What a peer says of open Suspects beside its acknowledgements. */
  ages: (node: NodeId) => readonly AgeReport[] = () => [];
  /** What n1 has sent and nobody has answered. */
  private asked: { readonly to: NodeId; readonly message: Message }[] = [];
  private beats = 0;
  private asks = 1;

  /** `entries` are in its log at the start; `commit`: known committed. */
  constructor(
    timing: Timing,
    entries: readonly Entry[] = [],
    groups: readonly GroupSpec[] = [],
    commit: number = 0,
    more: { readonly options?: Partial<ReplicaOptions>; readonly start?: Partial<ReplicaStart> } = {},
  ) {
    this.replica = createReplica(
      {
        core: {
          self: n1,
          electionTimeoutMin: timing.electionMin,
          electionTimeoutMax: timing.electionMax,
          heartbeatInterval: timing.raftHeartbeat,
          maxInflightMessages: 64,
          maxAppendBytes: 1 << 18,
          maxUncommittedBytes: 1 << 26,
          maxTickLateness: timing.electionMin / 2,
        },
        incarnation: incarnation(5),
        bootId: "boot",
        bootstrap: documentOf(timing, groups),
        planner: createPlanner(),
        seed: 1,
        ...more.options,
      },
      {
        hardState: { term: entries.at(-1)?.term ?? term(0), vote: null, commit: logIndex(commit) },
        entries,
        configuration: { voters, outgoing: null, learners: [] },
        ...more.start,
      },
      this.now,
    );
  }

  give(event: ReplicaEvent): ReplicaEffect[] {
    const effects = this.replica.handle(event, this.now);
    for (const effect of effects) this.obey(effect);
    return effects;
  }

  /** What each is in by. */
  protected session(node: NodeId): SessionId {
    return sessionOf(node);
  }

  protected obey(effect: ReplicaEffect): void {
    this.effects.push(effect);
    if (effect.type === "write") {
      for (const { payload } of effect.entries) {
        if (payload.type !== "command") continue;
        for (const command of (payload.command as Batch).commands)
          this.written.push({ at: this.now, command });
      }
      this.give({ type: "written", seq: effect.seq });
    } else if (effect.type === "send" && effect.envelope.type === "raft") {
      this.asked.push({ to: effect.to, message: effect.envelope.message });
    } else if (effect.type === "beat" && effect.heartbeat.round !== undefined) {
      for (const to of effect.to) this.asked.push({ to, message: roundMessage(effect.heartbeat.round) });
    }
  }

  /** What has been asked up to now, taken away from the peers. */
  takeAsked(): { readonly to: NodeId; readonly message: Message }[] {
    return this.asked.splice(0);
  }

  answer(asked: readonly { readonly to: NodeId; readonly message: Message }[]): void {
    for (const { to, message } of asked) {
      const answer = this.answerTo(message);
      if (answer === null) continue;
      const ages = answer.type === "append-response" ? this.ages(to) : [];
      this.give({ type: "envelope", from: to, envelope: { type: "raft", message: answer, ages } });
    }
  }

  answerAll(): void {
    while (this.asked.length > 0) this.answer(this.takeAsked());
  }

  private answerTo(message: Message): Message | null {
    switch (message.type) {
      case "pre-vote-request":
        return {
          type: "pre-vote-response",
          term: term(message.term - 1),
          requestTerm: message.term,
          granted: true,
        };
      case "vote-request":
        return { type: "vote-response", term: message.term, granted: true };
      case "append-request": {
        const match = logIndex(Math.min(message.prevIndex + message.entries.length, this.cap));
        return {
          type: "append-response",
          term: message.term,
          round: message.round,
          result: { ok: true, match },
        };
      }
      default:
        return null;
    }
  }

  /** The peers that beat say that they hear each other, and n1. */
  beat(): void {
    this.beats++;
    for (const from of this.beating) {
      const reports = [n1, ...this.beating, ...this.alsoHeard]
        .filter((node) => node !== from)
        .map((node) => ({
          ...this.session(node),
          seq: 1,
          age: 0,
          hearsUs: true,
          echo: node === n1 && this.echoing ? this.echo() : null,
        }));
      const heartbeat = {
        ...this.session(from),
        from,
        seq: this.beats,
        sentAt: this.now,
        bootId: "boot",
        reports,
      };
      this.give({ type: "heartbeat", heartbeat });
    }
  }

  private echo(): PeerReport["echo"] {
    const beat = this.effects.findLast((effect) => effect.type === "beat");
    if (beat?.type !== "beat") return null;
    const { number, seq, sentAt } = beat.heartbeat;
    return { number, seq, sentAt };
  }

  tick(): void {
    this.give({ type: "tick", wallClock: 0 });
  }

  /** Milliseconds of ordinary life, with answers unless told otherwise. */
  live(ms: number, answering = true): this {
    for (const end = this.now + ms; this.now < end; ) {
      this.now += 5;
      this.beat();
      this.tick();
      if (answering) this.answerAll();
    }
    return this;
  }

  /** n1 wishes; returns the id of the wish. */
  propose(...commands: Command[]): number {
    const id = this.asks++;
    this.give({ type: "propose", id, commands });
    return id;
  }

  /** n1 wishes, it is applied, and nothing of it refused. */
  done(...commands: Command[]): void {
    const id = this.propose(...commands);
    this.answerAll();
    const outcome = this.effects.find((e) => e.type === "outcome" && e.id === id);
    assert.ok(outcome?.type === "outcome" && outcome.result.ok, `no outcome of ${commands[0]?.type}`);
    const refused = outcome.result.events.find((e) => e.type === "refused");
    assert.equal(refused, undefined, JSON.stringify(refused));
  }

  configure(timing: Timing): Command {
    const { document, revision } = this.replica.ledger;
    assert.ok(document !== null);
    return { type: "configure", baseRevision: revision, document: { ...document, timing }, by: "", note: "" };
  }

  ready(node: NodeId): Command {
    const { revision } = this.replica.ledger;
    return { type: "ready", session: this.session(node), revision, guard: true, reason: "" };
  }

  /** When a command of this type was first written; undefined when never. */
  wroteAt(type: Command["type"]): number | undefined {
    return this.written.find(({ command }) => command.type === type)?.at;
  }

  /** A leader for a while, all three in. */
  leading(): this {
    this.live(600);
    assert.equal(this.replica.role, "leader");
    assert.equal(this.replica.ledger.sessions.size, 3);
    return this;
  }
}
