/** PURE: what the daemons of a lab say: whether they agree that all is well, and the lines of their logs. */
import type { NodeName } from "./plan.ts";

/** What `leasehold status --json` says, as far as the lab looks at it. */
export interface Status {
  readonly node: string;
  readonly leader: string | null;
  readonly term: number;
  readonly disk: string;
  readonly warnings: readonly string[];
  readonly members: readonly {
    readonly name: string;
    readonly alive: boolean;
    readonly voter: boolean;
    readonly disk: string;
    readonly role: string;
    readonly standby: string;
  }[];
  /** Null: not one of two. */
  readonly pair: {
    readonly phase: string;
    readonly peer: string;
    readonly doing: string;
    readonly eligible: boolean;
  } | null;
  readonly outlook: { readonly survives: boolean; readonly sentence: string };
  readonly groups: readonly {
    readonly name: string;
    readonly holder: string | null;
    readonly state: string;
    readonly token: string;
    readonly reason: string;
  }[];
}

/** One line of a daemon's log. `time` in ms since 1970. */
export interface LogLine {
  readonly time: number;
  readonly level: number;
  readonly node: string;
  readonly msg: string;
}

/** The leader's status when every daemon sees every other, one leader, and all groups running; else what is missing. */
export function whatIsMissing(
  daemons: readonly string[],
  seen: readonly (Status | null)[],
  group: string,
): Status | string {
  for (const [i, status] of seen.entries()) {
    const node = daemons[i]!;
    if (status === null) return `${node} does not answer`;
    if (!status.leader) return `${node} knows no leader`;
    const silent = status.members.find((member) => daemons.includes(member.name) && !member.alive);
    if (silent !== undefined) return `${node} does not hear ${silent.name}`;
    if (status.pair !== null && status.pair.phase !== "together")
      return `${node} and its peer are no pair again: ${status.pair.doing}`;
    if (status.pair !== null && !status.pair.eligible) return `${node} could not go on alone yet`;
    const surrendered =
      status.pair === null ? undefined : status.members.find(({ standby }) => standby !== "");
    if (surrendered !== undefined) return `${surrendered.name} is on standby by ${surrendered.standby}`;
    if (!status.groups.some((each) => each.name === group)) return `${node} knows no group ${group}`;
    for (const { name, holder, state, reason } of status.groups) {
      if (!holder) return `${node} knows no holder of ${name}`;
      if (state !== "running") return `${node} sees ${name} ${state} on ${holder}: ${reason}`;
    }
  }
  const leaders = new Set(seen.map((status) => status?.leader));
  if (leaders.size !== 1) return "the daemons do not agree on a leader";
  return seen.find((status) => status?.node === status?.leader) ?? seen[0] ?? "no daemon answered";
}

export function parseLogLine(line: string, node: NodeName): LogLine | null {
  if (line === "") return null;
  try {
    const { time, level, msg } = JSON.parse(line) as {
      time?: number | string;
      level?: number | string;
      msg?: string;
    };
    const at = typeof time === "string" ? Date.parse(time) : time;
    if (at === undefined || msg === undefined) return null;
    return { time: at, level: levelNumber(level), node, msg };
  } catch {
    return null; // a line cut short by a power cut
  }
}

function levelNumber(level: number | string | undefined): number {
  if (typeof level === "number") return level;
  return { debug: 20, info: 30, warn: 40, error: 50, fatal: 60 }[level ?? "info"] ?? 30;
}
