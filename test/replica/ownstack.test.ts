/** R10a over the serial line, between two real replicas: the holder's own IP stack passes nothing, and no ping target answers anybody. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { NodeId } from "../../consensus/core/types.ts";
import type { Command } from "../../consensus/ledger/types.ts";
import { TIMING } from "./group.ts";
import { LinedPair } from "./linedpair.ts";
import { ARBITRATION, a, b, TARGETS, web } from "./pair.ts";

/** Longer than it takes to let go: silence, both words, and the delay. */
const LONG = 4 * (ARBITRATION.period + TIMING.suspectAfter + ARBITRATION.rounds * ARBITRATION.timeout);
const standby = (pair: LinedPair): string =>
  [...pair.at("a").replica.ledger.standby].map(([node, by]) => `${node} by ${by}`).join();
const doing = (pair: LinedPair, node: string): string => pair.at(node).replica.arbitration.doing;

async function keeps(pair: LinedPair, ms = LONG): Promise<void> {
  await pair.live(ms);
  assert.equal(pair.holder("a"), a, "a holds it still");
  assert.equal(standby(pair), "", "nobody has given up");
}

/** What a's holder of groups does on standby: it has stopped everything, verified it, and says so. */
function releases(pair: LinedPair): void {
  const { holder, token } = pair.at("a").replica.ledger.leases.get(web)!;
  const words = { failed: false, evidence: "stopped" };
  const release: Command = { type: "release", group: web, session: holder!, token, ...words };
  pair.give(pair.at("a"), { type: "propose", id: 7000, commands: [release] });
}

const SHAPES: readonly { readonly name: string; readonly deaf: NodeId[]; readonly mute: NodeId[] }[] = [
  { name: "both ways", deaf: [a], mute: [a] },
  { name: "inbound", deaf: [a], mute: [] },
  { name: "outbound", deaf: [], mute: [a] },
];

for (const { name, deaf, mute } of SHAPES) {
  test(`R10a: a holder whose own IP stack is dead (${name}) lets go over the serial line, and the other serves on the proof "released"`, async () => {
    const pair = await new LinedPair().together();
    pair.stacksFail({ deaf, mute });
    await pair.until("a lets go", () => standby(pair) !== "");
    assert.equal(pair.holder("b"), a, "nobody takes over before the release");
    releases(pair);
    await pair.until("b holds it", () => pair.holder("b") === b);
    assert.equal(pair.at("b").replica.ledger.leases.get(web)?.grantedOn?.kind, "released");
    assert.equal(standby(pair), "a by own IP stack");
    assert.deepEqual(pair.asked, [], "no power was asked for");
    assert.match(doing(pair, "a"), /in contact with b; has let go .*its own IP stack passed nothing/);
    await pair.live(LONG);
    assert.equal(pair.holder("b"), b, "b keeps it, and a does not come back");
    assert.equal(standby(pair), "a by own IP stack");

    pair.stacksFail({});
    await pair.until("a is back, though no target answers", () => standby(pair) === "");
    assert.equal(pair.holder("b"), b);
  });
}

test("R10a: while neither hears anybody by IP nobody lets go, and status says so", async () => {
  const pair = await new LinedPair().together();
  pair.stacksFail({ deaf: [a, b], mute: [a, b] });
  await keeps(pair);
  assert.match(doing(pair, "a"), /neither node hears any other host by IP.*keeps what it holds/);
});

test("R10a: where no other host talks, nothing tells whose stack is dead, and nobody lets go", async () => {
  const pair = await new LinedPair().together();
  pair.others = false;
  pair.stacksFail({ deaf: [a], mute: [a] });
  await keeps(pair);
});

test("R10a: a holder that hears others keeps what it holds, whatever the other node's stack does", async () => {
  for (const { deaf, mute } of SHAPES) {
    const pair = await new LinedPair().together();
    pair.stacksFail({ deaf: deaf.map(() => b), mute: mute.map(() => b) });
    await keeps(pair);
  }
});

test("R10a: both hear others and not each other: the link between them is cut, and nobody lets go", async () => {
  const pair = await new LinedPair().together();
  pair.stacksFail({});
  pair.cut();
  await keeps(pair);
  assert.match(doing(pair, "a"), /hears other hosts by IP.*keeps what it holds/);
});

test("R10a: a blink of the holder's stack does nothing, however often it comes", async () => {
  const pair = await new LinedPair().together();
  for (let i = 0; i < 5; i++) {
    pair.stacksFail({ deaf: [a], mute: [a] });
    await keeps(pair, 2 * ARBITRATION.period);
    pair.stacksFail({});
    await keeps(pair, ARBITRATION.period);
  }
});

test("R10a: where either side does not say what comes to it by IP, nobody lets go, and status says why", async () => {
  for (const [node, words] of [
    [a, /not known yet what comes to this node by IP.*keeps what it holds/],
    [b, /b does not say what comes to it by IP.*keeps what it holds/],
  ] as const) {
    const pair = await new LinedPair().together();
    pair.cannotListen.add(node);
    pair.stacksFail({ deaf: [a], mute: [a] });
    await keeps(pair);
    assert.match(doing(pair, "a"), words);
  }
});

test("R10a: while a target answers, the scores decide: nothing is asked of the card", async () => {
  const pair = await new LinedPair().together();
  await pair.live(LONG);
  for (const { effects } of pair.members.values())
    assert.ok(!effects.some(({ type }) => type === "listen"), "no effect of that kind");
});

test("R10a: a node that gave up by its score is back once no target answers the other either, so that somebody can take what is let go", async () => {
  const pair = await new LinedPair().together();
  pair.dark.set(b, TARGETS.slice(0, 2));
  await pair.until("b gives up", () => standby(pair) === "b by ping arbitration");
  pair.stacksFail({ deaf: [a] });
  await pair.until("b is back, and a lets go", () => standby(pair) === "a by own IP stack");
});
