/** The disk's rules (D) and the checklist of the Raft core, each by its number. */
import { edit, type Mutant, mutant, mutantIn } from "./mutant.ts";

const core = (name: string, code: string, off: string) => edit(`consensus/core/${name}`, code, off);
const HARD_STATE_NEEDED = 'case "hard-state":\n            return disk.afterHardState();';

export const RAFT_MUTANTS: readonly Mutant[] = [
  mutant(
    "D1 a reply does not wait for term and vote",
    core("outbox", HARD_STATE_NEEDED, 'case "hard-state":\n            return 0;'),
  ),
  mutant(
    "D1 an acknowledgement does not wait for its entries",
    core("outbox", "return disk.afterEntries(send.upTo);", "return disk.afterHardState();"),
  ),
  mutant(
    "D1 a replica sends before the write",
    edit("consensus/stepping", "if (effect.after <= this.durable)", "if (true)"),
  ),
  mutant(
    "1 a vote is given twice in a term",
    core("voting", "core.vote === from || (core.vote === null && core.leader === null)", "true"),
    core(
      "voting",
      "if (core.vote === null) {\n            castVote",
      "if (core.vote !== from) {\n            core.vote = null;\n            castVote",
    ),
  ),
  mutant(
    "2 a candidate's own vote counts at once",
    core("candidate", "!core.disk.hardStateIsDurable", "false"),
    core("candidate", "outbox.sendAfterHardState(voter, request);", "outbox.send(voter, request);"),
    core(
      "candidate",
      "enter(core, standing, null, why);\n    askVoters(core, standing);\n}",
      "enter(core, standing, null, why);\n    askVoters(core, standing);\n    countOwnVote(core, standing);\n}",
    ),
  ),
  mutantIn(
    ["boomerang"],
    "3 a vote asked for in an earlier term is answered in this one",
    core("voting", "if (request.term < core.term)\n        return;", ""),
  ),
  mutantIn(
    ["boomerang"],
    "3 an answer to an append of an earlier term counts",
    core("follower", "round: 0 }", "round: request.round }"),
  ),
  mutant(
    "4 a pre-vote raises the term of whoever is asked",
    core(
      "voting",
      "if (request.term > core.term && hearsLeader(core, from))\n        return;\n    const granted",
      "if (request.term > core.term)\n        becomeFollower(core, request.term, null, 'asked');\n    const granted",
    ),
  ),
  mutantIn(
    ["lateBallot", "boomerang"],
    "5 a pre-vote counts in a later candidacy",
    core("step", "&& message.requestTerm === core.term + 1", ""),
  ),
  mutant(
    "5 an answer to the pre-vote counts as a vote",
    core(
      "step",
      'case "pre-vote-response":\n',
      'case "pre-vote-response":\n            if (standing.role === "candidate")\n                countVote(core, standing, from, message.granted);\n',
    ),
  ),
  mutant(
    "6 whoever hears its leader supports another",
    core("voting", "core.now - core.heardLeaderAt < core.options.electionTimeoutMin", "false"),
  ),
  mutantIn(
    ["transfer", "lostHeir"],
    "7 the leader's heir is refused like anybody",
    core("voting", "if (!request.transfer && hearsLeader(core, from))", "if (hearsLeader(core, from))"),
  ),
  mutantIn(
    ["boomerang", "partition"],
    "8 a stale leader is not answered",
    core("step", "answerStaleLeader(core, from, message);", ""),
  ),
  mutantIn(
    ["boomerang", "partition", "askDeposed"],
    "9 a deposed pre-candidate is not answered",
    core(
      "voting",
      "if (request.term > core.term && hearsLeader",
      "if (request.term <= core.term || hearsLeader",
    ),
  ),
  mutantIn(
    ["askDeposed", "partition", "oneWay"],
    "13 a leader that nobody answers goes on leading",
    core("leader", "now - Math.max(contactAt, leading.patientFrom) >= options.electionTimeoutMax", "false"),
  ),
  mutant(
    "13 a candidate does not ask before it raises the term",
    core(
      "candidate",
      "startPreVote(core, why) {",
      "startPreVote(core, why) {\n    return campaign(core, false, why);",
    ),
  ),
  mutant(
    "15 stepping down forgets the vote",
    core(
      "role",
      "if (!sameTerm)\n        adoptTerm(core, term, null);",
      "if (!sameTerm)\n        adoptTerm(core, term, null);\n    else\n        core.vote = null;",
    ),
  ),
  mutantIn(
    ["belated", "boomerang"],
    "16 matching entries are truncated with what follows them",
    core(
      "follower",
      "if (skipped < 0)\n        return;",
      "if (skipped < 0) { const after = entries.at(-1)?.index + 1; if (after <= log.lastIndex && after > core.commit) { log.truncate(after); core.disk.truncated(after); } return; }",
    ),
  ),
  mutantIn(
    ["seesaw", "askDeposed"],
    "17 a follower commits what is not proven equal",
    core("follower", "Math.min(request.commit, lastProven)", "Math.min(request.commit, log.lastIndex)"),
  ),
  mutantIn(
    ["pileup", "seesaw"],
    "19 a conflict below the commit is not noticed, and refused",
    core("follower", "assert(prevIndex > core.commit,", "assert(true,"),
    core("follower", "assert(first > core.commit,", "assert(true,"),
    core(
      "follower",
      "log.termAt(prevIndex) !== prevTerm",
      "log.termAt(prevIndex) !== prevTerm && prevIndex > log.lastIndex",
    ),
  ),
  mutantIn(
    ["overtaken", "laggy"],
    "20 a late message makes a leader go back",
    core("follower", "Math.max(lastProven, core.commit)", "lastProven + 1"),
  ),
  mutantIn(
    ["unfinished"],
    "22 entries of earlier terms are counted",
    core("leader", "|| index < leading.firstIndex", ""),
  ),
  mutant(
    "23 no entry at the start of a term",
    core("leader", 'append(core, leading, [{ payload: { type: "noop" }, bytes: 0 }]);', ""),
  ),
  mutantIn(
    ["forgetful"],
    "24 a late acknowledgement counts for what overwrote it",
    core(
      "disk",
      "for (const write of this.#pending)\n            write.last = Math.min(write.last, from - 1);",
      "",
    ),
  ),
  mutant(
    "25 a new leader trusts a match",
    core("progress", "match: 0,", "match: lastIndex - 1,"),
    core("progress", "next: (lastIndex + 1),", "next: (lastIndex + 1),"),
  ),
  mutantIn(
    ["stalled"],
    "26 a full pipeline gets no empty append",
    core(
      "leader",
      "sendAppend(core, leading, progress, []);\n}\n/** Hands",
      "if (progress.inflight.length < core.options.maxInflightMessages) sendAppend(core, leading, progress, []);\n}\n/** Hands",
    ),
  ),
  mutantIn(
    ["sluggish", "drag", "slowDisk"],
    "27 the leader counts what it is still writing",
    core(
      "leader",
      "voter === core.options.self ? core.durableIndex",
      "voter === core.options.self ? core.lastIndex",
    ),
  ),
  mutantIn(
    ["boomerang"],
    "29 a forwarded wish lands in a later term",
    core("leader", "event.term !== null && event.term !== core.term", "false"),
  ),
  mutantIn(
    ["usurper"],
    "40 a read is answered without a round",
    core(
      "leader",
      "beginConfirming(reads, leading.round + 1, core.commit)",
      "beginConfirming(reads, 0, core.commit)",
    ),
  ),
  mutantIn(
    ["usurper"],
    "40 a read is confirmed by a round that began before it",
    core(
      "leader",
      "beginConfirming(reads, leading.round + 1, core.commit)",
      "beginConfirming(reads, leading.round, core.commit)",
    ),
  ),
  mutantIn(
    ["usurper"],
    "40 a read before the first commit of the term",
    core("leader", "wantsRound(reads, core.commit >= leading.firstIndex)", "wantsRound(reads, true)"),
  ),
  mutant(
    "the log up to date: a voter does not look",
    core(
      "voting",
      "lastTerm > log.lastTerm || (lastTerm === log.lastTerm && lastIndex >= log.lastIndex)",
      "true",
    ),
  ),
  mutant("a majority is one fewer", core("quorum", "Math.floor(", "Math.floor(-1 + ")),
  mutantIn(
    ["freeze", "stalls", "hiccups"],
    "48 a pause of its own counts as silence of the others",
    core("step", "core.now - core.lastTickAt > core.options.maxTickLateness", "false"),
  ),
  mutantIn(
    ["reform"],
    "30 a configuration counts when it is committed",
    core(
      "core",
      "return this.log.configurations.latest.configuration;",
      "return this.log.configurations.at(this.commit).configuration;",
    ),
  ),
  mutantIn(
    ["reform"],
    "31 a change before the one before it is committed",
    core(
      "membership",
      'if (core.configurationIndex > core.commit)\n        return "change-under-way"; // checklist 31',
      "",
    ),
    core(
      "membership",
      'if (leading.settledIndex < core.configurationIndex)\n        return "not-settled"; // N9',
      "",
    ),
    edit(
      "consensus/members",
      "if (index > core.commit || index > ledger.applied)\n        return false;",
      "",
    ),
  ),
  mutantIn(
    ["relay"],
    "32 a change before anything of the term is committed",
    core(
      "membership",
      'if (core.commit < leading.firstIndex)\n        return "no-commit-in-term"; // checklist 32',
      "",
    ),
    edit(
      "consensus/office",
      "if (view.caughtUp)\n            members.consider(now);",
      "members.consider(now);",
    ),
  ),
  mutantIn(
    ["reform"],
    "34 a leader that is voted out goes on leading",
    core("membership", "configurationIndex > core.commit || isVoter(configuration, self)", "true"),
  ),
  mutantIn(
    ["parcel"],
    "36 a snapshot of what is committed is taken",
    core("snapshot", "if (snapshot.index <= core.commit) {", "if (false) {"),
    edit("consensus/snapshots", "else if (index <= core.commit) {", "else if (false) {"),
  ),
  mutantIn(
    ["reform"],
    "R5 a configuration is sent before it is on the leader's disk",
    core("sending", "if (log.configurations.latest.index <= disk.durableIndex)", "if (true)"),
  ),
  mutantIn(
    ["reform"],
    "R6 a voter is taken out in one step",
    core("change", "const bridged = losesVote ||", "const bridged ="),
  ),
];
