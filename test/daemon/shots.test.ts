/** Shots at the edge: what a daemon does with its journal, its devices and what they refuse. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Logger } from "pino";
import { nodeId } from "../../consensus/core/types.ts";
import type { ReplicaEvent } from "../../consensus/types.ts";
import { createFencing } from "../../daemon/fencing.ts";

const folder = mkdtempSync(join(tmpdir(), "leasehold-shots-"));
after(() => rmSync(folder, { recursive: true }));

test("a journal that cannot be opened is told, and then nobody is shot", async () => {
  const said: string[] = [];
  const log = { warn: (...words: unknown[]) => said.push(String(words.at(-1))) } as unknown as Logger;
  const fed = await new Promise<ReplicaEvent>((feed) => {
    const fencing = createFencing({
      hearing: { listen: () => null },
      document: () => null,
      journal: join(folder, "no such folder", "fencing.jsonl"),
      log,
      now: () => 0,
      wallClock: () => 0,
      feed,
    });
    const outlets = [{ device: "pdu", outlet: "1" }];
    fencing.perform({ type: "power", id: 7, node: nodeId("beta"), action: "off", outlets, until: 100 });
  });
  assert.deepEqual(fed, { type: "powered", id: 7, attempts: [], askedAt: null });
  assert.match(said.join("\n"), /journal of shots cannot be written, so nobody is shot: .*no such folder/);
});
