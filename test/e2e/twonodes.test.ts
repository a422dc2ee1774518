/** Two machines with a power switch: one of them, or the network, or the switch fails. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { TWO_NODES } from "../lab/twonodes.ts";
import { named, playsTwo } from "./twonodes.ts";

const HERE = ["power-cut", "links-cut", "lan-cut", "gateway-dead", "return", "switch-lies", "switch-dead"];
/** In files of their own, so that none takes all the time there is: `twolosses.test.ts` and `tworisk.test.ts`. */
const ELSEWHERE = ["race", "survivor-dies", "total-loss", "serial", "serial-only", "own-stack"];

test("each scenario of two machines is played in one of these files", () => {
  const played = [...HERE, ...ELSEWHERE].map((name) => `two-node-${name}`);
  assert.deepEqual(played.toSorted(), TWO_NODES.map(({ name }) => name).toSorted());
});

playsTwo(named(...HERE));
