/** PURE: which namespaces, cables and addresses a lab is made of. Addresses never clash: each lab lives in its own namespaces. */

export const NODE_NAMES = ["alpha", "beta", "gamma"] as const;
export type NodeName = string;

/** The two networks of every node: clients live on `lan`, `hb` carries heartbeats only. */
export type Net = "lan" | "hb";

export interface NodePlan {
  readonly name: NodeName;
  readonly namespace: string;
  readonly cards: Readonly<Record<Net, CardPlan>>;
}

export interface CardPlan {
  /** The card as the node sees it. */
  readonly card: string;
  /** The other end of the cable: a port of the switch. */
  readonly port: string;
  readonly ip: string;
  readonly prefix: number;
  readonly mac: string;
}

export interface LabPlan {
  readonly run: string;
  readonly switchNamespace: string;
  readonly clientNamespace: string;
  readonly nodes: readonly NodePlan[];
  readonly client: {
    /** The port of the ICMP prober and of the web visitor: an ordinary card with an address. */
    readonly icmp: CardPlan;
    /** The port of the ARP prober: no address, so that no kernel answers or learns there. */
    readonly arp: { readonly card: string; readonly port: string; readonly mac: string };
    /** Sender addresses that the ARP prober asks from in turn; nobody owns them. */
    readonly arpSources: readonly string[];
  };
  /** The floating address under test. */
  readonly floating: string;
  /** That of the second group, where there is one. */
  readonly second: string;
  readonly prefix: number;
  /** Devices on the LAN that answer pings: addresses of the switch itself. */
  readonly targets: readonly string[];
}

/** `run` names everything the lab makes: `lh3f2a` gives `lh3f2a-alpha`, `lh3f2a-switch` and so on. */
export function planLab(run: string, names: readonly NodeName[] = NODE_NAMES): LabPlan {
  const mac = (net: number, host: number): string =>
    `02:4c:48:00:${net.toString(16).padStart(2, "0")}:${host.toString(16).padStart(2, "0")}`;
  const nodes = names.map((name, i): NodePlan => {
    const host = i + 1;
    return {
      name,
      namespace: `${run}-${name}`,
      cards: {
        lan: { card: "lan0", port: `${name}-lan`, ip: `10.77.0.${host}`, prefix: 24, mac: mac(1, host) },
        hb: { card: "hb0", port: `${name}-hb`, ip: `10.78.0.${host}`, prefix: 24, mac: mac(2, host) },
      },
    };
  });
  return {
    run,
    switchNamespace: `${run}-switch`,
    clientNamespace: `${run}-client`,
    nodes,
    client: {
      icmp: { card: "cli0", port: "client-icmp", ip: "10.77.0.200", prefix: 24, mac: mac(3, 1) },
      arp: { card: "arp0", port: "client-arp", mac: mac(3, 2) },
      arpSources: ["10.77.0.201", "10.77.0.202", "10.77.0.203", "10.77.0.204"],
    },
    floating: "10.77.0.100",
    second: "10.77.0.101",
    prefix: 24,
    targets: ["10.77.0.251", "10.77.0.252", "10.77.0.253"],
  };
}

export function bridgeOf(net: Net): string {
  return net === "lan" ? "br-lan" : "br-hb";
}

export function nodeOf(plan: LabPlan, name: NodeName): NodePlan {
  const node = plan.nodes.find((each) => each.name === name);
  if (node === undefined) throw new Error(`the lab has no node "${name}"`);
  return node;
}

/** The node whose LAN card has this MAC address, else the MAC address itself. */
export function whoHas(plan: LabPlan, mac: string): string {
  return plan.nodes.find((node) => node.cards.lan.mac === mac)?.name ?? mac;
}
