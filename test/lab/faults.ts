/** Faults of the network itself, as nftables rules inside the switch. A node's own kernel is never touched by them. */
import { type LabPlan, type Net, type NodeName, type NodePlan, nodeOf } from "./plan.ts";
import { inside, run } from "./shell.ts";

const NETS: readonly Net[] = ["lan", "hb"];

/** What one rule drops: frames that come in from one node's cable and would leave by another's. */
export interface Drop {
  readonly from: NodeName;
  readonly to: NodeName;
  readonly nets: readonly Net[];
  /** 1..100. */
  readonly percent: number;
}

/** A port of the switch that passes nothing, to or from anybody, while its light stays on. */
export interface Mute {
  readonly node: NodeName;
  readonly net: Net;
}

/** The rule set of these faults, whole: loading it replaces whatever was there. */
export function faultRules(plan: LabPlan, drops: readonly Drop[], mutes: readonly Mute[] = []): string {
  const rules = drops.flatMap((drop) =>
    drop.nets.map((net) => {
      const from = nodeOf(plan, drop.from).cards[net].port;
      const to = nodeOf(plan, drop.to).cards[net].port;
      const chance = drop.percent >= 100 ? "" : `numgen random mod 100 < ${drop.percent} `;
      return `    iifname "${from}" oifname "${to}" ${chance}drop`;
    }),
  );
  const ports = mutes.map(({ node, net }) => nodeOf(plan, node).cards[net].port);
  return [
    "table bridge faults",
    "delete table bridge faults",
    "table bridge faults {",
    "  chain forward {",
    "    type filter hook forward priority 0; policy accept;",
    ...rules,
    "  }",
    // Also what goes to the switch's own addresses, and comes from them.
    "  chain ingress {",
    "    type filter hook prerouting priority -300; policy accept;",
    ...ports.map((port) => `    iifname "${port}" drop`),
    "  }",
    "  chain egress {",
    "    type filter hook postrouting priority 0; policy accept;",
    ...ports.map((port) => `    oifname "${port}" drop`),
    "  }",
    "}",
    "",
  ].join("\n");
}

/** Cut off from every other node, on every network, both ways; the client still reaches it. */
export function partition(plan: LabPlan, node: NodeName): Drop[] {
  const others = plan.nodes.filter((each) => each.name !== node);
  return others.flatMap((other) => [
    { from: node, to: other.name, nets: NETS, percent: 100 },
    { from: other.name, to: node, nets: NETS, percent: 100 },
  ]);
}

/** What `from` sends never reaches `to`; the other way is fine. */
export function oneWay(from: NodeName, to: NodeName): Drop[] {
  return [{ from, to, nets: NETS, percent: 100 }];
}

/** Every frame between nodes is lost with this chance, each way. */
export function loss(plan: LabPlan, percent: number): Drop[] {
  const names = plan.nodes.map((node) => node.name);
  return names.flatMap((from) =>
    names.filter((to) => to !== from).map((to) => ({ from, to, nets: NETS, percent })),
  );
}

/** An empty list heals. One transaction: there is no instant with half of the rules. */
export async function applyFaults(
  plan: LabPlan,
  drops: readonly Drop[],
  mutes: readonly Mute[] = [],
): Promise<void> {
  await run(inside(plan.switchNamespace, ["nft", "-f", "-"]), { input: faultRules(plan, drops, mutes) });
}

/**
 * A machine's own packet filter drops all IP, both ways, as a mistaken set of rules does; its cards keep their carrier and answer ARP. The
 * one fault that is not the network's.
 */
export async function filterAll(node: NodePlan, all: boolean): Promise<void> {
  const chain = (hook: string, own: string): string =>
    `  chain ${hook} {\n    type filter hook ${hook} priority 0; policy drop;\n    ${own} lo accept\n  }`;
  const table = "table inet mistaken";
  const rules = all
    ? `${table} {\n${chain("input", "iifname")}\n${chain("output", "oifname")}\n}\n`
    : `${table}\ndelete ${table}\n`;
  await run(inside(node.namespace, ["nft", "-f", "-"]), { input: rules });
}
