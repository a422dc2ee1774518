/**
 * The production functions that this model is made of. A rule is switched off in a compiled copy, by a patch of its
 * text that must apply exactly once; production itself has no switches.
 */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export interface Production {
  readonly evidence: typeof import("../../../fencing/evidence.ts");
  readonly solo: typeof import("../../../fencing/solo.ts");
  readonly pair: typeof import("../../../fencing/pair.ts");
  readonly standing: typeof import("../../../fencing/pairstanding.ts");
  readonly turns: typeof import("../../../fencing/turns.ts");
  readonly arbitration: typeof import("../../../fencing/arbitration.ts");
  readonly quorum: typeof import("../../../consensus/core/quorum.ts");
  readonly change: typeof import("../../../consensus/core/change.ts");
  readonly config: typeof import("../../../consensus/core/config.ts");
  readonly alone: typeof import("../../../consensus/core/solo.ts");
}

/** In the compiled file `fencing/<file>.js`, or that of the core: `code` must occur exactly once. */
export interface Patch {
  readonly file: "evidence" | "solo" | "arbitration" | "pair" | "turns" | "core/change";
  readonly code: string;
  readonly off: string;
}

const built = join(dirname(fileURLToPath(import.meta.url)), "../../..");

async function load(tree: string): Promise<Production> {
  const from = (file: string): Promise<unknown> => import(pathToFileURL(join(tree, `${file}.js`)).href);
  const [evidence, solo, pair, standing, turns, arbitration, quorum, change, config, alone] =
    await Promise.all([
      from("fencing/evidence"),
      from("fencing/solo"),
      from("fencing/pair"),
      from("fencing/pairstanding"),
      from("fencing/turns"),
      from("fencing/arbitration"),
      from("consensus/core/quorum"),
      from("consensus/core/change"),
      from("consensus/core/config"),
      from("consensus/core/solo"),
    ]);
  return { evidence, solo, pair, standing, turns, arbitration, quorum, change, config, alone } as Production;
}

/** Production as it is, or, with patches, a copy with these rules switched off. */
export async function loadProduction(patches: readonly Patch[] = []): Promise<Production> {
  if (patches.length === 0) return load(built);
  const copy = mkdtempSync(join(tmpdir(), "leasehold-model-"));
  try {
    mkdirSync(join(copy, "consensus"));
    for (const room of ["fencing", "consensus/core", "consensus/ledger", "consensus/sessions"])
      cpSync(join(built, room), join(copy, room), { recursive: true });
    cpSync(join(built, "errors.js"), join(copy, "errors.js"));
    writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
    for (const { file, code, off } of patches) {
      const path = join(copy, file.startsWith("core/") ? "consensus" : "fencing", `${file}.js`);
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
