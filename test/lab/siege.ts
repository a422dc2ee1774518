/**
 * Every kind of bad input, as one plan, and what each does to a cluster while a client probes its address. Two users:
 * the test, which says what must never happen, and the bench, which says what it costs.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeAuthority, makeClientCertificate } from "../../identity/authority.ts";
import { writeIdentity } from "../../identity/identity.ts";
import type { Cluster } from "./cluster.ts";
import { GROUP } from "./documents.ts";
import { CONNECTIONS, DATAGRAMS, type Flood, flood } from "./flooding.ts";
import { startProber } from "./probing.ts";
import type { Status } from "./reading.ts";
import { sleep, until } from "./shell.ts";
import { watchStalls } from "./stalls.ts";

const HEARTBEATS = 7410;
const PEERS = 7410;
const API = 7411;

export interface Counted extends Status {
  readonly applied: number;
  readonly warnings: readonly string[];
  readonly dropped: readonly {
    readonly node: string;
    readonly where: string;
    readonly reason: string;
    readonly count: number;
    readonly from: readonly { readonly address: string }[];
  }[];
}

export const memoryMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
export const descriptors = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

export function statusOf(cluster: Cluster, node: string): Promise<Counted> {
  return until(
    `a status of ${node}`,
    30_000,
    100,
    async () => (await cluster.status(node)) as Counted | null,
  );
}

export const web = (status: Status) => status.groups.find(({ name }) => name === GROUP)!;

/** Sessions suspected or ended, leases that went from one to another. */
const UNREST = new Set(["suspected", "expired", "granted", "orphaned", "released"]);
async function unrestSince(cluster: Cluster, node: string, index: number): Promise<string[]> {
  const lines = (await cluster.order(node, ["log", "--json"])).trim().split("\n");
  return lines
    .map((line) => JSON.parse(line) as { index: number; type: string; text: string })
    .filter((decision) => decision.index > index && UNREST.has(decision.type))
    .map(({ text }) => text);
}

/** Secrets of an authority of its own, and where the cluster's own client has its. */
async function papers(cluster: Cluster) {
  const foreign = join(cluster.lab.folder, "foreign");
  const authority = await makeAuthority(join(foreign, "authority"));
  const certified = await makeClientCertificate(authority, "admin");
  writeIdentity(join(foreign, "client"), { ca: authority.certificate, certified, heartbeatKeys: [] });
  const of = (folder: string) => ({ cert: join(folder, "node.crt"), key: join(folder, "node.key") });
  return {
    foreign: of(join(foreign, "client")),
    ours: of(join(cluster.lab.folder, "secrets", "client-admin")),
  };
}

export interface Attack {
  readonly name: string;
  readonly namespace: string | null;
  /** All at once. */
  readonly floods: readonly Flood[];
}

/** All kinds, each against the holder for so many seconds; the first is none at all. */
export async function attacks(cluster: Cluster, holder: string, seconds: number): Promise<Attack[]> {
  const { plan } = cluster.lab;
  const { foreign, ours } = await papers(cluster);
  const target = cluster.lab.node(holder).cards.lan;
  const { recording } = await flood(cluster.lab, plan.switchNamespace, {
    type: "record",
    card: target.port,
    port: HEARTBEATS,
    seconds: 1,
  });
  const inbound = recording.filter(
    (frame) => Buffer.from(frame, "base64").subarray(30, 34).join(".") === target.ip,
  );
  assert.ok(inbound.length > 5, "heartbeats were recorded");
  const client = plan.clientNamespace;
  const common = { seconds, perSecond: 4000, recording: inbound };
  const datagrams = DATAGRAMS.map((kind) => ({
    name: `datagrams: ${kind}`,
    namespace: client,
    floods: [
      { ...common, type: "datagrams", kind, to: [target.ip], port: HEARTBEATS, sockets: 200 } as const,
    ],
  }));
  const spoofed = (["flipped", "recorded", "signed-noise"] as const).map((kind) => ({
    name: `from a member's address: ${kind}`,
    namespace: client,
    floods: [{ ...common, type: "spoofed", kind, card: plan.client.icmp.card } as const],
  }));
  const counts: Partial<Record<(typeof CONNECTIONS)[number], number>> = {
    many: 1000,
    "half-open": 300,
    drip: 300,
  };
  const strange = new Set(["noise", "half-open", "drip", "many", "no-certificate", "foreign-certificate"]);
  const connections = CONNECTIONS.map((kind) => ({
    name: `connections to the peer port and to the API: ${kind}`,
    namespace: client,
    floods: [PEERS, API].map(
      (port) =>
        ({
          type: "connections",
          kind,
          seconds,
          to: { host: target.ip, port },
          count: counts[kind] ?? (strange.has(kind) ? 50 : 4),
          ...(kind === "foreign-certificate"
            ? foreign
            : strange.has(kind)
              ? { cert: null, key: null }
              : ours),
        }) as const,
    ),
  }));
  const kinds = [
    "noise",
    "many",
    "drip",
    "h2-noise",
    "h2-giant-frame",
    "h2-streams",
    "h2-big",
    "h2-deaf",
  ] as const;
  const path = join(cluster.lab.disk(holder), "run", "api.sock");
  const local = kinds.map((kind) => ({
    name: `connections to the Unix socket: ${kind}`,
    namespace: null,
    floods: [
      {
        type: "connections",
        kind,
        seconds,
        to: { path },
        count: counts[kind] ?? 4,
        cert: null,
        key: null,
      },
    ] as const,
  }));
  return [
    { name: "nothing", namespace: null, floods: [] },
    ...datagrams,
    ...spoofed,
    ...connections,
    ...local,
  ];
}

/** One connection of each kind that the doors tell apart: nobody waits behind it, so it is looked at to its end. */
export async function knock(cluster: Cluster, all: readonly Attack[]): Promise<void> {
  const told = new Set<string>(["noise", "no-certificate", "foreign-certificate", "http1"]);
  for (const { namespace, floods } of all) {
    const singles = floods.flatMap((each) =>
      each.type === "connections" && "host" in each.to && told.has(each.kind)
        ? [{ ...each, count: 1, urgent: true }]
        : [],
    );
    await Promise.all(singles.map((each) => flood(cluster.lab, namespace, each)));
  }
}

export interface Stand {
  readonly sent: number;
  readonly cutOff: number;
  readonly lost: number;
  readonly probes: number;
  /** The longest stretch without an answer, milliseconds. */
  readonly longest: number;
  readonly dualActive: number;
  /** What the ledger had to decide meanwhile; empty: nothing was disturbed. */
  readonly unrest: readonly string[];
  /** By how much an idle process was late, milliseconds. */
  readonly stalled: number;
  readonly before: Counted;
  readonly after: Counted;
}

/** One attack, with a client that probes meanwhile. `before`: the holder's last status. */
export async function withstand(
  cluster: Cluster,
  { namespace, floods }: Attack,
  holder: string,
  seconds: number,
  before: Counted,
): Promise<Stand> {
  const prober = await startProber(cluster.lab);
  const stalls = await watchStalls(cluster.lab);
  const results = await Promise.all(floods.map((what) => flood(cluster.lab, namespace, what)));
  if (floods.length === 0) await sleep(1000 * seconds);
  const total = (of: "sent" | "closed"): number => results.reduce((sum, result) => sum + result[of], 0);
  const stalled = await stalls.stop();
  const probe = await prober.stop();
  const after = await statusOf(cluster, holder);
  return {
    sent: total("sent"),
    cutOff: total("closed"),
    lost: probe.lost,
    probes: probe.sent,
    longest: probe.outage_ms,
    dualActive: probe.dual_active_ms,
    unrest: after.applied === before.applied ? [] : await unrestSince(cluster, holder, before.applied),
    stalled,
    before,
    after,
  };
}

/** The group where it was, after a disturbance moved it. */
export async function back(cluster: Cluster, holder: string): Promise<void> {
  const settled = await cluster.settled(60_000);
  if (web(settled).holder !== holder) await cluster.bring(holder, holder);
  await cluster.settled(60_000);
}
