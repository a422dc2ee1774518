/** What a wrong file is answered with. */
import assert from "node:assert/strict";
import { checkCluster } from "../../configuration/cluster.ts";
import { parseYaml } from "../../configuration/document.ts";
import { LeaseholdError } from "../../errors.ts";

/** Three nodes on two networks, one group; what tests change is on lines of its own. */
export const CLUSTER = `cluster: shop
profile: fast
nodes:
  - { name: alpha, addresses: [10.0.0.1, 10.1.0.1] }
  - { name: beta, addresses: [10.0.0.2, 10.1.0.2] }
  - { name: gamma, addresses: [10.0.0.3, 10.1.0.3] }
groups:
  - name: web
    members:
      - address: 10.0.0.100/24
      - command: [/usr/bin/web, --port, "80"]
    prefers: [beta]
`;

/** The cluster above with other groups: the text of `groups:`, indented by two. */
export const withGroups = (groups: string): string =>
  `${CLUSTER.slice(0, CLUSTER.indexOf("groups:"))}groups:\n${groups}`;

export const read = (text: string) => checkCluster(parseYaml("c.yaml", text));

/** The lines of the error that `act` throws. */
export function complaints(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof LeaseholdError, String(error));
    assert.equal(error.code, "config-invalid");
    return error.message.split("\n");
  }
  return assert.fail("it was accepted");
}

/** The one complaint about a cluster document. */
export function complaint(text: string): string {
  const lines = complaints(() => read(text));
  assert.equal(lines.length, 1, lines.join("\n"));
  return lines[0] ?? "";
}
