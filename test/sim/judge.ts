/**
 * Watches the whole cluster from outside, in true time, and says when a promise is broken. It sees every machine,
 * every disk and every applied entry; the code under test sees none of this.
 */
import type { Entry, NodeId, Term } from "../../consensus/core/types.ts";
import {
  type Batch,
  type Ledger,
  type LedgerEvent,
  type SessionId,
  sessionKey,
} from "../../consensus/ledger/types.ts";
import type { ReplicaEffect } from "../../consensus/types.ts";
import { createLocks, type Locks } from "./locks.ts";
import type { Machine } from "./machine.ts";
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
  readonly seen: Seen;
  readonly locks: Locks;
  /** The highest index that any node has applied. */
  readonly committed: number;
  /** The machine from which an announcement of this address last went out unfiltered. */
  readonly announced: Map<string, string>;
  /** Per node that was restarted in place: whether its gate has been open ever since. */
  readonly handedOver: Map<string, () => boolean>;
  /** Told of each decision when it is first applied, of each election and of each Suspect that reaches a disk. */
  watch: ((what: string, node: string | null) => void) | null;
  broken(invariant: string, detail: string): void;
  /** Something changed that may make two machines serve (P1). */
  machinesChanged(): void;
  /** The disk was asked to keep it. */
  written(node: string, entry: Entry): void;
  durable(node: string, entry: Entry): void;
  applied(node: string, effect: Applied, ledger: Ledger): void;
  role(node: string, process: number, effect: RoleChange): void;
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
  readonly voters: readonly string[];
  readonly trace: (node: string, text: string) => void;
}

/** A digest of any plain value; maps keep their order, which must be the same everywhere too. */
export function digest(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "bigint") return `${part}n`;
    if (part instanceof Map) return ["map", ...part];
    if (part instanceof Set) return ["set", ...part];
    return part;
  });
}

/** The whole ledger; of the documents remembered in it, which they are: each was compared when it was applied. */
const inShort = (ledger: Ledger): unknown => ({
  ...ledger,
  revisions: ledger.revisions.map(({ revision, index }) => [revision, index]),
});

const sameBatch = (a: Batch | null, b: Batch | null): boolean => a === b || digest(a) === digest(b);

interface Committed {
  readonly term: number;
  /** One object on every node that was sent the same entry; it never changes. */
  readonly batch: Batch | null;
  readonly events: string;
  ledger: string | null;
}
/** The whole ledger is compared at each entry that is a multiple of this; events at every one. */
const LEDGER_EVERY = 8;

export function createJudge(options: JudgeOptions): Judge {
  const { timeline, machines, trace } = options;
  const violations: Violation[] = [];
  const seen = nothingSeen();
  const log: (Committed | undefined)[] = [];
  const leaders = new Map<Term, string>();
  const disks = new Map<string, Map<number, number>>(options.voters.map((name) => [name, new Map()]));
  const tokens = new Map<string, { token: bigint; holder: string }>();
  const believed = new Map<string, { session: SessionId; until: number }>();
  const promised = new Map<string, number>();
  const expired = new Map<string, number>();
  const announced = new Map<string, string>();
  let committed = 0;

  const broken = (invariant: string, detail: string) => {
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
    committed = Math.max(committed, index);
  };
  const onMajority = (index: number, term: number) => {
    let holders = 0;
    for (const disk of disks.values()) if (disk.get(index) === term) holders++;
    if (2 * holders <= options.voters.length) {
      broken("P3", `entry ${index} of term ${term} was applied while only ${holders} voters had it on disk`);
    }
  };

  const judge: Judge = {
    violations,
    seen,
    locks: createLocks(() => timeline.now, broken),
    watch: null,
    announced,
    handedOver: new Map(),
    get committed() {
      return committed;
    },
    broken,
    machinesChanged: () => {
      for (const { name, ips, services } of options.groups) {
        let serving: string | null = null;
        for (const machine of machines) {
          const part =
            ips.find((ip) => machine.answers(ip)) ?? services.find((key) => machine.services.has(key));
          if (part === undefined) continue;
          const here = `${machine.name} (${part})`;
          if (serving !== null) broken("P1", `${name} is served by ${serving} and by ${here}`);
          serving = here;
        }
      }
    },
    written: (node, { payload }) => {
      if (judge.watch !== null) notable(payload, (what) => judge.watch?.(`${what}-written`, node));
    },
    durable: (node, { index, term, payload }) => {
      if (judge.watch !== null) notable(payload, (what) => judge.watch?.(`${what}-durable`, node));
      const disk = disks.get(node);
      if (disk === undefined) return;
      disk.set(index, term);
      // What comes after was replaced with it.
      for (let later = index + 1; disk.delete(later); later++);
    },
    applied: (node, effect, ledger) => {
      const events = digest(effect.events);
      const before = log[effect.index];
      const whole =
        effect.index % LEDGER_EVERY === 0 && ledger.applied === effect.index ? digest(inShort(ledger)) : null;
      if (before === undefined) {
        if (effect.index !== committed + 1)
          broken("log", `${node} applied ${effect.index} when ${committed} was the last`);
        onMajority(effect.index, effect.term);
        log[effect.index] = { term: effect.term, batch: effect.batch, events, ledger: whole };
        first(effect.index, effect.events);
        return;
      }
      if (before.term !== effect.term || !sameBatch(before.batch, effect.batch)) {
        broken(
          "log",
          `${node} applied another entry at ${effect.index}: term ${effect.term}, was ${before.term}`,
        );
      } else if (before.events !== events) {
        broken(
          "ledger",
          `${node} made other events of entry ${effect.index}: ${events}, were ${before.events}`,
        );
      }
      if (whole !== null) {
        if (before.ledger === null) before.ledger = whole;
        else if (before.ledger !== whole)
          broken("ledger", `${node} has another ledger after entry ${effect.index}`);
      }
    },
    role: (node, process, effect) => {
      trace(node, `role ${effect.role} term ${effect.term} leader ${effect.leader ?? "-"} (${effect.why})`);
      if (effect.role !== "leader") return;
      const who = `${node}/${process}`;
      const other = leaders.get(effect.term);
      if (other === undefined) {
        seen.elections++;
        judge.watch?.("elected", node);
      } else if (other !== who) broken("election", `term ${effect.term} has leaders ${other} and ${who}`);
      leaders.set(effect.term, who);
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
    },
    acknowledged: (node, index, events) => {
      seen.acknowledged++;
      const entry = log[index];
      if (entry === undefined) broken("P3", `${node} acknowledged entry ${index}, which nobody has applied`);
      else if (!events.every((event) => entry.events.includes(digest(event)))) {
        broken("P3", `${node} acknowledged at ${index} what the committed entry does not say`);
      }
    },
  };
  return judge;
}

/** For messages: the node's name as the code under test knows it. */
export const asNode = (name: string): NodeId => name as NodeId;
