// Builds the tree: type-checks and compiles with tsc, then copies what tsc does not (the generated codec,
// the .proto files that reflection loads). `--out DIR` builds beside the usual dist/.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const at = process.argv.indexOf("--out");
const out = at > 0 ? process.argv[at + 1] : "dist";
if (out === undefined) {
  console.error("build: --out needs a folder");
  process.exit(2);
}
mkdirSync(join(root, out), { recursive: true });
// Inside the output, so that it goes when the output goes: else tsc would believe that all of it is still there.
const info = join(root, out, ".tsbuildinfo");
const tsc = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/typescript/bin/tsc"),
    "-p",
    root,
    "--outDir",
    join(root, out),
    "--tsBuildInfoFile",
    info,
  ],
  { stdio: "inherit", cwd: root },
);
mkdirSync(join(root, out, "proto"), { recursive: true });
cpSync(join(root, "proto/generated"), join(root, out, "proto/generated"), { recursive: true });
cpSync(join(root, "proto/leasehold"), join(root, out, "proto/leasehold"), { recursive: true });
process.exit(tsc.status ?? 1);
