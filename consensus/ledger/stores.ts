/** Which disk bears which name: what the ledger remembers of stores, and whom it lets in (R13.5). */
import { nodeSpecOf, sessionsOf } from "./query.ts";
import { type CommandOf, nameOf, type Place, refuse } from "./refuse.ts";
import { type Incarnation, type Ledger, type LedgerEvent, type StoreFact, startOf } from "./types.ts";

/** A start of a daemon on a store. */
export interface StoreStart {
  readonly generation: string;
  readonly incarnation: Incarnation;
}

/** What a remembered fact says against this start of this store; null: nothing. */
export function contradiction(
  fact: Pick<StoreFact, "generation" | "incarnation"> | undefined,
  { generation, incarnation }: StoreStart,
): "older" | "other" | null {
  if (fact === undefined) return null;
  if (fact.generation !== generation) return "other"; // R13.5
  if (fact.incarnation === incarnation) return null;
  return startOf(incarnation) <= startOf(fact.incarnation) ? "older" : null; // R13.5
}

/**
 * R13.4: what is remembered as let in, on a store that does not know of it: it is an old image, however often it was started since.
 * `vetted`: the newest incarnation that it knows to have been vouched for; absent where it cannot know, since it was blank.
 */
export function hasForgotten(
  known: Pick<StoreFact, "generation" | "incarnation"> | null | undefined,
  { generation, incarnation, vetted }: StoreStart & { readonly vetted?: Incarnation | undefined },
): boolean {
  if (known == null || vetted === undefined || known.generation !== generation) return false;
  return known.incarnation !== incarnation && known.incarnation > vetted; // R13.4
}

/** Words for a person. */
export const contradictionWords = (kind: "older" | "other"): string =>
  kind === "older"
    ? "there was a later start of this store: an old copy of it was put back"
    : "another store bears this name";

/** R13.2: committed without it, this lets the store in; its node counts from when it has applied it. */
export function certify(ledger: Ledger, at: Place, command: CommandOf<"certify">): LedgerEvent[] {
  const { node, generation, incarnation } = command;
  if (nodeSpecOf(ledger, node) === null) {
    return refuse(command, "unknown-node", `${node} is not a node of revision ${ledger.revision}.`);
  }
  const fact = ledger.stores.get(node);
  if (fact?.generation === generation && fact.incarnation === incarnation) {
    return refuse(command, "duplicate", `The store of ${node} is certified already.`);
  }
  const against = contradiction(fact, command);
  if (against !== null)
    return refuse(command, "store-contradicted", `${node}: ${contradictionWords(against)}.`);
  ledger.stores.set(node, { generation, incarnation, index: at.index });
  return [{ type: "certified", node, generation, incarnation }];
}

/** The operator's word that another store may bear the name (R13.5). */
export function readmit(ledger: Ledger, at: Place, command: CommandOf<"readmit">): LedgerEvent[] {
  const { node, generation, by } = command;
  if (nodeSpecOf(ledger, node) === null) {
    return refuse(command, "unknown-node", `${node} is not a node of revision ${ledger.revision}.`);
  }
  if (generation === "") return refuse(command, "invalid", `No store of ${node} is named.`);
  if (ledger.stores.get(node)?.generation === generation) {
    return refuse(command, "duplicate", `This store of ${node} is known already.`);
  }
  const [alive] = sessionsOf(ledger, node);
  if (alive !== undefined) {
    const detail = `${nameOf(alive.id)} has not ended: is another daemon of that name running? Stop it first, and ask again.`;
    return refuse(command, "node-alive", detail);
  }
  ledger.stores.set(node, { generation, incarnation: 0 as Incarnation, index: at.index });
  return [{ type: "readmitted", node, generation, by }];
}
