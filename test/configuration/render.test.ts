/** A document as YAML, and back. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { checkCluster } from "../../configuration/cluster.ts";
import { diff } from "../../configuration/diff.ts";
import { parseYaml } from "../../configuration/document.ts";
import { render } from "../../configuration/render.ts";
import { read } from "./complaints.ts";
import { clusterDocument } from "./documents.ts";

test("reading a rendered document gives the same document, and the same text again", () => {
  fc.assert(
    fc.property(clusterDocument, (document) => {
      const text = render(document);
      const again = checkCluster(parseYaml("rendered", text)).document;
      assert.deepEqual(again, document);
      assert.equal(render(again), text);
    }),
    { numRuns: 150 },
  );
});

test("two documents differ exactly when there are changes to show", () => {
  fc.assert(
    fc.property(clusterDocument, clusterDocument, (a, b) => {
      assert.deepEqual(diff(a, a), []);
      assert.deepEqual(diff(a, { ...a, groups: [...a.groups].reverse(), nodes: [...a.nodes].reverse() }), []);
      const same = render(sorted(a)) === render(sorted(b));
      assert.equal(diff(a, b).length === 0, same);
      for (const line of diff(a, b)) assert.match(line, /^[+~-] [^\n]+$/);
    }),
    { numRuns: 60 },
  );
});

type Drawn = typeof clusterDocument extends fc.Arbitrary<infer T> ? T : never;
const sorted = (document: Drawn): Drawn => ({
  ...document,
  nodes: [...document.nodes].sort((a, b) => (a.name < b.name ? -1 : 1)),
  groups: [...document.groups].sort((a, b) => (a.name < b.name ? -1 : 1)),
});

/** The checkout: the nearest folder above with a package.json and its examples. */
function example(name: string): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    try {
      return readFileSync(join(at, "examples", name), "utf8");
    } catch (error) {
      if (at === dirname(at)) throw error;
    }
  }
}

test("the examples are lawful, and mean the same when they are rendered", () => {
  for (const name of ["three-machines.yaml", "two-and-a-voter.yaml", "two-machines.yaml"]) {
    const { document } = read(example(name));
    assert.deepEqual(read(render(document)).document, document, name);
  }
});

test("rendered text is commented, names every default, and quotes what could be taken for something else", () => {
  const text = render(
    read(`cluster: "on"
timing: {ttl: 2s}
nodes:
  - {name: "12", addresses: [10.0.0.1], voter: true}
  - {name: b, addresses: [10.0.0.2], voter: false}
groups:
  - name: web
    members:
      - address: FD00::A/64
      - {command: [/bin/sh, -c, "sleep 1; echo 'x: #y'"], environment: {A: "1"}}
    prefers: ["12"]
`).document,
  );
  assert.equal(
    text.slice(text.indexOf("cluster:")),
    `cluster: "on"
profile: default
timing:
  ttl: 2000
nodes:
  - {name: "12", addresses: [10.0.0.1]}
  - {name: b, addresses: [10.0.0.2], voter: false}
groups:
  - name: web
    members:
      - address: "fd00::a/64"
        name: ip
      - command: [/bin/sh, "-c", "sleep 1; echo 'x: #y'"]
        name: service
        environment:
          A: "1"
        startTimeout: 30s
        stopTimeout: 10s
        restarts: {limit: 3, window: 1m}
    prefers: ["12"]
    failback: never
`,
  );
  assert.match(text, /^# A Leasehold cluster document\./);
});
