/** What the store says of the time before this start. */
import type { Entry, SnapshotMark } from "../consensus/core/types.ts";
import type { Batch, ClusterDocument, Ledger } from "../consensus/ledger/types.ts";
import type { StoreContents } from "../consensus/store/port.ts";
import { decodeLedger } from "../proto/codec.ts";

export interface Remembered {
  /** The ledger as of a snapshot; null: there is none. */
  readonly restored: { readonly mark: SnapshotMark; readonly ledger: Ledger } | null;
  readonly document: ClusterDocument;
}

/** `founding`: the node file's document. It is where the first one came from; the newest one in the log has its word since. */
export async function remembered(contents: StoreContents, founding: ClusterDocument): Promise<Remembered> {
  const { snapshot, entries } = contents;
  const restored =
    snapshot === null ? null : { mark: snapshot.mark, ledger: await decodeLedger(snapshot.read()) };
  return { restored, document: newestDocument(entries) ?? restored?.ledger.document ?? founding };
}

/** The document of the newest configure entry; null when there is none. */
function newestDocument(entries: readonly Entry[]): ClusterDocument | null {
  for (const { payload } of entries.toReversed()) {
    if (payload.type !== "command") continue;
    const configure = (payload.command as Batch).commands.findLast((c) => c.type === "configure");
    if (configure?.type === "configure") return configure.document;
  }
  return null;
}
