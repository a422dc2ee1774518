/** The cluster document: nodes, groups, timing. One YAML file, the same on every node. */
import { z } from "zod";
import { nodeId } from "../consensus/core/types.ts";
import { type ClusterDocument, groupName, type Timing } from "../consensus/ledger/types.ts";
import { inSubnet, parseCidr, parseIp } from "./addresses.ts";
import { check, invalid, type Problem, readYaml, type Source } from "./document.ts";
import { PROFILES, timingProblems } from "./profiles.ts";

const NAME = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;
const name = z
  .string({ error: "expected a name" })
  .regex(NAME, "expected a name of 1 to 32 letters a-z, digits and dashes, with no dash at either end");
const ms = z
  .number({ error: "expected a number of milliseconds" })
  .int("expected whole milliseconds")
  .positive("expected more than 0 ms");
const ip = z
  .string({ error: "expected an IPv4 address" })
  .refine((v) => parseIp(v) !== null, "expected an IPv4 address such as 10.0.0.1");
const cidr = z
  .string({ error: "expected an address with its prefix length" })
  .refine(
    (v) => parseCidr(v) !== null,
    "expected an IPv4 address with its prefix length, such as 10.0.0.100/24",
  );
const port = z
  .number({ error: "expected a port" })
  .int("expected a port")
  .min(1, "expected a port from 1 to 65535")
  .max(65535, "expected a port from 1 to 65535");

const timing = z.strictObject({
  ttl: ms.optional(),
  rho: z.number({ error: "expected a fraction such as 0.01" }).optional(),
  heartbeat: ms.optional(),
  suspectAfter: ms.optional(),
  raftHeartbeat: ms.optional(),
  electionMin: ms.optional(),
  electionMax: ms.optional(),
});

const schema = z.strictObject({
  cluster: name,
  profile: z.enum(["fast", "default"], { error: "expected fast or default" }).default("default"),
  timing: timing.default({}),
  ports: z
    .strictObject({ peer: port.default(7410), heartbeat: port.default(7410), api: port.default(7411) })
    .default({ peer: 7410, heartbeat: 7410, api: 7411 }),
  nodes: z
    .array(
      z.strictObject({
        name,
        addresses: z
          .array(ip, { error: "expected a list of addresses, one for each path" })
          .min(1, "expected at least one address")
          .max(4, "expected at most 4 paths"),
        voter: z.boolean({ error: "expected true or false" }).default(true),
      }),
      { error: "expected a list of nodes" },
    )
    .min(1, "expected at least one node")
    .max(16, "expected at most 16 nodes"),
  groups: z
    .array(
      z.strictObject({
        name,
        address: cidr,
        command: z
          .array(z.string({ error: "expected a string" }), {
            error: "expected a list: the program, then its arguments",
          })
          .min(1, "expected a program")
          .nullable()
          .default(null),
        environment: z.record(z.string(), z.string({ error: "expected a string" })).default({}),
        prefers: z.array(name).default([]),
        failback: z.boolean({ error: "expected true or false" }).default(false),
        restarts: z
          .strictObject({ limit: z.number().int().min(0, "expected 0 or more"), window: ms })
          .default({ limit: 3, window: 60_000 }),
        stopTimeout: ms.default(10_000),
      }),
      { error: "expected a list of groups" },
    )
    .default([]),
});
type Written = z.infer<typeof schema>;

export interface Ports {
  readonly peer: number;
  readonly heartbeat: number;
  readonly api: number;
}
export interface ClusterFile {
  readonly document: ClusterDocument;
  readonly ports: Ports;
}

/** Reads a cluster document; throws `config-invalid` with every problem, each with file, line and field. */
export function readCluster(file: string): ClusterFile {
  return checkCluster(readYaml(file));
}

export function checkCluster(source: Source): ClusterFile {
  const checked = check(source, schema);
  if (!checked.ok) throw invalid(source.file, checked.problems);
  const written = checked.value;
  const times: Timing = { ...PROFILES[written.profile], ...stated(written.timing) };
  const problems = [...relations(written, source), ...timingRelations(times, source)];
  if (problems.length > 0) throw invalid(source.file, problems);
  return { document: toDocument(written, times), ports: written.ports };
}

function stated(timing: Written["timing"]): Partial<Timing> {
  return Object.fromEntries(Object.entries(timing).filter(([, value]) => value !== undefined));
}

function timingRelations(times: Timing, source: Source): Problem[] {
  return timingProblems(times).map((text) => ({ line: source.lineOf(["timing"]), field: "timing", text }));
}

/** What a schema cannot say: names used twice, overlapping addresses, unknown nodes, too many voters. */
function relations(written: Written, source: Source): Problem[] {
  const problems: Problem[] = [];
  const report = (path: (string | number)[], field: string, text: string): void => {
    problems.push({ line: source.lineOf(path), field, text });
  };
  const owners = new Map<string, string>();
  const claim = (key: string, owner: string, path: (string | number)[], field: string): void => {
    const other = owners.get(key);
    if (other === undefined) owners.set(key, owner);
    else report(path, field, `${key.replace(/^\w+ /, "")} is already used by ${other}`);
  };
  written.nodes.forEach((node, i) => {
    claim(`node ${node.name}`, `node ${node.name}`, ["nodes", i, "name"], `nodes[${i}].name`);
    for (const [k, address] of node.addresses.entries()) {
      claim(
        `ip ${address}`,
        `node ${node.name}`,
        ["nodes", i, "addresses", k],
        `nodes[${i}].addresses[${k}]`,
      );
    }
    if (node.addresses.length !== written.nodes[0]?.addresses.length) {
      report(
        ["nodes", i, "addresses"],
        `nodes[${i}].addresses`,
        `has ${node.addresses.length} paths; expected as many as the first node, in the same order of networks`,
      );
    }
  });
  const voters = written.nodes.filter((n) => n.voter).length;
  if (voters < 1 || voters > 7) report(["nodes"], "nodes", `has ${voters} voters; expected 1 to 7`);
  const known = new Set(written.nodes.map((n) => n.name));
  written.groups.forEach((group, i) => {
    claim(`group ${group.name}`, `group ${group.name}`, ["groups", i, "name"], `groups[${i}].name`);
    const address = parseCidr(group.address);
    if (address !== null) {
      claim(`ip ${address.ip}`, `group ${group.name}`, ["groups", i, "address"], `groups[${i}].address`);
      const reachable = written.nodes.every((n) => n.addresses.some((a) => inSubnet(a, address)));
      if (!reachable) {
        report(
          ["groups", i, "address"],
          `groups[${i}].address`,
          `${group.address} lies in no subnet of some node's addresses; expected a path of every node in that subnet`,
        );
      }
    }
    group.prefers.forEach((preferred, k) => {
      if (!known.has(preferred)) {
        report(
          ["groups", i, "prefers", k],
          `groups[${i}].prefers[${k}]`,
          `${preferred} is not a node; nodes are ${[...known].join(", ")}`,
        );
      }
    });
  });
  return problems;
}

function toDocument(written: Written, times: Timing): ClusterDocument {
  return {
    cluster: written.cluster,
    timing: times,
    nodes: written.nodes.map((n) => ({ name: nodeId(n.name), addresses: n.addresses, voter: n.voter })),
    groups: written.groups.map((g) => ({
      name: groupName(g.name),
      address: parseCidr(g.address) ?? { ip: "", prefix: 0 },
      command: g.command,
      environment: g.environment,
      prefers: g.prefers.map(nodeId),
      failback: g.failback,
      restarts: g.restarts,
      stopTimeout: g.stopTimeout,
      accepts: ["released", "guard", "fenced", "watchdog", "rebooted", "operator"],
    })),
  };
}
