/** The mutation gate: each rule broken in a copy of the code, and the ordinary simulator has to notice. */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MUTANTS } from "./mutants/all.ts";
import type { Kill } from "./mutants/hunt.ts";
import { KILLERS } from "./mutants/killers.ts";
import type { Edit, Mutant } from "./mutants/mutant.ts";

export interface Verdict {
  readonly id: string;
  readonly killed: boolean;
  readonly seed: number | null;
  /** The invariant that broke, or why the mutant counts as alive. */
  readonly how: string;
}
export interface GateOptions {
  /** The first of the ordinary seeds. */
  readonly from: number;
  /** So many at most for each mutant, besides the one that is known. */
  readonly seeds: number;
  readonly jobs: number;
  /** Whether the known seed of each mutant is played first. */
  readonly known: boolean;
}

/** What the simulator is made of. */
const PARTS = ["consensus", "services", "network", "configuration", "test/sim", "errors.js"];
const tree = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Why an edit does not apply; null when it was made. */
function applyEdit(copy: string, { file, code, off }: Edit): string | null {
  const path = join(copy, file);
  const source = readFileSync(path, "utf8");
  const times = source.split(code).length - 1;
  if (times !== 1) return `does not apply: ${file} contains ${times} times: ${code}`;
  writeFileSync(
    path,
    source.replace(code, () => off),
  );
  return null;
}

/** What one process finds with these seeds; a string says why it came to no end. */
async function hunt(copy: string, first: string, from: number, count: number): Promise<Kill | null | string> {
  const script = join(copy, "test/sim/mutants/hunt.js");
  const child = spawn(process.execPath, [script, first, String(from), String(count)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let complained = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  child.stderr.on("data", (text) => {
    complained += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) return `the process ended with ${code}: ${complained.slice(0, 300)}`;
  return JSON.parse(said) as Kill | null;
}

async function judge({ id, edits }: Mutant, options: GateOptions): Promise<Verdict> {
  const copy = mkdtempSync(join(tmpdir(), "leasehold-mutant-"));
  const alive = (how: string): Verdict => ({ id, killed: false, seed: null, how });
  try {
    for (const part of PARTS) cpSync(join(tree, part), join(copy, part), { recursive: true });
    writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
    for (const each of edits) {
      const fault = applyEdit(copy, each);
      if (fault !== null) return alive(fault);
    }
    const first = options.known ? (KILLERS[id]?.toString() ?? "") : "";
    let { from } = options;
    const end = from + options.seeds;
    for (let known = first; from < end || known !== ""; known = "") {
      const kill = await hunt(copy, known, from, end - from);
      if (typeof kill === "string") return alive(kill);
      if (kill === null) break;
      // The same seed must be clean where nothing is broken, or it says nothing about this rule.
      const clean = await hunt(tree, "", kill.seed, 1);
      if (clean === null)
        return { id, killed: true, seed: kill.seed, how: `${kill.invariant}: ${kill.detail}` };
      if (kill.seed.toString() !== known) from = kill.seed + 1;
    }
    return alive("survived");
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** Judges these mutants, `jobs` at a time; the verdicts in the order of the mutants. */
export async function runGate(
  mutants: readonly Mutant[],
  options: GateOptions,
  tell: (verdict: Verdict) => void = () => {},
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let next = 0;
  const worker = async () => {
    for (let mine = next++; mine < mutants.length; mine = next++) {
      const verdict = await judge(mutants[mine]!, options);
      verdicts[mine] = verdict;
      tell(verdict);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, worker));
  return verdicts;
}

/** `count` of those for which a seed is known, others for another `turn`; each comes once before any comes twice. */
export function share(count: number, turn: number): Mutant[] {
  const known = MUTANTS.filter(({ id }) => KILLERS[id] !== undefined);
  return Array.from({ length: count }, (_, i) => known[(turn * count + i) % known.length]!);
}
