/**
 * What holders have told this node as the heir of their groups (S3). A word that fits the Promise as the ledger here has it
 * lets this node see itself as the holder already, with the Promise's token; the Release follows. Pure.
 */

import type { Word } from "../consensus/ledger/types.ts";
import { type GroupName, type SessionId, sameSession } from "../consensus/ledger/types.ts";
import { type LeaseView, type LedgerView, leaseView } from "./view.ts";

export type Words = Map<GroupName, Word>;

/** The lease is promised to whom the word names, under the token and by the holder that the word names. */
function fits({ of }: LeaseView, { release, successor, token }: Word): boolean {
  const { heir } = of;
  return (
    of.state !== "vacant" &&
    of.token === release.token &&
    sameSession(of.holder, release.session) &&
    heir !== null &&
    !heir.lost &&
    heir.token === token &&
    sameSession(heir.session, successor)
  );
}

const held = (lease: LeaseView, word: Word): LeaseView => ({
  ...lease,
  token: word.token,
  holder: word.successor,
  grantedOn: "released",
  reason: lease.of.heir?.reason ?? lease.reason,
  reported: null,
  moveTo: null,
  heir: null,
  promised: false,
  word,
});

/**
 * The view as this session may see it. Words that the ledger has overtaken, or of another session of this node, are dropped.
 * `changed`: the groups that look different now.
 */
export function withWords(
  view: LedgerView,
  words: Words,
  session: SessionId | null,
): { readonly view: LedgerView; readonly changed: readonly GroupName[] } {
  let leases: Map<GroupName, LeaseView> | null = null;
  const changed: GroupName[] = [];
  for (const [group, word] of words) {
    const lease = view.leases.get(group);
    const over = lease === undefined || lease.of.token >= word.token || !sameSession(word.successor, session);
    if (over) words.delete(group);
    const applies = !over && fits(lease, word);
    if (lease === undefined || applies === (lease.word !== null)) continue;
    leases ??= new Map(view.leases);
    leases.set(group, applies ? held(lease, word) : leaseView(lease.of));
    changed.push(group);
  }
  return leases === null ? { view, changed } : { view: { ...view, leases }, changed };
}
