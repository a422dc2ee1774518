/** Each rule about disks (R13, R14) switched off by a small patch: its test must notice. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { occurrences, off, type Switch } from "../sim/mutants/mutant.ts";

const SWITCHES: readonly Switch[] = [
  off("R13.3: nothing is founded", "vouching", "|| now.missing.length > 0", ""),
  off(
    "R13.3: founders whose files",
    "vouching",
    "wordOf(node) !== this.foundersWord",
    "wordOf(node) === undefined",
  ),
  off("R13.3: a founder that has voted", "vouching", "core.term === 0 && core.lastIndex === 0 && ", ""),
  off("R13.1", "presence", "if (!core.certified)", "if (false)"),
  off("R13.2: a certificate", "vouching", " && fact.incarnation === incarnation; // R13.2", ";"),
  off("R13.2: a learner", "members", "core.progressOf(node)?.certified === true", "true"),
  off("R13.4: an old image of a disk", "vouching", "return this.isVetted()", "return true"),
  off("R13.4: an old image that", "ledger/stores", "known.incarnation > vetted", "false"),
  off("R13.4: an old image that", "vouching", "|| hasForgotten(counted, start)", ""),
  off(
    "R13.4: an old image whose",
    "ledger/stores",
    "startOf(incarnation) <= startOf(fact.incarnation)",
    "false",
  ),
  off("R13.5: another disk", "ledger/stores", "if (fact.generation !== generation)", "if (false)"),
  off("R13.5: while a session", "ledger/stores", "alive !== undefined", "false"),
  off("R14", "vouching", 'type: "left-behind", by: this.epochHeard.by', 'type: "certified"'),
  off("R14", "ledger/recovery", "ledger.epoch += 1", "ledger.epoch += 0"),
];

const here = (path: string): string => new URL(path, import.meta.url).href;

/** Plays the tests of one rule; whether all of them passed, and what they said. */
async function play(
  rule: string,
  patches: object,
): Promise<{ readonly passed: boolean; readonly said: string }> {
  const environment: NodeJS.ProcessEnv = { ...process.env, PATCHES: JSON.stringify(patches) };
  delete environment.NODE_TEST_CONTEXT; // else the child reports to our own runner
  const args = ["--import", here("./patching.js"), "--test-reporter=tap", `--test-name-pattern=^${rule}`];
  const command = [...args, fileURLToPath(here("./disks.test.js"))];
  const child = spawn(process.execPath, command, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said += text));
  const status = await new Promise((resolve) => child.on("close", resolve));
  return { passed: status === 0, said };
}

test("with every rule on, the tests of the rules pass", async () => {
  const { passed, said } = await play("R14", {});
  assert.ok(passed, said);
});

for (const { rule, file, code, off: instead } of SWITCHES) {
  test(`switched off: the test of "${rule}" notices what is missing in ${file}: ${code}`, async () => {
    const module = here(`../../consensus/${file}.js`);
    assert.equal(
      occurrences(readFileSync(fileURLToPath(module), "utf8"), code),
      1,
      `${file} has it once: ${code}`,
    );
    const patches = { [module]: [{ code, off: instead }] };
    const { passed, said } = await play(rule, patches);
    assert.ok(!passed, `all pass without it: ${code}`);
    assert.match(said, /^not ok .*R1[34]/m, said);
  });
}
