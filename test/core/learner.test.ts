/** Whom somebody who may not campaign takes for its leader, and for how long. */
import assert from "node:assert/strict";
import test from "node:test";
import { type LogIndex, type Message, nodeId, type Term } from "../../consensus/core/types.ts";
import { Cluster, OPTIONS, ofType, sent, TICK } from "./cluster.ts";

const preVoteRequest = (term: number, lastIndex = 0, lastTerm = 0): Message => ({
  type: "pre-vote-request",
  term: term as Term,
  lastIndex: lastIndex as LogIndex,
  lastTerm: lastTerm as Term,
});
const heartbeat = (term: number, round = 1): Message => ({
  type: "append-request",
  term: term as Term,
  prevIndex: 0 as LogIndex,
  prevTerm: 0 as Term,
  entries: [],
  commit: 0 as LogIndex,
  round,
});

test("a learner forgets a leader that it has not heard for an election timeout, no sooner, and not for a pause of its own", () => {
  const configuration = { voters: [nodeId("a"), nodeId("b")], outgoing: null, learners: [nodeId("l")] };
  const cluster = new Cluster("a b l", { configuration });
  cluster.elect("a");
  assert.equal(cluster.core("l").leader, "a");
  const pass = (ms: number) => {
    cluster.now += ms;
    return cluster.step("l", { type: "tick" });
  };
  const asked = () => sent(cluster.receive("l", "b", preVoteRequest(2, 9, 9)), "pre-vote-response").length;
  while (cluster.now - cluster.core("l").heardLeaderAt < OPTIONS.electionTimeoutMin - TICK) pass(TICK);
  assert.deepEqual([cluster.core("l").leader, asked()], ["a", 0]);
  pass(OPTIONS.electionTimeoutMax + OPTIONS.maxTickLateness);
  assert.equal(cluster.core("l").leader, "a", "what came meanwhile has not been read yet (checklist 48)");
  const said = [];
  for (let ms = 0; ms < 4 * OPTIONS.electionTimeoutMax; ms += TICK) said.push(...ofType(pass(TICK), "role"));
  assert.deepEqual(
    said.map(({ role, leader, term }) => ({ role, leader, term })),
    [{ role: "follower", leader: null, term: 1 }],
  );
  assert.equal(asked(), 1);
  cluster.receive("l", "a", heartbeat(1));
  assert.equal(cluster.core("l").leader, "a");
});
