/** Where a unit's processes are, remembered over restarts of the daemon. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Place {
  readonly unit: string;
  readonly cgroup: string;
}
const ENDING = ".unit";

export function recordPlace(folder: string, name: string, place: Place): void {
  writeFileSync(join(folder, name + ENDING), `${place.unit}\n${place.cgroup}\n`, { mode: 0o600 });
}

export function forgetPlace(folder: string, name: string): void {
  rmSync(join(folder, name + ENDING), { force: true });
}

/** By the service's name; a record that cannot be read says nothing and is left out. */
export function recallPlaces(folder: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(ENDING)) continue;
    const [unit, cgroup] = readFileSync(join(folder, file), "utf8").split("\n");
    if (unit && cgroup?.startsWith("/")) places.set(file.slice(0, -ENDING.length), { unit, cgroup });
  }
  return places;
}
