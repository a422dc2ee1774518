/** Makes every part of a node, joins them, and starts. */
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Reflection } from "../api/reflection.ts";
import { serveApi } from "../api/server.ts";
import { leaveLastWords } from "../configuration/lastwords.ts";
import { cardFor, type NodeFile } from "../configuration/node.ts";
import { type GroupName, groupName, incarnation } from "../consensus/ledger/types.ts";
import { createReplica } from "../consensus/replica.ts";
import { openStore } from "../consensus/store/open.ts";
import { countOf } from "../consensus/store/records.ts";
import { openHeartbeats } from "../consensus/transport/heartbeats.ts";
import { Tally } from "../consensus/transport/notes.ts";
import { openPeerStreams } from "../consensus/transport/streams.ts";
import { streamTimingOf } from "../consensus/transport/timing.ts";
import { REFUSALS } from "../doors/door.ts";
import { openDevice } from "../fencing/devices/open.ts";
import { watchDevices } from "../fencing/edges/devicewatch.ts";
import { openSerialLine } from "../fencing/edges/serial.ts";
import type { loadIdentity } from "../identity/identity.ts";
import { createAddresses } from "../network/addresses.ts";
import { createAnnouncer } from "../network/announce.ts";
import { createGate } from "../network/gate.ts";
import { countHeard } from "../network/heard.ts";
import { createAlarm } from "../network/kernel/alarm.ts";
import { bootNow, timerNow, wallClock } from "../network/kernel/clock.ts";
import { datagramsOf, socketAddress } from "../network/kernel/datagrams.ts";
import { raisePriority } from "../network/kernel/priority.ts";
import { processBehind } from "../network/kernel/syscalls.ts";
import { readLinks } from "../network/links.ts";
import { openWatch } from "../network/watch.ts";
import { decodeEnvelopes, decodeHeartbeat, encodeEnvelopes, encodeHeartbeat } from "../proto/codec.ts";
import { createHolding } from "../services/holding.ts";
import { createPlanner } from "../services/placement/planner.ts";
import { createRunner } from "../services/runner.ts";
import { openAudit } from "./audit.ts";
import { listenIfAlone } from "./disk.ts";
import { endings, type Started } from "./ending.ts";
import { compileAtPace } from "./engine.ts";
import { alsoOverSerial, createFencing, envelopesOf } from "./fencing.ts";
import { atWork } from "./handing.ts";
import { createHearing } from "./hearing.ts";
import { Machine, sentence } from "./machine.ts";
import { LeaseholdNode } from "./node.ts";
import { openOwnAddresses, recorded } from "./ours.ts";
import type { NodeParts } from "./parts.ts";
import { Callers, followPeers } from "./peers.ts";
import { remembered } from "./remembered.ts";
import { sayRemoval } from "./removal.ts";
import { keepTelling, type ServiceManager } from "./servicemanager.ts";
import { COMPACTION, Snapshots } from "./snapshots.ts";
import { tellOthers } from "./strangers.ts";
import type { Inheritance } from "./successor.ts";
import { leftoverAddresses, patrol } from "./surroundings.ts";
import { watchForSuspend } from "./suspend.ts";
import { Told } from "./told.ts";
import { NodeView } from "./view.ts";

const GUARD_OFF =
  "the kernel guard is switched off: two machines may answer for one address; for measurements only";

/** A witness holds nothing, so there is nothing to guard. */
const WITNESS_GUARD = { ok: false, detail: "a witness guards nothing", ipv6: { ok: true, detail: "" } };

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
  const { restored, document, configuration } = await remembered(contents, file.cluster.document);
  const { timing } = document;
  const own = incarnation(countOf(contents.identity) * 2 ** 20 + randomInt(2 ** 20));
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
      store: contents.identity,
      configuration,
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
    onTrouble: (service, text) => log.warn({ service }, `${service}: ${text}`),
    now: bootNow,
  });
  let ending = false;
  // The parts refer to each other through the node's loop alone; it exists before anything can call it.
  let node: LeaseholdNode;
  const line =
    file.serial === null
      ? null
      : await openSerialLine({ device: file.serial.device, baud: file.serial.baud, now: bootNow, note });
  const serial =
    file.serial === null || line === null
      ? null
      : {
          peer: file.serial.peer,
          line,
          onMessage: envelopesOf(decodeEnvelopes, (from, envelope) =>
            node?.toReplica({ type: "envelope", from, envelope }),
          ),
        };
  const callers = new Callers();
  const heartbeats = await openHeartbeats({
    self,
    cluster: document.cluster,
    addresses: ownAddresses,
    port: ports.heartbeat,
    peers,
    keys: identity.heartbeatKeys,
    codec: { encodeHeartbeat, decodeHeartbeat },
    datagrams: { together: datagramsOf, address: socketAddress },
    onHeartbeat: (heartbeat) => node?.toReplica({ type: "heartbeat", heartbeat }),
    onCaller: (from, path, ip) => callers.called(from, path, ip),
    note,
    now: bootNow,
    ...(serial === null ? {} : { serial }),
  });
  const told = new Told();
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
    onEnvelope: (from, envelope) => {
      if (envelope.type === "counters") told.take(from, envelope, bootNow());
      else if (envelope.type === "let-go") node?.hearWord(from, envelope);
      else node?.toReplica({ type: "envelope", from, envelope });
    },
    note,
    now: bootNow,
  });
  const atApi = new Tally([...REFUSALS, "unread"], note, bootNow);
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
  const deviceWatch = watchDevices({
    document: () => replica.ledger.document ?? document,
    open: openDevice,
    now: bootNow,
  });
  const hearing = createHearing({
    document: () => replica.ledger.document,
    count: file.guard === "off" ? null : (near) => countHeard(self, cards, near),
    silenceOf: (peer) =>
      Math.min(Number.POSITIVE_INFINITY, ...ownAddresses.map((_, path) => heartbeats.silenceOf(peer, path))),
    now: bootNow,
    trouble: (text) => log.warn(text),
  });
  let poisoned = false;
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
    devices: () => deviceWatch.facts(),
    strangers: () => [
      { where: "heartbeats", dropped: heartbeats.strangers() },
      { where: "peers", dropped: streams.strangers() },
      { where: "api", dropped: atApi.dropped },
    ],
    told,
    perform: (action) => machine.perform(action),
    fencing: createFencing({
      document: () => replica.ledger.document,
      journal: join(file.data, "fencing.jsonl"),
      log,
      now: bootNow,
      wallClock,
      feed: (event) => node.toReplica(event),
      hearing,
    }),
    ...(serial === null
      ? {}
      : {
          alsoSend: alsoOverSerial({
            peer: serial.peer,
            paths: ownAddresses.length,
            quiet: () => 3 * replica.timing.heartbeat,
            silenceOf: (peer, path) => heartbeats.silenceOf(peer, path),
            answers: (peer) => {
              const stream = streams.status().get(peer);
              return stream !== undefined && stream.path !== null && !stream.silent;
            },
            encode: encodeEnvelopes,
            send: (to, bytes) => heartbeats.sendMessage(to, bytes),
          }),
        }),
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
      leaveLastWords(file.runtime, `it was broken: ${sentence(error)}`, new Date(wallClock()));
      process.exit(70);
    },
    onPoisoned: (why) => {
      // The store says it by itself, and every write that waits says it too.
      if (poisoned) return;
      poisoned = true;
      const words = `the store failed and nothing more can be promised: ${why}. This node leaves the majority to the others and ends`;
      log.fatal(words);
      leaveLastWords(file.runtime, words, new Date(wallClock()));
      node.stop();
      // The right to serve is not renewed any more: the kernel and the service guards silence what is held.
      setTimeout(() => process.exit(74), 100);
    },
  };
  node = new LeaseholdNode(parts);
  // Also when nothing waits for a write: a node that cannot write must not be found out in the next failover.
  void store.failed.then((error) => parts.onPoisoned(error.message));

  // Within one boot the kernel does not change its mind, and the next incarnation is in a hurry.
  const witness = document.nodes.some(({ name, role }) => name === self && role === "witness");
  const checked = witness ? WITNESS_GUARD : null;
  const guard = checked ?? (inherited?.bootId === bootId ? inherited.guard : await gate.checkGuard());
  if (!guard.ok && !witness) log.warn(guard.detail);
  runner.onExit((name, why, byGuard) =>
    node.toHolding({ type: "service-exited", ...serviceOf(name), why, byGuard }),
  );
  // Moments on the boot-time clock mean nothing after a boot; what was held then is gone anyway.
  if (inherited?.bootId === bootId) node.toHolding({ type: "inherit", handed: inherited.holding });
  node.toHolding({
    type: "leftovers",
    addresses: leftoverAddresses(file, contents.entries, restored?.ledger ?? null, ours),
    services: (await runner.running()).map(serviceOf),
    guard: { ok: guard.ok, detail: guard.detail },
  });
  const watch = openWatch({
    cards,
    gate: gate.watched,
    onChange: (change) => node.toHolding({ type: "network", change }),
  });
  const foreign = await patrol(
    file,
    () => replica.ledger.document ?? document,
    () => runner.running(),
    ours,
    node,
    log,
  );
  const stopTelling = tellOthers(parts);
  const follow = (listener: () => void) => node.onChange(listener);
  const unfollow = followPeers(document, replica, follow, { heartbeats, streams }, callers);
  const unheed = sayRemoval(self, replica, (listener) => node.onChange(listener), streams, log);
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
      atApi.record(
        reason,
        "warn",
        () =>
          reason === "unread"
            ? `the API cut off ${from}: ${why}`
            : `the API refused a connection of ${from}: ${reason} (${why})`,
        from,
      ),
    processBehind,
    socket: join(file.runtime, "api.sock"),
    addresses: ownAddresses,
    port: ports.api,
    tls: { ca: identity.tls.ca, certificate: identity.tls.cert, key: identity.tls.key },
  });
  if (inherited === null) node.start();
  listenIfAlone(replica, heartbeats, node, note, bootNow);
  log.info(
    { incarnation: own, bootId, guard: file.guard, entries: contents.entries.length },
    `leaseholdd ${self} is up; guard ${file.guard === "on" ? guard.detail : "OFF"}`,
  );

  manager.ready(`${self} is up`);
  const stopPinging = keepTelling(manager, node);

  const started = endings({
    node,
    replica,
    log,
    manager,
    document: () => replica.ledger.document ?? document,
    front: {
      close: async () => {
        foreign.close();
        deviceWatch.close();
        view.close();
        await api.close();
      },
    },
    transports: [streams, heartbeats, ...(line === null ? [] : [line])],
    ears: {
      close: () => {
        stopPinging();
        unfollow();
        stopTelling();
        unheed();
        watch.close();
      },
    },
    audit,
    store,
    gate,
    runner,
    cards: [addresses, announcer, hearing],
    bootId,
    guard,
    onEnding: () => {
      ending = true;
    },
  });
  node.onRestartWanted((by) => void started.restart(`a restart is wanted by ${by}`));
  compileAtPace(replica.timing.heartbeat);
  return started;
}

/** A service's name is "GROUP.MEMBER". */
function serviceOf(name: string): { group: GroupName; member: string } {
  const [group = "", member = ""] = name.split(".");
  return { group: groupName(group), member };
}
