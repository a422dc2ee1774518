/**
 * A month of ordinary life on one node's disk: a real leader, n1, with the production store, snapshots, compaction and audit
 * file, in a simulated time that passes as fast as they can follow. Its two peers do what ordinary nodes do.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { NodeId, WriteSeq } from "../../consensus/core/types.ts";
import { describe } from "../../consensus/ledger/describe.ts";
import {
  type Command,
  type GroupSpec,
  groupName,
  incarnation,
  type Lease,
  type SessionId,
  sameSession,
} from "../../consensus/ledger/types.ts";
import { openStore } from "../../consensus/store/open.ts";
import type { Store } from "../../consensus/store/port.ts";
import type { ReplicaEffect, ReplicaStart } from "../../consensus/types.ts";
import { type Audit, type AuditBounds, openAudit } from "../../daemon/audit.ts";
import { COMPACTION, isSnapshotEffect, Snapshots } from "../../daemon/snapshots.ts";
import { decodeLedger, encodeLedger } from "../../proto/codec.ts";
import { n1, n2, n3, Play } from "../replica/play.ts";

const HOUR = 3_600_000;
/** So slow that a day has few ticks: what is kept does not depend on it. */
const TIMING = {
  ttl: 8 * HOUR,
  rho: 0.01,
  heartbeat: HOUR,
  suspectAfter: 2 * HOUR,
  raftHeartbeat: HOUR,
  electionMin: 4 * HOUR,
  electionMax: 6 * HOUR,
};
const STEP = HOUR / 2;
const NODES = [n1, n2, n3];
const OWNER = { cluster: "test", node: "n1" };
const service = { startTimeout: 1000, stopTimeout: 1000, restarts: { limit: 2, window: 60_000 } };

const GROUPS = Array.from({ length: 20 }, (_, i): GroupSpec => {
  const address = { type: "address", name: "ip", ip: `10.0.0.${i + 1}`, prefix: 24 } as const;
  const command = [`/usr/bin/server-${i}`, "--listen", address.ip];
  return {
    name: groupName(`service-${i}`),
    members: [address, { type: "command", name: "server", command, environment: {}, ...service }],
    prefers: [],
    failback: null,
    accepts: ["released", "guard"],
  };
});

interface LifeDisk {
  readonly store: Store;
  readonly audit: Audit;
  readonly start: Partial<ReplicaStart>;
}

/** n1 as long as its process lives. */
class Life extends Play {
  readonly #incarnations: ReadonlyMap<NodeId, number>;
  readonly #seen: Map<string, number>;
  readonly #store: Store;
  readonly #snapshots: Snapshots;
  readonly #audit: Audit;
  /** Writes and snapshots under way. */
  #open = 0;
  #durable: WriteSeq | null = null;
  readonly #heardAt = new Map<NodeId, number>();
  #ended = false;

  constructor(
    { store, audit, start }: LifeDisk,
    incarnations: ReadonlyMap<NodeId, number>,
    seen: Map<string, number>,
  ) {
    const options = { compaction: COMPACTION, incarnation: incarnation(incarnations.get(n1)!) };
    super(TIMING, store.contents.entries, GROUPS, store.contents.hardState.commit, { options, start });
    this.#incarnations = incarnations;
    this.#seen = seen;
    this.#store = store;
    this.#audit = audit;
    this.#snapshots = new Snapshots({
      store,
      feed: (event) => {
        if (event.type === "snapshot-saved") {
          this.#open -= 1;
          this.#count("snapshots");
        }
        if (!this.#ended) this.give(event);
      },
      beforeSaving: () => audit.flush(),
      failed: (error) => {
        throw error;
      },
      note: () => {},
      now: () => this.now,
    });
    // The peers hear of each other what n1 hears of them (N3).
    this.ages = (voter) =>
      [...this.replica.ledger.sessions.values()].flatMap(({ id, suspect }) => {
        if (suspect === null || id.node === voter) return [];
        const age = this.now - (this.#heardAt.get(id.node) ?? Number.NEGATIVE_INFINITY);
        return [{ session: id, suspectIndex: suspect.index, suspectTerm: suspect.term, age }];
      });
  }

  protected override session(node: NodeId): SessionId {
    return { node, incarnation: incarnation(this.#incarnations.get(node)!), number: 1 };
  }

  protected override obey(effect: ReplicaEffect): void {
    if (effect.type === "write") {
      this.#open += 1;
      void this.#store.write(effect.hardState, effect.entries).then(() => {
        this.#open -= 1;
        this.#durable = effect.seq;
      });
    } else if (isSnapshotEffect(effect)) {
      if (effect.type === "save-snapshot") this.#open += 1;
      this.#snapshots.perform(effect);
    } else {
      if (effect.type === "applied") this.#takeDown(effect);
      super.obey(effect);
    }
  }

  #takeDown({ index, term, batch, events }: Extract<ReplicaEffect, { type: "applied" }>): void {
    for (const event of events) {
      if (event.type === "yielded") this.#count(event.how);
      else this.#count(event.type === "granted" && event.proof.kind === "released" ? "moved" : event.type);
      const text = describe(event, this.replica.ledger);
      this.#audit.note({ index, term, at: batch?.at ?? 0, text, event });
    }
  }

  #count(what: string): void {
    this.#seen.set(what, (this.#seen.get(what) ?? 0) + 1);
  }

  /** Until the disk has everything and nobody waits for an answer. What came together is acknowledged together. */
  async settle(): Promise<void> {
    do {
      this.#answerNewest();
      await turn();
      if (this.#durable !== null) this.give({ type: "written", seq: this.#durable });
      this.#durable = null;
      this.#answerNewest();
    } while (this.#open > 0);
    this.effects.length = 0;
    this.written.length = 0;
  }

  /** Whoever has confirmed the newest append has confirmed those before it. */
  #answerNewest(): void {
    for (let asked = this.takeAsked(); asked.length > 0; asked = this.takeAsked()) {
      const newest = new Map(asked.map((each) => [`${each.to} ${each.message.type}`, each]));
      this.answer([...newest.values()]);
    }
  }

  async pass(hours: number): Promise<void> {
    for (const end = this.now + hours * HOUR; this.now < end; ) {
      this.now += STEP;
      this.beat();
      for (const node of this.beating) this.#heardAt.set(node, this.now);
      this.tick();
      await this.settle();
    }
  }

  async all(commands: readonly Command[]): Promise<void> {
    for (const command of commands) this.propose(command);
    await this.settle();
  }

  get leases(): Lease[] {
    return [...this.replica.ledger.leases.values()];
  }

  /** What nodes do without being told: they say that they are ready, report what runs, give up what is to move. */
  async tend(): Promise<void> {
    for (let idle = 0; idle < 2; ) {
      const due = [...this.#due()];
      await this.all(due);
      await this.pass(STEP / HOUR);
      idle = due.length === 0 ? idle + 1 : 0;
    }
  }

  *#due(): Iterable<Command> {
    const { revision, sessions } = this.replica.ledger;
    for (const { id, ready } of sessions.values()) {
      const lives = this.beating.includes(id.node) || id.node === n1;
      if (lives && sameSession(id, this.session(id.node)) && ready?.revision !== revision)
        yield this.ready(id.node);
    }
    for (const { group, state, token, holder, report, move } of this.leases) {
      if (state !== "held" || holder === null || !sameSession(holder, this.session(holder.node))) continue;
      if (move !== null && report?.state === "running")
        yield { type: "release", group, session: holder, token, failed: false, evidence: "stopped" };
      else if (report?.state !== "running")
        yield { type: "report", group, session: holder, token, state: "running", reason: "" };
    }
  }

  async end(): Promise<void> {
    await this.settle();
    this.#ended = true;
    await this.#audit.flush();
    await this.#store.close();
  }
}

/** In bytes. */
export interface Sizes {
  /** What the store's folder takes, the audit file with those put aside, the ledger as a snapshot. */
  readonly store: number;
  readonly audit: number;
  readonly ledger: number;
}

export class Month {
  #life!: Life;
  readonly #folder: string;
  readonly #bounds: AuditBounds;
  /** How often things have happened. */
  readonly seen = new Map<string, number>();
  /** Every process has a greater one than any before. */
  readonly #incarnations = new Map(NODES.map((node) => [node, 5]));
  #now = 1000;
  #leased = 0;

  constructor(folder: string, bounds: AuditBounds) {
    this.#folder = folder;
    this.#bounds = bounds;
  }

  /** n1's daemon starts on what is on its disk. */
  async start(): Promise<void> {
    const store = await openStore(join(this.#folder, "store"), OWNER);
    const failed = (error: unknown): never => {
      throw error;
    };
    const audit = await openAudit(join(this.#folder, "audit.jsonl"), failed, this.#bounds);
    const { snapshot, base } = store.contents;
    const restored = snapshot && { mark: snapshot.mark, ledger: await decodeLedger(snapshot.read()) };
    const disk = { store, audit, start: { snapshot: restored, base } };
    this.#life = new Life(disk, this.#incarnations, this.seen);
    this.#life.now = this.#now;
    await this.#life.pass(18);
    await this.#life.tend();
  }

  async end(): Promise<void> {
    await this.#life.end();
    this.#now = this.#life.now;
  }

  /** A day, with so many leases of applications. */
  async day(day: number, leases: number): Promise<void> {
    const life = this.#life;
    for (let burst = 0; burst < 4; burst++) {
      await this.#applications(leases / 4);
      await life.pass(3);
    }
    await this.#flap(day % 2 === 0 ? n2 : n3);
    await this.#moves(day);
    await this.#configure(day);
    await this.#restart(day % 2 === 0 ? n3 : n2);
    if (day % 5 === 2) await this.#powerCut(n2);
    if (day % 7 === 6) {
      await this.end();
      this.#incarnations.set(n1, this.#incarnations.get(n1)! + 1);
      await this.start();
    }
  }

  /** Some are given back, some are forgotten and lapse. */
  async #applications(count: number): Promise<void> {
    const first = this.#leased;
    this.#leased += count;
    const names = Array.from({ length: count }, (_, i) => `lock/of/some/application-${first + i}`);
    const owner = (name: string): string => `process ${name.length} of ${name}`;
    const ttl = HOUR;
    await this.#life.all(
      names.map((name) => ({ type: "acquire", name, owner: owner(name), ttl, note: "batch on host-17" })),
    );
    const { appLeases } = this.#life.replica.ledger;
    const ends = names.filter((_, i) => i % 8 !== 0);
    await this.#life.all(
      ends.map((name) => ({ type: "yield", name, owner: owner(name), token: appLeases.get(name)!.token })),
    );
  }

  /** Its cable is out for a moment: suspected, and cleared. */
  async #flap(node: NodeId): Promise<void> {
    this.#silence(node);
    await this.#life.pass(4);
    this.#life.beating = [n2, n3];
    await this.#life.pass(3);
  }

  #silence(node: NodeId): void {
    this.#life.beating = [n2, n3].filter((each) => each !== node);
  }

  async #moves(day: number): Promise<void> {
    const wanted = this.#life.leases.flatMap(({ group, holder }, i): Command[] => {
      const to = NODES[(NODES.indexOf(holder?.node ?? n1) + 1) % NODES.length]!;
      return i % 4 === day % 4 ? [{ type: "move", group, to, requestId: `${group} on day ${day}` }] : [];
    });
    await this.#life.all(wanted);
    await this.#life.tend();
  }

  async #configure(day: number): Promise<void> {
    const { document, revision: baseRevision } = this.#life.replica.ledger;
    const groups = document!.groups.map((group, i) =>
      i === day % GROUPS.length ? { ...group, prefers: [{ node: NODES[day % 3]!, weight: day }] } : group,
    );
    const command = { type: "configure", baseRevision, by: "root@n1", note: `day ${day}` } as const;
    await this.#life.all([{ ...command, document: { ...document!, groups } }]);
    await this.#life.tend();
  }

  /** In order: what it holds is released first. */
  async #restart(node: NodeId): Promise<void> {
    const life = this.#life;
    await life.all([{ type: "standby", node, on: true, by: "root@n1" }]);
    await life.all(
      life.leases.flatMap(({ group, state, holder, token }): Command[] =>
        state === "held" && holder?.node === node
          ? [{ type: "release", group, session: holder, token, failed: false, evidence: "stopped" }]
          : [],
      ),
    );
    this.#incarnations.set(node, this.#incarnations.get(node)! + 1);
    await life.all([{ type: "standby", node, on: false, by: "root@n1" }]);
    await life.tend();
  }

  async #powerCut(node: NodeId): Promise<void> {
    this.#silence(node);
    await this.#life.pass(20);
    this.#incarnations.set(node, this.#incarnations.get(node)! + 1);
    this.#life.beating = [n2, n3];
    await this.#life.tend();
  }

  sizes(): Sizes {
    const files = readdirSync(this.#folder, { withFileTypes: true, recursive: true }).filter((at) =>
      at.isFile(),
    );
    const { store = 0, audit = 0 } = Object.fromEntries(
      ["store", "audit"].map((kind) => {
        const those = files.filter(({ name }) => name.startsWith("audit") === (kind === "audit"));
        // As `du` counts: what is a hole takes nothing.
        return [
          kind,
          those.reduce((sum, at) => sum + 512 * statSync(join(at.parentPath, at.name)).blocks, 0),
        ];
      }),
    );
    let ledger = 0;
    for (const piece of encodeLedger(this.#life.replica.ledger)) ledger += piece.length;
    return { store, audit, ledger };
  }

  /** Groups that somebody serves. */
  get held(): number {
    return this.#life.leases.filter(({ state }) => state === "held").length;
  }
}
