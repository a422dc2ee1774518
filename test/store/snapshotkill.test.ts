// P3: a daemon that is killed in the midst of snapshots, compaction and installation, on LevelDB itself.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openStore } from "../../consensus/store/open.ts";
import { generator } from "./crashdisk.ts";
import { bytesOf, entriesOf, OWNER, stateBytes } from "./samples.ts";

const WRITER = join(dirname(fileURLToPath(import.meta.url)), "snapshotwriter.js");

/** Runs the writer until it has said so many lines, then kills it; resolves with its last whole line. */
function runUntil(folder: string, lines: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [WRITER, folder], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      if (text.split("\n").length > lines) child.kill("SIGKILL");
    });
    child.on("close", () => resolve(text.slice(0, text.lastIndexOf("\n")).split("\n").at(-1)!));
  });
}

test("P3: kill -9 among snapshots, ten times on one store, loses nothing acknowledged", async () => {
  const seed = Date.now() % 1_000_000;
  const random = generator(seed);
  const root = mkdtempSync(join(tmpdir(), "leasehold-kill-"));
  try {
    const folder = join(root, "store");
    for (let round = 1; round <= 10; round++) {
      const line = await runUntil(folder, 1 + Math.floor(random() * 40));
      const [last, snapshotIndex, baseIndex] = line.split(" ").slice(1).map(Number);
      const store = await openStore(folder, OWNER);
      const { contents } = store;
      const where = `seed ${seed}, round ${round}: ${line}`;
      assert.ok(contents.last.index >= last!, where);
      assert.ok((contents.snapshot?.mark.index ?? 0) >= snapshotIndex!, where);
      assert.ok(contents.base.index >= baseIndex!, where);
      const { index: base } = contents.base;
      assert.deepEqual(contents.entries, entriesOf(base + 1, contents.last.index - base, 1), where);
      if (contents.snapshot !== null) {
        const expected = stateBytes(200_000, contents.snapshot.mark.index);
        assert.deepEqual(Buffer.from(await bytesOf(contents.snapshot)), Buffer.from(expected), where);
      }
      assert.equal(contents.identity.starts, round * 2, where);
      await store.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
