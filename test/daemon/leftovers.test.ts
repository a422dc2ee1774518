import assert from "node:assert/strict";
import { test } from "node:test";
import { PROFILES } from "../../configuration/profiles.ts";
import { type Entry, logIndex, term } from "../../consensus/core/types.ts";
import { type ClusterDocument, type GroupSpec, groupName } from "../../consensus/ledger/types.ts";
import { everManaged } from "../../daemon/leftovers.ts";

const patient = { startTimeout: 0, stopTimeout: 0, restarts: { limit: 0, window: 0 } };

/** A group of two addresses and a service for each of `ips`. */
function documentWith(...ips: string[]): ClusterDocument {
  const groups = ips.map(
    (ip): GroupSpec => ({
      name: groupName(`g-${ip}`),
      members: [
        { type: "address", name: "first", ip, prefix: ip.includes(":") ? 64 : 24 },
        { type: "unit", name: "web", unit: "web.service", ...patient },
        { type: "address", name: "second", ip: `${ip}9`, prefix: 24 },
      ],
      prefers: [],
      failback: null,
      accepts: [],
    }),
  );
  return { cluster: "test", timing: PROFILES.fast, nodes: [], groups };
}

test("G3: each address of a group that was taken out of the cluster file is found all the same: it was in force", () => {
  const command = { type: "configure", document: documentWith("10.0.0.10", "2001:db8::1") };
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
    "10.0.0.109",
    "10.0.0.12",
    "10.0.0.129",
    "2001:db8::1",
    "2001:db8::19",
  ]);
});
