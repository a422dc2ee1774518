/**
 * `npm test`: the check, every test, the simulator, and a look that nothing was left behind. Pure rooms run two files
 * at a time; what needs real interfaces, processes or the whole machine's attention runs alone, one after the other.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { sweepDeadRuns } from "./lab/runs.ts";
import { tryRun } from "./lab/shell.ts";

const built = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(built);

/** Rooms whose tests use the machine as a whole. They make namespaces, cgroups and raw sockets. */
const ALONE = ["network", "services", "lab", "strangers", "e2e", "chaos"];

/** Of a test, and of all tests of a file together: so much that a machine which lends its processors to others does not reach it. */
const HANGS_MS = 1_200_000;

/** Labs stand side by side, and what these assert is no timing: two at a time keep the whole within its budget. */
const BESIDE: Readonly<Record<string, number>> = { e2e: 2 };

/** Of each profile: the same ones each time, and some that nobody has chosen, whose first is printed. */
const SEEDS = ["--from", "1", "--seeds", "36", "--fresh", "4", "--json"];

interface Outcome {
  readonly name: string;
  /** Wall-clock seconds; the whole has a budget. */
  readonly seconds?: number;
  readonly passed: number;
  readonly failed: number;
}

/** Compiled tests whose source is still there: what tsc wrote for a deleted file stays in dist/. */
function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    if (!entry.name.endsWith(".test.js")) return [];
    return existsSync(join(root, relative(built, path)).replace(/\.js$/, ".ts")) ? [path] : [];
  });
}

/** Runs a program with its output passed through; resolves with its status and everything it said. */
function show(command: readonly string[]): Promise<{ readonly status: number; readonly words: string }> {
  return new Promise((resolve) => {
    const child = spawn(command[0]!, command.slice(1), { stdio: ["ignore", "pipe", "inherit"], cwd: root });
    let words = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      words += text;
      process.stdout.write(text);
    });
    child.on("error", () => resolve({ status: 128, words }));
    child.on("close", (status) => resolve({ status: status ?? 128, words }));
  });
}

async function nodeTests(name: string, files: readonly string[], concurrency: number): Promise<Outcome> {
  if (files.length === 0) return { name, passed: 0, failed: 0 };
  heading(`${name}: ${files.length} files`);
  const ran = await show([
    process.execPath,
    "--test",
    "--test-reporter=spec",
    // What hangs has failed.
    `--test-timeout=${HANGS_MS}`,
    `--test-concurrency=${concurrency}`,
    ...files.toSorted(),
  ]);
  const count = (word: string): number =>
    Number(new RegExp(`^\\S* ?${word} (\\d+)$`, "m").exec(ran.words)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  // A skipped test is a test that did not run: it counts as failed.
  const skipped = count("skipped") + count("todo");
  const silent = ran.status !== 0 && failed + skipped === 0 ? 1 : 0;
  return { name, passed: count("pass"), failed: failed + skipped + silent };
}

/** The same outcome with the time it took. */
async function timed(work: Promise<Outcome>): Promise<Outcome> {
  const began = performance.now();
  const outcome = await work;
  return { ...outcome, seconds: Math.round((performance.now() - began) / 1000) };
}

async function step(name: string, command: readonly string[]): Promise<Outcome> {
  heading(name);
  const ran = await show(command);
  return { name, passed: ran.status === 0 ? 1 : 0, failed: ran.status === 0 ? 0 : 1 };
}

/** Namespaces, runs and cgroups of a lab that outlived the tests. */
async function leftovers(): Promise<Outcome> {
  const swept = await sweepDeadRuns();
  const listed = (await tryRun(["ip", "netns", "list"])).stdout
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "");
  const before = new Set(namespacesBefore);
  const left = [
    ...swept.map((run) => `run ${run}`),
    ...listed.filter((name) => name !== "" && !before.has(name)),
  ];
  for (const each of left) process.stdout.write(`left behind: ${each}\n`);
  return { name: "nothing left behind", passed: left.length === 0 ? 1 : 0, failed: left.length };
}

function heading(text: string): void {
  process.stdout.write(`\n── ${text}\n`);
}

if (process.getuid?.() !== 0) {
  process.stderr.write("The tests build network namespaces, which needs root: run `sudo npm test`.\n");
  process.exit(1);
}
await sweepDeadRuns();
const namespacesBefore = (await tryRun(["ip", "netns", "list"])).stdout
  .split("\n")
  .map((line) => line.split(" ")[0] ?? "");
const outcomes: Outcome[] = [];
const check = join(root, "packaging/check.mjs");
if (existsSync(check)) outcomes.push(await timed(step("check", [process.execPath, check])));
const files = testFiles(join(built, "test"));
const alone = files.filter((file) => ALONE.includes(relative(join(built, "test"), file).split("/")[0]!));
outcomes.push(
  await timed(
    nodeTests(
      "pure tests",
      files.filter((file) => !alone.includes(file)),
      2,
    ),
  ),
);
for (const room of ALONE) {
  const own = alone.filter((file) => relative(join(built, "test"), file).startsWith(`${room}/`));
  outcomes.push(await timed(nodeTests(`tests on real interfaces: ${room}`, own, BESIDE[room] ?? 1)));
}
const simulator = join(built, "test/sim/main.js");
if (existsSync(simulator)) {
  outcomes.push(
    await timed(step("simulator: 36 seeds, and 4 fresh ones", [process.execPath, simulator, ...SEEDS])),
  );
  const pair = ["--profile", "two-nodes", ...SEEDS];
  outcomes.push(await timed(step("simulator: two nodes", [process.execPath, simulator, ...pair])));
}
outcomes.push(await leftovers());

heading("summary");
for (const { name, passed, failed, seconds } of outcomes) {
  const time = seconds === undefined ? "" : `, ${seconds} s`;
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed${time}\n`);
}
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
