/** What the ledger says to one node, copied out of the replica's own object, which is never kept across events. */
import type { NodeId } from "../consensus/core/types.ts";
import { currentSession, needsGuard } from "../consensus/ledger/query.ts";
import { inSubnet } from "../consensus/ledger/subnet.ts";
import type { Word } from "../consensus/ledger/types.ts";
import {
  addressesOf,
  type CardFact,
  type ClusterDocument,
  compareSessions,
  type GroupName,
  type GroupSpec,
  type Lease,
  type Ledger,
  type ProofKind,
  type SessionId,
  type SessionRecord,
  sameSession,
  type Token,
} from "../consensus/ledger/types.ts";

export interface LeaseView {
  /** The record that this is a view of: records are replaced, never changed. */
  readonly of: Lease;
  readonly token: Token;
  /** Null unless held. */
  readonly holder: SessionId | null;
  readonly grantedOn: ProofKind | null;
  readonly reason: string;
  readonly moveTo: NodeId | null;
  readonly reported: string | null;
  readonly failedOn: ReadonlyMap<NodeId, Token>;
  /** To whom it is promised; null also where that one's end is not proven: then the holder had better go on. */
  readonly heir: SessionId | null;
  /** S5: a Promise was made under this token. */
  readonly promised: boolean;
  /** S3: by which this node sees itself as the holder before the ledger does; null: by the ledger. */
  readonly word: Word | null;
}

/** Another node, as far as it matters to whether it could take a group from this one. */
interface Peer {
  readonly node: NodeId;
  readonly record: SessionRecord;
  readonly standby: boolean;
  readonly cards: readonly CardFact[] | null;
}

export interface LedgerView {
  readonly revision: number;
  readonly document: ClusterDocument | null;
  readonly groups: ReadonlyMap<GroupName, GroupSpec>;
  /** Every floating address of the document. */
  readonly addresses: ReadonlySet<string>;
  /** The group of each of them. */
  readonly owners: ReadonlyMap<string, GroupName>;
  readonly leases: ReadonlyMap<GroupName, LeaseView>;
  /** This node's live sessions. */
  readonly sessions: readonly SessionRecord[];
  /** Who put this node on standby; null when nobody did. */
  readonly standby: string | null;
  readonly stopped: ReadonlyMap<GroupName, string>;
  readonly maintained: ReadonlyMap<GroupName | null, string>;
  /** What the ledger knows of this node's cards. */
  readonly cards: readonly CardFact[] | null;
  readonly peers: readonly Peer[];
}

export const emptyView: LedgerView = {
  revision: 0,
  document: null,
  groups: new Map(),
  addresses: new Set(),
  owners: new Map(),
  leases: new Map(),
  sessions: [],
  standby: null,
  stopped: new Map(),
  maintained: new Map(),
  cards: null,
  peers: [],
};

/**
 * `before`: the view so far; what has not changed is taken over from it, so that who compares by identity sees what has.
 * `changed`: the groups whose leases came, went or are others.
 */
export function viewOf(
  ledger: Ledger,
  self: NodeId,
  before: LedgerView,
): { readonly view: LedgerView; readonly changed: readonly GroupName[] } {
  const { leases, changed } = leasesOf(ledger, before.leases);
  const { document } = ledger;
  const groups = document?.groups ?? [];
  const same = document === before.document;
  const owned = (): [string, GroupName][] =>
    groups.flatMap((spec) => addressesOf(spec).map(({ ip }): [string, GroupName] => [ip, spec.name]));
  const sessions = [...ledger.sessions.values()].filter((record) => record.id.node === self);
  const peers = peersOf(ledger, self);
  const view: LedgerView = {
    revision: ledger.revision,
    document,
    groups: same ? before.groups : new Map(groups.map((spec) => [spec.name, spec])),
    addresses: same ? before.addresses : new Set(groups.flatMap(addressesOf).map(({ ip }) => ip)),
    owners: same ? before.owners : new Map(owned()),
    leases,
    sessions: sameItems(sessions, before.sessions) ? before.sessions : sessions,
    standby: ledger.standby.get(self) ?? null,
    stopped: sameMap(ledger.stopped, before.stopped) ? before.stopped : new Map(ledger.stopped),
    maintained: sameMap(ledger.maintained, before.maintained)
      ? before.maintained
      : new Map(ledger.maintained),
    cards: ledger.cards.get(self) ?? null,
    peers: samePeers(peers, before.peers) ? before.peers : peers,
  };
  return { view, changed };
}

function leasesOf(
  ledger: Ledger,
  before: LedgerView["leases"],
): { readonly leases: LedgerView["leases"]; readonly changed: readonly GroupName[] } {
  const changed: GroupName[] = [];
  for (const [name, lease] of ledger.leases) if (before.get(name)?.of !== lease) changed.push(name);
  const gone = ledger.leases.size < before.size + changed.length;
  if (gone) for (const name of before.keys()) if (!ledger.leases.has(name)) changed.push(name);
  if (changed.length === 0) return { leases: before, changed };
  const leases = new Map<GroupName, LeaseView>();
  for (const [name, lease] of ledger.leases) {
    const known = before.get(name);
    leases.set(name, known?.of === lease ? known : leaseView(lease));
  }
  return { leases, changed };
}

export const leaseView = (lease: Lease): LeaseView => ({
  of: lease,
  token: lease.token,
  holder: lease.state === "held" ? lease.holder : null,
  grantedOn: lease.grantedOn?.kind ?? null,
  reason: lease.reason,
  moveTo: lease.move?.to ?? null,
  reported: lease.report?.state ?? null,
  failedOn: lease.failures,
  heir: lease.heir === null || lease.heir.lost ? null : lease.heir.session,
  promised: lease.promised,
  word: null,
});

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

function sameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}

const samePeers = (a: readonly Peer[], b: readonly Peer[]): boolean =>
  a.length === b.length &&
  a.every((peer, index) => {
    const other = b[index]!;
    return (
      peer.node === other.node &&
      peer.record === other.record &&
      peer.standby === other.standby &&
      peer.cards === other.cards
    );
  });

function peersOf(ledger: Ledger, self: NodeId): Peer[] {
  const peers: Peer[] = [];
  for (const { name, role } of ledger.document?.nodes ?? []) {
    const record = name === self ? null : currentSession(ledger, name);
    if (record === null) continue;
    const cards = ledger.cards.get(name) ?? null;
    peers.push({ node: name, record, standby: ledger.standby.has(name) || role === "witness", cards });
  }
  return peers;
}

/** The record of `session` when it is open and this node's newest: from then on the ledger here is no older than it. */
export function openRecord(view: LedgerView, session: SessionId | null): SessionRecord | null {
  if (session === null) return null;
  const record = view.sessions.find((other) => sameSession(other.id, session));
  if (record === undefined) return null;
  return view.sessions.some((other) => compareSessions(other.id, session) > 0) ? null : record;
}

export const maintainedBy = (view: LedgerView, group: GroupName): string | null =>
  view.maintained.get(group) ?? view.maintained.get(null) ?? null;

/** A node that could take the group now, as far as the ledger shows; null when there is none. */
export function takerOf(view: LedgerView, spec: GroupSpec): NodeId | null {
  const failedOn = view.leases.get(spec.name)?.failedOn;
  const fit = view.peers.find(
    ({ node, record, standby, cards }) =>
      !standby &&
      record.suspect === null &&
      record.ready?.revision === view.revision &&
      (record.ready.guard || !needsGuard(spec)) &&
      record.ready.unfit?.some(({ group }) => group === spec.name) !== true &&
      failedOn?.has(node) !== true &&
      (cards === null || carries(cards, spec)),
  );
  return fit?.node ?? null;
}

const carries = (cards: readonly CardFact[], spec: GroupSpec): boolean =>
  addressesOf(spec).every(({ ip }) =>
    cards.some((card) => card.up && card.addresses.some((address) => inSubnet(ip, address))),
  );
