/** What a log says of the documents in it, and what was in force before its first entry. */
import type { Configuration, Entry } from "./core/types.ts";
import type { Batch, ClusterDocument } from "./ledger/types.ts";

function documentIn({ payload }: Entry): ClusterDocument | null {
  if (payload.type !== "command") return null;
  const configure = (payload.command as Batch).commands.findLast(({ type }) => type === "configure");
  return configure?.type === "configure" ? configure.document : null;
}

/** The document of the newest configure entry, committed or not; null when there is none. */
export function newestDocument(entries: readonly Entry[]): ClusterDocument | null {
  for (let at = entries.length - 1; at >= 0; at--) {
    const document = documentIn(entries[at]!);
    if (document !== null) return document;
  }
  return null;
}

/**
 * Who votes before any entry of the log says so: whoever the founders' files named, which the first document in the log
 * repeats. A later document is no configuration: the leader follows it with entries of their own, one step at a time, and
 * a node that took it for one at a restart would ask another majority than everybody else. `file`: this node's own file,
 * for a log that has no document yet. Where a snapshot stands for the log's beginning, its configuration counts instead.
 */
export function firstConfiguration(entries: readonly Entry[], file: ClusterDocument): Configuration {
  const first = oldestDocument(entries);
  return configurationOf(first ?? file);
}

/** The document of the first configure entry, committed or not; null when there is none. */
export function oldestDocument(entries: readonly Entry[]): ClusterDocument | null {
  const first = entries.find((entry) => documentIn(entry) !== null);
  return first === undefined ? null : documentIn(first);
}

export function configurationOf({ nodes }: ClusterDocument): Configuration {
  return {
    voters: nodes.filter(({ voter }) => voter).map(({ name }) => name),
    outgoing: null,
    learners: nodes.filter(({ voter }) => !voter).map(({ name }) => name),
  };
}
