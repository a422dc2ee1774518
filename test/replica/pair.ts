/** Two real replicas, with the edges of a pair: power switches, ping targets, links that are cut; and nodes that are soon ready. */
import { type NodeId, nodeId } from "../../consensus/core/types.ts";
import {
  type Arbitration,
  type ClusterDocument,
  type Command,
  type FenceAttempt,
  type GroupSpec,
  groupName,
  type Outlet,
  type ProofKind,
  sessionKey,
} from "../../consensus/ledger/types.ts";
import type { Compaction, ReplicaEffect } from "../../consensus/types.ts";
import { Group, type Member } from "./group.ts";

export const [a, b] = ["a", "b"].map(nodeId) as [NodeId, NodeId];
export const web = groupName("web");
export const HARD: readonly ProofKind[] = ["released", "fenced", "rebooted", "operator"];
export const TARGETS = ["10.0.0.1", "10.0.0.2", "10.0.0.3"];

export const ARBITRATION: Arbitration = {
  targets: TARGETS,
  period: 200,
  timeout: 60,
  rounds: 3,
  returnAfter: 2000,
  switchOn: true,
  acceptNonTransitiveRisk: false,
};

export const group = (
  name: string,
  accepts: readonly ProofKind[] = HARD,
  prefers: NodeId = a,
): GroupSpec => ({
  name: groupName(name),
  members: [{ type: "address", name: "ip", ip: "10.0.0.100", prefix: 24 }],
  prefers: [{ node: prefers, weight: 100 }],
  failback: null,
  accepts,
});

export interface PairOptions {
  readonly arbitration?: Partial<Arbitration>;
  readonly groups?: readonly GroupSpec[];
  /** Levels of each node; default: one outlet of a device of its own. */
  readonly power?: (node: NodeId) => readonly (readonly Outlet[])[];
  /** Default: no snapshot is ever made. */
  readonly compaction?: Compaction;
}

export type Switch = "prompt" | "dead" | "lies" | "slow";

const documentOf = ({
  arbitration = {},
  groups = [group("web")],
  power,
}: PairOptions): Partial<ClusterDocument> => ({
  nodes: [a, b].map((name) => {
    const levels = power?.(name) ?? [[{ device: `switch-${name}`, outlet: "1" }]];
    return { name, addresses: [], voter: true, ...(levels.length > 0 ? { power: levels } : {}) };
  }),
  groups,
  arbitration: { ...ARBITRATION, ...arbitration },
  devices: ["switch-a", "switch-b", "spare-a", "spare-b"].map((name) => ({
    name,
    type: "lab",
    socket: "/run/switch",
    bound: 120,
    timeout: 300,
  })),
});

export class Pair extends Group {
  /** Targets that a node does not reach. */
  readonly dark = new Map<NodeId, readonly string[]>();
  readonly switches = new Map<string, Switch>();
  /** Everything that was asked of a switch, in order: "a: off b". */
  readonly asked: string[] = [];
  /** Nodes to which nothing comes by IP, and nodes from which nothing goes out; the serial line is no IP. */
  readonly deaf = new Set<NodeId>();
  readonly mute = new Set<NodeId>();
  /** Other hosts talk to both nodes by IP. */
  others = true;
  /** Nodes that cannot tell what comes to them by IP. */
  readonly cannotListen = new Set<NodeId>();
  readonly #ears = new WeakMap<Member, { since: number; othersAt: number | null; peerAt: number | null }>();
  /** How long a ping that is answered takes. */
  pingTakes = 5;
  /** Every word about the right to serve that a node's holder of groups was given. */
  readonly told: { readonly node: NodeId; readonly at: number; readonly until: number }[] = [];
  /** Whether what is switched on comes back by itself. */
  boots1 = true;
  readonly #later: { readonly at: number; readonly act: () => void | Promise<void> }[] = [];
  readonly #readied = new Set<string>();
  #wishes = 1_000_000;

  constructor(options: PairOptions = {}) {
    super(["a", "b"], options.compaction ?? { entries: 1e6, bytes: 1e9, pause: 1e9 }, documentOf(options));
  }

  /** Both are in, both are certified, and a holds the group. */
  async together(): Promise<this> {
    await this.start("a");
    await this.start("b");
    await this.until("a holds it, and both may go on alone", () =>
      [...this.members.values()].every(
        ({ replica }) =>
          replica.ledger.leases.get(web)?.holder?.node === a &&
          replica.arbitration.eligible.ok &&
          replica.arbitration.ownScore !== null,
      ),
    );
    await this.live(300);
    return this;
  }

  holder(on: string): NodeId | null {
    const lease = this.at(on).replica.ledger.leases.get(web);
    return lease?.state === "held" ? (lease.holder?.node ?? null) : null;
  }

  cut(): void {
    this.severed = () => true;
  }
  /** By IP; and no target answers anybody. */
  stacksFail(fault: { readonly deaf?: readonly NodeId[]; readonly mute?: readonly NodeId[] }): void {
    for (const [set, nodes] of [
      [this.deaf, fault.deaf],
      [this.mute, fault.mute],
    ] as const) {
      set.clear();
      for (const node of nodes ?? []) set.add(node);
    }
    for (const node of [a, b]) this.dark.set(node, TARGETS);
    this.severed = (from, to) => this.mute.has(nodeId(from)) || this.deaf.has(nodeId(to));
  }
  heal(): void {
    this.severed = () => false;
  }

  override async live(ms: number): Promise<void> {
    for (const end = this.now + ms; this.now < end; ) {
      await super.live(5);
      for (const due of this.#later.filter(({ at }) => at <= this.now)) {
        this.#later.splice(this.#later.indexOf(due), 1);
        await due.act();
      }
      for (const member of [...this.members.values()]) this.#ready(member);
    }
  }

  #ready(member: Member): void {
    const { ledger, session } = member.replica;
    const key = `${sessionKey(session)} ${ledger.revision}`;
    // So that a has it first.
    if (session.node === b && ledger.leases.get(web)?.holder == null) return;
    if (!ledger.sessions.has(sessionKey(session)) || this.#readied.has(key)) return;
    this.#readied.add(key);
    const ready: Command = { type: "ready", session, revision: ledger.revision, guard: true, reason: "" };
    this.give(member, { type: "propose", id: ++this.#wishes, commands: [ready] });
  }

  protected override also(member: Member, effect: ReplicaEffect): void {
    const { self } = member.replica;
    if (effect.type === "session") this.told.push({ node: self, at: this.now, until: effect.validUntil });
    const later = (ms: number, act: () => void | Promise<void>): void => {
      this.#later.push({ at: this.now + ms, act });
    };
    if (effect.type === "probe") {
      const sentAt = this.now;
      const unreached = this.dark.get(self) ?? [];
      const answers = effect.targets.map((target) => ({
        target,
        sentAt,
        answered: !unreached.includes(target),
      }));
      later(unreached.length > 0 ? effect.timeout : this.pingTakes, () =>
        this.give(member, { type: "probed", answers }),
      );
    } else if (effect.type === "power") this.#power(member, effect, later);
    else if (effect.type === "listen") later(1, () => this.#listen(member, effect));
  }

  #listen(member: Member, { peer, anew }: Extract<ReplicaEffect, { type: "listen" }>): void {
    const { self } = member.replica;
    const known = anew ? undefined : this.#ears.get(member);
    const ear = known ?? { since: this.now, othersAt: null, peerAt: null };
    this.#ears.set(member, ear);
    if (this.others && !this.deaf.has(self)) ear.othersAt = this.now;
    if (this.members.has(peer) && !this.severed(peer, self)) ear.peerAt = this.now;
    this.give(member, { type: "listened", heard: this.cannotListen.has(self) ? null : { ...ear } });
  }

  #power(
    member: Member,
    { id, node, action, outlets }: Extract<ReplicaEffect, { type: "power" }>,
    later: (ms: number, act: () => void | Promise<void>) => void,
  ): void {
    const attempts: FenceAttempt[] = [];
    let askedAt: number | null = null;
    let took = 0;
    for (const outlet of outlets) {
      const kind = this.switches.get(outlet.device) ?? "prompt";
      this.asked.push(`${member.replica.self}: ${action} ${node}`);
      const dead = kind === "dead";
      const time = dead ? 300 : kind === "slow" ? 200 : 50;
      if (action !== "status") {
        attempts.push({ ...outlet, action, duration: time, accepted: !dead, status: null });
        if (kind !== "dead" && kind !== "lies") later(took + time, () => this.#turn(node, action));
        took += time;
      }
      if (action === "on" || dead) continue;
      later(took, () => {
        askedAt = this.now;
      });
      later(took + 50, () => {
        const status = this.members.has(node) ? ("on" as const) : ("off" as const);
        attempts.push({ ...outlet, action: "status", duration: 50, accepted: true, status });
      });
      took += 50;
    }
    later(took + 1, () => {
      const off = outlets.every((outlet) =>
        attempts.some((each) => each.device === outlet.device && each.status === "off"),
      );
      this.give(member, { type: "powered", id, attempts, askedAt: off ? askedAt : null });
    });
  }

  async #turn(node: NodeId, action: "off" | "on"): Promise<void> {
    if (action === "off" && this.members.has(node)) await this.stop(node);
    if (action === "on" && !this.members.has(node) && this.boots1) await this.boot(node);
  }

  /** A new boot of the machine. */
  async boot(name: string): Promise<Member> {
    const node = nodeId(name);
    this.boots.set(node, (this.boots.get(node) ?? 0) + 1);
    return this.start(name);
  }
}

/** The voters of each configuration that a node goes by, in words. */
export const votersOf = (pair: Pair, name: string): string =>
  pair
    .at(name)
    .replica.configurations.map(({ voters }) => voters.join(" "))
    .join(" | ");
/** The lease of the group, as a node knows it. */
export const leaseOn = (pair: Pair, name: string) => pair.at(name).replica.ledger.leases.get(web)!;
/** How long a node may serve. */
export const servesUntil = (pair: Pair, name: string): number => pair.at(name).replica.validUntil;
