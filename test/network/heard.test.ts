/** What is counted of what comes by IP, on real cards. Needs root. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { before, test } from "node:test";
import { countHeard, type HeardCounter } from "../../network/heard.ts";
import { CARD, FLOATING, HERE, inPeer, makePair, PEER, PEER6, PREFIX } from "./pair.ts";

before(makePair);

const NODE = "alpha";
const STRANGER = "10.77.0.50";
const ping = (...words: string[]): void => {
  try {
    execFileSync("ping", ["-c", "2", "-i", "0.05", "-W", "0.3", ...words], { stdio: "ignore" });
  } catch {
    // What is not answered ends so.
  }
};
/** By how much it grew while `act` ran. */
function grew(counter: HeardCounter, act: () => void): number {
  const from = counter.count();
  act();
  return counter.count() - from;
}
const tables = (): string => execFileSync("nft", ["list", "tables"], { encoding: "utf8" });

test("R10a: what other hosts send counts; what the other node, its moving addresses and this node send does not", () => {
  const counter = countHeard(NODE, [CARD], [HERE, PEER, FLOATING]);
  try {
    ping(PEER);
    assert.equal(
      grew(counter, () => ping(PEER)),
      0,
      "answers of the other node",
    );
    assert.equal(
      grew(counter, () => ping(PEER6)),
      0,
      "by addresses that no document names",
    );
    assert.equal(
      grew(counter, () => ping("127.0.0.1")),
      0,
      "this machine's own talk",
    );
    assert.equal(
      grew(counter, () => ping(HERE)),
      0,
      "and to itself",
    );
    inPeer("addr", "add", `${STRANGER}/${PREFIX}`, "dev", CARD);
    inPeer("addr", "add", `${FLOATING}/${PREFIX}`, "dev", CARD);
    assert.ok(grew(counter, () => ping(STRANGER)) >= 2, "another host");
    assert.equal(
      grew(counter, () => ping(FLOATING)),
      0,
      "the address that moves",
    );
  } finally {
    counter.close();
  }
  assert.ok(!tables().includes("heard"), "nothing is left behind");
});

test("R10a: what the packet filter drops on its way in has not come, whatever the card receives", () => {
  const counter = countHeard(NODE, [CARD], [HERE, PEER]);
  try {
    assert.ok(grew(counter, () => ping(STRANGER)) >= 2);
    execFileSync("nft", ["-f", "-"], {
      input: "table inet deaf {\n chain c {\n type filter hook input priority 0; policy drop;\n }\n}\n",
    });
    assert.equal(
      grew(counter, () => ping(STRANGER)),
      0,
    );
    execFileSync("nft", ["delete", "table", "inet", "deaf"]);
  } finally {
    counter.close();
  }
});

test("R10a: a table that somebody took away is told, not taken for silence", () => {
  const counter = countHeard(NODE, [CARD], []);
  execFileSync("nft", ["flush", "ruleset"]);
  assert.throws(() => counter.count(), { errno: "ENOENT" });
  counter.close();
});
