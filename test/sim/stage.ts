/** A cluster in calm weather, one group served, for scenarios that are told step by step. */
import assert from "node:assert/strict";
import { PROFILES } from "../../configuration/profiles.ts";
import type { MemberSpec } from "../../consensus/ledger/types.ts";
import { createRandom } from "./random.ts";
import { drawScene, NO_SABOTAGE, service } from "./scene.ts";
import { unserved } from "./served.ts";
import { production } from "./system.ts";
import type { Link } from "./wires.ts";
import { createWorld, type SimulatedNode, type World } from "./world.ts";

export interface Stage {
  readonly world: World;
  readonly ttl: number;
  /** Serves the group; never the leader at the start. */
  readonly holder: SimulatedNode;
  readonly leader: SimulatedNode;
  readonly others: readonly SimulatedNode[];
  readonly lines: readonly string[];
  /** What must not move while a healthy holder goes on serving. */
  standing(): { readonly token: bigint; readonly holder: string; readonly lapses: number };
  /** All paths from one node to another. */
  links(from: SimulatedNode, to: SimulatedNode): readonly Link[];
  noViolation(): void;
}

export const STAGE_ADDRESS = "10.0.0.100";

export function openStage(seed: number, size = 3): Stage {
  const random = createRandom(seed);
  const drawn = drawScene(random, {
    timing: PROFILES.fast,
    sabotage: NO_SABOTAGE,
    profile: "ordinary",
    size,
  });
  const members: readonly MemberSpec[] = [
    { type: "address", name: "ip", ip: STAGE_ADDRESS, prefix: 24 },
    service("server", "stage", random.fork()),
  ];
  const group = { ...drawn.document.groups[0]!, members, failback: null };
  const scene = { ...drawn, document: { ...drawn.document, groups: [group] } };
  const lines: string[] = [];
  const world = createWorld(scene, production, random.fork(), (time, node, text) => {
    lines.push(`${time.toFixed(3)} ${node} ${text}`);
  });
  for (const node of world.nodes) node.start();
  assert.ok(
    world.run(10_000, () => unserved(world) === null),
    `seed ${seed}: ${unserved(world)}`,
  );
  const lease = () => {
    const { replica } = world.leader()!.daemon!;
    return replica.ledger.leases.get(group.name)!;
  };
  const holder = world.node(lease().holder!.node);
  if (world.leader() === holder) {
    holder.daemon!.transfer(world.nodes.find((node) => node !== holder)!.name);
    world.run(5_000, () => world.leader() !== holder && unserved(world) === null);
  }
  const leader = world.leader()!;
  assert.notEqual(leader, holder, `seed ${seed}: leadership did not move`);
  world.run(1_000);
  return {
    world,
    ttl: PROFILES.fast.ttl,
    holder,
    leader,
    others: world.nodes.filter((node) => node !== holder && node !== leader),
    lines,
    standing: () => ({
      token: lease().token,
      holder: lease().holder?.node ?? "nobody",
      lapses: holder.machine.gateLapses,
    }),
    links: (from, to) => [0, 1].map((path) => world.wires.link(from.name, to.name, path)),
    noViolation: () => assert.deepEqual(world.judge.violations, [], lines.slice(-60).join("\n")),
  };
}
