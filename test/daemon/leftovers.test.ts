import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { type Entry, logIndex, term } from "../../consensus/core/types.ts";
import { type ClusterDocument, groupName } from "../../consensus/ledger/types.ts";
import { everManaged } from "../../daemon/leftovers.ts";

function documentWith(...ips: string[]): ClusterDocument {
  const groups = ips.map((ip) => ({
    name: groupName(`g-${ip}`),
    address: { ip, prefix: 24 },
    command: null,
    environment: {},
    prefers: [],
    failback: false,
    restarts: { limit: 0, window: 0 },
    stopTimeout: 0,
    accepts: [],
  }));
  return { cluster: "test", timing: PROFILES.fast, nodes: [], groups };
}

test("G3: an address whose group was taken out of the cluster file is found all the same: it was in force", () => {
  const command = { type: "configure", baseRevision: 0, document: documentWith("10.0.0.10", "10.0.0.11") };
  const entries: Entry[] = [
    { index: logIndex(1), term: term(1), payload: { type: "noop" }, bytes: 0 },
    {
      index: logIndex(2),
      term: term(1),
      payload: { type: "command", command: { at: 0, commands: [command] } as never },
      bytes: 0,
    },
  ];
  assert.deepEqual([...everManaged(documentWith("10.0.0.10", "10.0.0.12"), entries)].sort(), [
    "10.0.0.10",
    "10.0.0.11",
    "10.0.0.12",
  ]);
});
