/**
 * The production functions that the model is made of. A rule is switched off in a compiled copy of `consensus/`, by a
 * patch of its text that must apply exactly once; production itself has no switches.
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export interface Production {
  readonly quorum: Pick<typeof import("../../consensus/core/quorum.ts"), "quorumValue" | "tally">;
  readonly apply: typeof import("../../consensus/ledger/apply.ts");
  readonly query: typeof import("../../consensus/ledger/query.ts");
  readonly arithmetic: typeof import("../../consensus/sessions/arithmetic.ts");
  readonly hearing: typeof import("../../consensus/sessions/hearing.ts");
  readonly tally: typeof import("../../consensus/sessions/tally.ts");
  readonly suspects: typeof import("../../consensus/suspects.ts");
  readonly duties: Pick<typeof import("../../consensus/duties.ts"), "settleSuspects">;
}

/** In the compiled file `consensus/<file>.js`: `code` must occur exactly once. */
export interface Patch {
  readonly file: string;
  readonly code: string;
  readonly off: string;
}

const built = join(dirname(fileURLToPath(import.meta.url)), "../..");

async function load(tree: string): Promise<Production> {
  const from = (file: string): Promise<unknown> =>
    import(pathToFileURL(join(tree, "consensus", `${file}.js`)).href);
  const [quorum, apply, query, arithmetic, hearing, tally, suspects, duties] = await Promise.all([
    from("core/quorum"),
    from("ledger/apply"),
    from("ledger/query"),
    from("sessions/arithmetic"),
    from("sessions/hearing"),
    from("sessions/tally"),
    from("suspects"),
    from("duties"),
  ]);
  return { quorum, apply, query, arithmetic, hearing, tally, suspects, duties } as Production;
}

/** Production as it is, or, with patches, a copy with these rules switched off. */
export async function loadProduction(patches: readonly Patch[] = []): Promise<Production> {
  if (patches.length === 0) return load(built);
  const copy = mkdtempSync(join(tmpdir(), "leasehold-model-"));
  try {
    cpSync(join(built, "consensus"), join(copy, "consensus"), { recursive: true });
    cpSync(join(built, "errors.js"), join(copy, "errors.js"));
    writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
    for (const { file, code, off } of patches) {
      const path = join(copy, "consensus", `${file}.js`);
      const source = readFileSync(path, "utf8");
      assert.equal(source.split(code).length, 2, `${file}.js contains once: ${code}`);
      writeFileSync(
        path,
        source.replace(code, () => off),
      );
    }
    return await load(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}
