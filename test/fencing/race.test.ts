/** The state of a race between two: one number by which both know that they know the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { copyLedger } from "../../consensus/ledger/copy.ts";
import { raceState } from "../../fencing/turns.ts";
import { readyWorld, session } from "../ledger/world.ts";

test("R11: the state of the race is another after each grant, release and document, and the same for equal ledgers", () => {
  const world = readyWorld();
  const seen = [raceState(world.ledger)];
  const note = (): void => {
    seen.push(raceState(world.ledger));
  };
  world.give(session("alpha"));
  note();
  world.release(session("alpha"));
  note();
  world.give(session("beta"));
  note();
  world.configure();
  note();
  assert.equal(new Set(seen).size, seen.length);
  assert.equal(raceState(copyLedger(world.ledger)), seen.at(-1));
});
