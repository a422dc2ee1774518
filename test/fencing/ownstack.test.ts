/** R10a: whose IP stack is dead, by the words of both. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { IpWord } from "../../consensus/sessions/types.ts";
import {
  ipWordOf,
  judgeOwnStack,
  judgeStackWell,
  letGoAfter,
  listenEvery,
  spansOf,
} from "../../fencing/ownstack.ts";
import { gapCame, lateCame } from "../../fencing/pair.ts";
import { createPair } from "../../fencing/pairstanding.ts";

const WORDS: readonly (IpWord | null)[] = [
  null,
  ...[false, true].flatMap((others) => [false, true].map((peer) => ({ others, peer }))),
];
const NOTHING: IpWord = { others: false, peer: false };
const EVERYBODY: IpWord = { others: true, peer: true };
const judge = (own: IpWord | null, peers: IpWord | null) => judgeOwnStack({ peer: "p", own, peers }).ok;

test("R10a: never do both conclude it from the same words, whatever they are", () => {
  let concluded = 0;
  for (const own of WORDS)
    for (const peers of WORDS) {
      const [here, there] = [judge(own, peers), judge(peers, own)];
      assert.ok(!(here && there), JSON.stringify([own, peers]));
      if (here) concluded += 1;
    }
  // Deaf: twice (the peer hears this node, or not). Mute: twice (other hosts are heard, or not).
  assert.equal(concluded, 4);
});

test("R10a: a side that does not say, or does not know, concludes nothing and lets nothing be concluded", () => {
  for (const word of WORDS) {
    assert.ok(!judge(null, word));
    assert.ok(!judge(word, null));
  }
});

test("R10a: deaf is who hears nobody where the peer hears others; mute is who hears the peer, and is not heard by it", () => {
  assert.ok(judge(NOTHING, { others: true, peer: false }));
  assert.ok(judge(NOTHING, EVERYBODY));
  assert.ok(judge(EVERYBODY, { others: true, peer: false }));
  assert.ok(!judge(NOTHING, { others: false, peer: true }), "the peer's only witness is this node");
  assert.ok(!judge({ others: true, peer: false }, { others: true, peer: false }), "the link between them");
  assert.ok(!judge(EVERYBODY, EVERYBODY));
  assert.ok(!judge(EVERYBODY, NOTHING));
});

const SPANS = { suspectAfter: 140, quiet: 200 };

test("R10a: what was not measured for long enough, or not lately, is not known", () => {
  const heard = { since: 0, at: 1000, othersAt: 950, peerAt: 960 };
  assert.deepEqual(ipWordOf(heard, SPANS, 1000), { others: true, peer: true });
  assert.deepEqual(ipWordOf(heard, SPANS, 1100), { others: true, peer: false });
  assert.deepEqual(ipWordOf({ ...heard, at: 1150 }, SPANS, 1150), { others: false, peer: false });
  assert.equal(ipWordOf(heard, SPANS, 1140), null, "it was looked at too long ago");
  assert.equal(ipWordOf({ ...heard, since: 801 }, SPANS, 1000), null, "for too short a time");
  assert.equal(ipWordOf(null, SPANS, 1000), null);
});

test("R10a: the finding must last for longer than two can differ in what they notice, and is looked at oftener than a word lasts", () => {
  assert.deepEqual(spansOf({ suspectAfter: 140 }, { period: 200 }), SPANS);
  assert.deepEqual(spansOf({ suspectAfter: 140 }, { period: 100 }), { suspectAfter: 140, quiet: 140 });
  assert.ok(letGoAfter(SPANS, { rounds: 1, timeout: 1 }) > SPANS.quiet + SPANS.suspectAfter);
  assert.ok(listenEvery({ heartbeat: 40, suspectAfter: 140 }) <= 140 / 2);
});

test("R10a: well again is who and the peer hear each other, or who hears others where nothing is found", () => {
  const well = (own: IpWord | null, peers: IpWord | null) => judgeStackWell({ peer: "p", own, peers }).ok;
  assert.ok(well(EVERYBODY, EVERYBODY));
  assert.ok(well({ others: false, peer: true }, { others: false, peer: true }));
  assert.ok(well({ others: true, peer: false }, NOTHING));
  assert.ok(!well(NOTHING, EVERYBODY));
  assert.ok(!well(EVERYBODY, { others: true, peer: false }), "it is mute still");
  assert.ok(!well(null, EVERYBODY));
});

test("T5: a stall or a jump of the clock begins the delay of R10a anew", () => {
  const pair = createPair(0);
  pair.stackSince = 5;
  lateCame(pair, 50, 200, 100);
  assert.equal(pair.stackSince, 5, "a hiccup is none");
  lateCame(pair, 150, 200, 200);
  assert.equal(pair.stackSince, null);
  pair.stackSince = 5;
  gapCame(pair, 300);
  assert.equal(pair.stackSince, null);
});
