/**
 * Whether the next failure would be survived, in one sentence, and why not. It looks at one node failing at a time, as this
 * node sees the cluster now; what it cannot see it does not assume to be well.
 */
import type { Millis, NodeId } from "../consensus/core/types.ts";
import { strictMajority } from "./arbitration.ts";
import { RISK_SENTENCE } from "./jeopardy.ts";
import type { Verdict } from "./types.ts";

export interface NodeFacts {
  readonly name: NodeId;
  readonly voter: boolean;
  /** Heard now; this node itself: always. */
  readonly heard: boolean;
  /** Of the ways to it (serial line included), how many it is heard by. This node itself: 0 of 0. */
  readonly paths: number;
  readonly livePaths: number;
}

export interface GroupFacts {
  readonly name: string;
  /** Null: nobody holds it. */
  readonly holder: NodeId | null;
  /** A person has stopped it, or keeps it under maintenance: it is not expected to move. */
  readonly resting: boolean;
  /** Every other node: whether it could take the group now. `why` completes the sentence "beta ...". */
  readonly others: readonly { readonly node: NodeId; readonly fit: boolean; readonly why: string }[];
}

export interface DeviceFacts {
  readonly name: string;
  /** The node that it switches off, and in which of that node's levels, from 1 up. */
  readonly node: NodeId;
  readonly level: number;
  /** When a status query was last answered, by the clock of `now`; null: never. */
  readonly answeredAt: Millis | null;
}

/** Of the two that vote. */
export interface PairFacts {
  readonly arbitration: {
    readonly acceptNonTransitiveRisk: boolean;
    /** Targets configured, and how many each of the two reached in its newest round; absent: it has not said. */
    readonly targets: number;
    readonly reached: ReadonlyMap<NodeId, number>;
    /** What a person should know of the targets before they are needed, a sentence each. */
    readonly pings: readonly string[];
  } | null;
  /** Whether this node may go on alone as far as its own disk goes; null: this node is not one of the two. */
  readonly eligible: Verdict | null;
  /** This node votes alone already. */
  readonly alone: boolean;
}

export interface OutlookFacts {
  readonly self: NodeId;
  /** A leader is known, so that things can be decided. */
  readonly led: boolean;
  readonly nodes: readonly NodeFacts[];
  readonly groups: readonly GroupFacts[];
  readonly devices: readonly DeviceFacts[];
  /** Null unless exactly two nodes vote. */
  readonly pair: PairFacts | null;
  /** What serves on this machine without a lease (R15). */
  readonly foreign: readonly string[];
}

export interface Finding {
  /** bad: the next failure is not survived for it. warn: a person should look before it is needed. */
  readonly level: "bad" | "warn";
  readonly text: string;
}
export interface Outlook {
  readonly survives: boolean;
  readonly sentence: string;
  /** Everything that was found, the worst first; empty: all is well. */
  readonly findings: readonly Finding[];
}

/** A device whose status has not been read for so long may be gone without anybody having noticed. */
export const DEVICE_STALE_MS = 15 * 60_000;

/** What stands in the way if `dead` fails. `of`: what follows "If alpha fails, "; `why`: the cause alone. */
interface Obstacle {
  readonly dead: NodeId;
  readonly of: string;
  readonly why: string;
}

/** Never throws. `now`: the clock of `answeredAt`. */
export function outlookOf(facts: OutlookFacts, now: Millis): Outlook {
  const bad: string[] = [];
  if (!facts.led) bad.push("nothing can be decided now: no leader is known");
  for (const { name, holder, resting } of facts.groups)
    if (holder === null && !resting) bad.push(`${name} is down now`);
  const obstacles = facts.nodes
    .filter(({ heard }) => heard)
    .flatMap(({ name }) => obstaclesTo(facts, name, now));
  const sentences = [...bad.map(capital), ...together(obstacles)];
  const findings: Finding[] = [
    ...sentences.map((text): Finding => ({ level: "bad", text })),
    ...warningsOf(facts, now).map((text): Finding => ({ level: "warn", text })),
  ];
  const survives = sentences.length === 0;
  return { survives, sentence: survives ? wellWords(facts) : (sentences[0] ?? ""), findings };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function wellWords({ nodes, pair }: OutlookFacts): string {
  const names = nodes.filter(({ heard }) => heard).map(({ name }) => name);
  const well = `Any one of ${listed(names, "and")} may fail: the rest goes on`;
  return pair?.arbitration?.acceptNonTransitiveRisk === true ? `${well}; but ${RISK_SENTENCE}` : well;
}

const listed = (names: readonly string[], word: "and" | "or"): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;

/** One sentence for what stands in the way of several alike. */
function together(obstacles: readonly Obstacle[]): string[] {
  const nodes = new Map<string, NodeId[]>();
  for (const { dead, of, why } of obstacles) {
    const words = `${of}: ${why}`;
    nodes.set(words, [...(nodes.get(words) ?? []), dead]);
  }
  return [...nodes].map(([words, names]) => `If ${listed(names, "or")} fails, ${words}`);
}

function obstaclesTo(facts: OutlookFacts, dead: NodeId, now: Millis): Obstacle[] {
  const decided = undecided(facts, dead, now);
  return decided !== null ? [decided] : stranded(facts, dead);
}

/** Why nothing could be decided without `dead`; null when it could. */
function undecided(facts: OutlookFacts, dead: NodeId, now: Millis): Obstacle | null {
  const { nodes, pair } = facts;
  const voters = nodes.filter(({ voter }) => voter);
  if (!voters.some(({ name }) => name === dead)) return null;
  const nothing = "nothing is taken over";
  if (voters.length === 1) return { dead, of: nothing, why: "it is the only node that votes" };
  if (voters.length === 2 && pair !== null) {
    const survivor = voters.find(({ name }) => name !== dead);
    return survivor === undefined ? null : unproven(facts, pair, dead, survivor, now);
  }
  const left = voters.filter(({ name, heard }) => heard && name !== dead).length;
  const needed = strictMajority(voters.length);
  if (left >= needed) return null;
  const away = voters.filter(({ heard }) => !heard).map(({ name }) => name);
  const because =
    away.length === 0 ? "" : `; ${listed(away, "and")} ${away.length === 1 ? "is" : "are"} away already`;
  const why = `${left} of ${voters.length} voters would be left, and ${needed} are needed${because}`;
  return { dead, of: "nothing can be decided", why };
}

/** Two voters: why `survivor` could not go on alone without `dead`. */
function unproven(
  { devices, self }: OutlookFacts,
  { arbitration, eligible, alone }: PairFacts,
  dead: NodeId,
  survivor: NodeFacts,
  now: Millis,
): Obstacle | null {
  const of = `${survivor.name} takes nothing over`;
  if (alone && dead === self)
    return { dead, of: "nothing is taken over", why: `it votes alone until ${survivor.name} has caught up` };
  if (!survivor.heard) return { dead, of: "nothing is taken over", why: `${survivor.name} is away already` };
  if (arbitration === null) {
    const why = "the document has no arbitration, so it could not tell whether it is itself cut off";
    return { dead, of, why };
  }
  const reached = arbitration.reached.get(survivor.name);
  const needed = strictMajority(arbitration.targets);
  if (reached !== undefined && reached < needed) {
    const why = `it reaches ${reached} of ${arbitration.targets} ping targets, and ${needed} are needed`;
    return { dead, of, why };
  }
  if (survivor.name === self && eligible?.ok === false) return { dead, of, why: eligible.reason };
  if (arbitration.acceptNonTransitiveRisk) return null;
  const able = devices.filter(({ node }) => node === dead);
  if (able.length === 0) {
    const byWord = `${of} until a person confirms it (leasehold fence confirm ${dead})`;
    return { dead, of: byWord, why: `no fence device switches ${dead} off` };
  }
  const levels = new Set(able.map(({ level }) => level));
  const whole = (level: number): boolean =>
    able.every((device) => device.level !== level || isFresh(device, now));
  if ([...levels].some(whole)) return null;
  const silent = able.filter((device) => !isFresh(device, now)).map(({ name }) => name);
  const names = listed([...new Set(silent)], "and");
  const why = `${names} ${silent.length === 1 ? "does" : "do"} not answer, so that nothing could show ${dead} to be off`;
  return { dead, of, why };
}

const isFresh = ({ answeredAt }: DeviceFacts, now: Millis): boolean =>
  answeredAt !== null && now - answeredAt < DEVICE_STALE_MS;

/** Groups of `dead` that no other node could take. */
function stranded({ groups }: OutlookFacts, dead: NodeId): Obstacle[] {
  return groups
    .filter(({ holder, resting }) => holder === dead && !resting)
    .filter(({ others }) => !others.some(({ node, fit }) => fit && node !== dead))
    .map(({ name, others }) => {
      const reasons = others.filter(({ node }) => node !== dead).map(({ node, why }) => `${node} ${why}`);
      const why = reasons.length === 0 ? "there is no other node" : reasons.join("; ");
      return { dead, of: `${name} stays down`, why };
    });
}

/** What a person should look at before it is needed. */
function warningsOf({ nodes, devices, pair, foreign }: OutlookFacts, now: Millis): string[] {
  const found: string[] = [];
  for (const { name, heard } of nodes) if (!heard) found.push(`${name} is away`);
  if (pair?.arbitration?.acceptNonTransitiveRisk === true) found.push(RISK_SENTENCE);
  found.push(...(pair?.arbitration?.pings ?? []));
  for (const device of devices) {
    if (isFresh(device, now)) continue;
    const since =
      device.answeredAt === null
        ? "has not answered yet"
        : `has not answered for ${Math.round((now - device.answeredAt) / 60_000)} minutes`;
    found.push(`fence device ${device.name}, which switches ${device.node} off, ${since}`);
  }
  for (const { name, paths, livePaths, heard } of nodes) {
    if (!heard || paths === 0) continue;
    if (paths === 1)
      found.push(`${name} is heard by one path only: a fault of that network looks like a fault of the node`);
    else if (livePaths < paths) found.push(`${name} is heard by ${livePaths} of ${paths} paths`);
  }
  found.push(...foreign);
  return found;
}
