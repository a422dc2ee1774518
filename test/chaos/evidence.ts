/** What is kept of a run that broke a promise: the lab's folder is gone when the run ends. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cluster } from "../lab/cluster.ts";
import type { Violation } from "./judge.ts";
import type { Recorded } from "./records.ts";

/** Returns the folder. */
export function keepEvidence(
  cluster: Cluster,
  seed: number,
  records: readonly Recorded[],
  violations: readonly Violation[],
): string {
  const folder = join(tmpdir(), `leasehold-chaos-${seed}`);
  mkdirSync(folder, { recursive: true });
  const lines = (items: readonly unknown[]): string =>
    items.map((each) => `${JSON.stringify(each)}\n`).join("");
  writeFileSync(join(folder, "records.jsonl"), lines(records));
  writeFileSync(join(folder, "violations.jsonl"), lines(violations));
  for (const node of cluster.names) {
    for (const file of ["daemon.log", "console.log"]) {
      try {
        copyFileSync(join(cluster.lab.disk(node), file), join(folder, `${node}-${file}`));
      } catch {
        // it never was
      }
    }
  }
  return folder;
}
