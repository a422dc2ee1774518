/**
 * Watches the whole cluster from outside, in true time, and says when a promise is broken. It sees every machine,
 * every disk and every applied entry; the code under test sees none of this.
 */
import type { Configuration, Entry, HardState, NodeId, Position, Term } from "../../consensus/core/types.ts";
import {
  type Batch,
  type Ledger,
  type LedgerEvent,
  type SessionId,
  sessionKey,
} from "../../consensus/ledger/types.ts";
import type { ReplicaEffect } from "../../consensus/types.ts";
import type { Call } from "../chaos/records.ts";
import { createLedgers } from "./ledgers.ts";
import { createLocks, type Locks } from "./locks.ts";
import type { Machine } from "./machine.ts";
import { createQuorums } from "./quorums.ts";
import { digest, same } from "./same.ts";
import { nothingSeen, type Seen } from "./seen.ts";
import type { Timeline } from "./timeline.ts";

export interface Violation {
  readonly invariant: string;
  readonly at: number;
  readonly detail: string;
}
/** Says which commands of an entry decide over a session. */
function notable(payload: Entry["payload"], say: (what: string) => void): void {
  if (payload.type !== "command") return;
  for (const { type } of (payload.command as Batch).commands) {
    if (type === "suspect" || type === "clear" || type === "expire") say(type);
  }
}

type Applied = Extract<ReplicaEffect, { type: "applied" }>;
type RoleChange = Extract<ReplicaEffect, { type: "role" }>;

export interface Judge {
  readonly violations: Violation[];
  /** How often what the profile gives up was really lost, by invariant. */
  readonly lost: Readonly<Record<string, number>>;
  /** What applications asked of each of their leases, and were told. */
  readonly calls: Call[];
  readonly seen: Seen;
  readonly locks: Locks;
  /** The highest index that any node has applied. */
  committed: number;
  /** The machine from which an announcement of this address last went out unfiltered. */
  readonly announced: Map<string, string>;
  /** Per node that was restarted in place: whether its gate has been open ever since. */
  readonly handedOver: Map<string, () => boolean>;
  /** Told of each decision when it is first applied, of each election and of each Suspect that reaches a disk. */
  watch: ((what: string, node: string | null) => void) | null;
  broken(invariant: string, detail: string): void;
  /** A service of the group has been started with this token: none smaller comes after it (P2). */
  served(group: string, token: bigint, node: string): void;
  /** Something changed that may make two machines serve (P1). */
  machinesChanged(): void;
  /** The disk was asked to keep it. */
  written(node: string, entry: Entry): void;
  durable(node: string, entry: Entry): void;
  /** Another term or vote is on the disk. */
  voted(node: string, hardState: HardState): void;
  /** This node led the term by a step alone; its process has died, and nothing of that term ever came to the disk or left it (R5). */
  forgotten(node: string, term: number): boolean;
  installed(node: string, mark: Position): void;
  wiped(node: string): void;
  /** The ledger that a snapshot is to keep, and the one that came out of one. */
  saving(node: string, ledger: Ledger): void;
  restored(node: string, ledger: Ledger): void;
  applied(node: string, effect: Applied, ledger: Ledger): void;
  /** `onDisk`: the term is. Whoever goes alone leads before it is, and a crash takes that back, for anybody (R5). */
  role(node: string, process: number, effect: RoleChange, onDisk: boolean): void;
  /** G1, G4: nothing on a machine outlasts the latest V that any daemon of it was ever promised. */
  lasts(node: string, what: string, until: number): void;
  /** `until`: the true time to which this node believes its session valid. */
  session(node: string, session: SessionId, until: number): void;
  processDied(node: string): void;
  acknowledged(node: string, index: number, events: readonly LedgerEvent[]): void;
}
export interface JudgeOptions {
  readonly timeline: Timeline;
  readonly machines: readonly Machine[];
  readonly groups: readonly {
    readonly name: string;
    readonly ips: readonly string[];
    /** "GROUP.MEMBER". */
    readonly services: readonly string[];
  }[];
  /** Before the first entry of the log. */
  readonly configuration: Configuration;
  readonly trace: (node: string, text: string) => void;
  /** Invariants that this profile gives up, and counts. */
  readonly stated: ReadonlySet<string>;
}

const wordsOf = ({ voters, outgoing, learners, learnersNext = [] }: Configuration): string =>
  `voters ${voters.join(" ")}, outgoing ${outgoing?.join(" ") ?? "none"}, learners ${learners.join(" ")}, next ${learnersNext.join(" ")}`;

/** An address or a service of a group that this machine serves; null: none. */
function partServedBy(machine: Machine, ips: readonly string[], services: readonly string[]): string | null {
  for (const ip of ips) if (machine.answers(ip)) return ip;
  for (const key of services) if (machine.runs(key)) return key;
  return null;
}

/** Of NODE/PROCESS. */
const nodeOf = (process: string): string => process.slice(0, process.lastIndexOf("/"));

interface Committed {
  readonly term: number;
  /** One object on every node that was sent the same entry; it never changes. */
  readonly batch: Batch | null;
  readonly events: readonly LedgerEvent[];
}
/** The whole ledger is compared at each entry that is a multiple of this; events at every one. */
const LEDGER_EVERY = 16;

export function createJudge(options: JudgeOptions): Judge {
  const { timeline, machines, trace } = options;
  const violations: Violation[] = [];
  const lost: Record<string, number> = {};
  const seen = nothingSeen();
  const log: (Committed | undefined)[] = [];
  /** Per term: who leads it, as NODE/PROCESS. */
  const leaders = new Map<Term, string>();
  /** "NODE TERM", led by a step alone of which nothing has come to the disk (R5): its process may yet write it, or has died of that. */
  const unwritten = new Map<string, "pending" | "never">();
  const quorums = createQuorums(options.configuration, () => timeline.now);
  const ledgers = createLedgers();
  let voters = new Set<string>(options.configuration.voters);
  let known = new Set<string>([...voters, ...options.configuration.learners]);
  const servedWith = new Map<string, bigint>();
  const tokens = new Map<string, { token: bigint; holder: string }>();
  const believed = new Map<string, { session: SessionId; until: number }>();
  const promised = new Map<string, number>();
  const expired = new Map<string, number>();
  const announced = new Map<string, string>();

  const broken = (invariant: string, detail: string) => {
    if (options.stated.has(invariant)) {
      if (lost[invariant] === undefined) trace("judge", `the stated loss, ${invariant}: ${detail}`);
      lost[invariant] = (lost[invariant] ?? 0) + 1;
      return;
    }
    if (violations.length >= 20) return;
    violations.push({ invariant, at: timeline.now, detail });
    trace("judge", `VIOLATION ${invariant}: ${detail}`);
  };

  const outlives = (node: string) => {
    const belief = believed.get(node);
    if (belief === undefined) return;
    const ended = expired.get(sessionKey(belief.session));
    if (ended !== undefined && belief.until > Math.max(ended, 0) + 1e-6) {
      const over = (belief.until - ended).toFixed(3);
      broken(
        "N",
        `${node} believes ${sessionKey(belief.session)} valid ${over} ms past the commit of its Expire`,
      );
    }
  };

  /** The first application of an entry anywhere: what it means for the promises. */
  const first = (index: number, events: readonly LedgerEvent[]) => {
    for (const event of events) {
      judge.watch?.(event.type, null);
      switch (event.type) {
        case "suspected":
          seen.suspects++;
          break;
        case "cleared":
          seen.clears++;
          break;
        case "expired":
          seen.expires++;
          expired.set(sessionKey(event.session), timeline.now);
          outlives(event.session.node);
          break;
        case "claimed":
          seen.claims++;
          break;
        case "adopted":
          seen.adopts++;
          if (judge.handedOver.get(event.to.node)?.() === true) seen.handoversKept++;
          break;
        case "released":
          seen.releases++;
          break;
        case "promise-ended":
          seen.promisesEnded++;
          break;
        case "wanted":
          if (event.running) seen.starts++;
          else seen.stops++;
          break;
        case "standby":
          if (event.on) seen.standbys++;
          break;
        case "maintained":
          if (event.on) seen.maintenances++;
          break;
        case "move-wanted":
          seen.moves++;
          break;
        case "yielded":
          if (event.how === "lapsed") seen.lapses++;
          break;
        case "configured":
          seen.configurations++;
          break;
        case "refused":
          seen.refusals++;
          break;
        case "reported":
          if (event.state === "restarting") seen.restartsInPlace++;
          break;
        case "granted": {
          seen.grants++;
          const before = tokens.get(event.group);
          if (before !== undefined && event.token <= before.token) {
            broken("P2", `${event.group}: token ${event.token} after ${before.token}`);
          }
          if (event.proof.kind === "guard" && before !== undefined && before.holder !== event.session.node)
            seen.takeovers++;
          tokens.set(event.group, { token: event.token, holder: event.session.node });
          break;
        }
        default:
          break;
      }
    }
    judge.committed = Math.max(judge.committed, index);
  };
  const onMajority = (index: number, term: number) => {
    const holders = quorums.missing(index, term);
    if (holders === null) return;
    const who = holders.length === 0 ? "nobody" : holders.join(" ");
    broken("P3", `entry ${index} of term ${term} was applied while ${who} had it on disk`);
  };
  /** The configuration that the entry brought, as what happened to its members. */
  const changed = (configuration: Configuration | null) => {
    if (configuration === null) return;
    trace("judge", `configuration ${wordsOf(configuration)}`);
    const members = [...configuration.voters, ...(configuration.outgoing ?? []), ...configuration.learners];
    if (configuration.outgoing !== null) seen.joints++;
    for (const node of configuration.voters) if (!voters.has(node)) seen.promotions++;
    for (const node of members) if (!known.has(node)) seen.joins++;
    if (configuration.outgoing === null) {
      for (const node of configuration.learners) if (voters.has(node)) seen.demotions++;
      for (const node of known) if (!members.includes(node as NodeId)) seen.removals++;
      known = new Set(members);
    } else for (const node of members) known.add(node);
    voters = new Set([...configuration.voters, ...(configuration.outgoing ?? [])]);
  };
  /** What this node says the ledger is after the entry that it has applied last. */
  const agree = (node: string, ledger: Ledger) => {
    if (log[ledger.applied] === undefined) return;
    const difference = ledgers.differs(node, ledger);
    if (difference !== null)
      broken("ledger", `${node} has another ledger after entry ${ledger.applied}: ${difference}`);
  };

  const judge: Judge = {
    violations,
    lost,
    calls: [],
    seen,
    locks: createLocks(() => timeline.now, broken),
    watch: null,
    announced,
    handedOver: new Map(),
    committed: 0,
    broken,
    served: (group, token, node) => {
      const before = servedWith.get(group) ?? 0n;
      if (token < before) broken("P2", `${node} serves ${group} with token ${token} after ${before}`);
      const granted = tokens.get(group)?.token ?? 0n;
      if (token > before && token > granted) seen.servedByWord++;
      if (token > before) servedWith.set(group, token);
    },
    machinesChanged: () => {
      for (const { name, ips, services } of options.groups) {
        let serving: string | null = null;
        for (const machine of machines) {
          const part = partServedBy(machine, ips, services);
          if (part === null) continue;
          const here = `${machine.name} (${part})`;
          if (serving !== null) broken("P1", `${name} is served by ${serving} and by ${here}`);
          serving = here;
        }
      }
    },
    written: (node, entry) => {
      quorums.written(entry);
      if (judge.watch !== null) notable(entry.payload, (what) => judge.watch?.(`${what}-written`, node));
    },
    durable: (node, entry) => {
      if (judge.watch !== null) notable(entry.payload, (what) => judge.watch?.(`${what}-durable`, node));
      quorums.durable(node, entry);
    },
    voted: (node, { term, vote }) => {
      const key = `${node} ${term}`;
      if (vote === node && unwritten.get(key) === "pending") unwritten.delete(key);
    },
    forgotten: (node, term) => unwritten.get(`${node} ${term}`) === "never",
    installed: (node, { index }) => quorums.installed(node, index),
    wiped: (node) => quorums.wiped(node),
    saving: agree,
    restored: agree,
    applied: (node, effect, ledger) => {
      const { index, term, batch, events } = effect;
      const before = log[index];
      if (before === undefined) {
        if (index !== judge.committed + 1)
          broken("log", `${node} applied ${index} when ${judge.committed} was the last`);
        onMajority(index, term);
        log[index] = { term, batch, events };
        if (batch === null) changed(quorums.committed(index, term));
        first(index, events);
      } else if (before.term !== term || !same(before.batch, batch)) {
        broken("log", `${node} applied another entry at ${index}: term ${term}, was ${before.term}`);
      } else if (!same(before.events, events)) {
        const [said, was] = [digest(events), digest(before.events)];
        broken("ledger", `${node} made other events of entry ${index}: ${said}, were ${was}`);
      }
      if (index % LEDGER_EVERY === 0 && ledger.applied === index) agree(node, ledger);
    },
    role: (node, process, effect, onDisk) => {
      trace(node, `role ${effect.role} term ${effect.term} leader ${effect.leader ?? "-"} (${effect.why})`);
      if (effect.role !== "leader") return;
      const who = `${node}/${process}`;
      const other = leaders.get(effect.term);
      if (other === undefined) {
        seen.elections++;
        judge.watch?.("elected", node);
      } else if (other !== who && !judge.forgotten(nodeOf(other), effect.term))
        broken("election", `term ${effect.term} has leaders ${other} and ${who}`);
      leaders.set(effect.term, who);
      if (onDisk) unwritten.delete(`${node} ${effect.term}`);
      else unwritten.set(`${node} ${effect.term}`, "pending");
    },
    session: (node, session, until) => {
      believed.set(node, { session, until });
      promised.set(node, Math.max(promised.get(node) ?? 0, until));
      outlives(node);
    },
    lasts: (node, what, until) => {
      const end = promised.get(node) ?? 0;
      if (until > end + 1e-6)
        broken("V", `${what} on ${node} lasts ${(until - end).toFixed(3)} ms past every V it was promised`);
    },
    processDied: (node) => {
      believed.delete(node);
      for (const key of unwritten.keys()) if (key.startsWith(`${node} `)) unwritten.set(key, "never");
    },
    acknowledged: (node, index, events) => {
      seen.acknowledged++;
      const entry = log[index];
      if (entry === undefined) broken("P3", `${node} acknowledged entry ${index}, which nobody has applied`);
      else if (!events.every((event) => entry.events.some((other) => same(event, other)))) {
        broken("P3", `${node} acknowledged at ${index} what the committed entry does not say`);
      }
    },
  };
  return judge;
}

/** For messages: the node's name as the code under test knows it. */
export const asNode = (name: string): NodeId => name as NodeId;
