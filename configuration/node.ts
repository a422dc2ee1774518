/** The node's own file: who it is, its cards, where its secrets and its data are. */
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { type NodeId, nodeId } from "../consensus/core/types.ts";
import type { Card } from "../network/port.ts";
import { inSubnet, parseCidr } from "./addresses.ts";
import { type ClusterFile, readCluster } from "./cluster.ts";
import { check, invalid, type Problem, readYaml } from "./document.ts";

const path = z.string({ error: "expected a path" }).min(1, "expected a path");
const schema = z.strictObject({
  node: z
    .string({ error: "expected the node's name, as in the cluster document" })
    .min(1, "expected the node's name"),
  data: path,
  runtime: path,
  secrets: path,
  cluster: path,
  cards: z
    .array(
      z.strictObject({
        name: z
          .string({ error: "expected a card's name" })
          .regex(/^[^\s/]{1,15}$/, "expected a card's name such as eth0"),
        role: z.enum(["primary"], { error: "expected primary" }),
        address: z
          .string({ error: "expected the card's stationary address: a primary card must have one" })
          .refine(
            (v) => parseCidr(v) !== null,
            "expected the card's stationary address with its prefix length, such as 10.0.0.1/24",
          ),
      }),
      { error: "expected a list of cards" },
    )
    .min(1, "expected at least one card"),
  log: z
    .strictObject({
      file: path.nullable().default(null),
      level: z
        .enum(["debug", "info", "warn", "error"], { error: "expected debug, info, warn or error" })
        .default("info"),
    })
    .default({ file: null, level: "info" }),
  urgent: z.boolean({ error: "expected true or false" }).default(true),
  guard: z.enum(["on", "off"], { error: "expected on or off (in quotes)" }).default("on"),
});

export interface NodeFile {
  readonly node: NodeId;
  readonly data: string;
  readonly runtime: string;
  readonly secrets: string;
  readonly cards: readonly Card[];
  readonly log: { readonly file: string | null; readonly level: string };
  /** Schedule the daemon before ordinary processes. */
  readonly urgent: boolean;
  /** "off" only to show what the guard prevents. */
  readonly guard: "on" | "off";
  readonly cluster: ClusterFile;
}

/** Reads a node's file and the cluster document it names; throws `config-invalid` with every problem. */
export function readNode(file: string): NodeFile {
  const source = readYaml(file);
  const checked = check(source, schema);
  if (!checked.ok) throw invalid(file, checked.problems);
  const written = checked.value;
  const at = (p: string): string => resolve(dirname(file), p);
  const cluster = readCluster(at(written.cluster));
  const problems: Problem[] = [];
  const own = cluster.document.nodes.find((n) => n.name === written.node);
  if (own === undefined) {
    const names = cluster.document.nodes.map((n) => n.name).join(", ");
    problems.push({
      line: source.lineOf(["node"]),
      field: "node",
      text: `${written.node} is not in ${at(written.cluster)}; its nodes are ${names}`,
    });
  }
  const cards = written.cards.map((card) => ({
    name: card.name,
    role: card.role,
    stationary: parseCidr(card.address) ?? { ip: "", prefix: 0 },
  }));
  for (const address of own?.addresses ?? []) {
    if (!cards.some((card) => card.stationary.ip === address)) {
      problems.push({
        line: source.lineOf(["cards"]),
        field: "cards",
        text: `no card has ${address}, which the cluster document gives to ${written.node}`,
      });
    }
  }
  cards.forEach((card, i) => {
    if (cards.findIndex((other) => other.name === card.name) !== i) {
      problems.push({
        line: source.lineOf(["cards", i, "name"]),
        field: `cards[${i}].name`,
        text: `${card.name} is named twice`,
      });
    }
  });
  for (const group of cluster.document.groups) {
    if (own !== undefined && !cards.some((card) => inSubnet(group.address.ip, card.stationary))) {
      problems.push({
        line: source.lineOf(["cards"]),
        field: "cards",
        text: `no card of this node is in the subnet of group ${group.name} (${group.address.ip}/${group.address.prefix})`,
      });
    }
  }
  if (problems.length > 0) throw invalid(file, problems);
  return {
    node: nodeId(written.node),
    data: at(written.data),
    runtime: at(written.runtime),
    secrets: at(written.secrets),
    cards,
    log: { file: written.log.file === null ? null : at(written.log.file), level: written.log.level },
    urgent: written.urgent,
    guard: written.guard,
    cluster,
  };
}

/** The card of this node that carries an address: the one whose stationary address is in the same subnet. */
export function cardFor(cards: readonly Card[], ip: string): Card | null {
  return cards.find((card) => inSubnet(ip, card.stationary)) ?? null;
}
