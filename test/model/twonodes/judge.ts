/** Runs the model of the two nodes: the worlds and the race with every rule on, then each rule off. */
import type { Report, RuleReport, ViolationReport, WorldReport } from "../judge.ts";
import { CORNERS } from "./corners.ts";
import { loadProduction } from "./production.ts";
import { RACE_RULES, race } from "./race.ts";
import { RULES, type RuleSwitch } from "./rules.ts";
import { type Explored, explore } from "./search.ts";
import { TURN_RULES, takeTurns } from "./turns.ts";
import { moveWords } from "./words.ts";
import type { World } from "./world.ts";

const LIMIT = 60_000_000;

const traceOf = ({ moves, detail }: NonNullable<Explored["violation"]>): string[] => [
  ...moves.map(moveWords),
  `${detail}.`,
];

/** Every rule on; `tell` hears of each world as it is done. */
export async function judgeTwoNodes(
  worlds: readonly World[],
  tell: (world: WorldReport) => void = () => {},
): Promise<Omit<Report, "rules">> {
  const production = await loadProduction();
  const reports: WorldReport[] = [];
  const violations: ViolationReport[] = [];
  const put = (report: WorldReport): void => {
    reports.push(report);
    tell(report);
  };
  const grids = [
    { world: "race", about: "who shoots whom, and when", run: race },
    { world: "turns", about: "who may shoot when, for as long as a split lasts", run: takeTurns },
  ].concat(CORNERS.map(({ id, about, run }) => ({ world: `grid ${id}`, about: `never: ${about}`, run })));
  for (const { world, about, run } of grids) {
    const { states, trace } = run(production);
    if (trace !== null) violations.push(violationOf(world, trace));
    put({ world, about, states, depth: 1, exhausted: trace === null });
  }
  for (const world of worlds) {
    const { states, depth, exhausted, violation } = explore(production, world, LIMIT);
    if (violation !== null) violations.push(violationOf(world.name, traceOf(violation)));
    put({ world: world.name, about: world.about, states, depth, exhausted });
  }
  return {
    states: reports.reduce((sum, { states }) => sum + states, 0),
    exhausted: reports.every(({ exhausted }) => exhausted),
    violations,
    worlds: reports,
  };
}

function violationOf(world: string, trace: readonly string[]): ViolationReport {
  const detail = trace.at(-1) ?? "";
  return { world, promise: detail.slice(0, 2), detail, trace };
}

/** One rule off, in its own world. */
export async function judgeTwoNodesRule({ id, about, world, patches }: RuleSwitch): Promise<RuleReport> {
  const { violation, states } = explore(await loadProduction(patches), world, LIMIT);
  const trace = violation === null ? [] : traceOf(violation);
  return { id, about, violated_when_off: violation !== null, also_off: null, states, trace };
}

/** The rules that are tried in grids. */
export const GRID_RULES: readonly (typeof CORNERS)[number][] = [
  ...CORNERS,
  ...RACE_RULES.map((rule) => ({ ...rule, run: race })),
  ...TURN_RULES.map((rule) => ({ ...rule, run: takeTurns })),
];

/** One of them off. */
export async function judgeGridRule({
  id,
  about,
  patches,
  run,
}: (typeof GRID_RULES)[number]): Promise<RuleReport> {
  const { trace, states } = run(await loadProduction(patches));
  return { id, about, violated_when_off: trace !== null, also_off: null, states, trace: trace ?? [] };
}

export async function judgeTwoNodesRules(tell: (rule: RuleReport) => void = () => {}): Promise<RuleReport[]> {
  const reports: RuleReport[] = [];
  for (const judged of [
    ...RULES.map((rule) => () => judgeTwoNodesRule(rule)),
    ...GRID_RULES.map((rule) => () => judgeGridRule(rule)),
  ]) {
    const report = await judged();
    reports.push(report);
    tell(report);
  }
  return reports;
}
