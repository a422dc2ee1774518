/** The mutation gate: each rule broken where it is loaded, and the ordinary simulator has to notice. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { MUTANTS } from "./mutants/all.ts";
import { KILLERS } from "./mutants/killers.ts";
import { type Mutant, occurrences, patched } from "./mutants/mutant.ts";
import type { Patches } from "./mutants/patch.ts";
import { openPlayer, type Player } from "./mutants/player.ts";
import type { Profile } from "./scene.ts";

export interface Verdict {
  readonly id: string;
  readonly killed: boolean;
  readonly seed: number | null;
  /** The invariant that broke, or why the mutant counts as alive. */
  readonly how: string;
  /** The seed at which a further hunt goes on. */
  readonly next: number;
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

/** Runs that come to no end, of one mutant. */
const ENDLESS_AT_MOST = 2;

const tree = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** What to patch, by module; a string says which edit does not apply. */
export function patchesOf({ edits }: Mutant): Patches | string {
  const patches: Record<string, { code: string; off: string }[]> = {};
  const sources = new Map<string, string>();
  for (const edit of edits) {
    const { file, code, off } = edit;
    const source = sources.get(file) ?? readFileSync(join(tree, file), "utf8");
    const times = occurrences(source, code);
    if (times !== 1) return `does not apply: ${file} contains ${times} times: ${code}`;
    sources.set(file, patched(source, edit));
    const url = pathToFileURL(join(tree, file)).href;
    patches[url] = [...(patches[url] ?? []), { code, off }];
  }
  return patches;
}

/** Whether a seed is clean where nothing is broken: else it says nothing about any rule. Each is played once. */
function newControl(): { clean(seed: number, profile: Profile): Promise<boolean>; close(): void } {
  const asked = new Map<string, Promise<boolean>>();
  let player: Player | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    clean: (seed, profile) => {
      const key = `${profile} ${seed}`;
      const before = asked.get(key);
      if (before !== undefined) return before;
      player ??= openPlayer({});
      const { play } = player;
      const answer = turn
        .then(() => play({ seed, weather: [], profile }))
        .then((played) => typeof played !== "string" && played.kill === null);
      turn = answer;
      asked.set(key, answer);
      return answer;
    },
    close: () => player?.close(),
  };
}

async function judge(
  mutant: Mutant,
  options: GateOptions,
  clean: (seed: number, profile: Profile) => Promise<boolean>,
): Promise<Verdict> {
  const { id, profile = "ordinary" } = mutant;
  let next = options.from;
  const alive = (how: string): Verdict => ({ id, killed: false, seed: null, how, next });
  const patches = patchesOf(mutant);
  if (typeof patches === "string") return alive(patches);
  let player = openPlayer(patches);
  let stuck = 0;
  try {
    const known = options.known ? KILLERS[id] : undefined;
    for (let turn = known === undefined ? 0 : -1; turn < options.seeds; turn++) {
      const weather = turn < 0 ? [] : mutant.weather;
      const order = { seed: turn < 0 ? known! : next, weather, profile };
      const played = await player.play(order);
      if (typeof played === "string") {
        // A broken rule may keep two nodes busy for ever; that shows nothing, and the next seed is another one.
        if (++stuck > ENDLESS_AT_MOST) return alive(played);
        player.close();
        player = openPlayer(patches);
        if (turn >= 0) next += 1;
        continue;
      }
      const { seed, kill } = played;
      if (turn >= 0) next = seed + 1;
      if (kill === null || !(await clean(seed, profile))) continue;
      return { id, killed: true, seed, how: `${kill.invariant}: ${kill.detail}`, next };
    }
    return alive("survived");
  } finally {
    player.close();
  }
}

/** Judges these mutants, `jobs` at a time; the verdicts in the order of the mutants. */
export async function runGate(
  mutants: readonly Mutant[],
  options: GateOptions,
  tell: (verdict: Verdict) => void = () => {},
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const control = newControl();
  let next = 0;
  const worker = async () => {
    for (let mine = next++; mine < mutants.length; mine = next++) {
      const verdict = await judge(mutants[mine]!, options, control.clean);
      verdicts[mine] = verdict;
      tell(verdict);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, worker));
  control.close();
  return verdicts;
}

/** `count` of those for which a seed is known, others for another `turn`; each comes once before any comes twice. */
export function share(count: number, turn: number): Mutant[] {
  const known = MUTANTS.filter(({ id }) => KILLERS[id] !== undefined);
  return Array.from({ length: count }, (_, i) => known[(turn * count + i) % known.length]!);
}
