/** The serial line in a split: every IP path is dead, and what must be agreed is agreed by the line. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Configuration, Entry } from "../../consensus/core/types.ts";
import { LinedPair } from "./linedpair.ts";
import { a, b, web } from "./pair.ts";

const votersOf = (pair: LinedPair, name: string): string =>
  pair
    .at(name)
    .replica.configurations.map(({ voters }) => voters.join(" "))
    .join(" | ");
/** The configuration in which a votes alone, among entries. */
const solo = (entries: readonly Entry[]): Entry | undefined =>
  entries.find(({ payload }) => {
    if (payload.type !== "configuration") return false;
    const { voters, outgoing }: Configuration = payload.configuration;
    return outgoing === null && voters.join() === "a";
  });

test("in a split the survivor's configuration and its acknowledgement cross the serial line, and by it the other votes again", async () => {
  const pair = await new LinedPair().together();
  pair.cut();
  pair.lineCut = true;
  await pair.until("a goes on alone", () => votersOf(pair, "a") === "a");
  await pair.until(
    "b was shot, and has its power back",
    () => pair.asked.includes("a: on b") && pair.members.has(b),
  );
  await pair.live(1000);
  const returned = pair.at("b");
  assert.equal(votersOf(pair, "b"), "a b", "it does not know that it is out");
  assert.match(returned.replica.arbitration.doing, /waiting for a/);
  assert.ok(!returned.replica.arbitration.eligible.ok, "R7: not certified in this boot");
  assert.equal(pair.byLine.length, 0, "nothing has crossed yet");

  pair.lineCut = false;
  const crossed = (): Entry | undefined =>
    pair.byLine
      .flatMap(({ to, envelope }) =>
        to === b && envelope.type === "raft" && envelope.message.type === "append-request"
          ? [solo(envelope.message.entries)]
          : [],
      )
      .find((entry) => entry !== undefined);
  await pair.until("{a} has crossed the line", () => crossed() !== undefined);
  const { index } = crossed() as Entry;
  await pair.until("b has acknowledged it by the line", () =>
    pair.byLine.some(
      ({ to, envelope }) =>
        to === a &&
        envelope.type === "raft" &&
        envelope.message.type === "append-response" &&
        envelope.message.result.ok &&
        envelope.message.result.match >= index,
    ),
  );
  await pair.until("b votes again", () => ["a", "b"].every((name) => votersOf(pair, name) === "a b"));
  await pair.until("both may go on alone again, by certificates that crossed the line", () =>
    ["a", "b"].every((name) => pair.at(name).replica.arbitration.eligible.ok),
  );
  assert.ok(pair.byLine.some(({ to, envelope }) => to === b && envelope.type === "certificate"));
  assert.deepEqual(
    [...pair.members.values()].map(({ replica }) => replica.ledger.leases.get(web)?.holder?.node),
    [a, a],
    "a holds it all the while, and both know",
  );
  assert.deepEqual(
    pair.asked.filter((what) => what.includes(": off ")),
    ["a: off b"],
    "one shot, and no more",
  );
  assert.ok(pair.severed(a, b), "no IP path has carried anything since the split");
});
