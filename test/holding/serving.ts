/** What the transcripts have in common: a node that serves, and actions that end badly or late. */
import { snapshot } from "../../services/holding.ts";
import type { HoldingAction } from "../../services/types.ts";
import { type spec, World } from "./world.ts";

/** Web is granted and runs. */
export function serving(...groups: ReturnType<typeof spec>[]): World {
  const world = World.ready(...groups);
  for (const lease of world.ledger.leases.values()) world.grant(lease.group);
  world.pass(10);
  world.told();
  return world;
}
export const phaseOf = (world: World, name = "web") =>
  snapshot(world.holding, world.now).groups.find((g) => g.group === name)?.phase;
export const fails =
  (type: HoldingAction["type"], detail = "no") =>
  (action: HoldingAction) =>
    action.type === type ? { ok: false, detail } : { ok: true, detail: "" };
export const awaits = (type: HoldingAction["type"]) => (action: HoldingAction) =>
  action.type === type ? ("later" as const) : { ok: true, detail: "" };
