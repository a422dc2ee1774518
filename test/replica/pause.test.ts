/** T5, of a leader that was stopped: what waited in its sockets is handled before the tick that shows the pause. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { type Message, type NodeId, nodeId } from "../../consensus/core/types.ts";
import { type Batch, type Command, incarnation, type SessionId } from "../../consensus/ledger/types.ts";
import { createReplica, type Replica } from "../../consensus/replica.ts";
import { roundMessage } from "../../consensus/riders.ts";
import type { ReplicaEffect, ReplicaEvent } from "../../consensus/types.ts";

const [n1, n2, n3] = ["n1", "n2", "n3"].map(nodeId) as [NodeId, NodeId, NodeId];
const timing = PROFILES.fast;
const voters = [n1, n2, n3];

/** n1 with a disk that is never late, and two peers that grant and confirm whatever it asks. */
class Play {
  now = 1000;
  readonly replica: Replica;
  /** What n1 has sent and nobody has answered. */
  private asked: { readonly to: NodeId; readonly message: Message }[] = [];
  readonly written: Command[] = [];
  private beats = 0;

  constructor() {
    const nodes = voters.map((name) => ({ name, addresses: [], voter: true }));
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
        bootstrap: { cluster: "test", timing, nodes, groups: [] },
        planner: { plan: (_, first) => first },
        seed: 1,
      },
      {
        hardState: { term: 0 as never, vote: null, commit: 0 as never },
        entries: [],
        configuration: { voters, outgoing: null, learners: [] },
      },
      this.now,
    );
  }

  give(event: ReplicaEvent): void {
    for (const effect of this.replica.handle(event, this.now)) this.obey(effect);
  }

  private obey(effect: ReplicaEffect): void {
    if (effect.type === "write") {
      for (const { payload } of effect.entries) {
        if (payload.type === "command") this.written.push(...(payload.command as Batch).commands);
      }
      this.give({ type: "written", seq: effect.seq });
    } else if (effect.type === "send" && effect.envelope.type === "raft") {
      this.asked.push({ to: effect.to, message: effect.envelope.message });
    } else if (effect.type === "beat" && effect.heartbeat.round !== undefined) {
      for (const to of effect.to) this.asked.push({ to, message: roundMessage(effect.heartbeat.round) });
    }
  }

  answerAll(): void {
    for (let next = this.asked.shift(); next !== undefined; next = this.asked.shift()) {
      const message = answerTo(next.message);
      if (message !== null)
        this.give({ type: "envelope", from: next.to, envelope: { type: "raft", message, ages: [] } });
    }
  }

  /** n2 and n3 say that they hear everybody. */
  beat(): void {
    this.beats++;
    for (const from of [n2, n3]) {
      const reports = voters
        .filter((node) => node !== from)
        .map((node) => ({ ...this.sessionOf(node), seq: 1, age: 0, hearsUs: true, echo: null }));
      const { incarnation, number } = this.sessionOf(from);
      const seq = this.beats;
      const heartbeat = { from, incarnation, number, seq, sentAt: this.now, bootId: "boot", reports };
      this.give({ type: "heartbeat", heartbeat });
    }
  }

  private sessionOf = (node: NodeId): SessionId => ({ node, incarnation: incarnation(5), number: 1 });

  /** Milliseconds of ordinary life. */
  live(ms: number): void {
    for (const end = this.now + ms; this.now < end; this.now += 10) {
      this.beat();
      this.give({ type: "tick", wallClock: 0 });
      this.answerAll();
    }
  }
}

function answerTo(message: Message): Message | null {
  switch (message.type) {
    case "pre-vote-request":
      return { type: "pre-vote-response", term: 0 as never, requestTerm: message.term, granted: true };
    case "vote-request":
      return { type: "vote-response", term: message.term, granted: true };
    case "append-request": {
      const match = (message.prevIndex + message.entries.length) as never;
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

test("T5: a leader that was stopped suspects nobody for what it did not hear meanwhile", () => {
  const play = new Play();
  play.live(500);
  assert.equal(play.replica.role, "leader");
  assert.equal(play.replica.ledger.sessions.size, 3);
  // Stopped right after it has proposed; the peers have answered, and heartbeats wait behind the answers.
  play.give({ type: "propose", id: 1, commands: [] });
  play.now += 3 * timing.suspectAfter;
  play.answerAll();
  play.beat();
  play.live(100);
  assert.deepEqual(
    play.written.filter(({ type }) => type === "suspect"),
    [],
  );
});
