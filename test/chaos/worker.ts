/**
 * Recording clients, in a process of their own in the client's namespace: they take, keep and give back leases over
 * mutual TLS and write down what they asked and were told, and when. One JSON argument in, JSON lines out; ends when
 * its stdin closes, after the calls under way.
 */
import { writeSync } from "node:fs";
import { LEASES } from "../../api/methods.ts";
import { connectLeases } from "../../client/leases.ts";
import { type Credentials, Wire } from "../../client/wire.ts";
import { LeaseholdError } from "../../errors.ts";
import { loadClientIdentity } from "../../identity/identity.ts";
import { bootNow } from "../../network/kernel/clock.ts";
import { createRandom, type Random } from "../sim/random.ts";
import type { Answer, Asked, Recorded, WorkerOptions } from "./records.ts";

const options = JSON.parse(process.argv[2] ?? "{}") as WorkerOptions;
const credentials: Credentials = loadClientIdentity(options.secrets).tls;
const ANSWER_MS = 2000;
/** Mostly short, so that leases change hands often; now and then long, so that keep-alives matter. */
const HOLD_SHORT_MS = 500;
const HOLD_LONG_MS = 4000;
const POLL_MS = 20;
const IDLE_MAX_MS = 200;
let ending = false;
let drawn = 0;

function note(record: Recorded): void {
  const bytes = Buffer.from(`${JSON.stringify(record)}\n`);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What came of one call: an error, or what `take` makes of the reply. */
async function call<Reply>(
  what: { readonly name: string; readonly asked: Asked; readonly repeated?: boolean },
  work: () => Promise<Reply>,
  take: (reply: Reply) => Answer | null,
): Promise<{ readonly reply: Reply | null; readonly called: number; readonly error: unknown }> {
  const called = bootNow();
  const base = { record: "call" as const, name: what.name, asked: what.asked, called };
  try {
    const reply = await work();
    const answer = take(reply);
    const returned = answer === null ? null : bootNow();
    note({ ...base, answer, returned, repeated: what.repeated ?? false });
    return { reply, called, error: null };
  } catch (error) {
    const held = error instanceof LeaseholdError && error.code === "lease-held";
    const answer: Answer | null = held ? { type: "refused" } : null;
    note({ ...base, answer, returned: held ? bootNow() : null, repeated: what.repeated ?? false });
    complain(error);
    return { reply: null, called, error };
  }
}

/** Refusals that weather does not explain. */
function complain(error: unknown): void {
  const code = error instanceof LeaseholdError ? error.code : "none";
  if (["unreachable", "unavailable", "busy", "lease-held", "lease-lost"].includes(code)) return;
  note({
    record: "oddity",
    text: `a client was told: ${code}: ${error instanceof Error ? error.message : error}`,
  });
}

const holdFor = (random: Random): number =>
  random.between(0, random.chance(0.7) ? HOLD_SHORT_MS : HOLD_LONG_MS);

function freshOwner(worker: string): string {
  drawn += 1;
  return `${worker}-${String(drawn).padStart(8, "0")}`;
}

/** Speaks the API itself, call by call. */
async function plainWorker(worker: string, random: Random): Promise<void> {
  const wires = options.endpoints.map((endpoint) => new Wire(endpoint, credentials));
  let turn = random.integer(0, wires.length - 1);
  const wire = (): Wire => wires[turn % wires.length]!;
  while (!ending) {
    await sleep(random.between(0, IDLE_MAX_MS));
    const name = random.pick(options.names);
    const owner = freshOwner(worker);
    const waitMs = random.chance(0.5) ? 0 : random.integer(100, 1500);
    const began = bootNow();
    const request = { name, owner, ttlMs: options.ttlMs, waitMs, note: owner };
    let token: string | null = null;
    for (let tries = 0; tries < 3 && token === null; tries++) {
      const { reply, error } = await call(
        { name, asked: { type: "acquire", owner } },
        () => wire().unary(LEASES.acquire, request, { timeoutMs: waitMs + ANSWER_MS }),
        (got) => (got.acquired ? { type: "granted", token: got.token } : { type: "refused" }),
      );
      if (reply?.acquired) token = reply.token;
      else if (reply !== null) break;
      if (error !== null) {
        turn += 1;
        await sleep(50);
      }
    }
    if (token !== null) turn += await holdPlainly(worker, random, wire, { name, owner, token, began });
    else if (random.chance(0.3)) turn += 1;
  }
  for (const each of wires) each.close();
}

interface Held {
  readonly name: string;
  readonly owner: string;
  readonly token: string;
  /** When its acquisition was first sent. */
  readonly began: number;
}

/** Keeps it for a while, then gives it back or forgets it. Returns 1 when another node should be asked next. */
async function holdPlainly(
  worker: string,
  random: Random,
  wire: () => Wire,
  { name, owner, token, began }: Held,
): Promise<number> {
  const from = bootNow();
  const enough = from + holdFor(random);
  let validUntil = began + options.ttlMs;
  let failed = 0;
  for (let beat = 1; !ending && bootNow() < Math.min(enough, validUntil); beat++) {
    await sleep(options.ttlMs / 4);
    const kept = await call(
      { name, asked: { type: "keep", owner, token } },
      () => keepAlive(wire(), { name, owner, token, beat }),
      (got) => (got.held ? (got.ttlMs > 0 ? { type: "done" } : null) : { type: "refused" }),
    );
    if (kept.reply === null) failed = 1;
    else if (!kept.reply.held) break;
    else if (kept.reply.ttlMs > 0) validUntil = Math.max(validUntil, kept.called + kept.reply.ttlMs);
  }
  const release = random.chance(0.75);
  const until = release ? Math.min(validUntil, bootNow()) : validUntil;
  if (until > from) note({ record: "belief", worker, name, token, from, until });
  if (!release) return failed;
  const given = await call(
    { name, asked: { type: "release", owner, token } },
    () => wire().unary(LEASES.release, { name, owner, token }, { timeoutMs: ANSWER_MS }),
    ({ released }) => (released ? { type: "done" } : { type: "refused" }),
  );
  return given.error === null ? failed : 1;
}

interface Beat {
  readonly name: string;
  readonly owner: string;
  readonly token: string;
  readonly beat: number;
}
/** One beat on a stream of its own. */
function keepAlive(wire: Wire, beat: Beat): Promise<{ readonly held: boolean; readonly ttlMs: number }> {
  return new Promise((resolve, reject) => {
    const stream = wire.converse(
      LEASES.keepAlive,
      (reply) => {
        resolve(reply);
        stream.cancel();
      },
      (error) => reject(error ?? new LeaseholdError("unavailable", "the stream ended without an answer")),
      { timeoutMs: ANSWER_MS },
    );
    stream.send(beat);
  });
}

/** Uses the client library, as a program would. */
async function clientWorker(worker: string, random: Random): Promise<void> {
  const endpoints = options.endpoints.map(
    (_, at) => options.endpoints[(at + drawn) % options.endpoints.length]!,
  );
  const leases = connectLeases({ endpoints, credentials });
  while (!ending) {
    await sleep(random.between(0, IDLE_MAX_MS));
    const name = random.pick(options.names);
    const owner = freshOwner(worker);
    const wait = random.chance(0.5) ? 0 : random.integer(100, 2500);
    const { reply: lease } = await call(
      { name, asked: { type: "acquire", owner }, repeated: true },
      () => leases.acquire(name, { ttl: options.ttlMs, wait, note: owner }),
      ({ token }) => ({ type: "granted", token: token.toString() }),
    );
    if (lease === null) continue;
    const token = lease.token.toString();
    const from = bootNow();
    const enough = from + holdFor(random);
    let until = from;
    do {
      const at = bootNow();
      const remaining = lease.remaining();
      if (remaining > 0) until = Math.max(until, at + remaining);
      await sleep(POLL_MS);
    } while (!ending && bootNow() < enough && !lease.signal.aborted);
    // It has stopped: what was stated for later does not count.
    until = Math.min(until, bootNow());
    if (until > from) note({ record: "belief", worker, name, token, from, until });
    await call(
      { name, asked: { type: "release", owner, token }, repeated: true },
      () => lease.release(),
      (released) => (released ? { type: "done" } : null),
    );
  }
}

/** Sees grants whose client was never told. */
async function watcher(endpoint: string, signal: AbortSignal): Promise<void> {
  const leases = connectLeases({ endpoints: [endpoint], credentials });
  await leases.watch(
    "",
    ({ event, name, token, note: owner }) => {
      if (event === "held") note({ record: "sighting", via: endpoint, name, token, owner, at: bootNow() });
    },
    signal,
  );
}

const random = createRandom(options.seed);
const watching = new AbortController();
for (const endpoint of options.endpoints) void watcher(endpoint, watching.signal).catch(complain);
process.stdin.on("end", () => {
  ending = true;
});
process.stdin.resume();
await Promise.all([
  ...Array.from({ length: options.plain }, (_, i) => plainWorker(`plain${i}`, random.fork())),
  ...Array.from({ length: options.byClient }, (_, i) => clientWorker(`client${i}`, random.fork())),
]);
watching.abort();
process.exit(0);
