/**
 * Real nodes in one process: the daemon's own loop, replica, holder's life and view; wires, disks and machines in memory,
 * where everything that is asked of a machine succeeds.
 */
import { pino } from "pino";
import { logIndex, nodeId, term } from "../../consensus/core/types.ts";
import type { ClusterDocument, GroupSpec } from "../../consensus/ledger/types.ts";
import { groupName, incarnation } from "../../consensus/ledger/types.ts";
import { createReplica } from "../../consensus/replica.ts";
import { LeaseholdNode } from "../../daemon/node.ts";
import type { NodeParts } from "../../daemon/parts.ts";
import { NodeView } from "../../daemon/view.ts";
import { createHolding } from "../../services/holding.ts";
import { createPlanner } from "../../services/placement/planner.ts";
import type { HoldingEvent } from "../../services/types.ts";

export const PORTS = { peer: 7410, heartbeat: 7410, api: 7411 };

/** Generous: a test machine is busy. */
const TIMING = {
  ttl: 3000,
  rho: 0.01,
  heartbeat: 40,
  suspectAfter: 1000,
  raftHeartbeat: 40,
  electionMin: 300,
  electionMax: 600,
};

export const group = (name: string, ip: string): GroupSpec => ({
  name: groupName(name),
  members: [{ type: "address", name: "address", ip, prefix: 24 }],
  prefers: [],
  failback: null,
  accepts: ["released", "guard", "fenced", "watchdog", "rebooted", "operator"],
});

export function documentOf(names: readonly string[], groups: readonly GroupSpec[]): ClusterDocument {
  return {
    cluster: "shop",
    timing: TIMING,
    nodes: names.map((name, i) => ({ name: nodeId(name), addresses: [`10.0.0.${i + 1}`], voter: true })),
    groups,
  };
}

export interface InMemory {
  readonly node: LeaseholdNode;
  readonly parts: NodeParts;
  readonly view: NodeView;
  stop(): void;
}

/** Nodes of one cluster, started. */
export function openNodes(document: ClusterDocument): ReadonlyMap<string, InMemory> {
  const all = new Map<string, InMemory>();
  for (const { name, addresses } of document.nodes) {
    all.set(
      name,
      open(document, name, addresses[0] ?? "", (to) => all.get(to)?.node ?? null),
    );
  }
  for (const { node } of all.values()) node.start();
  return all;
}

function open(
  document: ClusterDocument,
  name: string,
  address: string,
  reach: (to: string) => LeaseholdNode | null,
): InMemory {
  const self = nodeId(name);
  const voters = document.nodes.map((spec) => spec.name);
  const now = (): number => performance.now();
  const stationary = { ip: address, prefix: 24 };
  const cards = [{ name: "eth0", role: "primary", stationary, addresses: [stationary] }] as const;
  const replica = createReplica(
    {
      core: {
        self,
        electionTimeoutMin: TIMING.electionMin,
        electionTimeoutMax: TIMING.electionMax,
        heartbeatInterval: TIMING.raftHeartbeat,
        maxInflightMessages: 64,
        maxAppendBytes: 256 * 1024,
        maxUncommittedBytes: 64 * 1024 * 1024,
        maxTickLateness: TIMING.electionMin,
      },
      incarnation: incarnation(2 ** 20 + 7),
      bootId: `boot-of-${name}`,
      bootstrap: document,
      planner: createPlanner(),
      seed: voters.indexOf(self) + 1,
    },
    {
      hardState: { term: term(0), vote: null, commit: logIndex(0) },
      entries: [],
      configuration: { voters, outgoing: null, learners: [] },
    },
    now(),
  );
  let node: LeaseholdNode;
  let stopped = false;
  const later = (what: () => void): void => {
    setImmediate(() => {
      if (!stopped) what();
    });
  };
  const present = new Map<string, { card: string; ip: string; prefix: number }>();
  let armed = false;
  const done = (action: number, detail = ""): HoldingEvent => ({ type: "done", action, ok: true, detail });
  const parts: NodeParts = {
    self,
    replica,
    holding: createHolding({ self, ttl: TIMING.ttl, cards }),
    store: {
      write: () => new Promise<void>((resolve) => setImmediate(resolve)),
    } as unknown as NodeParts["store"],
    log: pino({ enabled: false }),
    now,
    wallClock: () => Date.now(),
    replayedTo: 0,
    tickGapMax: 20,
    fencing: { perform: () => {} },
    createAlarm: (ring) => {
      let timer: NodeJS.Timeout | null = null;
      return {
        set: (at) => {
          if (timer !== null) clearTimeout(timer);
          timer = setTimeout(ring, Math.max(1, at - now()));
        },
        close: () => {
          if (timer !== null) clearTimeout(timer);
        },
      };
    },
    streams: {
      send: (to, envelope) => later(() => reach(to)?.toReplica({ type: "envelope", from: self, envelope })),
      poke: () => {},
      setPeers: () => {},
      close: async () => {},
    },
    heartbeats: {
      send: (to, heartbeat) => {
        for (const one of to) later(() => reach(one)?.toReplica({ type: "heartbeat", heartbeat }));
      },
      setPeers: () => {},
      silence: () => new Map(),
      silenceOf: () => 0,
      dropped: {},
      close: async () => {},
    } as NodeParts["heartbeats"],
    perform: (action) => {
      switch (action.type) {
        case "gate":
          node.answer({ type: "gate-answer", operation: action.operation, answer: { ok: true } });
          return;
        case "arm-gate":
          node.answer(done(action.id, armed && action.keep ? "kept" : "made"));
          armed = true;
          return;
        case "add-address":
          present.set(action.ip, { card: "eth0", ip: action.ip, prefix: action.prefix });
          node.answer(done(action.id));
          return;
        case "remove-address":
          present.delete(action.ip);
          node.answer(done(action.id));
          return;
        case "look":
          node.answer({
            type: "looked",
            addresses: [...present.values()],
            links: [{ card: "eth0", up: true, gone: false }],
          });
          return;
        case "announce":
        case "extend-service":
        case "let-go":
          return;
        default:
          later(() => node.answer(done(action.id)));
      }
    },
    snapshots: { perform: () => {} },
    audit: { note: () => {} },
    slept: () => 0,
    onBroken: (error) => {
      throw error;
    },
    onPoisoned: (why) => {
      throw new Error(why);
    },
  };
  node = new LeaseholdNode(parts);
  node.toHolding({ type: "leftovers", addresses: [], services: [], guard: { ok: true, detail: "" } });
  const view = new NodeView({ node, parts, ports: PORTS, warnings: [] });
  return {
    node,
    parts,
    view,
    stop: () => {
      stopped = true;
      view.close();
      node.stop();
    },
  };
}

/** The fixture serves one object as both. */
export function facade(view: InMemory["view"]) {
  return Object.assign(Object.create(view) as typeof view, {
    acquire: view.leases.acquire.bind(view.leases),
    keepAlive: view.leases.keepAlive.bind(view.leases),
    release: view.leases.release.bind(view.leases),
    watch: view.leases.watch.bind(view.leases),
  });
}

/** Resolves once `holds` does; `what` is said when it does not within a minute. */
export async function eventually(of: InMemory, holds: () => boolean, what: string): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      stop();
      reject(new Error(`it did not come to pass: ${what}`));
    }, 60_000);
    const stop = of.node.onChange(() => {
      if (!holds()) return;
      clearTimeout(late);
      stop();
      resolve();
    });
  });
}
