// Generates proto/generated/ from proto/leasehold/v1/*.proto. The output is committed; `--check` writes nothing and
// fails when the committed output is not what the .proto files say.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const proto = join(root, "proto");
// One by one, in this order: the output must not depend on how a folder happens to be listed.
const sources = ["ledger", "peer"].map((name) => join(proto, "leasehold", "v1", `${name}.proto`));
const names = ["leasehold.js", "leasehold.d.ts", "api.js", "api.d.ts"];

const SCALARS = ["bool", "double", "string", "uint32", "uint64", "sint32"];

const fresh = mkdtempSync(join(tmpdir(), "leasehold-generate-"));
try {
  generate(join(fresh, "leasehold.js"));
  generateTables(fresh);
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

/** The API's messages as a table of fields (api/codec.ts): what a client loads is small. */
function generateTables(folder) {
  const text = readFileSync(join(proto, "leasehold", "v1", "api.proto"), "utf8");
  const { root } = protobuf.parse(text, new protobuf.Root(), { keepCase: false });
  root.resolveAll();
  const messages = root.lookup("leasehold.v1").nestedArray.filter((one) => one instanceof protobuf.Type);
  const lines = messages.map((message) => {
    const fields = message.fieldsArray.map((field) => {
      const { id, name, type, repeated, partOf, resolvedType, map } = field;
      const known = resolvedType instanceof protobuf.Type || SCALARS.includes(type);
      if (!known || map || partOf !== null || message.nestedArray.length > 0)
        throw new Error(`api.proto: ${message.name}.${name} is of a kind that api/codec.ts does not know`);
      return JSON.stringify(repeated ? [id, name, type, 1] : [id, name, type]);
    });
    return `  ${message.name}: [${fields.join(", ")}],\n`;
  });
  const union = messages.map(({ name }) => `  | "${name}"`).join("\n");
  writeFileSync(join(folder, "api.js"), `export const api = {\n${lines.join("")}};\n`);
  writeFileSync(
    join(folder, "api.d.ts"),
    `/** Number, name, type, and 1 when it is repeated. */
export type Field = readonly [id: number, name: string, type: string, repeated?: 1];
export type Tables<Name extends string> = Readonly<Record<Name, readonly Field[]>>;
export type Name =
${union};
export const api: Tables<Name>;
`,
  );
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
