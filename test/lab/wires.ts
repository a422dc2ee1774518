/** Namespaces, bridges and cables of a lab. A power cut pulls cables here first. */
import { bridgeOf, type LabPlan, type Net, type NodePlan } from "./plan.ts";
import { inside, ip, ipForce, run, tryRun } from "./shell.ts";

const NO_IPV6 = "for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > $f; done";

/** The switch (a bridge per network: no STP, no forward delay, no multicast snooping) and the client's two ports. */
export async function layNetworks(plan: LabPlan): Promise<void> {
  await ip([`netns add ${plan.switchNamespace}`, `netns add ${plan.clientNamespace}`]);
  for (const namespace of [plan.switchNamespace, plan.clientNamespace]) await withoutIpv6(namespace);
  await ip(
    (["lan", "hb"] as const).flatMap((net, i) => [
      // An address of its own: else it takes one of its ports', and another with each machine that boots.
      `link add ${bridgeOf(net)} address 02:4c:48:00:09:0${i + 1} type bridge stp_state 0 forward_delay 0 mcast_snooping 0`,
      `link set ${bridgeOf(net)} up`,
    ]),
    plan.switchNamespace,
  );
  await ip(["link set lo up"], plan.switchNamespace);
  await setTargets(plan, true);
  const { icmp, arp } = plan.client;
  await ip([
    cable(plan, plan.clientNamespace, icmp.card, icmp.mac, icmp.port),
    cable(plan, plan.clientNamespace, arp.card, arp.mac, arp.port),
  ]);
  await ip(
    [icmp.port, arp.port].map((port) => `link set ${port} master ${bridgeOf("lan")} up`),
    plan.switchNamespace,
  );
  // The ARP prober's card is for raw frames only: its kernel side answers nothing and learns nothing.
  await ip(
    [
      "link set lo up",
      `addr add ${icmp.ip}/${icmp.prefix} dev ${icmp.card}`,
      `link set ${icmp.card} up`,
      `link set ${arp.card} arp off up`,
    ],
    plan.clientNamespace,
  );
}

/** The devices that answer pings are there, or are gone all at once. */
export async function setTargets(plan: LabPlan, there: boolean): Promise<void> {
  const lan = bridgeOf("lan");
  const how = there ? "replace" : "del";
  // Each by itself: of several in one subnet the first would take the others with it.
  const lines = plan.targets.map((address) => `addr ${how} ${address}/32 dev ${lan}`);
  const network = `${plan.floating.replace(/\d+$/, "0")}/${plan.prefix}`;
  await ip(there ? [...lines, `route replace ${network} dev ${lan}`] : lines, plan.switchNamespace);
}

function cable(plan: LabPlan, namespace: string, card: string, mac: string, port: string): string {
  return `link add ${port} netns ${plan.switchNamespace} type veth peer name ${card} address ${mac} netns ${namespace}`;
}

/** One node's namespace with its cards, addresses and cables, as after a boot: nothing of an earlier life is left. */
export async function wireNode(plan: LabPlan, node: NodePlan): Promise<void> {
  await ip([`netns add ${node.namespace}`]);
  await withoutIpv6(node.namespace);
  const cards = Object.entries(node.cards) as [Net, NodePlan["cards"][Net]][];
  await ip(cards.map(([, card]) => cable(plan, node.namespace, card.card, card.mac, card.port)));
  await ip(
    cards.map(([net, card]) => `link set ${card.port} master ${bridgeOf(net)} up`),
    plan.switchNamespace,
  );
  await ip(
    [
      "link set lo up",
      ...cards.flatMap(([, card]) => [
        `addr add ${card.ip}/${card.prefix} dev ${card.card}`,
        `link set ${card.card} up`,
      ]),
    ],
    node.namespace,
  );
}

/**
 * Both cables of a node are pulled at the switch: from that instant no frame of the node reaches anybody, and none
 * reaches it, whatever its kernel still does. Its own ends follow with its namespace (`unwireNode`).
 */
export async function pullCables(plan: LabPlan, node: NodePlan): Promise<void> {
  await ip(
    Object.values(node.cards).map((card) => `link set ${card.port} down`),
    plan.switchNamespace,
  );
}

/** One cable, pulled or plugged in at the switch: the node's card loses or gains its carrier. */
export async function switchPort(
  plan: LabPlan,
  node: NodePlan,
  net: Net,
  state: "up" | "down",
): Promise<void> {
  await ip([`link set ${node.cards[net].port} ${state}`], plan.switchNamespace);
}

/** Takes the node's namespace away with its addresses, nftables and orphaned sockets: what a power cut does to a kernel. */
export async function unwireNode(plan: LabPlan, node: NodePlan): Promise<void> {
  await ipForce(
    Object.values(node.cards).map((card) => `link del ${card.port}`),
    plan.switchNamespace,
  );
  await ipForce([`netns del ${node.namespace}`]);
}

/** Names of network namespaces that belong to a run. */
export async function namespacesOf(run_: string): Promise<string[]> {
  const listed = await tryRun(["ip", "netns", "list"]);
  return listed.stdout
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "")
    .filter((name) => name.startsWith(`${run_}-`));
}

async function withoutIpv6(namespace: string): Promise<void> {
  await run(inside(namespace, ["sh", "-c", NO_IPV6]));
}
