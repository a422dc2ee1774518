// Generates proto/generated/ from proto/leasehold/v1/*.proto. The output is committed; `--check` writes nothing and
// fails when the committed output is not what the .proto files say.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const proto = join(root, "proto");
// One by one, in this order: the output must not depend on how a folder happens to be listed.
const sources = ["ledger", "peer", "api"]
  .map((name) => join(proto, "leasehold", "v1", `${name}.proto`))
  .filter((path) => existsSync(path));
const names = ["leasehold.js", "leasehold.d.ts"];

const fresh = mkdtempSync(join(tmpdir(), "leasehold-generate-"));
try {
  generate(join(fresh, "leasehold.js"));
  if (process.argv.includes("--check")) check();
  else publish();
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function generate(output) {
  const pbjs = join(root, "node_modules/protobufjs-cli/bin/pbjs");
  const options = [
    "-t",
    "static-module",
    "-w",
    "esm",
    "--dts",
    "--force-long",
    "--null-semantics",
    "--no-verify",
  ];
  options.push(
    "--no-delimited",
    "--no-typeurl",
    "--no-service",
    "-r",
    "leasehold",
    "-p",
    proto,
    "-o",
    output,
  );
  const run = spawnSync(process.execPath, [pbjs, ...options, ...sources], { cwd: proto, stdio: "inherit" });
  if (run.status !== 0) {
    console.error("generate: pbjs failed; see its message above");
    process.exitCode = 1;
    rmSync(fresh, { recursive: true, force: true });
    process.exit(1);
  }
}

function check() {
  for (const name of names) {
    const committed = join(proto, "generated", name);
    const same = existsSync(committed) && readFileSync(committed).equals(readFileSync(join(fresh, name)));
    if (same) continue;
    console.error(
      `generate: proto/generated/${name} is not what the .proto files say; run: npm run generate`,
    );
    process.exitCode = 1;
  }
}

function publish() {
  mkdirSync(join(proto, "generated"), { recursive: true });
  for (const name of names) writeFileSync(join(proto, "generated", name), readFileSync(join(fresh, name)));
}
