/** Random cluster documents. */
import fc from "fast-check";
import type {
  Arbitration,
  ClusterDocument,
  FenceDeviceSpec,
  GroupSpec,
  MemberSpec,
  NodeRole,
  NodeSpec,
  ProofKind,
} from "../../consensus/ledger/types.ts";
import { anyGroup, anyNode, integer, millis, named, number, record, text, timing } from "./anyvalues.ts";

export const cidr = { ip: text, prefix: fc.nat(128) };
const service = {
  startTimeout: millis,
  stopTimeout: millis,
  restarts: record({ limit: integer, window: millis }),
};
const member: fc.Arbitrary<MemberSpec> = fc.oneof(
  record({ type: fc.constant("address" as const), name: named, ...cidr }),
  record({
    type: fc.constant("command" as const),
    name: named,
    command: fc.array(text, { maxLength: 4 }),
    // A name like __proto__ is only a name.
    environment: fc
      .array(fc.tuple(fc.oneof(text, fc.constantFrom("__proto__", "constructor", "PATH")), text), {
        maxLength: 4,
      })
      .map((pairs) => Object.fromEntries(pairs)),
    ...service,
  }),
  record({ type: fc.constant("unit" as const), name: named, unit: text, ...service }),
);
const groupSpec: fc.Arbitrary<GroupSpec> = record({
  name: anyGroup,
  members: fc.array(member, { maxLength: 3 }),
  prefers: fc.array(record({ node: anyNode, weight: number }), { maxLength: 3 }),
  failback: fc.option(record({ after: millis })),
  accepts: fc.array(
    fc.constantFrom<ProofKind>(
      "never-held",
      "released",
      "guard",
      "fenced",
      "watchdog",
      "rebooted",
      "operator",
    ),
    { maxLength: 4 },
  ),
});
const outlet = record({ device: named, outlet: text });
const arbitration: fc.Arbitrary<Arbitration> = record({
  targets: fc.array(text, { maxLength: 3 }),
  period: millis,
  timeout: millis,
  rounds: integer,
  returnAfter: fc.option(millis),
  switchOn: fc.boolean(),
  acceptNonTransitiveRisk: fc.boolean(),
});
const device: fc.Arbitrary<FenceDeviceSpec> = record({
  name: named,
  type: fc.constant("lab" as const),
  socket: text,
  bound: millis,
  timeout: millis,
});
/** What is empty is left out. */
const nodeSpec = fc
  .record(
    {
      name: anyNode,
      addresses: fc.array(text, { maxLength: 3 }),
      voter: fc.boolean(),
      role: fc.constantFrom<NodeRole>("full", "witness"),
      power: fc.array(fc.array(outlet, { maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["name", "addresses", "voter"], noNullPrototype: true },
  )
  .map((value) => value as NodeSpec);
export const document: fc.Arbitrary<ClusterDocument> = fc
  .record(
    {
      cluster: named,
      timing,
      nodes: fc.array(nodeSpec, { maxLength: 4 }),
      groups: fc.array(groupSpec, { maxLength: 3 }),
      arbitration,
      devices: fc.array(device, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["cluster", "timing", "nodes", "groups"], noNullPrototype: true },
  )
  .map((value) => value as ClusterDocument);
