/** Where the outside vectors are, and what running one of them says. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** One vector that was run. `excused`: it differs, and why that is right is in writing. */
export interface Outcome {
  readonly name: string;
  readonly result: "passed" | "failed" | "excused";
  /** What was found and what was expected, or the reason of the excuse; empty when passed. */
  readonly detail: string;
}

/** The checkout: the nearest folder above that has biome.json; compiled files lie deeper than their sources. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "biome.json"))) folder = dirname(folder);
  return folder;
}

/** The folder of the outside vectors: LEASEHOLD_VECTORS, else ../shared/vectors beside the project. */
export const vectorsFolder = (): string =>
  resolve(process.env.LEASEHOLD_VECTORS || join(projectRoot(), "../shared/vectors"));

/** A part of the vectors, or null with nothing said when that part is not there. */
export function partOf(name: string): string | null {
  const folder = join(vectorsFolder(), name);
  return existsSync(folder) ? folder : null;
}

export const absence = (name: string): string =>
  `there are no vectors at ${join(vectorsFolder(), name)}: put them there, or name their folder in LEASEHOLD_VECTORS`;
