/** What changes between two documents, a line each, for people. Values of environment variables never show. */
import type {
  Arbitration,
  ClusterDocument,
  FenceDeviceSpec,
  GroupSpec,
  MemberSpec,
  NodeSpec,
  Preference,
  Timing,
} from "../consensus/ledger/types.ts";
import { formatCidr } from "./addresses.ts";
import { formatDuration } from "./duration.ts";
import { PROFILES } from "./profiles.ts";

/** Empty when they mean the same; the order of nodes and of groups means nothing. */
export function diff(before: ClusterDocument | null, after: ClusterDocument): string[] {
  return [
    ...change("cluster", before?.cluster, after.cluster),
    ...timingLines(before?.timing, after.timing),
    ...listLines(
      before?.nodes ?? [],
      after.nodes,
      (sign, node) => `${sign} ${summaryOfNode(node)}`,
      nodeLines,
    ),
    ...arbitrationLines(before?.arbitration, after.arbitration),
    ...listLines(
      before?.devices ?? [],
      after.devices ?? [],
      (sign, device) => `${sign} fence device ${device.name} (${device.type} ${device.socket})`,
      deviceLines,
    ),
    ...listLines(
      before?.groups ?? [],
      after.groups,
      (sign, group) => `${sign} ${summaryOfGroup(group)}`,
      groupLines,
    ),
  ];
}

interface Named {
  readonly name: string;
}

/** Lines for what was removed, changed and added, in the order of the documents. */
function listLines<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  whole: (sign: "+" | "-", item: T) => string,
  inner: (before: T, after: T) => string[],
): string[] {
  const old = new Map(before.map((item) => [item.name, item]));
  const kept = new Set(after.map(({ name }) => name));
  return [
    ...before.filter(({ name }) => !kept.has(name)).map((item) => whole("-", item)),
    ...after.flatMap((item) => {
      const previous = old.get(item.name);
      return previous === undefined ? [whole("+", item)] : inner(previous, item);
    }),
  ];
}

/** `~ WHAT BEFORE -> AFTER`, when they differ; nothing was there before: `+ WHAT AFTER`. */
function change(what: string, before: string | undefined, after: string): string[] {
  if (before === after) return [];
  return [before === undefined ? `+ ${what} ${after}` : `~ ${what} ${before} -> ${after}`];
}

function timingLines(before: Timing | undefined, after: Timing): string[] {
  if (before === undefined) return [`+ timing: ttl ${after.ttl}`];
  const names = Object.keys(PROFILES.default) as (keyof Timing)[];
  return names.flatMap((name) => change(`timing: ${name}`, String(before[name]), String(after[name])));
}

const summaryOfNode = ({ name, addresses, voter, role }: NodeSpec): string =>
  `node ${name} (${addresses.join(", ")}${voter ? "" : ", no voter"}${role === "witness" ? ", witness" : ""})`;

function nodeLines(before: NodeSpec, after: NodeSpec): string[] {
  const what = `node ${after.name}:`;
  return [
    ...change(`${what} addresses`, before.addresses.join(", "), after.addresses.join(", ")),
    ...change(`${what} voter`, String(before.voter), String(after.voter)),
    ...change(`${what} role`, before.role ?? "full", after.role ?? "full"),
    ...change(`${what} power`, power(before), power(after)),
  ];
}

/** `pdu 1 and ups 2, else board 1`. */
const power = ({ power: levels = [] }: NodeSpec): string =>
  levels
    .map((level) => level.map(({ device, outlet }) => `${device} ${outlet}`).join(" and "))
    .join(", else ") || "none";

function arbitrationLines(before: Arbitration | undefined, after: Arbitration | undefined): string[] {
  if (after === undefined) return before === undefined ? [] : ["- arbitration"];
  if (before === undefined) return [`+ arbitration (${after.targets.join(", ")})`, ...riskLines(after)];
  const words = (terms: Arbitration): Readonly<Record<string, string>> => ({
    targets: terms.targets.join(", "),
    period: formatDuration(terms.period),
    timeout: formatDuration(terms.timeout),
    rounds: String(terms.rounds),
    returnAfter: terms.returnAfter === null ? "never" : formatDuration(terms.returnAfter),
    switchOn: String(terms.switchOn),
    acceptNonTransitiveRisk: String(terms.acceptNonTransitiveRisk),
  });
  const [old, now] = [words(before), words(after)];
  return Object.keys(now).flatMap((name) => change(`arbitration: ${name}`, old[name], now[name] ?? ""));
}

const riskLines = ({ acceptNonTransitiveRisk }: Arbitration): string[] =>
  acceptNonTransitiveRisk ? ["+ arbitration: acceptNonTransitiveRisk true"] : [];

function deviceLines(before: FenceDeviceSpec, after: FenceDeviceSpec): string[] {
  const what = `fence device ${after.name}:`;
  return [
    ...change(`${what} type`, before.type, after.type),
    ...change(`${what} socket`, before.socket, after.socket),
    ...change(`${what} bound`, formatDuration(before.bound), formatDuration(after.bound)),
    ...change(`${what} timeout`, formatDuration(before.timeout), formatDuration(after.timeout)),
  ];
}

const summaryOfGroup = ({ name, members }: GroupSpec): string =>
  `group ${name} (${members.map(describeMember).join(", ")})`;

/** The address with its prefix length, the command line, or the unit. */
export function describeMember(member: MemberSpec): string {
  switch (member.type) {
    case "address":
      return formatCidr(member);
    case "unit":
      return member.unit;
    case "command":
      return shorten(commandLine(member.command));
  }
}

const commandLine = (command: readonly string[]): string =>
  command.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word))).join(" ");

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

function groupLines(before: GroupSpec, after: GroupSpec): string[] {
  const what = `group ${after.name}:`;
  return [
    ...listLines(
      before.members,
      after.members,
      (sign, member) => `~ ${what} ${sign} ${member.name} (${describeMember(member)})`,
      (old, now) => memberLines(`${what} ${now.name}`, old, now),
    ),
    ...orderLines(what, before.members, after.members),
    ...preferenceLines(what, before.prefers, after.prefers),
    ...change(`${what} failback`, failback(before), failback(after)),
    ...change(`${what} accepts`, before.accepts.join(", "), after.accepts.join(", ")),
  ];
}

/** Of the members that stay. */
function orderLines(what: string, before: readonly MemberSpec[], after: readonly MemberSpec[]): string[] {
  const kept = (members: readonly MemberSpec[], others: readonly MemberSpec[]): string => {
    const names = new Set(others.map(({ name }) => name));
    return members
      .map(({ name }) => name)
      .filter((name) => names.has(name))
      .join(", ");
  };
  return change(`${what} order`, kept(before, after), kept(after, before));
}

function memberLines(what: string, before: MemberSpec, after: MemberSpec): string[] {
  if (before.type !== after.type || before.type === "address" || after.type === "address")
    return change(what, describeMember(before), describeMember(after));
  const lines = [
    ...change(
      `${what}: startTimeout`,
      formatDuration(before.startTimeout),
      formatDuration(after.startTimeout),
    ),
    ...change(`${what}: stopTimeout`, formatDuration(before.stopTimeout), formatDuration(after.stopTimeout)),
    ...change(`${what}: restarts`, restarts(before), restarts(after)),
  ];
  if (before.type === "unit" || after.type === "unit")
    return [...change(what, describeMember(before), describeMember(after)), ...lines];
  return [
    ...commandLines(what, before.command, after.command),
    ...environmentLines(`${what}: environment`, before.environment, after.environment),
    ...lines,
  ];
}

function commandLines(what: string, before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [commandLine(before), commandLine(after)];
  const [shortOld, shortNow] = [shorten(old), shorten(now)];
  if (old === now) return [];
  return shortOld === shortNow
    ? [`~ ${what}: command changes (${shortNow})`]
    : change(what, shortOld, shortNow);
}

/** Names alone: the values may be secret. */
function environmentLines(
  what: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => before[name] !== after[name]);
  return changed.length === 0 ? [] : [`~ ${what}: ${changed.join(", ")}`];
}

const restarts = ({ restarts: { limit, window } }: Exclude<MemberSpec, { type: "address" }>): string =>
  `${limit} in ${formatDuration(window)}`;

const failback = ({ failback: wish }: GroupSpec): string => {
  if (wish === null) return "never";
  return wish.after === 0 ? "immediate" : `after ${formatDuration(wish.after)}`;
};

/** Weights show only where the names alone would show no change. */
function preferenceLines(
  what: string,
  before: readonly Preference[],
  after: readonly Preference[],
): string[] {
  const names = (list: readonly Preference[]): string => list.map(({ node }) => node).join(", ") || "nobody";
  const weights = (list: readonly Preference[]): string =>
    list.map(({ node, weight }) => `${node} ${weight}`).join(", ");
  const show = names(before) === names(after) ? weights : names;
  return change(`${what} prefers`, show(before), show(after));
}
