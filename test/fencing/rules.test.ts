/** Each rule switched off in turn, in a copy of the room: the test that names the rule must fail. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { occurrences, off, type Switch } from "../sim/mutants/mutant.ts";

/** A compiled file, and its tests. */
type Room =
  | "evidence"
  | "arbitration"
  | "solo"
  | "policy"
  | "surrender"
  | "jeopardy"
  | "pair"
  | "pairstanding"
  | "turns"
  | "ownstack";
const testsOf = (file: Room): readonly string[] =>
  file === "pair" || file === "pairstanding" ? ["pair", "certified"] : [file];

const SWITCHES: readonly Switch<Room>[] = [
  off("R1", "evidence", "evidence.incarnation !== newestKnown", "false"),
  off("R1", "evidence", "heard >= evidence.incarnation ? null", "false ? null"),
  off("R8", "evidence", "if (!seenOff)", "if (!report.accepted)"),
  off(
    "R8",
    "evidence",
    'action === "off" ? report.status === "off" : report.offObserved',
    'report.status === "off"',
  ),
  off("R9", "evidence", "waitFor({ ttl: timeout + ttl, rho })", "timeout"),
  off("R9", "evidence", "mustDieOnSilence?.incarnation !== incarnation", "mustDieOnSilence === null"),
  off("R9", "evidence", "if (left > 0)", "if (false)"),
  off("an operator", "evidence", "if (typed !== node)", "if (false)"),
  off("only a new boot id", "evidence", "contact.bootId === before.bootId", "false"),
  off("gate", "arbitration", "return reached >= needed", "return true"),
  off("gate", "arbitration", "Math.floor(configured / 2) + 1", "Math.ceil(configured / 2)"),
  off("gate", "arbitration", "answeredProbeSentAt > since", "true"),
  off("gate", "arbitration", "reachedBefore && answeredProbeSentAt", "answeredProbeSentAt"),
  off("equal scores", "arbitration", "own < peers ?", "own <= peers ?"),
  off("the lower one", "arbitration", "roundsBehind >= rounds", "roundsBehind >= 1"),
  off("R10", "arbitration", "if (peerVerifiedOff)", "if (false)"),
  off("R10a: never do both", "ownstack", "if (!peers.others)", "if (false)"),
  off("R10a: deaf", "ownstack", "own.peer && !peers.peer", "!peers.peer"),
  off("R10a: a side that", "ownstack", "if (peers === null)", "if (false)"),
  off("R10a: what was not", "ownstack", "now - hearing.at >= suspectAfter", "false"),
  off("R10a: what was not", "ownstack", "now - hearing.since < quiet", "false"),
  off("R10a: the finding", "ownstack", "quiet + suspectAfter +", "suspectAfter +"),
  off("R10a: well", "ownstack", "!judgeOwnStack(facts).ok", "true"),
  off("R11", "arbitration", "(p99(measured) ?? bound) + detectionSkew + 1", "0"),
  off("R11", "arbitration", "+ detectionSkew + 1", ""),
  off("R11", "arbitration", "if (ofA !== ofB)", "if (false)"),
  off("R2", "solo", "!sameQuestion(open, certificate.question)", "false"),
  off("R2", "solo", "a.response === b.response", "true"),
  off("R2", "solo", "a.challenge === b.challenge &&", ""),
  off("R3", "solo", "if (placed.index > commit)", "if (false)"),
  off("R3", "solo", "if (commit < firstIndex)", "if (false)"),
  off("R3", "solo", "if (!upToDate)", "if (false)"),
  off("R4", "solo", "eligibility.configurationIndex !== configuration.index", "false"),
  off("R5", "solo", "if (durableIndex < soloIndex)", "if (false)"),
  off("R7", "solo", "eligibility.incarnation !== incarnation", "false"),
  off("R7", "solo", "clockGapAt >= eligibility.at", "false"),
  off("R7", "solo", "isVoter(seen, self) ? eligibility : null", "eligibility"),
  off("R12", "solo", "if (!isPair(placed.configuration))", "if (false)"),
  off("R13", "solo", "if (!storeCertified)", "if (false)"),
  off(
    "guard proof",
    "solo",
    '["fenced", "watchdog", "operator"]',
    '["fenced", "watchdog", "operator", "guard"]',
  ),
  off("shot: never oneself", "policy", "if (self === target)", "if (false)"),
  off("shot: only the holder", "policy", "if (executor !== self)", "if (false)"),
  off("shot: an isolated", "policy", "if (!gate.ok)", "if (false)"),
  off("shot: not because", "policy", "if (own !== null)", "if (false)"),
  off("shot: a node that was shot", "policy", "targetIncarnation <= last.incarnation", "false"),
  off("shot: so many", "policy", "recent >= limits.shots", "false"),
  off("shot: a peer that was never heard", "policy", "!facts.shootUnseen", "false"),
  off("levels: no device", "policy", "devices.length > 0)", "true)"),
  off("surrender: out of contact", "surrender", "return gate.ok ?", "return true ?"),
  off("jeopardy: it serves on", "jeopardy", "!HARD_PROOFS.includes(kind)", "false"),
  off("jeopardy: below", "jeopardy", "if (!gate.ok)", "if (false)"),
  off("risk: accepted", "jeopardy", "if (!accepted)", "if (false)"),
  off("risk: guard evidence", "jeopardy", "facts.silentFor < facts.wait", "false"),
  off("R1", "pair", "facts.contactAt > askedAt", "false"),
  off("R1", "pair", "heard === before.incarnation", "true"),
  off("R7: after a gap", "pair", "facts.confirmedAt <= pair.clockGapAt", "false"),
  off("R7: a loop", "pair", "by > FROZEN", "false"),
  off("R7: whoever hears", "pair", "facts.heard?.report?.alone != null", "false"),
  off("T5: a certificate", "pair", "by <= ttl / 2", "true"),
  off("risk: without devices", "pair", "now - pair.stoodStillUntil", "Number.POSITIVE_INFINITY"),
  off("R7, R3", "pair", "if (!judged.ok)\n        return;\n    pair.eligibility", "    pair.eligibility"),
  off("R11: out of its turn", "pair", "if (!turn.mine)", "if (false)"),
  off("R12", "pairstanding", "if (!isPair(placed.configuration) || !voters.includes(self))", "if (false)"),
  off("who is not certified", "pair", "if (!eligible.ok)", "if (false)"),
  off("an isolated", "pairstanding", "Number.NEGATIVE_INFINITY) - 1", "0) * 0 - 1"),
  off("wait for all", "pair", "if (facts.maintained)", "if (false)"),
  off("a person's word", "pair", 'standingOf(pair, facts, now) === "together"', "false"),
  off("one round", "pair", "report.round === pair.comparison.peersRound", "false"),
  off("R11: the one that holds", "turns", "shotDelay(second, first, raceOf(facts)) + window", "window + 1"),
  off(
    "R11: whoever has not",
    "turns",
    "agreed ? [first === self ? 0 : 1, byName] : [byName]",
    "[first === self ? 0 : 1, byName]",
  ),
  off("R11: whoever misses", "turns", "[first === self ? 0 : 1, byName]", "[first === self ? 0 : 1]"),
  off("a farewell is", "evidence", "if (saidBy !== incarnation)", "if (false)"),
  off("a farewell is", "evidence", "contactAt !== null && contactAt > saidAt", "false"),
  off("a farewell is", "evidence", "if (holds > 0)", "if (false)"),
  off("R11: no two shots", "turns", "shotDelay(second, first, raceOf(facts)) + window", "2 * window"),
];

const here = dirname(fileURLToPath(import.meta.url));
const tree = join(here, "../..");

/** The tests of this room use fast-check. */
function packages(): string {
  let at = tree;
  while (!existsSync(join(at, "node_modules"))) at = dirname(at);
  return join(at, "node_modules");
}

/** Runs the tests of one rule against a copy of the room: for each test whether it passed. */
async function outcome({ rule, file }: Switch<Room>, edit: (copy: string) => void): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), "leasehold-rule-"));
  try {
    mkdirSync(join(copy, "consensus"));
    for (const room of [
      "fencing",
      "consensus/core",
      "consensus/ledger",
      "consensus/sessions",
      "test/fencing",
    ])
      cpSync(join(tree, room), join(copy, room), { recursive: true });
    cpSync(join(tree, "errors.js"), join(copy, "errors.js"));
    symlinkSync(packages(), join(copy, "node_modules"));
    writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
    edit(copy);
    const tests = testsOf(file).map((name) => join(copy, `test/fencing/${name}.test.js`));
    const names = (quote: string): string => `test(${quote}${rule}`;
    const own = tests.find((path) => ['"', "`"].some((q) => readFileSync(path, "utf8").includes(names(q))));
    assert.ok(own !== undefined, `there is a test of "${rule}"`);
    const args = ["--test-reporter=tap", `--test-name-pattern=^${rule}`, own];
    const environment = { ...process.env };
    delete environment.NODE_TEST_CONTEXT; // else the child reports to our own runner
    const child = spawn(process.execPath, args, { env: environment, stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    for await (const chunk of child.stdout) text += chunk;
    return text
      .split("\n")
      .filter((line) => line.includes(`- ${rule}`) && /^(not )?ok /.test(line) && !line.includes("# SKIP"))
      .map((line) => (line.startsWith("ok") ? "pass" : "fail"))
      .join(" ");
  } finally {
    rmSync(copy, { recursive: true });
  }
}

test("with every rule on, the tests of the rules pass", async () => {
  for (const one of [SWITCHES[0]!, SWITCHES.find(({ file }) => file === "solo")!, SWITCHES.at(-1)!])
    assert.match(await outcome(one, () => {}), /^pass( pass)*$/);
});

for (const [i, one] of SWITCHES.entries()) {
  test(`switched off (${i + 1}): the test of "${one.rule}" notices`, async () => {
    const result = await outcome(one, (copy) => {
      const path = join(copy, "fencing", `${one.file}.js`);
      const source = readFileSync(path, "utf8");
      assert.equal(occurrences(source, one.code), 1, `${one.file}.js contains once: ${one.code}`);
      writeFileSync(
        path,
        source.replace(one.code, () => one.off),
      );
    });
    assert.match(result, /fail/, `all pass without it: ${one.code}`);
  });
}
