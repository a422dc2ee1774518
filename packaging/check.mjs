// `npm run check`: types, format and lint, generated code up to date, the import arrows, purity and no cycles.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = ".build/check";
const steps = [
  ["types", [join(root, "packaging/build.mjs"), "--out", out]],
  ["format and lint", [join(root, "node_modules/@biomejs/biome/bin/biome"), "check", "."]],
  ["generated code", [join(root, "packaging/generate.mjs"), "--check"]],
  ["the plan of the house", ["--test", "--test-reporter=dot", join(root, out, "test/tidy.test.js")]],
];
let failed = 0;
for (const [name, args] of steps) {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  const ok = run.status === 0;
  console.log(`check: ${name}: ${ok ? "ok" : "FAILED"}`);
  if (!ok) {
    failed++;
    process.stdout.write(`${run.stdout}${run.stderr}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
