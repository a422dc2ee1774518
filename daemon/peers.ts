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

interface Follows {
  readonly ledger: Ledger;
  readonly configurations: readonly Configuration[];
}

/** Tells the transports whenever it is somebody else; returns how to stop. */
export function followPeers(
  first: ClusterDocument,
  replica: Follows,
  onChange: (listener: () => void) => () => void,
  transports: {
    readonly heartbeats: { setPeers(peers: readonly Peer[]): void };
    readonly streams: { setPeers(peers: readonly Peer[]): void };
  },
): () => void {
  let told = "";
  let looked = "";
  const look = (): void => {
    const { ledger, configurations } = replica;
    const glance = `${ledger.revision} ${configurations.map((each) => membersOf(each).join()).join(" ")}`;
    if (glance === looked) return;
    looked = glance;
    const peers = peersOf(first, ledger, configurations);
    const heard = peersOf(first, ledger, configurations, true);
    const words = JSON.stringify(heard) + JSON.stringify(peers);
    if (words === told) return;
    told = words;
    transports.heartbeats.setPeers(heard);
    transports.streams.setPeers(peers);
  };
  look();
  return onChange(look);
}
