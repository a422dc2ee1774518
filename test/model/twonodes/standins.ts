/**
 * What production does within longer functions of the core and of the replica, and the model therefore says itself: how far the other
 * has confirmed, and when a learner votes again.
 */
import type { NodeId } from "../../../consensus/core/types.ts";
import type { Incarnation } from "../../../consensus/ledger/types.ts";
import type { Acknowledged, LeaderView } from "../../../fencing/solo.ts";

/** R13: a newer incarnation begins anew, for its disk may be another; a late word of an older one counts for nothing. */
export function afterAcknowledgement(before: Acknowledged | null, ack: Acknowledged): Acknowledged {
  if (before === null || ack.incarnation > before.incarnation) return ack;
  return ack.incarnation === before.incarnation && ack.match > before.match ? ack : before;
}

/** The learner has all that is committed, by its own incarnation's word; nothing else is under way (checklist 31, 32). */
export function mayPromote(view: LeaderView, learner: NodeId, incarnation: Incarnation): boolean {
  const { acknowledged, commit, firstIndex, configuration } = view;
  if (!configuration.configuration.learners.includes(learner)) return false;
  if (configuration.index > commit || commit < firstIndex) return false;
  return acknowledged?.incarnation === incarnation && acknowledged.match >= commit;
}
