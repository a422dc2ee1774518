/** The node's own file: who it is, its cards, where its secrets and its data are. */
import { dirname, resolve } from "node:path";
import { type NodeId, nodeId } from "../consensus/core/types.ts";
import { addressesOf, type ClusterDocument } from "../consensus/ledger/types.ts";
import { LeaseholdError } from "../errors.ts";
import type { Card } from "../network/port.ts";
import { formatCidr } from "./addresses.ts";
import { cardFor, readCards } from "./cards.ts";
import { type ClusterFile, readDocument } from "./cluster.ts";
import { invalid, readYaml } from "./document.ts";
import { type Fields, isGiven, type Place, Reading, readName } from "./reading.ts";

export { cardFor } from "./cards.ts";

/** What the node's file itself says; paths are absolute. */
export interface NodeSettings {
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
  /** A line without IP to one other node; null: there is none. */
  readonly serial: { readonly device: string; readonly baud: number; readonly peer: NodeId } | null;
  /** The bootstrap document: in force until the ledger has one. Its ports stay in force. */
  readonly bootstrap: string;
}

export interface NodeFile extends NodeSettings {
  readonly cluster: ClusterFile;
}

const KNOWN = [
  "node",
  "data",
  "runtime",
  "secrets",
  "cluster",
  "cards",
  "log",
  "urgent",
  "guard",
  "serial",
] as const;
/** Those that every port and every driver knows. */
const BAUDS = [9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600];
const LEVELS = ["debug", "info", "warn", "error"] as const;

/** Reads a node's file alone, for who only needs to find the daemon; throws `config-invalid` with every problem. */
export function readSettings(file: string): NodeSettings {
  const { reading, settings } = settingsIn(file);
  if (settings === null || !reading.ok) throw invalid(file, reading.problems);
  return settings;
}

/**
 * Reads a node's file and the bootstrap document it names; throws `config-invalid` with every problem of both. Which
 * groups this node can carry is no matter of its start: the ledger's document decides, and the node's facts say it.
 */
export function readNode(file: string): NodeFile {
  const { reading, fields, settings, bootstrap } = settingsIn(file);
  const complaints: string[] = [];
  let cluster: ClusterFile | null = null;
  if (bootstrap !== null && fields !== null) {
    try {
      const source = readYaml(bootstrap);
      const read = readDocument(source, new Map());
      cluster = read.file;
      if (cluster === null) complaints.push(invalid(bootstrap, read.reading.problems).message);
      else checkPlace(reading, fields, settings, cluster.document, bootstrap);
    } catch (error) {
      if (!(error instanceof LeaseholdError)) throw error;
      complaints.push(error.message);
    }
  }
  if (!reading.ok) complaints.unshift(invalid(file, reading.problems).message);
  if (complaints.length > 0 || settings === null || cluster === null)
    throw new LeaseholdError("config-invalid", complaints.join("\n"));
  return { ...settings, cluster };
}

function settingsIn(file: string) {
  const source = readYaml(file);
  const reading = new Reading(source);
  if (!reading.ok) return { reading, fields: null, settings: null, bootstrap: null };
  const fields = reading.fields(reading.root, "a node's file: a map with node, cluster, cards", KNOWN);
  if (fields === null) return { reading, fields, settings: null, bootstrap: null };
  const path = (at: Place): string | null => {
    const text = reading.text(at, "a path", (written) => written !== "");
    return text === null ? null : resolve(dirname(file), text);
  };
  const node = readName(reading, fields("node"));
  const [data, runtime] = [path(fields("data")), path(fields("runtime"))];
  const [secrets, bootstrap] = [path(fields("secrets")), path(fields("cluster"))];
  const cards = readCards(reading, fields("cards"));
  const log = readLog(reading, fields("log"), path);
  const urgent = reading.flag(fields("urgent"), true);
  const guard = reading.choice(fields("guard"), ["on", "off"], "on");
  const serial = readSerial(reading, fields("serial"));
  if (node === null || data === null || runtime === null || secrets === null || bootstrap === null)
    return { reading, fields, settings: null, bootstrap };
  if (cards === null || log === null || urgent === null || guard === null || serial === undefined)
    return { reading, fields, settings: null, bootstrap };
  const settings: NodeSettings = {
    node: nodeId(node),
    data,
    runtime,
    secrets,
    cards,
    log,
    urgent,
    guard,
    serial,
    bootstrap,
  };
  return { reading, fields, settings, bootstrap };
}

function readLog(
  reading: Reading,
  at: Place,
  path: (at: Place) => string | null,
): NodeSettings["log"] | null {
  if (!isGiven(at)) return { file: null, level: "info" };
  const fields = reading.fields(at, "a map such as {file: leasehold.log, level: info}", ["file", "level"]);
  if (fields === null) return null;
  const level = reading.choice(fields("level"), LEVELS, "info");
  const file = isGiven(fields("file")) ? path(fields("file")) : null;
  return level === null ? null : { file, level };
}

/** Undefined when it is wrong; null: there is none. */
function readSerial(reading: Reading, at: Place): NodeSettings["serial"] | undefined {
  if (!isGiven(at)) return null;
  const expected = "a map such as {device: /dev/ttyS0, baud: 115200, peer: beta}";
  const fields = reading.fields(at, expected, ["device", "baud", "peer"]);
  if (fields === null) return undefined;
  const device = reading.text(fields("device"), "the path of a device such as /dev/ttyS0", (path) =>
    /^\/[^\0]+$/.test(path),
  );
  const baud = reading.whole(fields("baud"), 1, 10_000_000, 115_200);
  if (baud !== null && !BAUDS.includes(baud))
    reading.complain(fields("baud"), `expected one of ${BAUDS.join(", ")}, not ${baud}`);
  const peer = readName(reading, fields("peer"));
  return device === null || baud === null || peer === null ? undefined : { device, baud, peer: nodeId(peer) };
}

/** This node is in the document, and has the addresses that the document gives it. */
function checkPlace(
  reading: Reading,
  fields: Fields,
  settings: NodeSettings | null,
  document: ClusterDocument,
  bootstrap: string,
): void {
  const name = fields("node").value;
  const own = document.nodes.find((node) => node.name === name);
  if (own === undefined) {
    const names = document.nodes.map((node) => node.name).join(", ");
    if (typeof name === "string")
      reading.complain(fields("node"), `${name} is not in ${bootstrap}; its nodes are ${names}`);
    return;
  }
  checkSerial(reading, fields("serial"), String(name), document);
  if (settings === null || own.role === "witness") return; // it needs no card of its own
  const fixed = new Set(settings.cards.flatMap(({ addresses }) => addresses.map(({ ip }) => ip)));
  for (const address of own.addresses.filter((ip) => !fixed.has(ip)))
    reading.complain(fields("cards"), `no card has ${address}, which the cluster document gives to ${name}`);
}

/** The line goes to another node of the cluster. */
function checkSerial(reading: Reading, at: Place, self: string, { nodes }: ClusterDocument): void {
  const peer: unknown = at.value instanceof Map ? at.value.get("peer") : undefined;
  if (typeof peer !== "string") return;
  const others = nodes.map(({ name }) => String(name)).filter((name) => name !== self);
  if (others.includes(peer)) return;
  const what = peer === self ? "is this node itself" : "is no node of the cluster";
  reading.complain(
    { value: peer, key: "peer", up: at },
    `${peer} ${what}; expected ${others.join(" or ") || "another node"}`,
  );
}

/** Floating addresses of a document that no card here can carry, a sentence each. */
export function unreachable(cards: readonly Card[], document: ClusterDocument): string[] {
  return document.groups.flatMap((group) =>
    addressesOf(group)
      .filter(({ ip }) => cardFor(cards, ip) === null)
      .map(
        (member) =>
          `no card of this node is in the subnet of ${formatCidr(member)} of group ${group.name}; it cannot run here`,
      ),
  );
}
