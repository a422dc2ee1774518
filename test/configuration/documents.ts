/** Arbitrary lawful cluster documents. */
import fc from "fast-check";
import { formatAddress } from "../../configuration/addresses.ts";
import { LONGEST } from "../../configuration/duration.ts";
import { defaultAccepts } from "../../configuration/groups.ts";
import { PROFILES } from "../../configuration/profiles.ts";
import { nodeId } from "../../consensus/core/types.ts";
import {
  type ClusterDocument,
  type FenceDeviceSpec,
  type GroupSpec,
  groupName,
  type MemberSpec,
  type NodeSpec,
  type Outlet,
  type Timing,
} from "../../consensus/ledger/types.ts";

const name = fc.oneof(
  fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,6}[a-z0-9])?$/),
  fc.constantFrom("true", "null", "no", "0x1f", "1e3", "007", "12", "y"),
);
const text = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "",
      " ",
      "true",
      "~",
      "a: b",
      "# no",
      "- x",
      "line\nline\n",
      "\t",
      '"',
      "'",
      "*a",
      "\u0085\u2028\ufeff",
      "\ud800",
    ),
  )
  .filter((value) => !value.includes("\0"));
const time = fc.integer({ min: 1, max: LONGEST });
const times = fc.record({
  startTimeout: time,
  stopTimeout: time,
  restarts: fc.record({ limit: fc.nat(1000), window: time }, { noNullPrototype: true }),
});
const variable = fc
  .stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,6}$/)
  .filter((key) => key !== "__proto__" && !key.startsWith("LEASEHOLD_"));

const part = fc.oneof(
  fc.constant({ type: "address4" as const }),
  fc.constant({ type: "address6" as const }),
  fc.record({
    type: fc.constant("command" as const),
    command: fc.tuple(
      text.filter((word) => word !== ""),
      fc.array(text, { maxLength: 3 }),
    ),
    environment: fc.dictionary(variable, text, { maxKeys: 3 }),
    times,
  }),
  fc.record({ type: fc.constant("unit" as const), times }),
);

const timing = fc.oneof(
  fc.constantFrom<Timing>(PROFILES.fast, PROFILES.default),
  fc.integer({ min: 1000, max: 5000 }).map((ttl): Timing => ({ ...PROFILES.default, ttl })),
  fc.constant<Timing>({ ...PROFILES.fast, ttl: 300, rho: 0.02, suspectAfter: 150 }),
);

type Part = typeof part extends fc.Arbitrary<infer T> ? T : never;

/** `n` makes addresses and units that nobody else in the document has. */
function memberOf(wanted: Part, name: string, n: number): MemberSpec {
  switch (wanted.type) {
    case "address4":
      return { type: "address", name, ip: `10.0.${1 + (n >> 7)}.${1 + (n & 127)}`, prefix: 16 };
    case "address6": {
      const value = (0xfd00n << 112n) | (BigInt(n) << BigInt(16 * (1 + (n % 3)))) | 1n;
      return { type: "address", name, ip: formatAddress({ family: 6, value }), prefix: 48 };
    }
    case "unit":
      return { type: "unit", name, unit: `svc@${n}\\x2d.service`, ...wanted.times };
    case "command": {
      const [program, rest] = wanted.command;
      const environment = { ...wanted.environment };
      return { type: "command", name, command: [program, ...rest], environment, ...wanted.times };
    }
  }
}

const names = (max: number) => fc.uniqueArray(name, { minLength: 1, maxLength: max });

const group = fc.record({
  parts: fc.array(part, { minLength: 1, maxLength: 4 }),
  names: fc.uniqueArray(name, { minLength: 4, maxLength: 4 }),
  weights: fc.array(fc.nat(120), { maxLength: 5 }),
  plain: fc.boolean(),
  failback: fc.option(
    fc.nat(LONGEST).map((after) => ({ after })),
    { nil: null },
  ),
});

const arbitration = fc.record(
  {
    targets: fc
      .integer({ min: 1, max: 5 })
      .map((n) => Array.from({ length: n }, (_, i) => `10.0.0.${250 - i}`)),
    period: fc.integer({ min: 600, max: LONGEST }),
    timeout: fc.integer({ min: 20, max: 600 }),
    rounds: fc.integer({ min: 1, max: 100 }),
    returnAfter: fc.option(fc.nat(LONGEST), { nil: null }),
    switchOn: fc.boolean(),
    acceptNonTransitiveRisk: fc.boolean(),
  },
  { noNullPrototype: true },
);
const device = fc.record(
  {
    type: fc.constant("lab" as const),
    socket: fc.stringMatching(/^\/[a-z: #"-]{1,10}$/),
    bound: time,
    timeout: fc.integer({ min: 10, max: LONGEST }),
  },
  { noNullPrototype: true },
);
/** How many outlets each level has, for a node. */
const power = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 });
const fencing = fc.record({
  arbitration: fc.option(arbitration, { nil: undefined }),
  names: names(3),
  devices: fc.array(device, { maxLength: 3 }),
  power: fc.array(power, { minLength: 5, maxLength: 5 }),
});
type Drawn = typeof fencing extends fc.Arbitrary<infer T> ? T : never;

function fencingOf(drawn: Drawn, nodes: readonly NodeSpec[]) {
  const devices = drawn.devices.flatMap((each, i): FenceDeviceSpec[] => {
    const called = drawn.names[i];
    return called === undefined ? [] : [{ name: called, ...each }];
  });
  let outlet = 0;
  const outlets = (level: number): Outlet[] =>
    Array.from({ length: level }, (_, i) => ({
      device: devices[i % devices.length]?.name ?? "",
      outlet: [`${++outlet}`, `plug-${outlet}`, `true.${outlet}`][outlet % 3] ?? "",
    }));
  const powered = nodes.map((node, i): NodeSpec => {
    const levels = devices.length === 0 ? [] : (drawn.power[i] ?? []);
    return levels.length === 0 ? node : { ...node, power: levels.map(outlets) };
  });
  const terms = drawn.arbitration;
  const safe =
    terms !== undefined && devices.length > 0 ? { ...terms, acceptNonTransitiveRisk: false } : terms;
  return {
    nodes: powered,
    ...(safe === undefined ? {} : { arbitration: safe }),
    ...(devices.length === 0 ? {} : { devices }),
  };
}

/** What `checkCluster` takes from anybody. */
export const clusterDocument: fc.Arbitrary<ClusterDocument> = fc
  .record({
    cluster: name,
    timing,
    nodeNames: names(5),
    mute: fc.nat(4),
    groupNames: names(4),
    groups: fc.array(group, { minLength: 4, maxLength: 4 }),
    count: fc.nat(4),
    fencing,
  })
  .map(({ cluster, timing: times, nodeNames, mute, groupNames, groups, count, fencing: drawnFencing }) => {
    let n = 0;
    const plain = nodeNames.map(
      (called, i): NodeSpec => ({
        name: nodeId(called),
        addresses: [`10.0.0.${i + 1}`, `192.168.7.${i + 1}`],
        voter: i === 0 || i !== mute,
      }),
    );
    const fenced = fencingOf(drawnFencing, plain);
    const accepts = defaultAccepts(fenced);
    const specs = groupNames.slice(0, count).map((called, i): GroupSpec => {
      const drawn = groups[i];
      if (drawn === undefined) throw new Error("fewer groups than names");
      const preferred = nodeNames.slice(0, drawn.weights.length).reverse();
      const prefers = preferred.map((node, k) => ({
        node: nodeId(node),
        weight: drawn.plain ? 100 - k : (drawn.weights[k] ?? 0),
      }));
      return {
        name: groupName(called),
        members: drawn.parts.map((wanted, k) => memberOf(wanted, drawn.names[k] ?? `member-${k}`, n++)),
        prefers: prefers.sort((a, b) => b.weight - a.weight),
        failback: drawn.failback,
        accepts,
      };
    });
    return { cluster, timing: times, ...fenced, groups: specs };
  });
