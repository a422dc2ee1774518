import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { advance, createLedger } from "../../consensus/ledger/apply.ts";
import { incarnation, type SessionId } from "../../consensus/ledger/types.ts";
import {
  ledgerIsNews,
  newPace,
  type Pace,
  type Rhythm,
  takeWord,
  tickIsDue,
  wordTold,
} from "../../services/pace.ts";

const session: SessionId = { node: nodeId("a"), incarnation: incarnation(1), number: 1 };
const at = (now: number, busy = true): Rhythm => ({ now, ttl: 200, heartbeat: 40, busy });

/** Told at 0 that its session is valid until 190. */
function told(): Pace {
  const pace = newPace();
  assert.equal(takeWord(pace, { session, validUntil: 190 }, at(0)), true, "the first word");
  wordTold(pace);
  pace.askedAt = 0;
  return pace;
}

test("what gets worse, and another session, are told at once", () => {
  assert.equal(takeWord(told(), { session, validUntil: 189 }, at(1)), true);
  assert.equal(takeWord(told(), { session: { ...session, number: 2 }, validUntil: 191 }, at(1)), true);
  assert.equal(takeWord(told(), { session, validUntil: Number.NEGATIVE_INFINITY }, at(1)), true);
});

test("a holder is told of each heartbeat's gain once, and whoever holds nothing more seldom", () => {
  assert.equal(takeWord(told(), { session, validUntil: 230 }, at(40)), true);
  assert.equal(takeWord(told(), { session, validUntil: 191 }, at(40)), false, "a second echo of the same");
  assert.equal(takeWord(told(), { session, validUntil: 230 }, at(40, false)), false);
  assert.equal(takeWord(told(), { session, validUntil: 240 }, at(50, false)), true);
});

test("with half of the TTL left every word and every tick counts", () => {
  assert.equal(takeWord(told(), { session, validUntil: 191 }, at(90)), true);
  assert.equal(tickIsDue(told(), at(90, false)), true);
  assert.equal(tickIsDue(newPace(), at(0)), true, "nothing is known of the right");
});

test("a tick is left out where the words of a heartbeat have come, and comes when they do not", () => {
  assert.equal(tickIsDue(told(), at(29)), false);
  // The next tick may be 50 ms away, and what the gate was given lives for less than 100.
  assert.equal(tickIsDue(told(), at(30)), true);
  assert.equal(tickIsDue(told(), at(44, false)), false);
  assert.equal(tickIsDue(told(), at(50, false)), true);
});

test("a word that waits is the newest when it is told", () => {
  const pace = told();
  takeWord(pace, { session, validUntil: 191 }, at(1));
  takeWord(pace, { session, validUntil: 192 }, at(2));
  assert.equal(pace.untold?.validUntil, 192);
  wordTold(pace);
  assert.deepEqual([pace.untold, pace.told?.validUntil], [null, 192]);
});

test("what entries that were applied together have made of the ledger is told once, and what the next one makes of it again", () => {
  const pace = newPace();
  const ledger = createLedger();
  advance(ledger, logIndex(1), term(1));
  advance(ledger, logIndex(2), term(1));
  assert.deepEqual([ledgerIsNews(pace, ledger), ledgerIsNews(pace, ledger)], [true, false]);
  advance(ledger, logIndex(3), term(1));
  assert.equal(ledgerIsNews(pace, ledger), true);
});
