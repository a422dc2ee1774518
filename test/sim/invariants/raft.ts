/**
 * What Raft promises, checked at the moment it is promised, not when somebody is hurt: what leaves a process is on its disk
 * (D1), a vote is given once, a leader has what was committed, a commit is on a majority's disks, logs match.
 */
import type { Entry, HardState, Message, NodeId } from "../../../consensus/core/types.ts";
import type { ReplicaEffect } from "../../../consensus/types.ts";
import { digest } from "../same.ts";
import {
  asRequest,
  asResponse,
  byMajority,
  goesAlone,
  hadOnDisk,
  type Known,
  Notes,
  type Process,
  type Rules,
  termOnDisk,
} from "./process.ts";

type Role = Extract<ReplicaEffect, { type: "role" }>;
type Write = Extract<ReplicaEffect, { type: "write" }>;

export interface RaftRules extends Rules {
  /** The last index that some leader has committed. */
  readonly agreed: () => number;
}
export function createRaftRules({ processes, broken, forgotten }: Known): RaftRules {
  /** By index: the term of what some leader committed there. */
  const agreed: number[] = [0];
  /** By index: the term of the leader that committed it. */
  const agreedIn: number[] = [0];
  /** Per "TERM/INDEX": the entry, and the term of the one before it. */
  const entries = new Map<string, { readonly entry: Entry; readonly before: number | undefined }>();
  /** Per "VOTER/TERM": for whom a vote has left its voter. */
  const votes = new Map<string, NodeId>();
  const leaders = new Map<number, Process>();
  /** What each process last asked its disk to remember. */
  const pledged = new Notes<HardState>();

  const vote = (process: Process, term: number, candidate: NodeId) => {
    const { name, disk } = process;
    const other = votes.get(`${name}/${term}`) ?? candidate;
    if (other !== candidate) broken("1 vote", `${name} voted for ${other} and ${candidate} in term ${term}`);
    votes.set(`${name}/${term}`, candidate);
    const { hardState } = disk;
    if (hardState.term === term && hardState.vote !== candidate)
      broken("D1", `${name} voted for ${candidate} in term ${term}, its disk says ${hardState.vote}`);
  };

  /** Nothing leaves that a crash could take back. */
  const sent = (process: Process, to: NodeId, message: Message) => {
    const { name, disk } = process;
    if (message.type === "pre-vote-request") return;
    const { term } = message;
    if (disk.hardState.term < term) {
      broken("D1", `${name} sent ${message.type} of term ${term}, its disk is in ${disk.hardState.term}`);
    }
    if (message.type === "vote-request") vote(process, term, name);
    if (message.type === "vote-response" && message.granted) vote(process, term, to);
    if (message.type === "append-response" && message.result.ok)
      acknowledged(process, term, message.result.match);
    if (message.type === "append-request" && message.commit >= agreed.length)
      broken("commit", `${name} says that ${message.commit} is committed, ${agreed.length - 1} is`);
  };
  const acknowledged = ({ name, disk }: Process, term: number, match: number) => {
    // Once a later term is on the disk, what was kept in this one may be gone from it: its successor has it.
    const leader = leaders.get(term);
    if (disk.hardState.term !== term || leader === undefined || leader.term !== term) return;
    const [here, there] = [termOnDisk(disk, match), leader.journal.termAt(match)];
    if (here !== undefined && there !== undefined && here === there) return;
    if (match <= leader.journal.base.index || match <= disk.base.index) return;
    broken(
      "ack",
      `${name} acknowledged ${match} to ${leader.name}; its disk has term ${here}, the leader ${there}`,
    );
  };

  const elected = (process: Process, { term }: Role) => {
    const { name, replica, disk, journal } = process;
    const before = leaders.get(term);
    // All that was of it in this term is gone with it.
    if (before !== undefined && forgotten(before.name, term))
      for (const key of entries.keys()) if (key.startsWith(`${term}/`)) entries.delete(key);
    leaders.set(term, process);
    const voted = disk.hardState.term === term && disk.hardState.vote === name;
    // Of two, alone: term, vote and configuration are one write, and nothing is sent before it is durable (R5).
    if (!voted && !goesAlone(process))
      broken("2 own vote", `${name} leads term ${term} by a vote of its own that is not on its disk`);
    const configuration = replica.configurations.at(-1)!;
    if (!byMajority(configuration, (voter) => votes.get(`${voter}/${term}`) === name || voter === name))
      broken("votes", `${name} leads term ${term} without the votes of a majority`);
    // A late candidate of an earlier term may win it still; it knows nothing of what was committed since.
    const last = agreedIn.findLastIndex((committedIn) => committedIn < term);
    if (last > journal.base.index && journal.termAt(last) !== agreed[last])
      broken("leader completeness", `${name} leads term ${term} without committed entry ${last}`);
  };

  const pledge = (process: Process, hardState: HardState) => {
    const { name } = process;
    const { term, vote: given } = pledged.get(process) ?? hardState;
    if (hardState.term < term) broken("term", `${name} goes back from term ${term} to ${hardState.term}`);
    if (hardState.term === term && given !== null && hardState.vote !== given)
      broken("15 vote", `${name} takes back its vote for ${given} in term ${term}`);
    pledged.set(process, hardState);
  };

  const written = (process: Process, { entries: fresh, hardState }: Write) => {
    const { name, journal } = process;
    if (hardState !== null) pledge(process, hardState);
    const [first] = fresh;
    if (first === undefined) return;
    const { last } = journal;
    if (leads(process) && first.index <= last && first.term === process.term)
      broken("append-only", `${name} leads term ${process.term} and overwrites ${first.index} of ${last}`);
    let before = journal.termAt(first.index - 1);
    for (const entry of fresh) {
      const { index, term } = entry;
      // A deposed leader may put anything where it never had what was committed.
      if (term !== agreed[index] && index <= last && journal.termAt(index) === agreed[index])
        broken(
          "overwritten",
          `${name} puts ${index} of term ${term} over what is committed of ${agreed[index]}`,
        );
      const there = entries.get(`${term}/${index}`);
      if (there === undefined) entries.set(`${term}/${index}`, { entry, before });
      else if (there.before !== before || !same(there.entry, entry))
        broken("log matching", `${name} has another entry ${index} of term ${term}, or another before it`);
      before = term;
    }
  };

  const committed = (process: Process) => {
    const { name, replica, journal } = process;
    const { commit } = replica;
    if (commit < process.commit) broken("commit", `${name} goes back from commit ${process.commit}`);
    if (commit <= process.commit) return;
    const led = process.role === "leader" || replica.role === "leader";
    if (!led && commit >= agreed.length)
      broken("17 commit", `${name} follows and knows ${commit} committed, the leaders ${agreed.length - 1}`);
    if (commit >= agreed.length) settle(process, commit);
    const here = journal.termAt(commit);
    if (here !== undefined && here !== agreed[commit])
      broken("state machine", `${name} commits ${commit} of term ${here}, it is of ${agreed[commit]}`);
  };
  /** A leader is the first to know it. */
  const settle = (process: Process, commit: number) => {
    const { name, replica, journal, term } = process;
    const own = Math.max(term, replica.term);
    const of = journal.termAt(commit);
    if (of !== term && of !== own)
      broken("22 commit", `${name} counts ${commit} of term ${of}, and leads term ${own}`);
    const holds = (voter: NodeId) => {
      const disk = processes.get(voter)?.disk;
      return disk !== undefined && of !== undefined && hadOnDisk(disk, commit, of);
    };
    const { configurations: before } = process;
    if (![...before, ...replica.configurations].some((each) => byMajority(each, holds)))
      broken("P3", `${name} commits ${commit} of term ${of}, which no majority has on disk`);
    for (let index = agreed.length; index <= commit; index++) {
      agreed[index] = journal.termAt(index) ?? 0;
      agreedIn[index] = own;
    }
  };

  return {
    agreed: () => agreed.length - 1,
    starts: (process) => {
      pledged.set(process, process.disk.hardState);
    },
    decides: {
      write: written,
      role: (process, effect) => {
        if (effect.role === "leader") elected(process, effect);
      },
      "install-snapshot": ({ name, commit }, { snapshot }) => {
        if (snapshot.index <= commit)
          broken(
            "36 snapshot",
            `${name} puts a snapshot of ${snapshot.index} over what it knows committed to ${commit}`,
          );
      },
    },
    turned: committed,
    leaves: {
      send: (process, { to, envelope }) => {
        if (envelope.type === "raft") sent(process, to, envelope.message);
      },
      beat: (process, { heartbeat }) => {
        const { round, answer } = heartbeat;
        if (round !== undefined) sent(process, process.name, asRequest(round));
        if (answer !== undefined) sent(process, answer.to, asResponse(answer));
      },
    },
  };
}

const leads = ({ role, replica }: Process): boolean => role === "leader" && replica.role === "leader";
const same = (a: Entry, b: Entry): boolean => a === b || digest(a.payload) === digest(b.payload);
