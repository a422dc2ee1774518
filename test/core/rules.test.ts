/** Each rule switched off in turn, in a copy of the core: the test that names the rule must fail. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

interface Switch {
  /** Beginning of the names of the tests that must fail. */
  readonly rule: string;
  readonly tests: "election" | "replication" | "reads" | "membership" | "snapshots";
  readonly file: string;
  /** In the compiled core; must occur exactly once. */
  readonly code: string;
  readonly off: string;
}
const off = (
  rule: string | number,
  tests: Switch["tests"],
  file: string,
  code: string,
  replacement: string,
): Switch => ({
  rule: typeof rule === "number" ? `checklist ${rule}:` : rule,
  tests,
  file: `${file}.js`,
  code,
  off: replacement,
});

const HARD_STATE_NEEDED = 'case "hard-state":\n            return disk.afterHardState();';
const SWITCHES: readonly Switch[] = [
  off(1, "election", "outbox", HARD_STATE_NEEDED, 'case "hard-state":\n return 0;'),
  off(1, "election", "disk", "const hardState = this.afterHardState();", "const hardState = 0;"),
  off(2, "election", "candidate", "!core.disk.hardStateIsDurable", "false"),
  off(
    2,
    "election",
    "step",
    'if (standing.role === "candidate")\n                countOwnVote',
    'if (standing.role === "candidate")\n                ((a, b) => b)',
  ),
  off(3, "election", "voting", "if (request.term < core.term)\n        return;", ""),
  off(3, "election", "follower", "round: 0 }", "round: request.round }"),
  off(
    4,
    "election",
    "candidate",
    "enter(core, standing, null, why);\n    askVoters(core, standing);\n    decide",
    "enter(core, standing, core.leader, why);\n    askVoters(core, standing);\n    decide",
  ),
  off(5, "election", "step", "&& message.requestTerm === core.term + 1", ""),
  off(
    5,
    "election",
    "step",
    'case "vote-response":\n            if (standing.role === "candidate")',
    'case "vote-response":\n            if (standing.role === "candidate" || standing.role === "pre-candidate")',
  ),
  off(
    6,
    "election",
    "voting",
    "return core.now - core.heardLeaderAt < core.options.electionTimeoutMin;",
    "return false;",
  ),
  off(6, "election", "voting", 'if (core.role === "leader")\n        return true;', ""),
  off(7, "election", "voting", "!request.transfer && ", ""),
  off(7, "election", "voting", "|| core.leader === asking", ""),
  off(8, "election", "step", "answerStaleLeader(core, from, message);", ""),
  off(9, "election", "voting", "request.term > core.term && hearsLeader", "hearsLeader"),
  off(
    10,
    "election",
    "candidate",
    "configurations.some(({ configuration }) => isVoter(configuration, self)) &&",
    "",
  ),
  off(11, "election", "candidate", "&& !unapplied", ""),
  off(12, "election", "role", "core.timerTimeout = electionTimeout", "electionTimeout"),
  off(
    13,
    "election",
    "leader",
    "now - Math.max(contactAt, leading.patientFrom) >= options.electionTimeoutMax",
    "false",
  ),
  off(
    13,
    "election",
    "candidate",
    "startPreVote(core, why) {",
    "startPreVote(core, why) {\n return campaign(core, false, why);",
  ),
  off(14, "election", "role", 'if (core.role === "leader")\n        restart', "restart"),
  off(
    15,
    "election",
    "role",
    "if (!sameTerm)\n        adoptTerm(core, term, null);",
    "if (!sameTerm)\n        adoptTerm(core, term, null);\n    else\n        core.vote = null;",
  ),
  off(
    16,
    "replication",
    "follower",
    "if (skipped < 0)\n        return;",
    "if (skipped < 0) { const after = entries.at(-1)?.index + 1; if (after <= log.lastIndex && after > core.commit) { log.truncate(after); core.disk.truncated(after); } return; }",
  ),
  off(16, "replication", "follower", "entries.slice(skipped)", "entries"),
  off(
    17,
    "replication",
    "follower",
    "Math.min(request.commit, lastProven)",
    "Math.min(request.commit, log.lastIndex)",
  ),
  off(
    18,
    "replication",
    "follower",
    "Math.min(request.commit, lastProven)",
    "Math.min(request.commit, log.lastIndex)",
  ),
  off(19, "replication", "follower", "assert(first > core.commit,", "assert(true,"),
  off(19, "replication", "follower", "assert(prevIndex > core.commit,", "assert(true,"),
  off(20, "replication", "follower", "Math.max(lastProven, core.commit)", "lastProven"),
  off(
    21,
    "replication",
    "follower",
    "log.lastNotAbove(request.prevIndex, request.prevTerm)",
    "Math.min(request.prevIndex - 1, log.lastIndex)",
  ),
  off(
    21,
    "replication",
    "leader",
    "core.log.lastNotAbove(result.hintIndex, result.hintTerm)",
    "result.hintIndex",
  ),
  off(22, "replication", "leader", "|| index < leading.firstIndex", ""),
  off(
    23,
    "replication",
    "leader",
    "wantsRound(reads, core.commit >= leading.firstIndex)",
    "wantsRound(reads, true)",
  ),
  off(23, "replication", "leader", 'append(core, leading, [{ payload: { type: "noop" }, bytes: 0 }]);', ""),
  off(
    24,
    "replication",
    "disk",
    "for (const write of this.#pending)\n            write.last = Math.min(write.last, from - 1);",
    "",
  ),
  off(25, "replication", "progress", "match: 0,", "match: lastIndex - 1,"),
  off(
    26,
    "replication",
    "leader",
    "sendAppend(core, leading, progress, []);\n}\n/** Hands",
    "if (progress.inflight.length < core.options.maxInflightMessages) sendAppend(core, leading, progress, []);\n}\n/** Hands",
  ),
  off(
    27,
    "replication",
    "leader",
    "voter === core.options.self ? core.durableIndex",
    "voter === core.options.self ? core.lastIndex",
  ),
  off(
    "the leader's own copy",
    "replication",
    "leader",
    "voter === core.options.self ? core.durableIndex",
    "voter === core.options.self ? core.lastIndex",
  ),
  off(28, "replication", "leader", "tail + bytes > core.options.maxUncommittedBytes", "false"),
  off(28, "replication", "leader", "bytes > 0 && tail > 0 &&", ""),
  off(29, "replication", "leader", "event.term !== null && event.term !== core.term", "false"),
  off("bytes in flight", "replication", "sending", "|| progress.inflightBytes >= maxInflightBytes", ""),
  off(10, "membership", "progress", "match: 0,", "match: lastIndex,"),
  off(
    10,
    "membership",
    "change",
    "(draft.outgoing?.has(node) ? draft.learnersNext : draft.learners).add(node);",
    "draft.voters.add(node);",
  ),
  off(11, "snapshots", "candidate", "|| (snapshot?.index ?? 0) > applied", ""),
  off(26, "snapshots", "progress", "restart(progress);\n    if (ok)", "if (ok)"),
  off(
    26,
    "snapshots",
    "sending",
    "progress.answeredRound <= progress.snapshotAfterRound || progress.leaving !== null",
    "false",
  ),
  off(
    "while a peer takes a snapshot",
    "snapshots",
    "snapshot",
    "Math.min(through - keep, firstStillNeeded(core))",
    "through - keep",
  ),
  off(
    "while a peer takes a snapshot",
    "snapshots",
    "sending",
    'if (progress.state === "snapshot")\n        return;',
    "",
  ),
  off(30, "membership", "log", "this.#configurations.appended(entry);", ""),
  off(30, "membership", "log", "this.#configurations.truncated(from);", ""),
  off(
    30,
    "membership",
    "core",
    "return this.log.configurations.latest.configuration;",
    "return this.log.configurations.at(this.commit).configuration;",
  ),
  off(
    31,
    "membership",
    "membership",
    'if (core.configurationIndex > core.commit)\n        return "change-under-way";',
    "",
  ),
  off(
    32,
    "membership",
    "membership",
    'if (core.commit < leading.firstIndex)\n        return "no-commit-in-term";',
    "",
  ),
  off(
    33,
    "membership",
    "core",
    "return this.log.configurations.latest.configuration;",
    "return this.log.configurations.at(this.commit).configuration;",
  ),
  off(
    33,
    "membership",
    "candidate",
    "configurations.some(({ configuration }) => isVoter(configuration, self))",
    "isVoter(core.configuration, self)",
  ),
  off(34, "membership", "leader", "stepDownIfVotedOut(core, leading);\n}", "}"),
  off(
    34,
    "membership",
    "membership",
    'core.outbox.send(heir, { type: "timeout-now", term: core.term });',
    "",
  ),
  off(
    34,
    "membership",
    "membership",
    "if (configurationIndex > core.commit || isVoter(configuration, self))",
    "if (isVoter(configuration, self))",
  ),
  off(35, "membership", "membership", "&& retired.includes(node)", "&& false"),
  off(35, "membership", "leader", "response.round < progress.firstRound", "false"),
  off(36, "snapshots", "snapshot", "snapshot.index <= core.commit", "false"),
  off(36, "snapshots", "snapshot", "core.log.termAt(snapshot.index) === snapshot.term", "false"),
  off(37, "snapshots", "log", "this.#entries = [];\n        this.#runs", "this.#runs"),
  off(37, "snapshots", "snapshot", "core.disk.truncated(logIndex(core.commit + 1));", ""),
  off(
    38,
    "snapshots",
    "progress",
    'progress.state === "snapshot" && progress.match < base',
    'progress.state === "snapshot"',
  ),
  off(38, "snapshots", "progress", 'progress.state === "snapshot" && progress.match < base', "false"),
  off(
    39,
    "snapshots",
    "log",
    "this.#base = { index: through, term };",
    "this.#base = { index: through, term: 0 };",
  ),
  off(39, "snapshots", "core", "term: base.term }", "term: 0 }"),
  off("R13:", "membership", "candidate", "if (!core.certified)", "if (false)"),
  off(
    "R13:",
    "membership",
    "voting",
    "lost its memory (R13).\n    if (!core.certified)",
    "lost its memory (R13).\n    if (false)",
  ),
  off(
    "R13:",
    "membership",
    "voting",
    "answerPreVote(core, from, request) {\n    if (!core.certified)",
    "answerPreVote(core, from, request) {\n    if (false)",
  ),
  off(
    "R13:",
    "membership",
    "leader",
    "const fresh = newProgress(peer, core.log.lastIndex, leading.round + 1, core.now);",
    "const fresh = known;",
  ),
  off("R13:", "membership", "leader", "progress?.certified === true ? progress : undefined", "progress"),
  off("R13:", "membership", "leader", "progress.certified = certified;", "progress.certified = true;"),
  off("R13:", "membership", "follower", "core.certified ? answer : ", "true ? answer : "),
  off("R13:", "membership", "step", "core.certified = false;", ""),
  off("R5:", "membership", "sending", "log.configurations.latest.index <= disk.durableIndex", "true"),
  off("N9:", "membership", "membership", "leading.settledIndex < core.configurationIndex", "false"),
  off("N9:", "membership", "leader", "Math.max(leading.settledIndex, index)", "Number.MAX_SAFE_INTEGER"),
  off("the way back", "membership", "membership", 'event.kind === "back" ? null :', ""),
  off(
    "a leader goes back by itself",
    "membership",
    "leader",
    "outgoing === null || isDeserted",
    "true || isDeserted",
  ),
  off(
    "whoever was voted out is told",
    "membership",
    "membership",
    "if (progress.leaving !== null || isMember(configuration, progress.peer))",
    "if (!isMember(configuration, progress.peer)) peers.delete(progress.peer); else",
  ),
  off(
    40,
    "reads",
    "leader",
    "beginConfirming(reads, leading.round + 1, core.commit)",
    "beginConfirming(reads, leading.round, core.commit)",
  ),
  off(40, "reads", "read", "|| round < confirming.round", ""),
  off(41, "reads", "leader", "leading.roundBeganAt[round % ROUNDS_KEPT])", "Number.POSITIVE_INFINITY)"),
  off(48, "election", "step", "if (late)", "if (false)"),
  off(48, "election", "leader", "if (late)\n        leading.patientFrom = now;", ""),
  off(49, "replication", "step", "checkMessage(event.message);", ""),
];

const here = dirname(fileURLToPath(import.meta.url));
const tree = join(here, "../..");

/** Runs the tests of one rule against a copy of the core; the names of those that failed and passed. */
async function outcome({ rule, tests }: Switch, edit: (copy: string) => void): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), "leasehold-rule-"));
  try {
    cpSync(join(tree, "consensus/core"), join(copy, "consensus/core"), { recursive: true });
    cpSync(here, join(copy, "test/core"), { recursive: true });
    cpSync(join(tree, "errors.js"), join(copy, "errors.js"));
    writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
    edit(copy);
    const args = [
      "--test-reporter=tap",
      `--test-name-pattern=^${rule}`,
      join(copy, `test/core/${tests}.test.js`),
    ];
    const environment = { ...process.env };
    delete environment.NODE_TEST_CONTEXT; // else the child reports to our own runner
    const child = spawn(process.execPath, args, { env: environment, stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    for await (const chunk of child.stdout) text += chunk;
    return text
      .split("\n")
      .filter((line) => line.includes(rule) && /^(not )?ok /.test(line) && !line.includes("# SKIP"))
      .map((line) => (line.startsWith("ok") ? "pass" : "fail"))
      .join(" ");
  } finally {
    rmSync(copy, { recursive: true });
  }
}

test("with every rule on, the tests of the rules pass", async () => {
  for (const one of [SWITCHES[0]!, SWITCHES.at(-1)!]) {
    assert.match(await outcome(one, () => {}), /^pass( pass)*$/);
  }
});

for (const [i, one] of SWITCHES.entries()) {
  test(`switched off (${i + 1}): the test of "${one.rule}" notices`, async () => {
    const result = await outcome(one, (copy) => {
      const path = join(copy, "consensus/core", one.file);
      const source = readFileSync(path, "utf8");
      assert.equal(source.split(one.code).length, 2, `${one.file} contains once: ${one.code}`);
      writeFileSync(
        path,
        source.replace(one.code, () => one.off),
      );
    });
    assert.match(result, /fail/, `all pass without it: ${one.code}`);
  });
}
