/**
 * Which kernel boot each process of a node was of, as this node has seen them come in; and what a new boot proves: every
 * process of the boot before has ended (`rebooted`). Not kept on any disk: a proof that is not found this way is not brought.
 */
import { rebootEvidence } from "../fencing/evidence.ts";
import type { NodeId } from "./core/types.ts";
import type { View, Wish } from "./duties.ts";
import { currentSession } from "./ledger/query.ts";
import type { Command, Incarnation, Ledger } from "./ledger/types.ts";

interface Process {
  readonly incarnation: Incarnation;
  readonly bootId: string;
  /** Of the store that it was let in with; another store may be another machine that bears the name (R13.5). */
  readonly generation: string;
}
export type Boots = Map<NodeId, readonly Process[]>;

/** Processes that are remembered of a node. */
const REMEMBERED = 8;

/** Call after whatever may have opened a session. */
export function rememberBoots(boots: Boots, { sessions, stores }: Ledger): void {
  for (const { id, bootId } of sessions.values()) {
    const { node, incarnation } = id;
    const known = boots.get(node) ?? [];
    const store = stores.get(node);
    if (store?.incarnation !== incarnation || known.some((each) => each.incarnation === incarnation))
      continue;
    const { generation } = store;
    boots.set(node, [...known, { incarnation, bootId, generation }].slice(-REMEMBERED));
  }
}

/** Groups that nobody may take, whose last holder's machine has booted anew since: a proof for each of those nodes. */
export function rebooted(boots: Boots, { self, ledger, now }: View): readonly Wish[] {
  const wishes = new Map<NodeId, Wish>();
  for (const { state, holder } of ledger.leases.values()) {
    if (state !== "orphaned" || holder === null) continue;
    const { node } = holder;
    const processes = boots.get(node) ?? [];
    const before = processes.find(({ incarnation }) => incarnation === holder.incarnation);
    const since = processes.find(
      ({ incarnation }) => incarnation === currentSession(ledger, node)?.id.incarnation,
    );
    if (before === undefined || before.generation !== since?.generation) continue;
    const judged = rebootEvidence(node, before, since, now);
    if (!judged.ok) continue;
    const { incarnation, words: evidence } = judged.value;
    const kind = "rebooted";
    const stop: Command = { type: "prove-stop", node, incarnation, kind, by: self, evidence, attempts: [] };
    wishes.set(node, { key: `rebooted ${node}`, commands: [stop] });
  }
  return [...wishes.values()];
}
