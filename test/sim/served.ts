/** P4: what every group should look like from outside, and what stands in the way of one that does not. */
import { addressesOf, type GroupSpec, servicesOf, sessionKey } from "../../consensus/ledger/types.ts";
import { explain } from "../../services/placement/explain.ts";
import type { SimulatedReplica } from "./system.ts";
import type { World } from "./world.ts";

/** What is wrong with the service that clients see, in short; null when every group is served properly. */
export function unserved(world: World): string | null {
  const leader = world.leader()?.daemon?.replica;
  if (leader === undefined) return "there is no leader";
  const wrong = unsettled(world, leader);
  if (wrong !== null) return wrong;
  for (const spec of groupsOf(world, leader)) {
    const why = groupFault(world, leader, spec);
    if (why !== null) return `${spec.name}: ${why}`;
  }
  return null;
}

/** For a violation: each group that is not served, why, and whatever else has not settled. */
export function describeUnserved(world: World): string {
  const leader = world.leader()?.daemon?.replica;
  if (leader === undefined) {
    const nodes = world.nodes.map(
      ({ name, daemon }) => `${name} ${daemon === null ? "is down" : `is ${daemon.replica.role}`}`,
    );
    return `no group is served: there is no leader (${nodes.join(", ")})`;
  }
  const wrong = unsettled(world, leader);
  const faults = groupsOf(world, leader).flatMap((spec) => {
    const why = groupFault(world, leader, spec);
    return why === null ? [] : [`${spec.name} is not served: ${why}. ${candidates(leader, spec)}`];
  });
  if (wrong !== null)
    faults.push(`${faults.length === 0 ? "every group is served, but " : "in its way: "}${wrong}`);
  return faults.join("; ");
}

const groupsOf = ({ scene }: World, { ledger }: SimulatedReplica): readonly GroupSpec[] =>
  ledger.document?.groups ?? scene.document.groups;

function candidates({ ledger }: SimulatedReplica, { name }: GroupSpec): string {
  const explained = explain(ledger, name, { alive: () => true });
  return explained?.candidates.map(({ node, reason }) => `${node} ${reason}`).join(", ") ?? "";
}

/** Everybody who belongs is in, and nobody else. */
function unsettled(world: World, leader: SimulatedReplica): string | null {
  const { ledger } = leader;
  if (world.reform !== null) return `${world.reform.text}, and ${world.reform.waits}`;
  const expected = world.nodes.filter(({ name }) => name !== world.absent);
  for (const { name, daemon } of expected) {
    if (daemon === null) return `${name} is down`;
    if (daemon.replica.leader !== leader.leader) return `${name} does not follow ${leader.leader}`;
    if (daemon.replica.vouched.type !== "certified")
      return `the disk of ${name} does not count (${daemon.replica.vouched.type})`;
    const record = ledger.sessions.get(sessionKey(daemon.replica.session));
    if (record === undefined) return `${name} has no open session`;
    if (record.suspect !== null) return `${name} is suspected`;
    if (record.ready === null) return `${name} is not ready`;
  }
  if (ledger.sessions.size !== expected.length) return `${ledger.sessions.size} sessions are open`;
  for (const { name, machine } of expected) {
    if (machine.foreign.size > 0)
      return `${[...machine.foreign].join()} was set by hand on ${name} and stays`;
  }
  return null;
}

function groupFault(world: World, { ledger }: SimulatedReplica, spec: GroupSpec): string | null {
  const lease = ledger.leases.get(spec.name);
  if (lease?.state !== "held" || lease.holder === null) return `it is ${lease?.state ?? "unknown"}`;
  const { machine } = world.node(lease.holder.node);
  for (const { ip } of addressesOf(spec)) {
    if (!machine.answers(ip)) return `${machine.name} holds it and does not answer for ${ip}`;
    if (world.judge.announced.get(ip) !== machine.name) return `${ip} was not announced from ${machine.name}`;
    const stray = world.nodes.find((n) => n.machine !== machine && n.machine.addresses.has(ip));
    if (stray !== undefined) return `${ip} was left on ${stray.name}`;
  }
  for (const member of servicesOf(spec)) {
    const service = machine.services.get(`${spec.name}.${member.name}`);
    if (service === undefined) return `${member.name} does not run on ${machine.name}`;
    if (service.token !== lease.token)
      return `${member.name} runs with token ${service.token}, its lease has ${lease.token}`;
  }
  if (lease.move !== null) return "a move is still wanted";
  if (lease.heir !== null) return "it is still promised to another";
  if (lease.report?.state !== "running") return `it is reported ${lease.report?.state ?? "nothing"}`;
  return null;
}
