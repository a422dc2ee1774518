/** A small cluster's ledger for tests, and the commands that drive it. */
import assert from "node:assert/strict";
import { logIndex, type NodeId, nodeId, term } from "../../consensus/core/types.ts";
import { apply, createLedger } from "../../consensus/ledger/apply.ts";
import {
  type AddressMember,
  type ClusterDocument,
  type Command,
  type GroupSpec,
  groupName,
  incarnation,
  type Lease,
  type Ledger,
  type LedgerEvent,
  type Preference,
  type RefusalCode,
  type SessionId,
} from "../../consensus/ledger/types.ts";

export const alpha = nodeId("alpha");
export const beta = nodeId("beta");
export const gamma = nodeId("gamma");
export const web = groupName("web");
export const db = groupName("db");

export const session = (node: string, inc = 1, number = 1): SessionId => ({
  node: nodeId(node),
  incarnation: incarnation(inc),
  number,
});

export const address = (octet: number, prefix = 24): AddressMember => ({
  type: "address",
  name: `ip-${octet}`,
  ip: `10.0.0.${octet}`,
  prefix,
});

/** Of one weight, so that the order decides. */
export const prefer = (...nodes: NodeId[]): Preference[] => nodes.map((node) => ({ node, weight: 100 }));

export const configureCommand = (baseRevision: number, doc: ClusterDocument = document()) =>
  ({ type: "configure", baseRevision, document: doc, by: "root on alpha", note: "" }) as const;

export const groupSpec = (name: string, octet: number, more: Partial<GroupSpec> = {}): GroupSpec => ({
  name: groupName(name),
  members: [address(octet)],
  prefers: [],
  failback: null,
  accepts: ["released", "guard"],
  ...more,
});

export const document = (more: Partial<ClusterDocument> = {}): ClusterDocument => ({
  cluster: "test",
  timing: {
    ttl: 200,
    rho: 0.01,
    heartbeat: 20,
    suspectAfter: 60,
    raftHeartbeat: 20,
    electionMin: 100,
    electionMax: 200,
  },
  nodes: ["alpha", "beta", "gamma"].map((name, i) => ({
    name: nodeId(name),
    addresses: [`192.168.0.${i + 1}`],
    voter: true,
  })),
  groups: [groupSpec("web", 100)],
  ...more,
});

/** A ledger that is fed one command per entry, all in term 1 unless told otherwise. */
export class World {
  readonly ledger: Ledger = createLedger();
  term = 1;

  /** Applies these commands as one entry; returns the events. */
  entry(...commands: Command[]): LedgerEvent[] {
    return apply(this.ledger, logIndex(this.ledger.applied + 1), term(this.term), { at: 0, commands });
  }

  /** One command that must stand; returns its events. */
  done(command: Command): LedgerEvent[] {
    const events = this.entry(command);
    const refused = events.find((e) => e.type === "refused");
    assert.equal(refused, undefined, JSON.stringify(refused));
    return events;
  }

  /** One command that must be refused with this code and change nothing but the applied index. */
  refused(command: Command, code: RefusalCode): void {
    const before = snapshot(this.ledger);
    const events = this.entry(command);
    assert.equal(events.length, 1);
    const event = events[0];
    assert.ok(event?.type === "refused", `${command.type} stood: ${JSON.stringify(event, bigints)}`);
    assert.equal(event.code, code, event.detail);
    assert.match(event.detail, /^[\w].*\.$/, "a refusal's detail is a sentence");
    assert.deepEqual(snapshot(this.ledger), before);
  }

  lease(group = web): Lease {
    const lease = this.ledger.leases.get(group);
    assert.ok(lease !== undefined);
    return lease;
  }

  configure(doc: ClusterDocument = document()): LedgerEvent[] {
    return this.done(configureCommand(this.ledger.revision, doc));
  }

  open(id: SessionId, bootId = `boot-${id.node}-${id.incarnation}`): void {
    this.done({ type: "open", session: id, bootId });
  }

  ready(id: SessionId, guard = true): void {
    const reason = guard ? "" : "the kernel refused it";
    this.done({ type: "ready", session: id, revision: this.ledger.revision, guard, reason });
  }

  /** Opens and readies. */
  join(...ids: SessionId[]): void {
    for (const id of ids) {
      this.open(id);
      this.ready(id);
    }
  }

  suspect(id: SessionId): number {
    this.done({ type: "suspect", session: id, reason: "silent" });
    return this.ledger.applied;
  }

  expire(id: SessionId): LedgerEvent[] {
    const suspectIndex = logIndex(
      this.ledger.sessions.get(`${id.node}/${id.incarnation}/${id.number}`)?.suspect?.index ??
        this.suspect(id),
    );
    return this.done({
      type: "expire",
      session: id,
      suspectIndex,
      term: term(this.term),
      evidence: "205 ms",
    });
  }

  claim(id: SessionId, group = web): void {
    this.done({
      type: "claim",
      group,
      successor: id,
      fromToken: this.lease(group).token,
      reason: "first",
    });
  }

  grantCommand(id: SessionId, group = web): Command & { type: "grant" } {
    return { type: "grant", group, session: id, fromToken: this.lease(group).token, reason: "first" };
  }

  /** Claim and Grant in one entry. */
  give(id: SessionId, group = web): LedgerEvent[] {
    const fromToken = this.lease(group).token;
    const events = this.entry(
      { type: "claim", group, successor: id, fromToken, reason: "first" },
      { type: "grant", group, session: id, fromToken, reason: "first" },
    );
    assert.equal(events.find((e) => e.type === "refused")?.type, undefined, JSON.stringify(events, bigints));
    return events;
  }

  releaseCommand(id: SessionId, group = web, failed = false): Command & { type: "release" } {
    return {
      type: "release",
      group,
      session: id,
      token: this.lease(group).token,
      failed,
      evidence: "verified",
    };
  }

  release(id: SessionId, group = web, failed = false): LedgerEvent[] {
    return this.done(this.releaseCommand(id, group, failed));
  }

  move(to: string, requestId: string, group = web): LedgerEvent[] {
    return this.done({ type: "move", group, to: nodeId(to), requestId });
  }
}

/** alpha, beta and gamma are in and ready; nobody holds anything. */
export function readyWorld(doc: ClusterDocument = document()): World {
  const world = new World();
  world.configure(doc);
  world.join(session("alpha"), session("beta"), session("gamma"));
  return world;
}

/** readyWorld, and alpha holds web. */
export function heldWorld(doc: ClusterDocument = document()): World {
  const world = readyWorld(doc);
  world.give(session("alpha"));
  return world;
}

/** Everything but how far the log has been applied; a copy. */
export function snapshot(ledger: Ledger): object {
  const { applied, appliedTerm, ...rest } = ledger;
  return structuredClone(rest);
}

export const bigints = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? value.toString() : value;
