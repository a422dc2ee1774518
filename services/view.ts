/** What the ledger says to one node, copied out of the replica's own object, which is never kept across events. */
import type { NodeId } from "../consensus/core/types.ts";
import {
  type ClusterDocument,
  compareSessions,
  type GroupName,
  type GroupSpec,
  type Ledger,
  type ProofKind,
  type SessionId,
  type SessionRecord,
  sameSession,
  type Token,
} from "../consensus/ledger/types.ts";

export interface LeaseView {
  readonly token: Token;
  /** Null unless held. */
  readonly holder: SessionId | null;
  readonly grantedOn: ProofKind | null;
  readonly reason: string;
  readonly moveTo: NodeId | null;
  readonly reported: string | null;
}

export interface LedgerView {
  readonly revision: number;
  readonly document: ClusterDocument | null;
  readonly groups: ReadonlyMap<GroupName, GroupSpec>;
  readonly leases: ReadonlyMap<GroupName, LeaseView>;
  /** This node's live sessions. */
  readonly sessions: readonly SessionRecord[];
}

export const emptyView: LedgerView = {
  revision: 0,
  document: null,
  groups: new Map(),
  leases: new Map(),
  sessions: [],
};

export function viewOf(ledger: Ledger, self: NodeId): LedgerView {
  const leases = new Map<GroupName, LeaseView>();
  for (const [name, lease] of ledger.leases) {
    leases.set(name, {
      token: lease.token,
      holder: lease.state === "held" ? lease.holder : null,
      grantedOn: lease.grantedOn?.kind ?? null,
      reason: lease.reason,
      moveTo: lease.move?.to ?? null,
      reported: lease.report?.state ?? null,
    });
  }
  return {
    revision: ledger.revision,
    document: ledger.document,
    groups: new Map(ledger.document?.groups.map((spec) => [spec.name, spec])),
    leases,
    sessions: [...ledger.sessions.values()].filter((record) => record.id.node === self),
  };
}

/** The record of `session` when it is open and this node's newest: from then on the ledger here is no older than it. */
export function openRecord(view: LedgerView, session: SessionId | null): SessionRecord | null {
  if (session === null) return null;
  const record = view.sessions.find((other) => sameSession(other.id, session));
  if (record === undefined) return null;
  return view.sessions.some((other) => compareSessions(other.id, session) > 0) ? null : record;
}
