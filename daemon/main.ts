#!/usr/bin/env node
/**
 * leaseholdd: the composition root. The only place where clocks, disks, sockets and processes are made; everything
 * it makes is handed down as an argument.
 */
import { randomInt } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import type { Logger } from "pino";
import { serveApi } from "../api/server.ts";
import { cardFor, type NodeFile, readNode } from "../configuration/node.ts";
import type { Entry } from "../consensus/core/types.ts";
import { type ClusterDocument, groupName, incarnation } from "../consensus/ledger/types.ts";
import { createReplica } from "../consensus/replica.ts";
import { openStore } from "../consensus/store/open.ts";
import { openHeartbeats } from "../consensus/transport/heartbeats.ts";
import { openPeerStreams } from "../consensus/transport/streams.ts";
import { streamTimingOf } from "../consensus/transport/timing.ts";
import { LeaseholdError } from "../errors.ts";
import { loadIdentity } from "../identity/identity.ts";
import { createAddresses } from "../network/addresses.ts";
import { createAnnouncer } from "../network/announce.ts";
import { createGate } from "../network/gate.ts";
import { createAlarm } from "../network/kernel/alarm.ts";
import { bootNow, timerNow, wallClock } from "../network/kernel/clock.ts";
import { raisePriority } from "../network/kernel/priority.ts";
import { checkCards, readLinks } from "../network/links.ts";
import { decodeEnvelopes, decodeHeartbeat, encodeEnvelopes, encodeHeartbeat } from "../proto/codec.ts";
import { createHolding } from "../services/holding.ts";
import { createPlanner } from "../services/placement/planner.ts";
import { createRunner } from "../services/runner.ts";
import { everManaged } from "./leftovers.ts";
import { openLog } from "./log.ts";
import { Machine, sentence } from "./machine.ts";
import { LeaseholdNode, type NodeParts } from "./node.ts";
import { watchForSuspend } from "./suspend.ts";
import { NodeView } from "./view.ts";

const GUARD_OFF =
  "the kernel guard is switched off: two machines may answer for one address; for measurements only";

async function main(): Promise<void> {
  const program = new Command("leaseholdd")
    .description("Leasehold's node daemon")
    .requiredOption("-c, --config <file>", "this node's file")
    .option("--check", "check the configuration and this machine, and end")
    .parse();
  const options = program.opts<{ config: string; check?: boolean }>();
  const file = readNode(options.config);
  if (options.check) {
    process.exitCode = await checkMachine(file);
    return;
  }
  await run(file);
}

/** Everything that can be known to be wrong before anything is started; prints all of it. */
async function checkMachine(file: NodeFile): Promise<number> {
  const problems: string[] = [];
  try {
    loadIdentity(file.secrets);
  } catch (error) {
    problems.push(sentence(error));
  }
  problems.push(...rootProblems());
  if (problems.length === 0 || process.getuid?.() === 0) {
    problems.push(...checkCards(file.cards, readLinks()));
    const gate = createGate({ node: file.node, cards: file.cards.map((c) => c.name), guard: file.guard });
    const guard = await gate.checkGuard();
    gate.close();
    if (!guard.ok) problems.push(guard.detail);
  }
  for (const problem of problems) process.stderr.write(`leaseholdd: ${problem}\n`);
  if (problems.length === 0)
    process.stdout.write(`${file.node}: the configuration and this machine are fit\n`);
  return problems.length === 0 ? 0 : 1;
}

function rootProblems(): string[] {
  return process.getuid?.() === 0
    ? []
    : [
        "leaseholdd must run as root: it moves addresses and guards them in the kernel; start it with sudo or as a service",
      ];
}

async function run(file: NodeFile): Promise<void> {
  const [problem] = rootProblems();
  if (problem !== undefined) throw new LeaseholdError("not-root", problem);
  const identity = loadIdentity(file.secrets);
  if (identity.role.type !== "node" || identity.role.name !== file.node) {
    const text = `${file.secrets} belongs to ${identity.role.type} ${identity.role.name}; this node is ${file.node}`;
    throw new LeaseholdError("certificate", text);
  }
  const cardProblems = checkCards(file.cards, readLinks());
  if (cardProblems.length > 0) throw new LeaseholdError("config-invalid", cardProblems.join("\n"));
  mkdirSync(file.data, { recursive: true, mode: 0o700 });
  mkdirSync(file.runtime, { recursive: true, mode: 0o700 });
  const log = openLog(file.node, file.log.file, file.log.level);
  const started = await assemble(file, identity, log);
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => void started.shutdown(signal));
}

/** Makes every part, joins them, and starts. */
async function assemble(
  file: NodeFile,
  identity: ReturnType<typeof loadIdentity>,
  log: Logger,
): Promise<{ shutdown: (why: string) => Promise<void> }> {
  const { document, ports } = file.cluster;
  const { timing } = document;
  const self = file.node;
  const store = await openStore(join(file.data, "store"), { cluster: document.cluster, node: self });
  const own = incarnation(store.contents.identity.starts * 2 ** 20 + randomInt(2 ** 20));
  const bootId =
    process.env.LEASEHOLD_BOOT_ID ?? readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const note = (level: "info" | "warn", text: string): void => log[level](text);
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
        maxTickLateness: timing.electionMin / 2,
      },
      incarnation: own,
      bootId,
      bootstrap: document,
      planner: createPlanner(),
      seed: randomInt(2 ** 31),
    },
    {
      hardState: store.contents.hardState,
      entries: store.contents.entries,
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
  const addresses = createAddresses();
  const announcer = createAnnouncer();
  const runner = createRunner({
    node: self,
    runtimeDirectory: file.runtime,
    onOutput: (group, line) => log.info({ group, output: line }, `${group}: ${line}`),
    now: bootNow,
  });
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
    codec: { encodeEnvelopes, decodeEnvelopes },
    onEnvelope: (from, envelope) => node?.toReplica({ type: "envelope", from, envelope }),
    note,
    now: bootNow,
  });
  const machine = new Machine({
    gate,
    addresses,
    announcer,
    runner,
    cards: file.cards,
    cardFor: (ip) => cardFor(file.cards, ip),
    now: bootNow,
    feed: (event) => node?.answer(event),
  });
  const parts: NodeParts = {
    self,
    replica,
    holding: createHolding({ self, ttl: timing.ttl }),
    store,
    log,
    now: bootNow,
    wallClock,
    replayedTo: store.contents.entries.length,
    // Above a heartbeat, so that a follower wakes for its leader's alone; rarer ticks look like pauses (checklist 48).
    tickGapMax: Math.min(1.25 * timing.heartbeat, timing.electionMin / 3),
    createAlarm,
    streams,
    heartbeats,
    perform: (action) => machine.perform(action),
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

  const guard = await gate.checkGuard();
  if (!guard.ok) log.warn(guard.detail);
  runner.onExit((name, why, byGuard) =>
    node.toHolding({ type: "service-exited", group: groupName(name), why, byGuard }),
  );
  node.toHolding({
    type: "leftovers",
    addresses: leftoverAddresses(file, store.contents.entries),
    services: (await runner.running()).map(groupName),
    guard: { ok: guard.ok, detail: guard.detail },
  });
  const api = await serveApi({
    view: new NodeView({ node, parts, warnings: file.guard === "off" ? [GUARD_OFF] : [] }),
    socket: join(file.runtime, "api.sock"),
    addresses: ownAddresses,
    port: ports.api,
    tls: { ca: identity.tls.ca, certificate: identity.tls.cert, key: identity.tls.key },
  });
  if (file.urgent) {
    try {
      raisePriority();
    } catch (error) {
      log.warn(`heartbeats are not scheduled before other work: ${sentence(error)}`);
    }
  }
  node.start();
  log.info(
    { incarnation: own, bootId, guard: file.guard, entries: store.contents.entries.length },
    `leaseholdd ${self} is up; guard ${file.guard === "on" ? guard.detail : "OFF"}`,
  );

  let ending = false;
  const shutdown = async (why: string): Promise<void> => {
    if (ending) return;
    ending = true;
    log.info(`${why}: stopping what is held, in reverse order`);
    const clean = await Promise.race([node.drain(), givenUpAfter(drainPatience(document))]);
    node.stop();
    log[clean ? "info" : "warn"](
      clean ? "everything is stopped and released" : "stopped; not everything could be released",
    );
    await Promise.allSettled([api.close(), streams.close(), heartbeats.close()]);
    await store.close();
    addresses.close();
    announcer.close();
    if (clean) await gate.remove().catch((error: unknown) => log.warn(sentence(error)));
    gate.close();
    process.exit(0);
  };
  return { shutdown };
}

/** Without a majority a release never commits: an orderly stop of everything, and then some, is long enough. */
const drainPatience = (document: ClusterDocument): number =>
  Math.max(0, ...document.groups.map((group) => group.stopTimeout)) + 5_000;

const givenUpAfter = (ms: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
  });

/** Floating addresses of the cluster that are on this machine's cards already (a predecessor's). */
function leftoverAddresses(
  file: NodeFile,
  log: readonly Entry[],
): { card: string; ip: string; prefix: number }[] {
  const managed = everManaged(file.cluster.document, log);
  return readLinks()
    .filter((link) => file.cards.some((card) => card.name === link.name))
    .flatMap((link) => link.addresses.map(({ ip, prefix }) => ({ card: link.name, ip, prefix })))
    .filter(({ ip }) => managed.has(ip));
}

main().catch((error: unknown) => {
  const code = error instanceof LeaseholdError ? error.code : "unexpected";
  const text =
    error instanceof LeaseholdError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? "")
        : String(error);
  process.stderr.write(`leaseholdd (${code}): ${text}\n`);
  process.exit(1);
});
