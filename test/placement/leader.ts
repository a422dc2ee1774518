/** A leader's hand for the planner's tests. */
import assert from "node:assert/strict";
import { type NodeId, term } from "../../consensus/core/types.ts";
import type { Command, GroupSpec, SessionId } from "../../consensus/ledger/types.ts";
import type { PlanContext, Planner } from "../../consensus/types.ts";
import { createPlanner } from "../../services/placement/planner.ts";
import { bigints, document, groupSpec, type World, web } from "../ledger/world.ts";

export const one = (more: Partial<GroupSpec>) => document({ groups: [groupSpec("web", 100, more)] });

/** A leader's hand: asks the planner, and applies what it says. */
export class Leader {
  readonly world: World;
  readonly planner: Planner = createPlanner();
  now = 1_000;
  dead = new Set<NodeId>();

  constructor(world: World) {
    this.world = world;
  }

  get context(): PlanContext {
    return {
      alive: (s: SessionId) => !this.dead.has(s.node),
      term: term(this.world.term),
      now: this.now,
    };
  }

  plan(...first: Command[]): readonly Command[] {
    return this.planner.plan(this.world.ledger, first, this.context);
  }

  /** Plans and applies in one entry; none of it may be refused. */
  act(...first: Command[]): string[] {
    const commands = this.plan(...first);
    if (commands.length === 0) return [];
    const events = this.world.entry(...commands);
    for (const event of events) assert.notEqual(event.type, "refused", JSON.stringify(event, bigints));
    return commands.map((c) => c.type);
  }

  later(ms: number): this {
    this.now += ms;
    return this;
  }

  get holder(): string | undefined {
    const lease = this.world.lease();
    return lease.state === "held" ? lease.holder?.node : undefined;
  }

  running(): void {
    const { holder, token } = this.world.lease();
    assert.ok(holder !== null);
    this.world.done({ type: "report", group: web, session: holder, token, state: "running", reason: "" });
  }
}
