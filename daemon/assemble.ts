/** Makes every part of a node, joins them, and starts; and takes them apart again: to stop, or to hand over. */
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Reflection } from "../api/reflection.ts";
import { serveApi } from "../api/server.ts";
import { cardFor, type NodeFile } from "../configuration/node.ts";
import type { Entry } from "../consensus/core/types.ts";
import {
  type Batch,
  type ClusterDocument,
  type GroupName,
  groupName,
  incarnation,
  type Ledger,
  sameSession,
  servicesOf,
} from "../consensus/ledger/types.ts";
import { createReplica, type Replica } from "../consensus/replica.ts";
import { heardOf } from "../consensus/sessions/hearing.ts";
import { openStore } from "../consensus/store/open.ts";
import { openHeartbeats } from "../consensus/transport/heartbeats.ts";
import { Tally } from "../consensus/transport/notes.ts";
import { openPeerStreams } from "../consensus/transport/streams.ts";
import { streamTimingOf } from "../consensus/transport/timing.ts";
import { REFUSALS } from "../doors/door.ts";
import type { loadIdentity } from "../identity/identity.ts";
import { createAddresses } from "../network/addresses.ts";
import { createAnnouncer } from "../network/announce.ts";
import { createGate } from "../network/gate.ts";
import { createAlarm } from "../network/kernel/alarm.ts";
import { bootNow, timerNow, wallClock } from "../network/kernel/clock.ts";
import { openDatagrams, socketAddress } from "../network/kernel/datagrams.ts";
import { raisePriority } from "../network/kernel/priority.ts";
import { readLinks } from "../network/links.ts";
import { openWatch } from "../network/watch.ts";
import {
  decodeEnvelopes,
  decodeHeartbeat,
  decodeLedger,
  encodeEnvelopes,
  encodeHeartbeat,
} from "../proto/codec.ts";
import { unitStates } from "../services/agents/unit.ts";
import { createHolding } from "../services/holding.ts";
import { createPlanner } from "../services/placement/planner.ts";
import { createRunner } from "../services/runner.ts";
import { openAudit } from "./audit.ts";
import { startPatrol, unitsOf } from "./foreign.ts";
import { everManaged } from "./leftovers.ts";
import { Machine, sentence } from "./machine.ts";
import { LeaseholdNode, type NodeParts } from "./node.ts";
import { type OwnAddresses, openOwnAddresses } from "./ours.ts";
import { followPeers } from "./peers.ts";
import type { ServiceManager } from "./servicemanager.ts";
import { Snapshots } from "./snapshots.ts";
import { type Inheritance, prepareSuccessor } from "./successor.ts";
import { watchForSuspend } from "./suspend.ts";
import { NodeView } from "./view.ts";

const GUARD_OFF =
  "the kernel guard is switched off: two machines may answer for one address; for measurements only";

/** What a restart reads again stays small, and a busy cluster does not write its whole ledger all the time. */
const COMPACTION = { entries: 1000, bytes: 4 * 1024 * 1024, pause: 10_000 };

export interface Started {
  /** Stops everything in order, releases, and ends the process. */
  readonly shutdown: (why: string) => Promise<void>;
  /** Hands everything to a new process of this daemon; on failure this one goes on. */
  readonly restart: (why: string) => Promise<void>;
}

/** Makes every part, joins them, and starts. `inherited`: what the process before this one handed over. */
export async function assemble(
  file: NodeFile,
  identity: ReturnType<typeof loadIdentity>,
  log: Logger,
  manager: ServiceManager,
  inherited: Inheritance | null,
  reflection: Reflection,
): Promise<Started> {
  const { ports } = file.cluster;
  const self = file.node;
  if (file.urgent) {
    try {
      raisePriority();
    } catch (error) {
      log.warn(`heartbeats are not scheduled before other work: ${sentence(error)}`);
    }
  }
  const store = await openStore(join(file.data, "store"), {
    cluster: file.cluster.document.cluster,
    node: self,
  });
  const { contents } = store;
  const restored =
    contents.snapshot === null
      ? null
      : { mark: contents.snapshot.mark, ledger: await decodeLedger(contents.snapshot.read()) };
  // The file is where the first document came from; the newest one in the log has its word since.
  const document = newestDocument(contents.entries) ?? restored?.ledger.document ?? file.cluster.document;
  const { timing } = document;
  const own = incarnation(contents.identity.starts * 2 ** 20 + randomInt(2 ** 20));
  const bootId =
    process.env.LEASEHOLD_BOOT_ID ?? readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const note = (level: "info" | "warn", text: string): void => log[level](text);
  const audit = await openAudit(join(file.data, "audit.jsonl"), (error) =>
    note("warn", `the audit file misses decisions: ${sentence(error)}`),
  );
  const ownAddresses = document.nodes.find((n) => n.name === self)?.addresses ?? [];
  const peers = document.nodes.map((n) => ({ node: n.name, addresses: n.addresses }));

  const replica = createReplica(
    {
      core: {
        self,
        electionTimeoutMin: timing.electionMin,
        electionTimeoutMax: timing.electionMax,
        heartbeatInterval: timing.raftHeartbeat,
        maxInflightMessages: 64,
        maxAppendBytes: 256 * 1024,
        maxUncommittedBytes: 64 * 1024 * 1024,
        maxTickLateness: 0.6 * timing.electionMin,
      },
      incarnation: own,
      bootId,
      bootstrap: file.cluster.document,
      planner: createPlanner(),
      seed: randomInt(2 ** 31),
      compaction: COMPACTION,
    },
    {
      hardState: contents.hardState,
      entries: contents.entries,
      snapshot: restored,
      base: contents.base,
      configuration: {
        voters: document.nodes.filter((n) => n.voter).map((n) => n.name),
        outgoing: null,
        learners: document.nodes.filter((n) => !n.voter).map((n) => n.name),
      },
    },
    bootNow(),
  );
  const cards = file.cards.map((card) => card.name);
  const gate = createGate({ node: self, cards, guard: file.guard });
  const ours = openOwnAddresses(join(file.runtime, "addresses"), bootId);
  const addresses = recorded(createAddresses(), ours);
  const announcer = createAnnouncer();
  const runner = createRunner({
    node: self,
    runtimeDirectory: file.runtime,
    onOutput: (service, line) => log.info({ service, output: line }, `${service}: ${line}`),
    now: bootNow,
  });
  let ending = false;
  // The parts refer to each other through the node's loop alone; it exists before anything can call it.
  let node: LeaseholdNode;
  const heartbeats = await openHeartbeats({
    self,
    cluster: document.cluster,
    addresses: ownAddresses,
    port: ports.heartbeat,
    peers,
    keys: identity.heartbeatKeys,
    codec: { encodeHeartbeat, decodeHeartbeat },
    datagrams: { open: openDatagrams, address: socketAddress },
    onHeartbeat: (heartbeat) => node?.toReplica({ type: "heartbeat", heartbeat }),
    note,
    now: bootNow,
  });
  const streams = await openPeerStreams({
    self,
    cluster: document.cluster,
    incarnation: own,
    addresses: ownAddresses,
    port: ports.peer,
    peers,
    tls: identity.tls,
    timing: streamTimingOf(timing),
    silence: (peer, path) => heartbeats.silenceOf(peer, path),
    codec: { encodeEnvelopes, decodeEnvelopes },
    onEnvelope: (from, envelope) => node?.toReplica({ type: "envelope", from, envelope }),
    note,
    now: bootNow,
  });
  const atApi = new Tally(REFUSALS, note, bootNow);
  const machine = new Machine({
    gate,
    addresses,
    announcer,
    runner,
    cards: file.cards,
    links: readLinks,
    cardFor: (ip) => cardFor(file.cards, ip),
    now: bootNow,
    feed: (event) => node?.answer(event),
  });
  const parts: NodeParts = {
    self,
    replica,
    holding: createHolding({ self, ttl: timing.ttl, cards: file.cards }),
    store,
    log,
    now: bootNow,
    wallClock,
    replayedTo: contents.last.index,
    // Above a heartbeat, so that a follower wakes for its leader's alone; rarer ticks look like pauses (checklist 48).
    tickGapMax: Math.min(1.25 * timing.heartbeat, timing.electionMin / 2),
    createAlarm,
    streams,
    heartbeats,
    strangers: () => [
      { where: "heartbeats", dropped: heartbeats.strangers() },
      { where: "peers", dropped: streams.strangers() },
      { where: "api", dropped: atApi.dropped },
    ],
    perform: (action) => machine.perform(action),
    snapshots: new Snapshots({
      store,
      feed: (event) => node.toReplica(event),
      beforeSaving: () => audit.flush(),
      failed: (error) => {
        if (!ending) parts.onPoisoned(sentence(error));
      },
      note,
      now: bootNow,
    }),
    audit,
    slept: watchForSuspend(bootNow, timerNow),
    onBroken: (error) => {
      const what = error instanceof Error ? error.stack : String(error);
      log.fatal(`this daemon is broken and ends at once; what it holds ends by its guards: ${what}`);
      process.exit(70);
    },
    onPoisoned: (why) => {
      log.fatal(
        `the store failed and nothing more can be promised: ${why}. This node leaves the majority to the others and ends`,
      );
      node.stop();
      // The right to serve is not renewed any more: the kernel and the service guards silence what is held.
      setTimeout(() => process.exit(74), 100);
    },
  };
  node = new LeaseholdNode(parts);

  // Within one boot the kernel does not change its mind, and the next incarnation is in a hurry.
  const guard = inherited?.bootId === bootId ? inherited.guard : await gate.checkGuard();
  if (!guard.ok) log.warn(guard.detail);
  runner.onExit((name, why, byGuard) =>
    node.toHolding({ type: "service-exited", ...serviceOf(name), why, byGuard }),
  );
  // Moments on the boot-time clock mean nothing after a boot; what was held then is gone anyway.
  if (inherited?.bootId === bootId) node.toHolding({ type: "inherit", handed: inherited.holding });
  node.toHolding({
    type: "leftovers",
    addresses: leftoverAddresses(file, contents.entries, restored?.ledger ?? null).filter(({ ip }) =>
      ours.has(ip),
    ),
    services: (await runner.running()).map(serviceOf),
    guard: { ok: guard.ok, detail: guard.detail },
  });
  const watch = openWatch({
    cards,
    gate: gate.watched,
    onChange: (change) => node.toHolding({ type: "network", change }),
  });
  const patrol = await startPatrol({
    document: () => replica.ledger.document ?? document,
    sources: {
      unitStates,
      ourUnits: async () => unitsOf(replica.ledger.document ?? document, await runner.running()),
      addresses: () => addressesOn(file),
      isOurs: (ip) => ours.has(ip),
    },
    onChange: (listener) => node.onChange(listener),
    found: (findings) => {
      for (const finding of findings) log.warn(finding);
      node.toHolding({ type: "foreign", findings });
    },
  });
  const unfollow = followPeers(document, replica, (listener) => node.onChange(listener), [
    heartbeats,
    streams,
  ]);
  // What was handed over has a deadline, clients can wait. Without it there is time: who beats must not be held up.
  if (inherited !== null) {
    node.start();
    await atWork(node, replica);
  }
  const view = new NodeView({ node, parts, ports, warnings: file.guard === "off" ? [GUARD_OFF] : [] });
  const api = await serveApi({
    view,
    reflection,
    leases: view.leases,
    note: (text) => note("warn", text),
    onRefused: (reason, from, why) =>
      atApi.record(reason, "warn", () => `the API refused a connection of ${from}: ${reason} (${why})`, from),
    socket: join(file.runtime, "api.sock"),
    addresses: ownAddresses,
    port: ports.api,
    tls: { ca: identity.tls.ca, certificate: identity.tls.cert, key: identity.tls.key },
  });
  if (inherited === null) node.start();
  log.info(
    { incarnation: own, bootId, guard: file.guard, entries: contents.entries.length },
    `leaseholdd ${self} is up; guard ${file.guard === "on" ? guard.detail : "OFF"}`,
  );

  manager.ready(`${self} is up`);
  const stopPinging = keepTelling(manager, node);

  const closeApi = async (): Promise<void> => {
    patrol.close();
    view.close();
    await api.close();
  };
  const closeEdges = async (): Promise<void> => {
    unfollow();
    watch.close();
    await Promise.allSettled([streams.close(), heartbeats.close()]);
    await audit.flush();
    await store.close();
    addresses.close();
    announcer.close();
  };
  const shutdown = async (why: string): Promise<void> => {
    if (ending) return;
    ending = true;
    manager.stopping();
    log.info(`${why}: stopping what is held, in reverse order`);
    const clean = await Promise.race([
      node.drain(),
      givenUpAfter(drainPatience(replica.ledger.document ?? document)),
    ]);
    node.stop();
    log[clean ? "info" : "warn"](
      clean ? "everything is stopped and released" : "stopped; not everything could be released",
    );
    stopPinging();
    await closeApi();
    await closeEdges();
    if (clean) await gate.remove().catch((error: unknown) => log.warn(sentence(error)));
    gate.close();
    process.exit(0);
  };
  const restart = async (why: string): Promise<void> => {
    if (ending) return;
    log.info(`${why}: handing over to the next incarnation of this daemon`);
    const successor = await prepareSuccessor(manager.environment);
    if (!successor.ok) {
      log.warn(`this daemon goes on as it is: ${successor.reason}`);
      return;
    }
    if (ending) return successor.dismiss();
    ending = true;
    await yieldLeadership(node, replica);
    // Clients hang on for a moment; meanwhile this node still beats.
    await closeApi();
    await freshlyConfirmed(replica);
    const holding = await node.handOver();
    node.stop();
    stopPinging();
    // Sockets are closed by the next turn; whoever is at their other ends is not waited for.
    watch.close();
    void streams.close();
    void heartbeats.close();
    await audit.flush();
    await store.close();
    gate.close();
    runner.close();
    manager.mainProcess(successor.pid);
    await successor.take({ bootId, guard, holding });
    process.exit(0);
  };
  node.onRestartWanted((by) => void restart(`a restart is wanted by ${by}`));
  return { shutdown, restart };
}

/** Status lines for the service manager, and its watchdog: a loop that does not turn does not ping. */
function keepTelling(manager: ServiceManager, node: LeaseholdNode): () => void {
  if (!manager.present) return () => {};
  const period = manager.watchdogPeriod;
  const timer =
    period === null
      ? null
      : setInterval(() => {
          if (node.isTurning()) manager.alive();
        }, period);
  const stop = node.onChange(() => manager.status(node.summary()));
  return () => {
    if (timer !== null) clearInterval(timer);
    stop();
  };
}

/** How long a leader waits for its successor in office before it hands over all the same. */
const YIELD_MS = 1000;

/** A leader that goes away for a moment costs the cluster an election; one that hands over does not. */
async function yieldLeadership(node: LeaseholdNode, replica: Replica): Promise<void> {
  const others = replica.ledger.document?.nodes.filter((n) => n.voter && n.name !== replica.self) ?? [];
  const to = others.find(({ name }) => {
    const heard = heardOf(replica.hearing, name);
    return heard !== null && bootNow() - heard.receivedAt < replica.timing.suspectAfter;
  });
  if (replica.role !== "leader" || to === undefined) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, YIELD_MS);
    const stop = node.onChange(() => {
      if (replica.role === "leader" || replica.leader === null) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
    node.toReplica({ type: "transfer", to: to.name });
  });
}

/** Waits until this incarnation has a session and every lease of its node is its own; or for one TTL. */
async function atWork(node: LeaseholdNode, replica: Replica): Promise<void> {
  const { ttl } = replica.timing;
  const settled = (): boolean =>
    replica.validUntil > bootNow() &&
    [...replica.ledger.leases.values()].every(
      ({ state, holder }) =>
        state !== "held" || holder?.node !== replica.self || sameSession(holder, replica.session),
    );
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ttl);
    const stop = node.onChange(() => {
      if (!settled()) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
}

/** Waits for the best moment to hand over: straight after a majority's echo, with nearly a whole TTL left; or not long. */
async function freshlyConfirmed(replica: Replica): Promise<void> {
  const { ttl, heartbeat } = replica.timing;
  const end = bootNow() + 3 * heartbeat;
  while (bootNow() < end && replica.validUntil - bootNow() < 0.95 * ttl) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A service's name is "GROUP.MEMBER". */
function serviceOf(name: string): { group: GroupName; member: string } {
  const [group = "", member = ""] = name.split(".");
  return { group: groupName(group), member };
}

/** The document of the newest configure entry; null when there is none. */
function newestDocument(entries: readonly Entry[]): ClusterDocument | null {
  for (const { payload } of entries.toReversed()) {
    if (payload.type !== "command") continue;
    const configure = (payload.command as Batch).commands.findLast((c) => c.type === "configure");
    if (configure?.type === "configure") return configure.document;
  }
  return null;
}

/** Without a majority a release never commits: an orderly stop of everything, and then some, is long enough. */
const drainPatience = (document: ClusterDocument): number =>
  Math.max(
    0,
    ...document.groups.map((group) => servicesOf(group).reduce((sum, member) => sum + member.stopTimeout, 0)),
  ) + 5_000;

const givenUpAfter = (ms: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
  });

/** Every address that comes and goes through us is written down. */
function recorded(addresses: ReturnType<typeof createAddresses>, ours: OwnAddresses): typeof addresses {
  return {
    add(card, ip, prefix) {
      ours.adding(ip);
      addresses.add(card, ip, prefix);
    },
    remove(card, ip, prefix) {
      addresses.remove(card, ip, prefix);
      ours.removed(ip);
    },
    removeAll(card, all) {
      addresses.removeAll(card, all);
      for (const { ip } of all) ours.removed(ip);
    },
    list: (card) => addresses.list(card),
    close: () => addresses.close(),
  };
}

function addressesOn(file: NodeFile): { card: string; ip: string; prefix: number }[] {
  return readLinks()
    .filter((link) => file.cards.some((card) => card.name === link.name))
    .flatMap((link) => link.addresses.map(({ ip, prefix }) => ({ card: link.name, ip, prefix })));
}

/** Floating addresses of the cluster that are on this machine's cards already (a predecessor's). */
function leftoverAddresses(
  file: NodeFile,
  log: readonly Entry[],
  restored: Ledger | null,
): { card: string; ip: string; prefix: number }[] {
  const managed = everManaged(file.cluster.document, log, restored);
  return readLinks()
    .filter((link) => file.cards.some((card) => card.name === link.name))
    .flatMap((link) => link.addresses.map(({ ip, prefix }) => ({ card: link.name, ip, prefix })))
    .filter(({ ip }) => managed.has(ip));
}
