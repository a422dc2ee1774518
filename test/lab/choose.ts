/** PURE: which scenarios a person asked for. */
import { CONTROL, EVERYDAY, SCENARIOS, type Scenario } from "./scenarios.ts";
import { TWO_NODES } from "./twonodes.ts";
import { TWO_RISKING } from "./tworisk.ts";

/** Those of three machines, then those of two. */
export const ALL: readonly Scenario[] = [...SCENARIOS, ...EVERYDAY, ...TWO_NODES, ...TWO_RISKING];

/** What is played when nobody asks for anything: the machines of two are for who names them. */
const USUAL: readonly Scenario[] = [...SCENARIOS, ...EVERYDAY];

/** `*` and `?` as in a shell. The control run plays only when it is named in full. */
export function chooseScenarios(
  glob: string | undefined,
):
  | { readonly ok: true; readonly scenarios: readonly Scenario[] }
  | { readonly ok: false; readonly reason: string } {
  if (glob === undefined) return { ok: true, scenarios: USUAL };
  if (glob === CONTROL.name) return { ok: true, scenarios: [CONTROL] };
  const escaped = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const pattern = new RegExp(`^${escaped}$`);
  const scenarios = ALL.filter((scenario) => pattern.test(scenario.name));
  if (scenarios.length > 0) return { ok: true, scenarios };
  const names = [...ALL, CONTROL].map((scenario) => scenario.name).join(", ");
  return { ok: false, reason: `no scenario is called "${glob}"; there are ${names}` };
}
