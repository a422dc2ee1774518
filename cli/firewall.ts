/** `leasehold firewall`: a packet-filter rule set that lets nobody but members reach what only members need. */
import type { Command } from "commander";
import { LeaseholdError } from "../errors.ts";

export interface FirewallPlan {
  readonly cluster: string;
  readonly nodes: readonly { readonly name: string; readonly addresses: readonly string[] }[];
  readonly ports: { readonly peer: number; readonly heartbeat: number; readonly api: number };
  /** Who may reach the API: networks in CIDR notation; empty: everybody, a certificate is asked for anyway. */
  readonly clients: readonly string[];
}

/** In front of a usual filter at 0, so that what a member needs is never in its way for want of a rule here. */
const PRIORITY = -10;
const TABLE = "leasehold_firewall";

/** nftables' own syntax; loading it again replaces what it said before. Pure. */
export function renderFirewall({ cluster, nodes, ports, clients }: FirewallPlan): string {
  const all = nodes.flatMap(({ name, addresses }) => addresses.map((address) => ({ name, address })));
  const members = (six: boolean): string[] =>
    all.filter(({ address }) => address.includes(":") === six).map(({ address }) => address);
  const networks = (six: boolean): string[] => clients.filter((each) => each.includes(":") === six);
  const onlyMembers = (protocol: string, port: number): string[] => [
    ...from("ip", "members", members(false), `${protocol} dport ${port} accept`),
    ...from("ip6", "members6", members(true), `${protocol} dport ${port} accept`),
    `    ${protocol} dport ${port} counter drop`,
  ];
  return [
    `# Cluster ${cluster}: heartbeats and the peer port for its members alone.`,
    ...nodes.map(({ name, addresses }) => `#   ${name}: ${addresses.join(", ")}`),
    "# Load it on every node with: nft -f FILE",
    `table inet ${TABLE}`,
    `delete table inet ${TABLE}`,
    `table inet ${TABLE} {`,
    ...set("members", "ipv4_addr", members(false), false),
    ...set("members6", "ipv6_addr", members(true), false),
    ...set("clients", "ipv4_addr", networks(false), true),
    ...set("clients6", "ipv6_addr", networks(true), true),
    "  chain input {",
    `    type filter hook input priority ${PRIORITY}; policy accept;`,
    '    iifname "lo" accept',
    ...onlyMembers("udp", ports.heartbeat),
    ...onlyMembers("tcp", ports.peer),
    ...(clients.length === 0
      ? [
          `    # the API, TCP port ${ports.api}, is open to everybody: it asks for a certificate (--clients narrows it)`,
        ]
      : [
          ...from("ip", "members", members(false), `tcp dport ${ports.api} accept`),
          ...from("ip6", "members6", members(true), `tcp dport ${ports.api} accept`),
          ...from("ip", "clients", networks(false), `tcp dport ${ports.api} accept`),
          ...from("ip6", "clients6", networks(true), `tcp dport ${ports.api} accept`),
          `    tcp dport ${ports.api} counter drop`,
        ]),
    "  }",
    "}",
    "",
  ].join("\n");
}

function from(family: "ip" | "ip6", name: string, elements: readonly string[], rest: string): string[] {
  return elements.length === 0 ? [] : [`    ${family} saddr @${name} ${rest}`];
}

function set(name: string, type: string, elements: readonly string[], networks: boolean): string[] {
  if (elements.length === 0) return [];
  return [
    `  set ${name} {`,
    `    type ${type}`,
    ...(networks ? ["    flags interval", "    auto-merge"] : []),
    `    elements = { ${[...new Set(elements)].join(", ")} }`,
    "  }",
  ];
}

export function addFirewall(program: Command): void {
  program
    .command("firewall")
    .description("print nftables rules that let only members reach the heartbeat and peer ports")
    .option("--cluster <file>", "the cluster document; else the one that the node's file names")
    .option(
      "--clients <network...>",
      "networks, such as 10.0.0.0/8, that may reach the API; else everybody may",
    )
    .action(async (options: { cluster?: string; clients?: string[] }) => {
      const { document, ports } = await clusterFile(
        program.opts<{ config: string }>().config,
        options.cluster,
      );
      const { parseCidr } = await import("../configuration/addresses.ts");
      const clients = options.clients ?? [];
      for (const network of clients) {
        if (parseCidr(network) !== null) continue;
        const text = `--clients ${network}: expected networks such as 10.0.0.0/8 or fd00::/16`;
        throw new LeaseholdError("invalid-argument", text);
      }
      const plan = { cluster: document.cluster, nodes: document.nodes, ports, clients };
      process.stdout.write(renderFirewall(plan));
    });
}

/** Nodes, their addresses and the ports are the same in every revision: the file is as good as asking a daemon. */
async function clusterFile(config: string, cluster: string | undefined) {
  if (cluster === undefined) {
    const { readNode } = await import("../configuration/node.ts");
    return readNode(config).cluster;
  }
  const { readDocument } = await import("../configuration/cluster.ts");
  const { invalid, readYaml } = await import("../configuration/document.ts");
  const { file, reading } = readDocument(readYaml(cluster), new Map());
  if (file === null) throw invalid(cluster, reading.problems);
  return file;
}
