/**
 * R14: what `leasehold recover` does to a survivor's store while its daemon is down. Two entries behind its log, in a new term: a
 * configuration in which this node votes alone, and the recovery itself. They are written together or not at all.
 */
import { join } from "node:path";
import type { NodeFile } from "../configuration/node.ts";
import { membersOf, votersOf } from "../consensus/core/config.ts";
import {
  type Configuration,
  type Entry,
  logIndex,
  type NodeId,
  nodeId,
  term,
} from "../consensus/core/types.ts";
import { type Batch, type ClusterDocument, type Command, incarnation } from "../consensus/ledger/types.ts";
import { openStore } from "../consensus/store/open.ts";
import type { Store, StoreContents } from "../consensus/store/port.ts";
import { LeaseholdError } from "../errors.ts";
import { remembered } from "./remembered.ts";

export interface Survivor {
  readonly node: NodeId;
  readonly cluster: string;
  /** Where its log ends: of several survivors, the one that is furthest is to be recovered. */
  readonly last: { readonly index: number; readonly term: number };
  readonly voters: readonly NodeId[];
  readonly nodes: ClusterDocument["nodes"];
  readonly apiPort: number;
}

/** What the store says, for the person who has to decide. Throws what opening a store throws. */
export const survey = (file: NodeFile): Promise<Survivor> =>
  withStore(file, async (store) => (await read(file, store.contents)).survivor);

/** Writes the recovery. Throws `refused` with what speaks against it. */
export function recoverWithout(
  file: NodeFile,
  lost: readonly string[],
  by: string,
  at: number,
): Promise<Survivor> {
  return withStore(file, async (store) => {
    const { contents } = store;
    const { survivor, configuration } = await read(file, contents);
    const gone = lost.map(nodeId);
    const fault = faultOf(survivor, contents, gone);
    if (fault !== null) throw new LeaseholdError("refused", fault);
    const next = term(Math.max(contents.hardState.term, contents.last.term) + 1);
    const entries = recovery(survivor, configuration, gone, by, at).map(
      (payload, i): Entry => ({
        index: logIndex(contents.last.index + 1 + i),
        term: next,
        payload,
        bytes: 256,
      }),
    );
    await store.write({ term: next, vote: survivor.node, commit: contents.hardState.commit }, entries);
    return survivor;
  });
}

async function withStore<T>(file: NodeFile, use: (store: Store) => Promise<T>): Promise<T> {
  const owner = { cluster: file.cluster.document.cluster, node: file.node };
  const store = await openStore(join(file.data, "store"), owner);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

async function read(
  file: NodeFile,
  contents: StoreContents,
): Promise<{ readonly survivor: Survivor; readonly configuration: Configuration }> {
  const { restored, document, configuration: first } = await remembered(contents, file.cluster.document);
  const written = contents.entries.findLast(({ payload }) => payload.type === "configuration")?.payload;
  const latest =
    written?.type === "configuration" ? written.configuration : (restored?.mark.configuration ?? first);
  const survivor: Survivor = {
    node: file.node,
    cluster: document.cluster,
    last: contents.last,
    voters: votersOf(latest),
    nodes: document.nodes,
    apiPort: file.cluster.ports.api,
  };
  return { survivor, configuration: latest };
}

/** Why these must not be given up; null: nothing speaks against it here. */
function faultOf(
  { node, nodes, voters }: Survivor,
  contents: StoreContents,
  lost: readonly NodeId[],
): string | null {
  if (contents.identity.blank || contents.last.index === 0)
    return `the disk of ${node} has never counted: recover on a node that knows what the cluster had decided`;
  if (lost.length === 0) return "expected the names of the nodes that are lost for good";
  if (lost.includes(node)) return `${node} is this node: it survives`;
  const unknown = lost.find((name) => !nodes.some((each) => each.name === name));
  if (unknown !== undefined) {
    return `${unknown} is no node of the cluster; its nodes are ${nodes.map(({ name }) => name).join(", ")}`;
  }
  const left = voters.filter((name) => !lost.includes(name));
  // R14: needless, and so forbidden.
  return 2 * left.length > voters.length
    ? `${left.join(", ")} are a majority of the voters without ${lost.join(", ")}: start their daemons; nothing needs to be forced`
    : null;
}

/** The operator typed their names: what the lost ones held is free by that word, and then they are named no more. */
export function recovery(
  { node, nodes }: Pick<Survivor, "node" | "nodes">,
  before: Configuration,
  lost: readonly NodeId[],
  by: string,
  at: number,
): Entry["payload"][] {
  const members = [...new Set([...membersOf(before), ...nodes.map(({ name }) => name)])];
  const learners = members.filter((name) => name !== node && !lost.includes(name)).sort();
  const retired = [...new Set([...(before.retired ?? []), ...lost])].sort();
  const stopped = lost.map(
    (name): Command => ({
      type: "prove-stop",
      node: name,
      incarnation: incarnation(Number.MAX_SAFE_INTEGER),
      kind: "operator",
      by: node,
      evidence: `${by} gave ${name} up for good, by typing its name`,
      attempts: [],
    }),
  );
  const batch: Batch = { at, commands: [...stopped, { type: "recover", survivor: node, lost, by }] };
  return [
    { type: "configuration", configuration: { voters: [node], outgoing: null, learners, retired } },
    { type: "command", command: batch },
  ];
}
