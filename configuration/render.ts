/** A cluster document as YAML, the same text for the same document; reading it gives the document back. */
import type {
  Arbitration,
  ClusterDocument,
  FenceDeviceSpec,
  GroupSpec,
  MemberSpec,
  Outlet,
  Preference,
  ServiceMember,
  Timing,
} from "../consensus/ledger/types.ts";
import { formatCidr } from "./addresses.ts";
import { formatDuration } from "./duration.ts";
import { FIRST_WEIGHT } from "./groups.ts";
import { PROFILES, type ProfileName } from "./profiles.ts";

const HEADER = [
  "# A Leasehold cluster document. Edit it and give it to the cluster with: leasehold apply -f FILE",
  "# Nodes, their addresses and the ports stay as they are; see docs/configuration.md.",
];

/** Every default is written out, names of members too, so that an edit in front of a member renames nobody. */
export function render(document: ClusterDocument): string {
  const lines = [
    ...HEADER,
    "",
    `cluster: ${scalar(document.cluster)}`,
    ...timingLines(document.timing),
    "nodes:",
  ];
  for (const { name, addresses, voter, role, power } of document.nodes) {
    const witness = role === "witness" ? ", role: witness" : "";
    const suffix = `${voter ? "" : ", voter: false"}${witness}${power === undefined ? "" : `, power: ${levels(power)}`}`;
    lines.push(`  - {name: ${scalar(name)}, addresses: [${addresses.map(scalar).join(", ")}]${suffix}}`);
  }
  lines.push(...arbitrationLines(document.arbitration), ...deviceLines(document.devices));
  if (document.groups.length === 0) lines.push("groups: []");
  else lines.push("groups:", ...document.groups.flatMap(groupLines));
  return `${lines.join("\n")}\n`;
}

/** The profile that is nearest, and what differs from it. */
function timingLines(timing: Timing): string[] {
  const names = Object.keys(PROFILES) as ProfileName[];
  const fields = Object.keys(PROFILES.default) as (keyof Timing)[];
  const differing = (name: ProfileName): (keyof Timing)[] =>
    fields.filter((field) => timing[field] !== PROFILES[name][field]);
  const nearest = names.reduce((a, b) => (differing(b).length < differing(a).length ? b : a), "default");
  const stated = differing(nearest);
  return [
    `profile: ${nearest}`,
    ...(stated.length === 0 ? [] : ["timing:", ...stated.map((field) => `  ${field}: ${timing[field]}`)]),
  ];
}

const levels = (power: readonly (readonly Outlet[])[]): string =>
  `[${power.map((level) => (level.length === 1 ? level.map(outlet).join() : `[${level.map(outlet).join(", ")}]`)).join(", ")}]`;
const outlet = ({ device, outlet: name }: Outlet): string =>
  `{device: ${scalar(device)}, outlet: ${scalar(name)}}`;

function arbitrationLines(arbitration: Arbitration | undefined): string[] {
  if (arbitration === undefined) return [];
  const { targets, period, timeout, rounds, returnAfter, switchOn, acceptNonTransitiveRisk } = arbitration;
  return [
    "arbitration:",
    `  targets: [${targets.map(scalar).join(", ")}]`,
    `  period: ${formatDuration(period)}`,
    `  timeout: ${formatDuration(timeout)}`,
    `  rounds: ${rounds}`,
    `  returnAfter: ${returnAfter === null ? "never" : formatDuration(returnAfter)}`,
    `  switchOn: ${switchOn}`,
    `  acceptNonTransitiveRisk: ${acceptNonTransitiveRisk}`,
  ];
}

function deviceLines(devices: readonly FenceDeviceSpec[] = []): string[] {
  if (devices.length === 0) return [];
  return [
    "fencing:",
    "  devices:",
    ...devices.map(
      ({ name, type, socket, bound, timeout }) =>
        `    - {name: ${scalar(name)}, type: ${type}, socket: ${scalar(socket)}, bound: ${formatDuration(bound)}, timeout: ${formatDuration(timeout)}}`,
    ),
  ];
}

function groupLines({ name, members, prefers, failback }: GroupSpec): string[] {
  const lines = [`  - name: ${scalar(name)}`, "    members:", ...members.flatMap(memberLines)];
  if (prefers.length > 0) lines.push(`    prefers: ${preferences(prefers)}`);
  if (failback === null) lines.push("    failback: never");
  else if (failback.after === 0) lines.push("    failback: immediate");
  else lines.push(`    failback: {after: ${formatDuration(failback.after)}}`);
  return lines;
}

function preferences(prefers: readonly Preference[]): string {
  const plain = prefers.every(({ weight }, i) => weight === FIRST_WEIGHT - i);
  if (plain) return `[${prefers.map(({ node }) => scalar(node)).join(", ")}]`;
  return `{${prefers.map(({ node, weight }) => `${scalar(node)}: ${weight}`).join(", ")}}`;
}

function memberLines(member: MemberSpec): string[] {
  const name = `        name: ${scalar(member.name)}`;
  switch (member.type) {
    case "address":
      return [`      - address: ${scalar(formatCidr(member))}`, name];
    case "unit":
      return [`      - unit: ${scalar(member.unit)}`, name, ...timeLines(member)];
    case "command": {
      const variables = Object.entries(member.environment).sort(([a], [b]) => (a < b ? -1 : 1));
      return [
        `      - command: [${member.command.map(scalar).join(", ")}]`,
        name,
        ...(variables.length === 0 ? [] : ["        environment:"]),
        ...variables.map(([key, value]) => `          ${scalar(key)}: ${scalar(value)}`),
        ...timeLines(member),
      ];
    }
  }
}

const timeLines = ({ startTimeout, stopTimeout, restarts: { limit, window } }: ServiceMember): string[] => [
  `        startTimeout: ${formatDuration(startTimeout)}`,
  `        stopTimeout: ${formatDuration(stopTimeout)}`,
  `        restarts: {limit: ${limit}, window: ${formatDuration(window)}}`,
];

/** Words that some reader of YAML takes for something else. */
const TAKEN = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
const PLAIN = /^(?:[A-Za-z/][\w./@-]*|\d{1,3}(?:\.\d{1,3}){3}(?:\/\d+)?)$/;

/** Plain where every reader agrees that it is this text, else in quotes as JSON has them. */
function scalar(text: string): string {
  if (PLAIN.test(text) && !TAKEN.test(text)) return text;
  const escaped = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escaped);
}
