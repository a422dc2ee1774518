/** role: witness in the document, and the node file of one. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { diff } from "../../configuration/diff.ts";
import { readNode } from "../../configuration/node.ts";
import { render } from "../../configuration/render.ts";
import { CLUSTER, complaints, read } from "./complaints.ts";

const folder = mkdtempSync(join(tmpdir(), "leasehold-witness-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const WITNESSED = CLUSTER.replace("[10.0.0.3, 10.1.0.3]", "[10.2.0.3, 10.3.0.3], role: witness");

test("a witness need not be where the addresses are; its role is printed and read again", () => {
  const { document } = read(WITNESSED);
  assert.equal(document.nodes[2]?.role, "witness");
  assert.equal(document.nodes[0]?.role, undefined);
  const printed = render(document);
  assert.deepEqual(read(printed).document, document);
  const plain = read(CLUSTER.replace("[10.0.0.3, 10.1.0.3]", "[10.0.0.3, 10.1.0.3]")).document;
  assert.match(diff(plain, document).join("\n"), /node gamma: role full -> witness/);
});

test("only witnesses make no cluster, and an unknown role is refused by name", () => {
  const all = CLUSTER.replace(/\] \}/g, "], role: witness }");
  assert.match(complaints(() => read(all)).join("\n"), /witnesses only/);
  const odd = CLUSTER.replace("10.1.0.3] }", "10.1.0.3], role: judge }");
  assert.match(complaints(() => read(odd)).join("\n"), /role.*full.*witness/s);
});

test("the node file of a witness needs no cards, that of any other node does", () => {
  const file = join(folder, "node.yaml");
  writeFileSync(join(folder, "cluster.yaml"), WITNESSED);
  const lines = (node: string): string =>
    [`node: ${node}`, "data: data", "runtime: run", "secrets: secrets", "cluster: cluster.yaml", ""].join(
      "\n",
    );
  writeFileSync(file, lines("gamma"));
  assert.deepEqual(readNode(file).cards, []);
  writeFileSync(file, lines("alpha"));
  assert.match(complaints(() => readNode(file)).join("\n"), /no card has 10\.0\.0\.1/);
});
