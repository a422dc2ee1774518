/** A leader that alone is deaf to a node: when it hands leadership to a voter that hears it, and when it does not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { TIMING } from "./group.ts";
import { n2, n3, Play } from "./play.ts";

const handedOver = ({ effects }: Play): boolean =>
  effects.some((effect) => effect.type === "note" && /handing leadership to n2/.test(effect.text));

test("a follower that comes and goes, heard by each at another moment, sends leadership nowhere", () => {
  const play = new Play(TIMING).leading();
  for (let times = 0; times < 6; times++) {
    play.beating = [n2];
    play.alsoHeard = [n3];
    play.live(1.7 * TIMING.suspectAfter);
    play.beating = [n2, n3];
    play.alsoHeard = [];
    play.live(0.5 * TIMING.suspectAfter);
  }
  assert.ok(!handedOver(play));
  assert.equal(play.replica.role, "leader");
});

test("a leader that alone stays deaf to a node hands leadership to a voter that hears it", () => {
  const play = new Play(TIMING).leading();
  play.beating = [n2];
  play.alsoHeard = [n3];
  play.live(3 * TIMING.suspectAfter);
  assert.ok(handedOver(play));
});
