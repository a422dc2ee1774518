/** PURE: what the files of a lab's cluster say: one document for all, and one of each node's own. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ProfileName } from "../../configuration/profiles.ts";
import type { LabPlan, NodeName, NodePlan } from "./plan.ts";
import { timingLines } from "./times.ts";
import type { PairLab } from "./twolab.ts";

export const GROUP = "web";
/** The second group of a pair: an address and a process, for the other node to hold. */
export const SECOND = "mail";
export const WEB_PORT = 80;

/** A built file of the project. */
export const program = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Lines of a node's own file. */
export function nodeDocument(
  { name, cards }: NodePlan,
  file: {
    readonly disk: string;
    readonly secrets: string;
    readonly cluster: string;
    readonly log: string;
    readonly guard: "on" | "off";
    /** It names no cards. */
    readonly isWitness: boolean;
  },
): string[] {
  return [
    `node: ${name}`,
    `data: ${join(file.disk, "data")}`,
    `runtime: ${join(file.disk, "run")}`,
    `secrets: ${file.secrets}`,
    `cluster: ${file.cluster}`,
    ...(file.isWitness ? [] : ["cards:"]),
    ...(file.isWitness ? [] : [cards.lan, cards.hb]).map(
      (card) => `  - {name: ${card.card}, role: primary, address: ${card.ip}/${card.prefix}}`,
    ),
    `log: {file: ${file.log}, level: info}`,
    `guard: "${file.guard}"`,
  ];
}

/** The cluster document that names these nodes. */
export function clusterDocument(
  plan: LabPlan,
  nodes: readonly NodePlan[],
  of: {
    readonly profile: ProfileName;
    readonly patient: boolean;
    readonly witness: NodeName | null;
    readonly groups: "one" | "pair";
    readonly pair: Pick<PairLab, "power" | "documentLines"> | null;
  },
): string {
  const command = [process.execPath, program("test/lab/web.js"), String(WEB_PORT)];
  const roleOf = (node: NodeName): string => (node === of.witness ? ", role: witness" : "");
  return [
    "cluster: lab",
    `profile: ${of.profile}`,
    ...timingLines(of.patient),
    "nodes:",
    ...nodes.map(
      ({ name, cards }) =>
        `  - {name: ${name}, addresses: [${cards.lan.ip}, ${cards.hb.ip}]${roleOf(name)}${of.pair?.power(name) ?? ""}}`,
    ),
    ...(of.pair?.documentLines() ?? []),
    "groups:",
    `  - name: ${GROUP}`,
    `    address: ${plan.floating}/${plan.prefix}`,
    `    command: ${JSON.stringify(command)}`,
    `    prefers: [${nodes.flatMap(({ name }) => (name === of.witness ? [] : [name])).join(", ")}]`,
    ...(of.groups === "one" ? [] : secondGroup(plan, nodes)),
    "",
  ].join("\n");
}

function secondGroup({ second, prefix }: LabPlan, nodes: readonly NodePlan[]): string[] {
  const names = nodes.map((node) => node.name);
  return [
    `  - name: ${SECOND}`,
    "    members:",
    `      - address: ${second}/${prefix}`,
    '      - command: [sleep, "1000000"]',
    `    prefers: [${[...names.slice(1), ...names.slice(0, 1)].join(", ")}]`,
  ];
}
