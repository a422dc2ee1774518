import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCables, checkCards, type LinkState } from "../../network/links.ts";

const link: LinkState = {
  name: "lan0",
  index: 2,
  mac: "02:00:00:00:00:01",
  up: true,
  carrier: false,
  addresses: [{ ip: "10.0.0.1", prefix: 24 }],
};
const stationary = { ip: "10.0.0.1", prefix: 24 };
const cards = [{ name: "lan0", role: "primary" as const, stationary, addresses: [stationary] }];

test("a cable that is out is told, and keeps no daemon from starting", () => {
  assert.deepEqual(checkCards(cards, [link]), []);
  assert.match(checkCables(cards, [link]).join(), /lan0 has no carrier/);
  assert.deepEqual(checkCables(cards, [{ ...link, carrier: true }]), []);
});

test("a card that is down keeps it from starting", () => {
  assert.match(checkCards(cards, [{ ...link, up: false }]).join(), /lan0 is down/);
});
