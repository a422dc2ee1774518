/** What the store says of the time before this start. */
import type { Configuration, SnapshotMark } from "../consensus/core/types.ts";
import type { ClusterDocument, Ledger } from "../consensus/ledger/types.ts";
import { firstConfiguration, newestDocument } from "../consensus/origin.ts";
import type { StoreContents } from "../consensus/store/port.ts";
import { decodeLedger } from "../proto/codec.ts";

export interface Remembered {
  /** The ledger as of a snapshot; null: there is none. */
  readonly restored: { readonly mark: SnapshotMark; readonly ledger: Ledger } | null;
  readonly document: ClusterDocument;
  /** Who voted before the log's first entry. */
  readonly configuration: Configuration;
}

/** `founding`: the node file's document. It is where the first one came from; the newest one in the log has its word since. */
export async function remembered(contents: StoreContents, founding: ClusterDocument): Promise<Remembered> {
  const { snapshot, entries } = contents;
  const restored =
    snapshot === null ? null : { mark: snapshot.mark, ledger: await decodeLedger(snapshot.read()) };
  const document = newestDocument(entries) ?? restored?.ledger.document ?? founding;
  return { restored, document, configuration: firstConfiguration(entries, founding) };
}
