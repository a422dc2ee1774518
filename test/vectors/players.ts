/**
 * Our core on the stage of the outside scripts: nodes 1, 2, 3 …, each with a disk that writes and a network that sends
 * only when the script says so. Their "Ready" is what a step of ours has asked to write and to send.
 */
import { type Core, createCore } from "../../consensus/core/core.ts";
import { step } from "../../consensus/core/step.ts";
import {
  type CoreEffect,
  type CoreEvent,
  logIndex,
  type Message,
  type NodeId,
  nodeId,
  type SnapshotMark,
  term,
} from "../../consensus/core/types.ts";

const HEARTBEAT = 10;
const ELECTION = 100;

/** What is on the network: a message, or a snapshot on its own stream. */
export interface Parcel {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly message: Message | null;
  readonly snapshot: { readonly term: number; readonly mark: SnapshotMark } | null;
}

export interface Player {
  readonly id: string;
  readonly core: Core;
  readonly preVotes: boolean;
  /** Asked for and not done: its Ready. */
  pending: CoreEffect[];
}

export class Stage {
  readonly players = new Map<string, Player>();
  network: Parcel[] = [];
  /** Everything put on the network since it was last emptied. */
  sent: Parcel[] = [];
  #now = 0;

  /** Their cluster begins after a snapshot of term 1 in term 0; ours, whose terms never fall along the log, after one of term 0. */
  add(
    count: number,
    voters: readonly string[],
    learners: readonly string[],
    index: number,
    preVotes: boolean,
  ): void {
    for (let i = 0; i < count; i++) {
      const id = String(this.players.size + 1);
      const configuration = { voters: voters.map(nodeId), outgoing: null, learners: learners.map(nodeId) };
      const snapshot = {
        index: logIndex(index),
        term: term(0),
        configuration,
        configurationIndex: logIndex(0),
      };
      const core = createCore(
        {
          self: nodeId(id),
          electionTimeoutMin: ELECTION,
          electionTimeoutMax: 2 * ELECTION,
          heartbeatInterval: HEARTBEAT,
          maxInflightMessages: 256,
          maxAppendBytes: 1 << 20,
          maxUncommittedBytes: 1 << 20,
          maxTickLateness: Number.POSITIVE_INFINITY,
        },
        {
          hardState: { term: term(0), vote: null, commit: logIndex(index) },
          entries: [],
          configuration,
          snapshot: index > 0 ? snapshot : null,
        },
        Number(id),
        this.#now,
      );
      this.players.set(id, { id, core, preVotes, pending: [] });
    }
  }

  player(id: string): Player {
    const player = this.players.get(id);
    if (player === undefined) throw new Error(`there is no node ${id}`);
    return player;
  }

  #step(player: Player, event: CoreEvent): void {
    player.pending.push(...step(player.core, event, this.#now));
  }

  /** Without pre-votes: as if told to by a leader, which is the one way to a vote that asks nobody first. */
  campaign(id: string): void {
    const player = this.player(id);
    const { core } = player;
    if (!player.preVotes) {
      this.#step(player, {
        type: "receive",
        from: nodeId(id),
        message: { type: "timeout-now", term: core.term },
      });
      return;
    }
    this.#now += 2 * ELECTION;
    // Whoever leads is not voted out behind its back (checklist 6): for this candidate to win it has lost its majority.
    for (const other of this.players.values()) {
      if (other.core.role === "leader" && upToDate(core, other.core)) this.#step(other, { type: "tick" });
    }
    this.#step(player, { type: "tick" });
  }

  propose(id: string, data: string): void {
    const payload = { type: "command", command: data } as const;
    this.#step(this.player(id), {
      type: "propose",
      id: 1,
      term: null,
      payloads: [{ payload, bytes: data.length }],
    });
  }

  /** Their election timeout passes at one node: a leader asks itself whether it still has a majority, another campaigns. */
  tickElection(id: string): void {
    const player = this.player(id);
    this.#now += 2 * ELECTION;
    if (player.core.role === "leader" || player.preVotes) this.#step(player, { type: "tick" });
    else this.campaign(id);
  }

  tickHeartbeat(id: string): void {
    this.#now += HEARTBEAT;
    this.#step(this.player(id), { type: "tick" });
  }

  compact(id: string, through: number): void {
    this.#step(this.player(id), { type: "compact", through: logIndex(through), keep: 0 });
  }

  /** One Ready: what was asked is written, what waited only for that is sent, what became committed is applied. */
  processReady(id: string): boolean {
    const player = this.player(id);
    const effects = player.pending.splice(0);
    if (effects.length === 0) return false;
    for (const effect of effects) {
      switch (effect.type) {
        case "write":
        case "install-snapshot":
          this.#step(player, { type: "written", seq: effect.seq });
          if (effect.type === "install-snapshot")
            this.#step(player, { type: "applied", index: effect.snapshot.index });
          break;
        case "send":
          this.#post({
            from: id,
            to: effect.to,
            kind: effect.message.type,
            message: effect.message,
            snapshot: null,
          });
          break;
        case "send-snapshot":
          this.#post({
            from: id,
            to: effect.to,
            kind: "snapshot",
            message: null,
            snapshot: { term: effect.term, mark: effect.snapshot },
          });
          break;
        case "commit":
          this.#step(player, { type: "applied", index: effect.entries.at(-1)?.index ?? logIndex(0) });
          break;
        default:
          break;
      }
    }
    return true;
  }

  #post(parcel: Parcel): void {
    this.network.push(parcel);
    this.sent.push(parcel);
  }

  /** Hands over everything addressed to this node; messages to a node that is not there stay. */
  deliver(to: string): boolean {
    const player = this.players.get(to);
    const mine = this.network.filter((parcel) => parcel.to === to);
    if (player === undefined || mine.length === 0) return false;
    this.network = this.network.filter((parcel) => parcel.to !== to);
    for (const { from, message, snapshot } of mine) {
      const sender: NodeId = nodeId(from);
      if (message !== null) this.#step(player, { type: "receive", from: sender, message });
      if (snapshot === null) continue;
      this.#step(player, {
        type: "snapshot-received",
        from: sender,
        term: term(snapshot.term),
        snapshot: snapshot.mark,
      });
      // Their follower answers with an append answer; ours tells its leader by the stream's end.
      const { index } = snapshot.mark;
      this.#step(this.player(from), { type: "snapshot-sent", to: nodeId(to), index, ok: true });
    }
    return true;
  }

  drop(to: string): void {
    this.network = this.network.filter((parcel) => parcel.to !== to);
  }

  /** Until nothing is left to write, send or hand over among these nodes. */
  stabilize(ids: readonly string[]): void {
    const among = ids.length > 0 ? ids : [...this.players.keys()];
    for (let going = true, rounds = 0; going; rounds++) {
      if (rounds > 10_000) throw new Error("it never becomes quiet");
      going = false;
      for (const id of among) going = this.processReady(id) || going;
      for (const id of among) going = this.deliver(id) || going;
    }
  }
}

const upToDate = (candidate: Core, leader: Core): boolean =>
  candidate.log.lastTerm > leader.log.lastTerm ||
  (candidate.log.lastTerm === leader.log.lastTerm && candidate.lastIndex >= leader.lastIndex);
