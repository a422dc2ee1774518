/** Whom the transports talk to: the nodes of the document in force, and members that it names no more, until they have left. */
import { membersOf } from "../consensus/core/config.ts";
import type { Configuration, NodeId } from "../consensus/core/types.ts";
import type { ClusterDocument, Ledger } from "../consensus/ledger/types.ts";
import type { Peer } from "../consensus/transport/port.ts";

/**
 * `first`: the document of this node's start, until one is in the ledger. `gone`: with those who were given up (R14), as long as a
 * document is remembered that says where they were.
 */
export function peersOf(
  first: ClusterDocument,
  { document, revisions, epoch, retired }: Pick<Ledger, "document" | "revisions" | "epoch" | "retired">,
  configurations: readonly Configuration[],
  gone = false,
): readonly Peer[] {
  const known = new Map<NodeId, readonly string[]>();
  for (const { nodes } of [first, ...revisions.map((revision) => revision.document)])
    for (const { name, addresses } of nodes) known.set(name, addresses);
  const names = new Set((document ?? first).nodes.map(({ name }) => name));
  for (const configuration of configurations) for (const name of membersOf(configuration)) names.add(name);
  if (gone && epoch > 0) for (const name of retired) names.add(name);
  return [...names].sort().flatMap((node) => {
    const addresses = known.get(node);
    return addresses === undefined ? [] : [{ node, addresses }];
  });
}

/** Whoever beat to this node in the cluster's name and is no peer of it, and where from. */
export class Callers {
  readonly #heard = new Map<NodeId, string[]>();
  #onNew: () => void = () => {};

  /** An authentic heartbeat came by `path` from `ip`. */
  called(node: NodeId, path: number, ip: string): void {
    const addresses = this.#heard.get(node) ?? [];
    if (addresses[path] === ip || (addresses.length === 0 && this.#heard.size >= CALLERS_MAX)) return;
    addresses[path] = ip;
    this.#heard.set(node, addresses);
    this.#onNew();
  }

  onNew(listener: () => void): void {
    this.#onNew = listener;
  }

  /** By a path that nothing came by, it is tried where it was heard. */
  get peers(): readonly Peer[] {
    return [...this.#heard].map(([node, addresses]) => {
      const somewhere = addresses.find((ip) => ip !== undefined)!;
      return { node, addresses: Array.from(addresses, (ip) => ip ?? somewhere) };
    });
  }
}
const CALLERS_MAX = 64;

interface Follows {
  readonly ledger: Ledger;
  readonly configurations: readonly Configuration[];
  readonly mayCall: (caller: NodeId) => boolean;
}

/**
 * Tells the transports whenever it is somebody else; returns how to stop. A node that is lost speaks with callers too: the leader may be one
 * that neither its file nor its log has ever heard of.
 */
export function followPeers(
  first: ClusterDocument,
  replica: Follows,
  onChange: (listener: () => void) => () => void,
  transports: {
    readonly heartbeats: { setPeers(peers: readonly Peer[]): void };
    readonly streams: { setPeers(peers: readonly Peer[]): void };
  },
  callers: Callers = new Callers(),
): () => void {
  let told = "";
  let looked = "";
  const look = (): void => {
    const { ledger, configurations } = replica;
    const calling = callers.peers.filter(({ node }) => replica.mayCall(node));
    const members = configurations.map((each) => membersOf(each).join()).join(" ");
    const glance = `${ledger.revision} ${members} ${JSON.stringify(calling)}`;
    if (glance === looked) return;
    looked = glance;
    const peers = withCallers(peersOf(first, ledger, configurations), calling);
    const heard = withCallers(peersOf(first, ledger, configurations, true), calling);
    const words = JSON.stringify(heard) + JSON.stringify(peers);
    if (words === told) return;
    told = words;
    transports.heartbeats.setPeers(heard);
    transports.streams.setPeers(peers);
  };
  look();
  callers.onNew(look);
  return onChange(look);
}

const withCallers = (peers: readonly Peer[], callers: readonly Peer[]): readonly Peer[] => [
  ...peers,
  ...callers.filter(({ node }) => peers.every((peer) => peer.node !== node)),
];
