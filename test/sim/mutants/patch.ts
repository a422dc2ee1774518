/** Module hooks of a process that plays a mutant: the modules of its edits are loaded patched, everything else as it is. */
import { readFileSync } from "node:fs";
import type { LoadFnOutput, LoadHookContext } from "node:module";
import { fileURLToPath } from "node:url";
import { patched } from "./mutant.ts";

/** Per URL of a module: what is changed in it. */
export type Patches = Readonly<Record<string, readonly { readonly code: string; readonly off: string }[]>>;

let patches: Patches = {};

export function initialize(data: Patches): void {
  patches = data;
}

export async function load(
  url: string,
  context: LoadHookContext,
  nextLoad: (url: string, context?: LoadHookContext) => LoadFnOutput | Promise<LoadFnOutput>,
): Promise<LoadFnOutput> {
  const edits = patches[url];
  if (edits === undefined) return nextLoad(url, context);
  const source = readFileSync(fileURLToPath(url), "utf8");
  return { format: "module", source: edits.reduce(patched, source), shortCircuit: true };
}
