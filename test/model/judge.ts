/** Runs the model: the worlds with every rule on, then each rule off. */
import { PRODUCTION_SEAMS } from "./bridge.ts";
import { loadProduction } from "./production.ts";
import { RULES, type RuleSwitch } from "./rules.ts";
import { bridgeFor, type Explored, explore, type Violation } from "./search.ts";
import { moveWords } from "./words.ts";
import type { World } from "./world.ts";

export interface WorldReport {
  readonly world: string;
  readonly about: string;
  readonly states: number;
  readonly depth: number;
  readonly exhausted: boolean;
}
export interface ViolationReport {
  readonly world: string;
  readonly promise: string;
  readonly detail: string;
  readonly trace: readonly string[];
}
export interface RuleReport {
  readonly id: string;
  readonly about: string;
  readonly violated_when_off: boolean;
  /** What else had to be switched off, and why; null: nothing. */
  readonly also_off: string | null;
  readonly states: number;
  /** A shortest way to the violation, in words. */
  readonly trace: readonly string[];
}
export interface Report {
  readonly states: number;
  readonly exhausted: boolean;
  readonly violations: readonly ViolationReport[];
  readonly rules: readonly RuleReport[];
  readonly worlds: readonly WorldReport[];
}

const LIMIT = 30_000_000;

const traceOf = ({ moves, promise, detail }: Violation, world: World): string[] => [
  ...moves.map((move) => moveWords(move, world)),
  `${promise} is broken: ${detail}.`,
];

/** Every rule on; `tell` hears of each world as it is done. */
export async function judgeWorlds(
  worlds: readonly World[],
  tell: (world: WorldReport) => void = () => {},
): Promise<Omit<Report, "rules">> {
  const production = await loadProduction();
  const reports: WorldReport[] = [];
  const violations: ViolationReport[] = [];
  for (const world of worlds) {
    let found: Explored = explore(bridgeFor(production, world), LIMIT, true);
    const { states, depth, exhausted } = found;
    // Its trace is looked for again without swapping names.
    if (found.violation !== null) found = explore(bridgeFor(production, world), LIMIT, false);
    if (found.violation !== null) {
      const { promise, detail } = found.violation;
      violations.push({ world: world.name, promise, detail, trace: traceOf(found.violation, world) });
    }
    const report = { world: world.name, about: world.about, states, depth, exhausted };
    reports.push(report);
    tell(report);
  }
  return {
    states: reports.reduce((sum, { states }) => sum + states, 0),
    exhausted: reports.every(({ exhausted }) => exhausted),
    violations,
    worlds: reports,
  };
}

/** One rule off, in its own world. */
export async function judgeRule({
  id,
  about,
  world,
  patches,
  seams,
  alsoOff,
}: RuleSwitch): Promise<RuleReport> {
  const also = alsoOff?.patches ?? [];
  if (alsoOff !== null) {
    const alone = explore(bridgeFor(await loadProduction(also), world, PRODUCTION_SEAMS), LIMIT, false);
    if (alone.violation !== null)
      throw new Error(`${id}: what is switched off besides breaks ${alone.violation.promise} by itself`);
  }
  const production = await loadProduction([...patches, ...also]);
  const { violation, states } = explore(bridgeFor(production, world, seams), LIMIT, false);
  return {
    id,
    about,
    violated_when_off: violation !== null,
    also_off: alsoOff?.why ?? null,
    states,
    trace: violation === null ? [] : traceOf(violation, world),
  };
}

export async function judgeRules(tell: (rule: RuleReport) => void = () => {}): Promise<RuleReport[]> {
  const reports: RuleReport[] = [];
  for (const one of RULES) {
    const report = await judgeRule(one);
    reports.push(report);
    tell(report);
  }
  return reports;
}
