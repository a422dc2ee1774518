// A process with a small disk of its own, for the tests of full and read-only disks: a tmpfs in a mount namespace that goes
// with the process. Does one story and prints what came of it as one line of JSON.
// Usage: unshare --mount --map-root-user node fulldisk.js FOLDER STORY
import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { logIndex } from "../../consensus/core/types.ts";
import { openStore } from "../../consensus/store/open.ts";
import type { LeaseholdError } from "../../errors.ts";
import { bytesOf, entryOf, inPieces, markOf, OWNER, stateBytes, stateOf } from "./samples.ts";

const [folder, story] = process.argv.slice(2) as [string, string];
const path = join(folder, "store");
const ballast = join(folder, "ballast");

execFileSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", folder]);

/** Fills the disk; `leave` bytes stay free at most. */
function fill(leave: number): void {
  const file = openSync(ballast, "w");
  try {
    const page = Buffer.alloc(4096, 1);
    for (;;) writeSync(file, page);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
  if (leave > 0) execFileSync("truncate", ["-s", `-${leave}`, ballast]);
}

const failure = async (work: () => Promise<unknown>): Promise<{ code: string; message: string }> => {
  try {
    await work();
  } catch (error) {
    const { code, message } = error as LeaseholdError;
    return { code, message };
  }
  return { code: "none", message: "" };
};

/** An existing store: twenty entries, a snapshot at ten. */
async function existing() {
  const store = await openStore(path, OWNER);
  await store.write(
    stateOf(1, "b", 10),
    Array.from({ length: 20 }, (_, at) => entryOf(at + 1, 1)),
  );
  await store.saveSnapshot(markOf(10, 1), inPieces(stateBytes(100_000, 1)));
  await store.compact(logIndex(5));
  return store;
}

/** What is there once the disk takes more again. */
async function afterwards() {
  const store = await openStore(path, OWNER);
  const { hardState, last, base, snapshot } = store.contents;
  const whole = Buffer.compare(await bytesOf(snapshot), stateBytes(100_000, 1)) === 0;
  await store.write(stateOf(hardState.term + 1), [entryOf(last.index + 1, hardState.term + 1)]);
  await store.close();
  return { term: hardState.term, last: last.index, base: base.index, snapshot: snapshot?.mark.index, whole };
}

async function writesUntilFull() {
  const store = await existing();
  fill(2_000_000);
  let acknowledged = 1;
  const failed = await failure(async () => {
    for (let term = 2; ; term++) {
      await store.write(stateOf(term), [entryOf(19 + term, term, 50_000)]);
      acknowledged = term;
    }
  });
  const then = await failure(() => store.write(stateOf(9999), []));
  await store.close();
  rmSync(ballast);
  return { failed, then, acknowledged, found: await afterwards() };
}

async function savesUntilFull() {
  const store = await existing();
  fill(2_000_000);
  const failed = await failure(() => store.saveSnapshot(markOf(15, 1), inPieces(stateBytes(20_000_000, 2))));
  const then = await failure(() => store.write(stateOf(9999), []));
  await store.close();
  rmSync(ballast);
  return { failed, then, acknowledged: 1, found: await afterwards() };
}

async function opensFull() {
  await (await existing()).close();
  fill(0);
  const failed = await failure(() => openStore(path, OWNER));
  const then = await failure(() => openStore(path, OWNER));
  rmSync(ballast);
  return { failed, then, acknowledged: 1, found: await afterwards() };
}

async function beginsFull() {
  fill(0);
  const failed = await failure(() => openStore(path, OWNER));
  const then = await failure(() => openStore(path, OWNER));
  rmSync(ballast);
  await (await existing()).close();
  return { failed, then, acknowledged: 1, found: await afterwards() };
}

async function opensReadOnly() {
  await (await existing()).close();
  execFileSync("mount", ["-o", "remount,ro", folder]);
  const failed = await failure(() => openStore(path, OWNER));
  const then = await failure(() => openStore(path, OWNER));
  execFileSync("mount", ["-o", "remount,rw", folder]);
  return { failed, then, acknowledged: 1, found: await afterwards() };
}

const stories = { writesUntilFull, savesUntilFull, opensFull, beginsFull, opensReadOnly };
const told = await stories[story as keyof typeof stories]();
process.stdout.write(`${JSON.stringify(told)}\n`);
