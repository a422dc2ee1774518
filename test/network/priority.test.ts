/** The daemon's own scheduling. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

test("the daemon goes before ordinary processes in all its threads, and what it starts is ordinary", () => {
  const module = fileURLToPath(new URL("../../network/kernel/priority.js", import.meta.url));
  const program = `
    const { raisePriority } = await import(${JSON.stringify(module)});
    const { readdirSync, readFileSync } = await import("node:fs");
    const { spawnSync } = await import("node:child_process");
    raisePriority();
    const nice = (path) => Number(readFileSync(path, "utf8").split(") ")[1].split(" ")[16]);
    const threads = readdirSync("/proc/self/task").map((t) => nice("/proc/self/task/" + t + "/stat"));
    const child = spawnSync("cat", ["/proc/self/stat"], { encoding: "utf8" }).stdout.split(") ")[1].split(" ")[16];
    console.log(JSON.stringify({ threads, child: Number(child) }));
  `;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  const { threads, child } = JSON.parse(run.stdout) as { threads: number[]; child: number };
  assert.ok(threads.length > 1);
  assert.deepEqual([...new Set(threads)], [-20]);
  assert.equal(child, 0);
});
