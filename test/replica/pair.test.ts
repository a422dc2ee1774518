/** Whole stories of two nodes, with the real replicas: who is shot, who goes on, who waits, and what is never lost. */
import assert from "node:assert/strict";
import test from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import type { Command } from "../../consensus/ledger/types.ts";
import { a, b, leaseOn, Pair, servesUntil, TARGETS, votersOf, web } from "./pair.ts";

test("the holder dies: it is shot, read as off, the other goes on alone, writes down the proof and takes over; the dead one comes back as a learner and votes again", async () => {
  const pair = await new Pair().together();
  await pair.stop("a");
  await pair.until("b holds it", () => pair.holder("b") === b);
  assert.deepEqual(pair.asked.slice(0, 1), ["b: off a"]);
  const lease = leaseOn(pair, "b");
  assert.equal(lease.grantedOn?.kind, "fenced");
  const [stop] = pair.at("b").replica.ledger.stops;
  assert.equal(stop?.node, a);
  assert.deepEqual(
    stop?.attempts.map(({ action, status }) => `${action} ${status}`),
    ["off null", "status off"],
  );
  const decided = pair.at("b").replica.ledger.history;
  const of = (type: string) => decided.findLast(({ event }) => event.type === type)?.index;
  assert.equal(of("granted"), of("stop-proven"), "the succession rides with the proof");
  assert.equal(votersOf(pair, "b"), "b");
  await pair.until(
    "a has its power back, and votes again",
    () => pair.members.has(a) && votersOf(pair, "b") === "a b",
  );
  assert.equal(pair.asked.at(-1), "b: on a");
  await pair.live(500);
  assert.equal(pair.holder("a"), b, "and knows who has it");
  assert.equal(pair.at("a").replica.arbitration.phase, "together");
  const [, ...more] = pair.at("b").replica.ledger.stops;
  assert.deepEqual(more, [], "what the leader only weighed is in no ledger");
  assert.deepEqual(pair.at("a").replica.ledger.stops, pair.at("b").replica.ledger.stops);
});

test("R11: the links are cut and both see the targets: the holder shoots at once, keeps its right to serve all the time, and loses nothing", async () => {
  const pair = await new Pair().together();
  const token = leaseOn(pair, "a").token;
  pair.switches.set("switch-b", "slow"); // so that the session has all but run out before it goes alone
  pair.cut();
  const before = pair.told.length;
  let served = true;
  await pair.until("a goes on alone", () => {
    if (servesUntil(pair, "a") <= pair.now) served = false;
    return votersOf(pair, "a") === "a";
  });
  assert.ok(served, "no moment without the right to serve");
  const words = pair.told.slice(before).filter(({ node }) => node === a);
  assert.ok(
    words.every(({ until }, i) => until >= (words[i - 1]?.until ?? 0)),
    "never shortened, not even between the append of the configuration and its commit",
  );
  assert.deepEqual(
    pair.asked.filter((each) => each.includes("off")),
    ["a: off b"],
  );
  await pair.live(1000);
  assert.ok(servesUntil(pair, "a") > pair.now);
  assert.equal(leaseOn(pair, "a").token, token, "the same lease");
  assert.equal(leaseOn(pair, "a").state, "held");
});

test("a holder that is still asking whether it is cut off serves on; one that asks in vain stops", async () => {
  const slow = { arbitration: { period: 1000, timeout: 700 } };
  const asking = await new Pair(slow).together();
  asking.pingTakes = 500; // longer than its session lasts without the other
  asking.cut();
  await asking.until("the answers are there", () => asking.at("a").replica.arbitration.gate.ok);
  const lapsed = asking.told.filter(({ node, at, until }) => node === a && until <= at);
  assert.deepEqual(lapsed, [], "it had its right all the time");
  assert.ok(servesUntil(asking, "a") > asking.now);

  const deaf = await new Pair(slow).together();
  deaf.pingTakes = 1e6;
  deaf.cut();
  await deaf.live(4000);
  assert.ok(servesUntil(deaf, "a") <= deaf.now, "nothing has come back for far longer than two rounds take");
});

test("a holder whose first pings of a silence are lost serves on; one that gets no answer in as many rounds as a surrender takes stops", async () => {
  const busy = await new Pair().together();
  busy.switches.set("switch-b", "dead");
  busy.dark.set(a, TARGETS);
  busy.cut();
  const rounds = () => busy.at("a").effects.filter(({ type }) => type === "probe").length;
  const before = rounds();
  await busy.until("two rounds are lost", () => rounds() >= before + 2);
  busy.dark.delete(a);
  await busy.live(1500);
  const lapsed = busy.told.filter(({ node, at, until }) => node === a && until <= at);
  assert.deepEqual(lapsed, [], "it had its right all the time");

  const lonely = await new Pair().together();
  lonely.switches.set("switch-a", "dead");
  lonely.dark.set(a, TARGETS);
  lonely.cut();
  await lonely.live(120 + 4 * 60 + 40);
  assert.ok(servesUntil(lonely, "a") <= lonely.now, "cut off");
});

test("both start the race at once, with holders on either side and slow switches: exactly one is shot, never both", async () => {
  for (const kind of ["prompt", "slow"] as const) {
    for (const delay of [0, 5, 20, 60]) {
      const pair = await new Pair().together();
      pair.switches.set("switch-a", kind).set("switch-b", kind);
      pair.boots1 = false;
      if (delay % 2 === 0) pair.severed = (from) => from === a;
      else pair.severed = (from) => from === b;
      await pair.live(delay);
      pair.cut();
      await pair.live(3000);
      assert.equal(
        pair.members.size,
        1,
        `${kind} ${delay}: one is off, and one is on: ${pair.asked.join(", ")}`,
      );
    }
  }
});

test("the holder's network is cut: it stops at once, and the other takes over", async () => {
  const pair = await new Pair().together();
  pair.cut();
  pair.dark.set(a, TARGETS);
  await pair.until("a serves nothing", () => servesUntil(pair, "a") <= pair.now);
  await pair.until("b holds it", () => pair.holder("b") === b);
  assert.ok(!pair.asked.includes("a: off b"), "an isolated node kills nobody");
});

test("the targets are dead for both: nobody is shot, nobody goes alone, and it is said", async () => {
  const pair = await new Pair().together();
  for (const node of [a, b]) pair.dark.set(node, TARGETS.slice(1));
  await pair.live(600);
  const { warnings, pings } = pair.at("b").replica.arbitration;
  assert.match(warnings.join("\n"), /reaches 1 of 3 ping targets, 2 are needed/, "before it is needed");
  assert.deepEqual(
    [pings.rounds[0]?.score, pings.rounds.at(-1)?.score, pings.rounds.at(-1)?.peers],
    [3, 1, 1],
    "how the scores of both went",
  );
  pair.cut();
  await pair.live(3000);
  assert.deepEqual(pair.asked, []);
  assert.equal(votersOf(pair, "a"), "a b");
  assert.match(pair.at("b").replica.arbitration.doing, /cut off/);
});

test("R8: a switch that says yes and does nothing, or is dead: no takeover, a clear sentence; an operator's word releases it", async () => {
  for (const kind of ["lies", "dead"] as const) {
    const pair = await new Pair().together();
    pair.switches.set("switch-a", kind);
    pair.severed = (from, to) => from === a || to === a;
    pair.dark.set(a, TARGETS);
    const doing = () => pair.at("b").replica.arbitration.doing;
    await pair.until("b says what a person can do", () => /fence confirm a/.test(doing()));
    assert.ok(pair.asked.includes("b: off a"), `${kind}: it has shot first`);
    await pair.live(6000);
    assert.match(doing(), /fence confirm a|a person must look/, kind);
    assert.equal(votersOf(pair, "b"), "a b", kind);
    assert.ok(pair.asked.filter((each) => each === "b: off a").length <= 3, "not in a loop");
    await pair.stop("a");
    if (kind === "lies") pair.switches.set("switch-a", "dead");
    await pair.live(1000);
    const confirm = (id: number, typed: string) =>
      pair.give(pair.at("b"), { type: "confirm-stop", id, node: a, typed, by: "root" });
    confirm(1, "A");
    assert.match(JSON.stringify(pair.at("b").outcomes.get(1)), /not \\"a\\"/);
    confirm(2, "a");
    await pair.until("b holds it", () => pair.holder("b") === b);
    assert.equal(leaseOn(pair, "b").grantedOn?.kind, "operator");
  }
});

test("R1: the peer boots while it is being shot: what the switch said counts for nothing, and nobody goes alone", async () => {
  const pair = await new Pair().together();
  pair.boots1 = false;
  await pair.stop("a");
  await pair.until("the shot is under way", () => pair.asked.includes("b: off a"));
  await pair.live(55);
  await pair.boot("a");
  await pair.live(3000);
  for (const name of ["a", "b"]) assert.equal(votersOf(pair, name), "a b");
  assert.equal(pair.at("b").replica.arbitration.phase, "together");
});

test("R1: a packet of the dead one that comes late costs another look at the switch, not the takeover", async () => {
  const pair = await new Pair().together();
  pair.boots1 = false;
  const last = pair.at("a").effects.findLast(({ type }) => type === "beat");
  assert.ok(last?.type === "beat");
  await pair.stop("a");
  await pair.until("b shoots", () => pair.asked.includes("b: off a"));
  // Not certified any more, it cannot go on at once, and is still apart when the packet comes.
  pair.give(pair.at("b"), { type: "clock-gap" });
  await pair.until("a is shown to be off", () => /R7/.test(pair.at("b").replica.arbitration.doing));
  const late = { ...last.heartbeat, seq: last.heartbeat.seq + 1 };
  pair.give(pair.at("b"), { type: "heartbeat", heartbeat: late });
  await pair.until("they seem to have met", () => pair.at("b").replica.arbitration.phase === "together");
  await pair.until("the switch is asked again", () => pair.asked.includes("b: status a"));
  await pair.until("and has shown it again", () => /R7/.test(pair.at("b").replica.arbitration.doing));
  assert.equal(pair.asked.filter((each) => each === "b: off a").length, 1, "nobody is shot twice for it");
});

test("R1: a shot that meets its peer back and takes effect after that is evidence, as soon as the silence is long enough, though the switch answers no more", async () => {
  const pair = await new Pair().together();
  pair.boots1 = false;
  pair.switches.set("switch-b", "slow");
  pair.severed = (from) => from === b;
  await pair.until("a shoots", () => pair.asked.includes("a: off b"));
  await pair.live(50);
  pair.heal();
  await pair.until("they meet", () => pair.at("a").replica.arbitration.phase === "together");
  await pair.until("b is off", () => !pair.members.has(b));
  await pair.live(60);
  assert.equal(pair.at("a").replica.arbitration.phase, "together");
  pair.switches.set("switch-b", "dead");
  await pair.until("a is alone", () => votersOf(pair, "a") === "a");
  assert.deepEqual(
    pair.asked.slice(0, 1),
    pair.asked.filter((each) => !each.endsWith("on b")),
  );
});

test("whoever led before, the succession rides in the entry of the proof", async () => {
  for (const leader of [a, b]) {
    const pair = await new Pair().together();
    const leads = (): boolean => pair.at(leader).replica.role === "leader";
    if (!leads()) {
      pair.give(pair.at(leader === a ? "b" : "a"), { type: "transfer", to: leader });
      await pair.until(`${leader} leads`, leads);
      await pair.live(500);
    }
    await pair.stop("a");
    await pair.until("b holds it", () => pair.holder("b") === b);
    const decided = pair.at("b").replica.ledger.history;
    const of = (type: string) => decided.findLast(({ event }) => event.type === type)?.index;
    assert.equal(of("granted"), of("stop-proven"), `${leader} led`);
  }
});

test("the survivor dies right after it took over and the other boots alone: it waits, and says for whom", async () => {
  const pair = await new Pair().together();
  pair.boots1 = false;
  await pair.stop("a");
  await pair.until("b holds it", () => pair.holder("b") === b);
  await pair.stop("b");
  await pair.boot("a");
  await pair.live(5000);
  assert.equal(votersOf(pair, "a"), "a b");
  assert.match(pair.at("a").replica.arbitration.doing, /waiting for b/);
  assert.ok(!pair.asked.some((each) => each.startsWith("a:")), "it shoots nobody that it has not heard");
  await pair.boot("b");
  await pair.until(
    "they are two again",
    () => votersOf(pair, "b") === "a b" && votersOf(pair, "a") === "a b",
  );
  assert.equal(pair.at("a").replica.ledger.stops.length, 1, "and what b decided alone is known to both");
});

test("R7: a node that stood still after it was certified does not go on alone", async () => {
  const pair = await new Pair().together();
  await pair.stop("a");
  pair.give(pair.at("b"), { type: "clock-gap" });
  await pair.live(4000);
  assert.equal(votersOf(pair, "b"), "a b");
  assert.match(pair.at("b").replica.arbitration.doing, /R7/);
});

test("the one that reaches less gives up in good order, and comes back when it has been well for long enough", async () => {
  const pair = await new Pair().together();
  pair.dark.set(a, TARGETS.slice(0, 2));
  await pair.until("a is on standby", () => pair.at("b").replica.ledger.standby.has(a));
  pair.dark.delete(a);
  await pair.until("a is back", () => !pair.at("b").replica.ledger.standby.has(a));
  assert.deepEqual(pair.asked, []);
});

test("total loss: both come back, wait for each other, and go on together", async () => {
  const pair = await new Pair().together();
  await pair.stop("a");
  await pair.stop("b");
  await pair.boot("b");
  await pair.live(3000);
  assert.match(pair.at("b").replica.arbitration.doing, /waiting for a/);
  await pair.boot("a");
  await pair.until(
    "one leads",
    () => pair.at("a").replica.leader !== null && pair.at("b").replica.leader !== null,
  );
  assert.deepEqual(pair.asked, []);
});

test("R11: the links are cut while only the leader knows that the group has moved: still exactly one is shot", async () => {
  for (const leads of ["a", "b"]) {
    const pair = await new Pair().together();
    const wish = async (...commands: Command[]): Promise<void> => {
      pair.give(pair.leader, { type: "propose", id: 900 + pair.now, commands });
      await pair.live(100);
    };
    if (pair.leader.replica.self !== leads) {
      pair.give(pair.leader, { type: "transfer", to: nodeId(leads) });
      await pair.until(`${leads} leads`, () => pair.at(leads).replica.role === "leader");
    }
    await wish({ type: "standby", node: a, on: true, by: "root" });
    const { leader } = pair;
    const other = pair.at(leads === "a" ? "b" : "a");
    pair.boots1 = false;
    const { token, holder } = leaseOn(pair, "a");
    const release: Command = {
      type: "release",
      group: web,
      session: holder!,
      token,
      failed: false,
      evidence: "",
    };
    const { commit } = leader.replica;
    pair.tamper = (_from, _to, envelope) =>
      envelope.type === "raft" && envelope.message.type === "append-request"
        ? { ...envelope, message: { ...envelope.message, commit } }
        : envelope;
    pair.give(leader, { type: "propose", id: 1, commands: [release] });
    // The entry reaches the other and is acknowledged; that it is committed does not.
    const lastOf = () => (other.replica as unknown as { core: { lastIndex: number } }).core.lastIndex;
    const before = lastOf();
    await pair.until("the other has the entry", () => lastOf() > before);
    pair.severed = (from) => from === leader.replica.self;
    await pair.until("only the leader knows", () => pair.holder(leads) === b);
    assert.equal(other.replica.ledger.leases.get(web)?.holder?.node, a);
    pair.cut();
    await pair.live(8000);
    assert.equal(pair.members.size, 1, `${leads}: ${pair.asked.join(", ")}`);
  }
});

test("jeopardy: a holder that neither could shoot nor was shot serves on over the whole split, and over the meeting", async () => {
  const pair = await new Pair().together();
  for (const name of ["switch-a", "switch-b"]) pair.switches.set(name, "dead");
  const before = pair.told.length;
  pair.cut();
  await pair.live(1500);
  pair.heal();
  await pair.until("they are together", () => pair.at("a").replica.arbitration.phase === "together");
  await pair.live(500);
  const late = pair.told.slice(before).filter(({ node, at, until }) => node === a && until <= at);
  assert.deepEqual(late, []);
  assert.equal(pair.holder("a"), a);
});

test("R13: an empty disk that is sent a log in which its former self voted alone has not gone alone: it gives nothing up, and votes again", async () => {
  const pair = await new Pair().together();
  const placedOn = (name: string) =>
    (pair.at(name).replica as unknown as { core: { configurationIndex: number } }).core.configurationIndex;
  await pair.stop("a");
  await pair.until("b is alone", () => votersOf(pair, "b") === "b");
  const alone = placedOn("b");
  await pair.until("a votes again", () => votersOf(pair, "b") === "a b" && pair.members.has(a));
  await pair.until("and may go on alone", () => pair.at("a").replica.arbitration.eligible.ok);
  pair.boots1 = false;
  await pair.stop("b");
  await pair.until("a is alone", () => votersOf(pair, "a") === "a");
  pair.wipe("b");
  // The log comes in pieces, and one of them ends there.
  pair.tamper = (_from, to, envelope) =>
    to === b && envelope.type === "raft" && envelope.message.type === "append-request"
      ? {
          ...envelope,
          message: {
            ...envelope.message,
            entries: envelope.message.entries.filter(({ index }) => index <= alone),
          },
        }
      : envelope;
  await pair.boot("b");
  await pair.until("b has so much of it", () => placedOn("b") === alone);
  await pair.live(300);
  const { vouched, arbitration } = pair.at("b").replica;
  assert.doesNotMatch(arbitration.doing, /begun anew/);
  assert.equal(vouched.type, "unknown-disk");
  if (vouched.type !== "unknown-disk") return;
  pair.tamper = (_from, _to, envelope) => envelope;
  const { generation } = vouched;
  pair.give(pair.at("a"), {
    type: "propose",
    id: 77,
    commands: [{ type: "readmit", node: b, generation, by: "root" }],
  });
  await pair.until("b votes again", () => votersOf(pair, "a") === "a b");
  assert.equal(pair.at("b").replica.arbitration.phase, "together");
});
