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
  const { groups, addresses, owners } = document === before.document ? before : namesOf(document);
  const view: LedgerView = {
    revision: ledger.revision,
    document,
    groups,
    addresses,
    owners,
    leases,
    sessions: sessionsOf(ledger, self, before.sessions),
    standby: ledger.standby.get(self) ?? null,
    stopped: sameMap(ledger.stopped, before.stopped) ? before.stopped : new Map(ledger.stopped),
    maintained: sameMap(ledger.maintained, before.maintained)
      ? before.maintained
      : new Map(ledger.maintained),
    cards: ledger.cards.get(self) ?? null,
    peers: peersOf(ledger, self, before.peers),
  };
  return { view: sameView(view, before) ? before : view, changed };
}

/** Most entries are about others, and show this node nothing new. */
const sameView = (a: LedgerView, b: LedgerView): boolean =>
  a.revision === b.revision &&
  a.document === b.document &&
  a.leases === b.leases &&
  a.sessions === b.sessions &&
  a.standby === b.standby &&
  a.stopped === b.stopped &&
  a.maintained === b.maintained &&
  a.cards === b.cards &&
  a.peers === b.peers;

function namesOf(document: ClusterDocument | null): Pick<LedgerView, "groups" | "addresses" | "owners"> {
  const groups = document?.groups ?? [];
  const owned = groups.flatMap((spec) =>
    addressesOf(spec).map(({ ip }): [string, GroupName] => [ip, spec.name]),
  );
  return {
    groups: new Map(groups.map((spec) => [spec.name, spec])),
    addresses: new Set(owned.map(([ip]) => ip)),
    owners: new Map(owned),
  };
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

function sameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  if (a.size !== b.size) return false;
  if (a.size === 0) return true;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}

/** Both of these are looked through at each entry, and copied only when they have changed. */
function sessionsOf(
  ledger: Ledger,
  self: NodeId,
  before: readonly SessionRecord[],
): readonly SessionRecord[] {
  let count = 0;
  let same = true;
  for (const record of ledger.sessions.values()) {
    if (record.id.node !== self) continue;
    if (before[count] !== record) same = false;
    count += 1;
  }
  if (same && count === before.length) return before;
  return [...ledger.sessions.values()].filter((record) => record.id.node === self);
}

function peersOf(ledger: Ledger, self: NodeId, before: readonly Peer[]): readonly Peer[] {
  let count = 0;
  let peers: Peer[] | null = null;
  for (const { name, role } of ledger.document?.nodes ?? []) {
    const record = name === self ? null : currentSession(ledger, name);
    if (record === null) continue;
    const cards = ledger.cards.get(name) ?? null;
    const standby = role === "witness" || ledger.standby.has(name);
    const known = before[count];
    const same =
      known !== undefined &&
      known.node === name &&
      known.record === record &&
      known.standby === standby &&
      known.cards === cards;
    if (!same) peers ??= before.slice(0, count);
    peers?.push(same ? known : { node: name, record, standby, cards });
    count += 1;
  }
  return peers ?? (count === before.length ? before : before.slice(0, count));
}

/** The record of `session` when it is open and this node's newest: from then on the ledger here is no older than it. */
export function openRecord(view: LedgerView, session: SessionId | null): SessionRecord | null {
  if (session === null) return null;
  let record: SessionRecord | null = null;
  for (const other of view.sessions) {
    const order = compareSessions(other.id, session);
    if (order > 0) return null;
    if (order === 0) record = other;
  }
  return record;
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
