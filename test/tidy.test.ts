/** Holds the house to its plan: which room may import which, what pure rooms may not touch, no cycles. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** The checkout: the nearest folder above that has a package.json with sources beside it. */
function findRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (true) {
    const names = readdirSync(at);
    if (names.includes("package.json") && names.includes("tsconfig.json")) return at;
    at = dirname(at);
  }
}
const root = findRoot();

/** Rooms, most specific first; a file belongs to the first that matches. */
const ROOMS: readonly {
  readonly name: string;
  readonly files: RegExp;
  readonly pure: boolean;
  readonly may: readonly string[];
}[] = [
  { name: "errors", files: /^errors\.ts$/, pure: true, may: [] },
  { name: "doors", files: /^doors\//, pure: false, may: [] },
  { name: "core", files: /^consensus\/core\//, pure: true, may: [] },
  { name: "ledger", files: /^consensus\/ledger\//, pure: true, may: ["core"] },
  { name: "sessions", files: /^consensus\/sessions\//, pure: true, may: ["core", "ledger"] },
  { name: "store", files: /^consensus\/store\//, pure: false, may: ["core", "proto"] },
  {
    name: "transport",
    files: /^consensus\/transport\//,
    pure: false,
    may: ["core", "ledger", "sessions", "consensus", "doors"],
  },
  {
    name: "consensus",
    files: /^consensus\/[^/]+\.ts$/,
    pure: true,
    may: ["core", "ledger", "sessions", "fencing"],
  },
  {
    name: "proto",
    files: /^proto\//,
    pure: true,
    may: ["core", "ledger", "sessions", "consensus", "fencing", "generated"],
  },
  { name: "guard", files: /^network\/(guard|port)\.ts$/, pure: true, may: ["core"] },
  { name: "kernel", files: /^network\/kernel\//, pure: false, may: ["core", "guard"] },
  { name: "network", files: /^network\//, pure: false, may: ["core", "guard", "kernel"] },
  { name: "placement", files: /^services\/placement\//, pure: true, may: ["core", "ledger", "consensus"] },
  {
    name: "edges",
    files: /^fencing\/(edges|devices)\//,
    pure: false,
    may: ["core", "ledger", "sessions", "fencing"],
  },
  { name: "fencing", files: /^fencing\/[^/]+\.ts$/, pure: true, may: ["core", "ledger", "sessions"] },
  { name: "runner", files: /^services\/(runner\.ts|agents\/)/, pure: false, may: ["core", "services"] },
  {
    name: "services",
    files: /^services\//,
    pure: true,
    may: ["core", "ledger", "guard", "placement", "fencing"],
  },
  { name: "identity", files: /^identity\//, pure: false, may: ["transport"] },
  { name: "configuration", files: /^configuration\//, pure: false, may: ["core", "ledger", "guard"] },
  { name: "api", files: /^api\//, pure: false, may: ["generated", "doors"] },
  { name: "client", files: /^client\//, pure: false, may: ["api"] },
  { name: "cli", files: /^cli\//, pure: false, may: ["api", "client", "configuration", "identity"] },
  { name: "daemon", files: /^daemon\//, pure: false, may: ["*"] },
  { name: "bench", files: /^bench\//, pure: false, may: ["*"] },
  { name: "test", files: /^test\//, pure: false, may: ["*"] },
];
/** Rooms that nobody but tests and benchmarks may import. */
const TOP = new Set(["daemon", "cli", "test", "bench"]);
const FORBIDDEN_IN_PURE: readonly [RegExp, string][] = [
  [/\bDate\b/, "a wall clock"],
  [/\bperformance\b/, "a clock"],
  [/\bMath\.random\b/, "randomness"],
  [/\bset(Timeout|Interval|Immediate)\b/, "a timer"],
  [/\bprocess\./, "the process"],
  [/\bconsole\./, "a logger"],
];

interface Source {
  readonly path: string;
  readonly room: (typeof ROOMS)[number];
  readonly text: string;
  readonly imports: readonly { readonly specifier: string; readonly typeOnly: boolean }[];
}

function listSources(): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(".") || name === "node_modules" || name === "dist" || name === "generated")
        continue;
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (name.endsWith(".ts") && !name.endsWith(".d.ts")) found.push(relative(root, path));
    }
  };
  walk(root);
  return found.sort();
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

const sources = new Map<string, Source>();
for (const path of listSources()) {
  const room = ROOMS.find((r) => r.files.test(path));
  assert.ok(room, `${path} belongs to no room: give it one in test/tidy.test.ts, or move it`);
  const text = withoutComments(readFileSync(join(root, path), "utf8"));
  const imports = [...text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?[^;]*?from\s+"([^"]+)"/g)].map(
    (m) => ({
      specifier: m[3] ?? "",
      typeOnly: m[2] !== undefined,
    }),
  );
  sources.set(path, { path, room, text, imports });
}

const targetOf = (source: Source, specifier: string): string =>
  relative(root, join(root, dirname(source.path), specifier));

function roomOf(path: string): string {
  if (path.startsWith("proto/generated/")) return "generated";
  return sources.get(path)?.room.name ?? "nowhere";
}

test("a room imports only the rooms its plan allows", () => {
  const wrong: string[] = [];
  for (const source of sources.values()) {
    for (const { specifier } of source.imports) {
      if (!specifier.startsWith(".")) continue;
      const target = targetOf(source, specifier);
      const room = roomOf(target);
      if (room === "nowhere") wrong.push(`${source.path} imports ${target}, which is not there`);
      const { name, may } = source.room;
      if (room === name || room === "errors" || may.includes("*") || may.includes(room)) continue;
      wrong.push(
        `${source.path} (${name}) imports ${target} (${room}); ${name} may import: ${may.join(", ") || "nothing"}`,
      );
    }
  }
  assert.deepEqual(wrong, []);
});

test("nobody imports the daemon or the command line", () => {
  const wrong: string[] = [];
  for (const source of sources.values()) {
    if (TOP.has(source.room.name)) continue;
    for (const { specifier } of source.imports) {
      if (specifier.startsWith(".") && TOP.has(roomOf(targetOf(source, specifier)))) wrong.push(source.path);
    }
  }
  assert.deepEqual(wrong, []);
});

test("pure rooms touch no clock, no randomness, no process, no package and no I/O", () => {
  const wrong: string[] = [];
  for (const source of sources.values()) {
    if (!source.room.pure) continue;
    for (const [pattern, what] of FORBIDDEN_IN_PURE) {
      if (pattern.test(source.text)) wrong.push(`${source.path} touches ${what} (${pattern.source})`);
    }
    for (const { specifier } of source.imports) {
      // The codec's only outside help: 64-bit integers and the hash.
      const allowed = source.room.name === "proto" && ["long", "protobufjs/minimal.js"].includes(specifier);
      if (!specifier.startsWith(".") && !allowed) wrong.push(`${source.path} imports ${specifier}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("system calls are made in network/kernel alone, generated code is touched by the codec and the API alone", () => {
  const wrong: string[] = [];
  for (const source of sources.values()) {
    for (const { specifier } of source.imports) {
      if (specifier === "koffi" && source.room.name !== "kernel") wrong.push(`${source.path} imports koffi`);
      if (!specifier.includes("generated/")) continue;
      if (!["proto", "api", "test"].includes(source.room.name))
        wrong.push(`${source.path} imports generated code`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("there are no import cycles", () => {
  const state = new Map<string, "open" | "done">();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
      return;
    }
    state.set(path, "open");
    const source = sources.get(path);
    for (const { specifier, typeOnly } of source?.imports ?? []) {
      if (source === undefined || typeOnly || !specifier.startsWith(".")) continue;
      visit(targetOf(source, specifier), [...trail, path]);
    }
    state.set(path, "done");
  };
  for (const path of sources.keys()) visit(path, []);
  assert.deepEqual(cycles, []);
});
