/** A person's word that a node is down, as a command for the ledger: refused while the node is heard, or where the name was not typed. */
import { operatorEvidence } from "../fencing/evidence.ts";
import { type Judged, NEVER_SEEN, refuse } from "../fencing/types.ts";
import type { Millis, NodeId } from "./core/types.ts";
import { currentSession, nodeSpecOf } from "./ledger/query.ts";
import type { Command, Incarnation, Ledger } from "./ledger/types.ts";
import { type Hearing, heardOf, newestOf } from "./sessions/hearing.ts";

export function stopByWord(
  ledger: Ledger,
  hearing: Hearing,
  self: NodeId,
  { node, typed, by }: { readonly node: NodeId; readonly typed: string; readonly by: string },
  suspectAfter: Millis,
  now: Millis,
): Judged<Command> {
  if (node === self) return refuse(`${node} is this very node, and it is not down`);
  if (nodeSpecOf(ledger, node) === null) return refuse(`${node} is no node of the cluster`);
  const heard = heardOf(hearing, node);
  if (heard !== null && now - heard.receivedAt < suspectAfter)
    return refuse(`${node} is heard: it is not down`);
  const known = currentSession(ledger, node)?.id ?? ledger.ended.get(node);
  const incarnation = Math.max(newestOf(hearing, node) ?? NEVER_SEEN, known?.incarnation ?? NEVER_SEEN);
  const judged = operatorEvidence(node, typed, by, incarnation as Incarnation, now);
  if (!judged.ok) return judged;
  const { words: evidence } = judged.value;
  const stop = {
    node,
    incarnation: incarnation as Incarnation,
    kind: "operator",
    by: self,
    evidence,
  } as const;
  return { ok: true, value: { type: "prove-stop", ...stop, attempts: [] } };
}
