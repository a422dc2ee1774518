/**
 * Questions and answers: an answer belongs to a question that came, in the term in which it came; whoever campaigns or
 * confirms a read has asked first; and whoever asks from an earlier term is told of the later one (checklist 3, 5, 8, 9, 13,
 * 16, 26, 40).
 */
import type { HardState, LogIndex, Message, NodeId, Term } from "../../../consensus/core/types.ts";
import type { Heartbeat } from "../../../consensus/sessions/types.ts";
import type { ReplicaEvent } from "../../../consensus/types.ts";
import {
  asRequest,
  asResponse,
  byMajority,
  isHeardBy,
  type Known,
  Notes,
  type Process,
  type Rules,
} from "./process.ts";

type AppendRequest = Extract<Message, { type: "append-request" }>;
type Ballot = { readonly lastIndex: LogIndex; readonly lastTerm: Term };

interface Talk {
  /** Per "CANDIDATE/TERM": whether the log that it boasted of was as long as this one when it asked. */
  readonly votes: Map<string, boolean>;
  readonly preVotes: Map<string, boolean>;
  /** Per "LEADER/TERM": the newest round that it has asked. */
  readonly rounds: Map<string, number>;
  /** Per term: who said that it would vote for this one in it. */
  readonly supporters: Map<number, Set<NodeId>>;
  /** The last append of each leader: whether the entry before it stands in this log. */
  readonly last: Map<NodeId, { readonly request: AppendRequest; readonly fits: boolean }>;
  /** Who asked from an earlier term, and since when it has not been told. */
  readonly owed: Map<NodeId, { readonly term: number; readonly since: number }>;
  /** The term and vote that it last asked its disk to keep. */
  pledged: HardState | null;
  ledSince: number;
  lastTick: number;
  lastLateTick: number;
  /** From where each peer was last sent entries, since when, and how often. */
  readonly from: Map<NodeId, { readonly index: number; readonly since: number; times: number }>;
  /** When each peer was last asked by this leader. */
  readonly asked: Map<NodeId, number>;
  /** The newest round that has left, and the newest that each voter has answered, in the term of this leader. */
  round: number;
  readonly answered: Map<NodeId, number>;
  /** Per read: the newest round that had left when it was asked. */
  readonly reads: Map<number, number>;
  readonly newest: Map<NodeId, { readonly incarnation: number; readonly seq: number }>;
}

/** Entries from one index to one peer, within one heartbeat. */
const OVER_AND_OVER = 20;

export function createTalkRules({ broken }: Known): Rules {
  const talkOf = new Notes<Talk>();

  const request = (process: Process, from: NodeId, message: AppendRequest, at: number) => {
    const talk = talkOf.get(process)!;
    const { replica, journal } = process;
    const { term, round, prevIndex, prevTerm } = message;
    if (term < replica.term) {
      owe(talk, from, replica.term, at);
      return;
    }
    const key = `${from}/${term}`;
    talk.rounds.set(key, Math.max(talk.rounds.get(key) ?? 0, round));
    talk.last.set(from, { request: message, fits: journal.termAt(prevIndex) === prevTerm });
  };
  const owe = ({ owed }: Talk, to: NodeId, term: number, since: number) => {
    if (!owed.has(to)) owed.set(to, { term, since });
  };
  const longEnough = ({ journal }: Process, { lastIndex, lastTerm }: Ballot): boolean => {
    const last = journal.termAt(journal.last) ?? 0;
    return lastTerm > last || (lastTerm === last && lastIndex >= journal.last);
  };
  const ballot = (of: Map<string, boolean>, key: string, fits: boolean) =>
    of.set(key, fits || of.get(key) === true);

  const came = (process: Process, from: NodeId, message: Message, at: number) => {
    const talk = talkOf.get(process)!;
    const { replica } = process;
    switch (message.type) {
      case "append-request":
        request(process, from, message, at);
        return;
      case "append-response":
        if (message.term === replica.term && message.round > 0)
          talk.answered.set(from, Math.max(talk.answered.get(from) ?? 0, message.round));
        return;
      case "vote-request":
        ballot(talk.votes, `${from}/${message.term}`, longEnough(process, message));
        return;
      case "pre-vote-request":
        ballot(talk.preVotes, `${from}/${message.term}`, longEnough(process, message));
        if (message.term <= replica.term && replica.vouched.type === "certified")
          owe(talk, from, replica.term, at);
        return;
      case "pre-vote-response": {
        if (!message.granted) return;
        const supporters = talk.supporters.get(message.requestTerm) ?? new Set();
        talk.supporters.set(message.requestTerm, supporters.add(from));
        return;
      }
      case "timeout-now":
      case "vote-response":
        return;
    }
  };
  /** Of one that it does not know this incarnation by, nothing rides in. */
  const riders = (process: Process, heartbeat: Heartbeat) => {
    const { newest } = talkOf.get(process)!;
    const { from, incarnation, seq, round, answer } = heartbeat;
    const before = newest.get(from);
    if (before !== undefined && before.incarnation > incarnation) return;
    if (before !== undefined && before.incarnation === incarnation && before.seq >= seq) return;
    if (!isHeardBy(process, heartbeat)) return;
    newest.set(from, heartbeat);
    if (round !== undefined) came(process, from, asRequest(round), process.now());
    if (answer?.to === process.name) came(process, from, asResponse(answer), process.now());
  };

  /** An answer to a question of this term (checklist 3), for a log that is long enough. */
  const answers = (process: Process, to: NodeId, message: Message) => {
    const { name } = process;
    const { votes, preVotes, rounds, last } = talkOf.get(process)!;
    if (message.type === "vote-response") {
      const asked = votes.get(`${to}/${message.term}`);
      if (asked === undefined)
        broken(
          "3 answer",
          `${name} answers ${to} in term ${message.term}, in which it did not ask for a vote`,
        );
      else if (message.granted && !asked)
        broken("up to date", `${name} votes for ${to} in term ${message.term}, whose log is shorter`);
    } else if (message.type === "pre-vote-response" && message.granted) {
      if (preVotes.get(`${to}/${message.requestTerm}`) !== true)
        broken("up to date", `${name} would vote for ${to} in ${message.requestTerm}, whose log is shorter`);
    } else if (message.type === "append-response" && message.round > 0) {
      const { term, round, result } = message;
      if ((rounds.get(`${to}/${term}`) ?? 0) < round)
        broken(
          "3 answer",
          `${name} answers round ${round} of ${to} in term ${term}, in which it was not asked`,
        );
      const asked = last.get(to);
      if (result.ok || asked?.fits !== true || asked.request.term !== term) return;
      if (asked.request.round === round && asked.request.prevIndex === result.rejected)
        broken("16 refusal", `${name} refuses ${result.rejected} of ${to}, which it has`);
    }
  };
  /** Whoever asked from an earlier term has its answer. */
  const told = ({ owed }: Talk, to: NodeId, term: number) => {
    const debt = owed.get(to);
    if (debt !== undefined && debt.term <= term) owed.delete(to);
  };

  const sends = (process: Process, to: NodeId, message: Message) => {
    const talk = talkOf.get(process)!;
    answers(process, to, message);
    if (message.type === "append-response" || message.type === "pre-vote-response")
      told(talk, to, message.term);
    if (message.type !== "append-request") return;
    talk.asked.set(to, process.now());
    talk.round = Math.max(talk.round, message.round);
    if (message.entries.length > 0) repeats(process, to, message.prevIndex);
  };
  /** Whoever refuses an entry is asked for an earlier one, and not for the same one over and over (checklist 25). */
  const repeats = (process: Process, to: NodeId, index: number) => {
    const { from } = talkOf.get(process)!;
    const at = process.now();
    const before = from.get(to);
    if (before?.index !== index || at - before.since > process.replica.timing.raftHeartbeat)
      from.set(to, { index, since: at, times: 1 });
    else if (++before.times === OVER_AND_OVER)
      broken("25 match", `${process.name} sends ${to} what follows ${index} again and again`);
  };
  const beats = (process: Process, to: readonly NodeId[], { round, answer }: Heartbeat) => {
    const talk = talkOf.get(process)!;
    if (answer !== undefined) told(talk, answer.to, answer.term);
    if (answer !== undefined) answers(process, answer.to, asResponse(answer));
    if (round === undefined) return;
    for (const peer of to) talk.asked.set(peer, process.now());
    talk.round = Math.max(talk.round, round.round);
  };

  /** It asks for votes only where a majority has said that it would give them (checklist 5, 13). */
  const campaigns = (process: Process, term: number) => {
    const { supporters } = talkOf.get(process)!;
    const configuration = process.replica.configurations.at(-1);
    if (isNamed(process.event) || configuration === undefined) return;
    const has = (voter: NodeId) => voter === process.name || supporters.get(term)?.has(voter) === true;
    if (!byMajority(configuration, has))
      broken("13 pre-vote", `${process.name} campaigns for term ${term}; no majority would vote for it`);
  };
  const leads = (process: Process) => {
    const talk = talkOf.get(process)!;
    talk.ledSince = process.now();
    talk.asked.clear();
    talk.round = 0;
    talk.answered.clear();
    talk.reads.clear();
  };
  /** A majority has answered a round that left later than the read came, and the own term has committed (checklist 40). */
  const readReady = (process: Process, id: number, index: number) => {
    const { name, replica, journal } = process;
    const { reads, answered } = talkOf.get(process)!;
    const asked = reads.get(id);
    reads.delete(id);
    const term = journal.termAt(index);
    if (term !== undefined && term !== replica.term)
      broken("40 read", `${name} reads at ${index} of term ${term}; nothing of ${replica.term} is committed`);
    const configuration = replica.configurations.at(-1);
    if (asked === undefined || configuration === undefined) return;
    const has = (voter: NodeId) => voter === name || (answered.get(voter) ?? 0) > asked;
    if (!byMajority(configuration, has))
      broken("40 read", `${name} confirms a read; no majority has answered a round after ${asked}`);
  };

  /** What has to be said in time, by one that was awake all the while. */
  const looks = (process: Process, at: number) => {
    const talk = talkOf.get(process)!;
    const { name, replica, disk } = process;
    const { electionMin, electionMax, raftHeartbeat } = replica.timing;
    if (at - talk.lastTick > 0.5 * electionMin) talk.lastLateTick = at;
    talk.lastTick = at;
    // Of two, who has gone on alone takes nothing from the other, and they meet by their heartbeats.
    if (replica.ledger.document?.arbitration !== undefined) talk.owed.clear();
    for (const [to, { term, since }] of talk.owed) {
      // D1: nothing is said of a term before it is on the disk, nor before the vote of this one is.
      if (disk.hardState.term < term || !isKept(disk.hardState, talk.pledged))
        talk.owed.set(to, { term, since: at });
      else if (Math.max(since, talk.lastLateTick) <= at - 2 * electionMax)
        broken("8 answer", `${name} does not tell ${to}, which asked from an earlier term, of ${term}`);
    }
    if (replica.role !== "leader") return;
    const from = at - 3 * raftHeartbeat - electionMin;
    if (talk.ledSince > from || talk.lastLateTick > from) return;
    const { voters, outgoing, learners } = replica.configurations.at(-1)!;
    for (const peer of [...voters, ...(outgoing ?? []), ...learners])
      if (peer !== name && (talk.asked.get(peer) ?? from) < from)
        broken("26 silence", `${name} leads, and has said nothing to ${peer} for three heartbeats`);
  };

  return {
    starts: (process) => {
      const at = process.now();
      talkOf.set(process, {
        votes: new Map(),
        preVotes: new Map(),
        rounds: new Map(),
        supporters: new Map(),
        last: new Map(),
        owed: new Map(),
        pledged: null,
        ledSince: at,
        lastTick: at,
        lastLateTick: at,
        from: new Map(),
        asked: new Map(),
        round: 0,
        answered: new Map(),
        reads: new Map(),
        newest: new Map(),
      });
    },
    takes: {
      read: (process, { id }) => {
        const { reads, round } = talkOf.get(process)!;
        if (process.replica.role === "leader") reads.set(id, round);
      },
      heartbeat: (process, { heartbeat }) => riders(process, heartbeat),
      envelope: (process, { from, envelope }) => {
        if (envelope.type === "raft") came(process, from, envelope.message, process.now());
      },
    },
    decides: {
      write: (process, { hardState }) => {
        if (hardState !== null) talkOf.get(process)!.pledged = hardState;
      },
      send: (process, { to, envelope }) => {
        if (envelope.type === "raft") sends(process, to, envelope.message);
      },
      beat: (process, { to, heartbeat }) => beats(process, to, heartbeat),
      "read-ready": (process, { id, index }) => readReady(process, id, index),
      role: (process, { role, term }) => {
        if (role === "candidate") campaigns(process, term);
        else if (role === "leader") leads(process);
      },
    },
    turned: (process, event) => {
      if (event.type === "tick") looks(process, process.now());
    },
  };
}

const isKept = ({ term, vote }: HardState, pledged: HardState | null): boolean =>
  pledged === null || term > pledged.term || (term === pledged.term && vote === pledged.vote);

/** It hands leadership over. */
const isNamed = (event: ReplicaEvent): boolean =>
  event.type === "envelope" &&
  event.envelope.type === "raft" &&
  event.envelope.message.type === "timeout-now";
