/**
 * How processes deal with each other: who supports whom (checklist 6, 7), who goes on leading (13), what a wish and a read
 * are worth (29, 40, P3).
 */
import type { Message, NodeId } from "../../../consensus/core/types.ts";
import type { Batch, Command } from "../../../consensus/ledger/types.ts";
import type { Heartbeat } from "../../../consensus/sessions/types.ts";
import type { ReplicaEffect, ReplicaEvent } from "../../../consensus/types.ts";
import { digest } from "../same.ts";
import { byMajority, isHeardBy, type Known, Notes, type Process, type Rules } from "./process.ts";

interface Habits {
  leader: NodeId | null;
  heardLeaderAt: number;
  /** Per "CANDIDATE/TERM": whether a vote for it is in order. */
  readonly mayVote: Map<string, boolean>;
  ledSince: number;
  lastTick: number;
  /** The newest tick came more than an election timeout after the one before. */
  slept: boolean;
  lastLateTick: number;
  readonly contact: Map<NodeId, number>;
  /** The newest heartbeat of each peer. */
  readonly newest: Map<NodeId, { readonly incarnation: number; readonly seq: number }>;
  /** Per read: what was committed, and the highest term that was won, when it was asked. */
  readonly reads: Map<number, { readonly committed: number; readonly term: number }>;
  readonly wishes: Map<number, readonly Command[]>;
  /** Its votes count (R13), as far as its answers have shown. */
  votes: boolean;
  /** The term that the leader's heir asks for in the turn at hand, if a message made it (checklist 7). */
  heirsTerm: number;
  /** What stood before a question whether a vote could be won, which changes nothing (checklist 4). */
  before: string | null;
}

/** `agreed`: the last index that some leader has committed. */
export function createManners({ broken, highestTerm }: Known, agreed: () => number): Rules {
  const habitsOf = new Notes<Habits>();
  /** Per index: the batch that was first applied there. */
  const applied: (Batch | null)[] = [];

  const hears = (process: Process, from: NodeId, message: Message, at: number) => {
    const habits = habitsOf.get(process)!;
    const { replica } = process;
    if (message.type === "append-request" && message.term >= replica.term) {
      habits.heardLeaderAt = at;
      // Its word comes before the role that follows from it.
      habits.leader = from;
    } else if (message.type === "append-response" && message.term === replica.term && message.round > 0) {
      habits.contact.set(from, at);
    } else if (message.type === "pre-vote-request" || message.type === "vote-request") {
      const leads = replica.role === "leader";
      const heard = habits.leader !== null && habits.leader !== from;
      const sticky = leads || (heard && at - habits.heardLeaderAt < replica.timing.electionMin);
      const repeated = message.type === "vote-request" && message.term === replica.term;
      const asked = message.type === "vote-request" && message.transfer;
      if (asked && habits.votes) habits.heirsTerm = message.term;
      const key = `${from}/${message.term}`;
      if (!sticky || asked || repeated) habits.mayVote.set(key, true);
      else if (!habits.mayVote.has(key)) habits.mayVote.set(key, false);
    }
  };

  /** Whoever hears the leader supports no other, but one that the leader named (checklist 6, 7). */
  const supports = (process: Process, to: NodeId, message: Message) => {
    if (message.type !== "pre-vote-response" && message.type !== "vote-response") return;
    habitsOf.get(process)!.votes = true;
    if (!message.granted) return;
    const term = message.type === "vote-response" ? message.term : message.requestTerm;
    if (habitsOf.get(process)!.mayVote.get(`${to}/${term}`) === false)
      broken("6 support", `${process.name} supports ${to} for term ${term} while it hears its leader`);
  };

  /** A leader that no majority answers for three election timeouts, awake all the while, leads no more (checklist 13). */
  const leads = (process: Process, at: number) => {
    const { replica, name } = process;
    const habits = habitsOf.get(process)!;
    const { electionMin, electionMax } = replica.timing;
    if (at - habits.lastTick > 0.5 * electionMin) habits.lastLateTick = at;
    habits.lastTick = at;
    if (replica.role !== "leader") return;
    const from = at - 3 * electionMax;
    if (habits.ledSince > from || habits.lastLateTick > from) return;
    const answers = (voter: NodeId) => voter === name || (habits.contact.get(voter) ?? 0) > from;
    if (replica.configurations.some((configuration) => byMajority(configuration, answers))) return;
    broken("13 deserted", `${name} leads term ${replica.term}; no majority has answered for 3 timeouts`);
  };

  /** What came for the leader of another term. */
  const placedElsewhere = (process: Process, effect: Extract<ReplicaEffect, { type: "write" }>) => {
    const { event } = process;
    if (event.type !== "envelope" || event.envelope.type !== "propose") return;
    const { term, commands } = event.envelope;
    if (term === process.term) return;
    const taken = effect.entries.find(({ payload }) => {
      return payload.type === "command" && (payload.command as Batch).commands === commands;
    });
    if (taken !== undefined)
      broken("29 wish", `${process.name} took a wish of another term at ${taken.index} of ${taken.term}`);
  };

  const done = (process: Process, effect: Extract<ReplicaEffect, { type: "outcome" }>) => {
    const { wishes } = habitsOf.get(process)!;
    const commands = wishes.get(effect.id);
    wishes.delete(effect.id);
    if (!effect.result.ok || commands === undefined) return;
    const batch = applied[effect.result.index];
    const carried = commands.every((command) =>
      batch?.commands.some((each) => each === command || digest(each) === digest(command)),
    );
    if (!carried)
      broken("P3", `${process.name} answered a wish with entry ${effect.result.index}, which is another`);
  };

  const came = (process: Process, { envelope, from }: Extract<ReplicaEvent, { type: "envelope" }>) => {
    const habits = habitsOf.get(process)!;
    habits.before = null;
    habits.heirsTerm = 0;
    if (envelope.type !== "raft") return;
    hears(process, from, envelope.message, process.now());
    if (envelope.message.type === "pre-vote-request") habits.before = standing(process);
  };
  const beaten = (process: Process, heartbeat: Heartbeat) => {
    const habits = habitsOf.get(process)!;
    const { from, incarnation, seq, round, answer } = heartbeat;
    const newest = habits.newest.get(from);
    if (
      newest !== undefined &&
      (newest.incarnation > incarnation || (newest.incarnation === incarnation && newest.seq >= seq))
    )
      return;
    // One that does not know this incarnation may have been recorded before it began.
    if (!isHeardBy(process, heartbeat)) return;
    habits.newest.set(from, heartbeat);
    const { term } = process.replica;
    if (round !== undefined && round.term >= term) {
      habits.heardLeaderAt = process.now();
      habits.leader = from;
    }
    if (answer?.to === process.name && answer.term === term && answer.round > 0)
      habits.contact.set(from, process.now());
  };

  return {
    starts: (process) => {
      const at = process.now();
      habitsOf.set(process, {
        leader: null,
        heardLeaderAt: Number.NEGATIVE_INFINITY,
        mayVote: new Map(),
        ledSince: at,
        lastTick: at,
        slept: false,
        lastLateTick: at,
        contact: new Map(),
        newest: new Map(),
        reads: new Map(),
        wishes: new Map(),
        votes: false,
        heirsTerm: 0,
        before: null,
      });
    },
    takes: {
      tick: (process) => {
        const habits = habitsOf.get(process)!;
        habits.slept = process.now() - habits.lastTick > process.replica.timing.electionMin;
      },
      "clock-gap": (process) => {
        habitsOf.get(process)!.votes = false;
      },
      read: (process, { id }) =>
        habitsOf.get(process)!.reads.set(id, { committed: agreed(), term: highestTerm() }),
      propose: (process, { id, commands }) => habitsOf.get(process)!.wishes.set(id, commands),
      envelope: came,
      heartbeat: (process, { heartbeat }) => beaten(process, heartbeat),
    },
    decides: {
      role: (process, { role, leader, term }) => {
        const habits = habitsOf.get(process)!;
        // Who forgets its leader within a term, and does not campaign, has heard it all the same (checklist 6).
        const forgets =
          role === "follower" && process.role === role && term === process.term && leader === null;
        if (!forgets) habits.leader = leader;
        // Nobody concludes anything from a silence that its own pause has made (checklist 48).
        if (role === "pre-candidate" && process.event.type === "tick" && habits.slept)
          broken("48 pause", `${process.name} campaigns right after a pause of its own`);
        if (role !== "leader") return;
        habits.ledSince = process.now();
        habits.contact.clear();
      },
      write: placedElsewhere,
      applied: (_, { index, batch }) => {
        applied[index] ??= batch;
      },
      outcome: done,
      "read-ready": (process, { id, index }) => {
        const { name, replica } = process;
        const asked = habitsOf.get(process)!.reads.get(id);
        if (asked === undefined) return;
        if (index < asked.committed)
          broken("40 read", `${name} reads at ${index}; ${asked.committed} was committed`);
        if (replica.term < asked.term)
          broken("40 read", `${name} confirms in term ${replica.term}, after ${asked.term}`);
      },
    },
    turned: (process, event) => {
      if (event.type === "tick") leads(process, process.now());
      if (event.type !== "envelope") return;
      const { before, heirsTerm } = habitsOf.get(process)!;
      if (process.replica.term < heirsTerm)
        broken("7 heir", `${process.name} refuses whom the leader named, for term ${heirsTerm}`);
      if (before !== null && before !== standing(process))
        broken(
          "4 pre-vote",
          `${process.name} was ${before}, and is ${standing(process)} for having been asked`,
        );
    },
    leaves: {
      send: (process, { to, envelope }) => {
        if (envelope.type === "raft") supports(process, to, envelope.message);
      },
    },
  };
}

const standing = ({ replica }: Process): string =>
  `${replica.role} of ${replica.leader} in term ${replica.term}`;
