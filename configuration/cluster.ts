/** The cluster document: nodes, groups, timing. One YAML file, the same on every node. */
import { nodeId } from "../consensus/core/types.ts";
import type {
  ClusterDocument,
  GroupSpec,
  NodeRole,
  NodeSpec,
  ProofKind,
  Timing,
} from "../consensus/ledger/types.ts";
import { type Address, formatAddress, parseAddress, unusable } from "./addresses.ts";
import { checkFencing, readArbitration, readFencing, readPower, type WrittenPower } from "./arbitration.ts";
import { invalid, readYaml, type Source } from "./document.ts";
import { defaultAccepts, readGroup } from "./groups.ts";
import { PROFILES, type ProfileName, timingProblems } from "./profiles.ts";
import { type KnownCards, type Reach, reachOf } from "./reach.ts";
import { Claims, type Fields, isGiven, type Place, Reading, readName } from "./reading.ts";

const MOST_NODES = 16;
const MOST_VOTERS = 7;
const MOST_PATHS = 4;
const MOST_GROUPS = 4096;

export interface Ports {
  readonly peer: number;
  readonly heartbeat: number;
  readonly api: number;
}
export const DEFAULT_PORTS: Ports = { peer: 7410, heartbeat: 7410, api: 7411 };

export interface ClusterFile {
  readonly document: ClusterDocument;
  readonly ports: Ports;
}

/** A node as far as it could be read, and where it stands. */
export interface WrittenNode {
  readonly at: Place;
  readonly fields: Fields;
  readonly name: string | null;
  /** Canonical text; null where it is no address. */
  readonly addresses: readonly (string | null)[];
  readonly voter: boolean | null;
  readonly role: NodeRole | null;
  readonly power: WrittenPower | undefined;
}

/** What could be read of a document, with the problems that were found in it. */
export interface Written {
  readonly reading: Reading;
  readonly fields: Fields | null;
  /** Null when anything is wrong. */
  readonly file: ClusterFile | null;
  readonly cluster: string | null;
  readonly nodes: readonly WrittenNode[] | null;
  readonly reach: Reach;
}

/**
 * Reads a cluster document; throws `config-invalid` with every problem, each with file, line and field.
 * `cards`: what is known of the nodes' cards; null: every address must lie in a subnet of every node's addresses.
 */
export function readCluster(file: string, cards: KnownCards = null): ClusterFile {
  return checkCluster(readYaml(file), cards);
}

export function checkCluster(source: Source, cards: KnownCards = null): ClusterFile {
  const { reading, file } = readDocument(source, cards);
  if (file === null) throw invalid(source.file, reading.problems);
  return file;
}

const KNOWN = ["cluster", "profile", "timing", "ports", "nodes", "arbitration", "fencing", "groups"] as const;

export function readDocument(source: Source, cards: KnownCards): Written {
  const reading = new Reading(source);
  const nothing = { reading, file: null, cluster: null, nodes: null, reach: reachOf([], cards) };
  if (!reading.ok) return { ...nothing, fields: null };
  const fields = reading.fields(reading.root, "a cluster document: a map with cluster, nodes, groups", KNOWN);
  if (fields === null) return { ...nothing, fields };
  const claims = new Claims(reading);
  const cluster = readName(reading, fields("cluster"));
  const timing = readTiming(reading, fields);
  const ports = readPorts(reading, fields("ports"));
  const nodes = readNodes(reading, fields("nodes"), claims);
  const reach = reachOf((nodes ?? []).flatMap(placeOf), cards);
  const arbitration = readArbitration(reading, fields("arbitration"), claims);
  const devices = readFencing(reading, fields("fencing"), claims);
  const places = { arbitration: fields("arbitration"), fencing: fields("fencing") };
  checkFencing(reading, places, arbitration, devices, nodes?.map(({ power }) => power) ?? []);
  const specs = nodes?.map(specOf).filter((spec) => spec !== null);
  const given = arbitration === undefined ? {} : { arbitration };
  const accepts = defaultAccepts({ nodes: specs ?? [], ...given });
  const groups = readGroups(reading, fields("groups"), claims, nodes, reach, accepts);
  const document =
    cluster !== null && timing !== null && specs !== undefined && groups !== null
      ? {
          cluster,
          timing,
          nodes: specs,
          groups,
          ...given,
          ...(devices === undefined ? {} : { devices }),
        }
      : null;
  const file = reading.ok && document !== null && ports !== null ? { document, ports } : null;
  return { reading, fields, file, cluster, nodes, reach };
}

const TIMES = ["ttl", "heartbeat", "suspectAfter", "raftHeartbeat", "electionMin", "electionMax"] as const;

/** The profile's numbers, with those that the document states in their place. */
function readTiming(reading: Reading, fields: Fields): Timing | null {
  const names = Object.keys(PROFILES) as ProfileName[];
  const profile = reading.choice(fields("profile"), names, "default");
  const at = fields("timing");
  const base: Timing = PROFILES[profile ?? "default"];
  if (!isGiven(at)) return profile === null ? null : base;
  const inner = reading.fields(at, "a map of times such as {ttl: 2s}", [...TIMES, "rho"]);
  if (inner === null) return null;
  const times = TIMES.map((name) => [name, reading.duration(inner(name), 1, base[name])] as const);
  const rho = readRho(reading, inner("rho"), base.rho);
  if (profile === null || rho === null || times.some(([, ms]) => ms === null)) return null;
  const timing = { ...(Object.fromEntries(times) as unknown as Timing), rho };
  for (const text of timingProblems(timing)) reading.complain(at, text);
  return timing;
}

function readRho(reading: Reading, at: Place, otherwise: number): number | null {
  if (!isGiven(at)) return otherwise;
  return typeof at.value === "number" && Number.isFinite(at.value)
    ? at.value
    : reading.wrong(at, "a fraction such as 0.01");
}

function readPorts(reading: Reading, at: Place): Ports | null {
  if (!isGiven(at)) return DEFAULT_PORTS;
  const inner = reading.fields(at, "a map of ports: peer, heartbeat, api", ["peer", "heartbeat", "api"]);
  if (inner === null) return null;
  const peer = reading.whole(inner("peer"), 1, 65535, DEFAULT_PORTS.peer);
  const heartbeat = reading.whole(inner("heartbeat"), 1, 65535, DEFAULT_PORTS.heartbeat);
  const api = reading.whole(inner("api"), 1, 65535, DEFAULT_PORTS.api);
  if (peer === null || heartbeat === null || api === null) return null;
  // The heartbeats are UDP, the two others TCP.
  if (peer === api) reading.complain(at, `peer and api are both ${api}; expected two ports`);
  return { peer, heartbeat, api };
}

function readNodes(reading: Reading, at: Place, claims: Claims): WrittenNode[] | null {
  const items = reading.items(at, "a list of nodes", 1, MOST_NODES);
  if (items === null) return null;
  const nodes = items.flatMap((item) => readNode(reading, item, claims) ?? []);
  const [first] = nodes;
  for (const { fields, addresses } of nodes) {
    if (first === undefined || addresses.length === 0 || first.addresses.length === 0) continue;
    if (addresses.length !== first.addresses.length) {
      reading.complain(
        fields("addresses"),
        `has ${addresses.length} paths; expected as many as the first node (${first.addresses.length}), in the same order of networks`,
      );
    }
  }
  if (nodes.length > 0 && nodes.every(({ role }) => role === "witness"))
    reading.complain(at, "has witnesses only; expected a node that holds groups");
  const voters = nodes.filter(({ voter }) => voter !== false).length;
  if (nodes.length === items.length && (voters < 1 || voters > MOST_VOTERS))
    reading.complain(at, `has ${voters} voters; expected 1 to ${MOST_VOTERS}`);
  return nodes;
}

function readNode(reading: Reading, at: Place, claims: Claims): WrittenNode | null {
  const known = ["name", "addresses", "voter", "role", "power"];
  const fields = reading.fields(at, "a node: a map with name and addresses", known);
  if (fields === null) return null;
  const name = readName(reading, fields("name"));
  const owner = name === null ? `nodes[${at.key}]` : `node ${name}`;
  if (name !== null) claims.take("node", name, owner, fields("name"));
  const items = reading.items(fields("addresses"), "a list of addresses, one for each path", 1, MOST_PATHS);
  const addresses = (items ?? []).map((item): string | null => {
    const expected = "an IPv4 address such as 10.0.0.1";
    const text = reading.text(item, expected, (written) => parseAddress(written)?.family === 4);
    const address = text === null ? null : parseAddress(text);
    if (address === null) return null;
    const why = unusable(address, 32);
    if (why !== null) reading.complain(item, `${text} ${why}; expected ${expected}`);
    else claims.take("address", formatAddress(address), owner, item);
    return formatAddress(address);
  });
  const voter = reading.flag(fields("voter"), true);
  const role = reading.choice(fields("role"), ["full", "witness"], "full");
  const power = readPower(reading, fields("power"), owner, claims);
  return { at, fields, name, addresses, voter, role, power };
}

function specOf({ name, addresses, voter, role, power }: WrittenNode): NodeSpec | null {
  const texts = addresses.filter((text) => text !== null);
  if (name === null || voter === null) return null;
  const levels = power?.levels.map((level) => level.map(({ outlet }) => outlet));
  return {
    name: nodeId(name),
    addresses: texts,
    voter,
    ...(role === "witness" ? { role } : {}),
    ...(levels === undefined ? {} : { power: levels }),
  };
}

/** A witness carries no address, so it need not be where the addresses are. */
const placeOf = ({ name, role, addresses }: WrittenNode) =>
  name === null || role === "witness"
    ? []
    : [{ node: name, paths: addresses.flatMap((text): Address[] => asAddress(text)) }];

function asAddress(text: string | null): Address[] {
  const address = text === null ? null : parseAddress(text);
  return address === null ? [] : [address];
}

function readGroups(
  reading: Reading,
  at: Place,
  claims: Claims,
  nodes: readonly WrittenNode[] | null,
  reach: Reach,
  accepts: readonly ProofKind[],
): GroupSpec[] | null {
  if (!isGiven(at)) return [];
  const items = reading.items(at, "a list of groups", 0, MOST_GROUPS);
  if (items === null) return null;
  const names = nodes?.map(({ name }) => name) ?? [null];
  const around = {
    claims,
    accepts,
    nodes: names.includes(null) ? null : new Set(names.map(String)),
    checkReach(place: Place, text: string, address: Address, prefix: number): void {
      for (const problem of reach.problems(text, address, prefix)) reading.complain(place, problem);
    },
  };
  const groups = items.map((item) => readGroup(reading, item, around));
  const read = groups.filter((group) => group !== null);
  return read.length === groups.length ? read : null;
}
