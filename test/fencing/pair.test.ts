/** What one of two does, from facts alone: each rule at the place where it binds. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import { SURRENDERED } from "../../fencing/givingup.ts";
import {
  certificateCame,
  considerPair,
  contactCame,
  gapCame,
  judgeShotNow,
  lateCame,
  powerCame,
  probesCame,
  wordCame,
} from "../../fencing/pair.ts";
import type { PairAct, PairFacts } from "../../fencing/pairfacts.ts";
import { createPair, eligibleNow, type Pair } from "../../fencing/pairstanding.ts";

const [a, b] = ["a", "b"].map(nodeId) as [ReturnType<typeof nodeId>, ReturnType<typeof nodeId>];
const TARGETS = ["10.0.0.1", "10.0.0.2", "10.0.0.3"];

/** b, which holds the group, and its peer a; they are in contact, and b leads. */
class Scene {
  now = 10_000;
  readonly pair: Pair = createPair(0);
  facts: PairFacts = {
    self: b,
    peer: a,
    incarnation: incarnation(7),
    arbitration: {
      targets: TARGETS,
      period: 200,
      timeout: 50,
      rounds: 3,
      returnAfter: 1000,
      switchOn: true,
      acceptNonTransitiveRisk: false,
    },
    timing: { ttl: 200, heartbeat: 40, suspectAfter: 140 },
    peerIncarnation: incarnation(5),
    heard: null,
    contactAt: null,
    placed: { index: logIndex(2), configuration: { voters: [a, b], outgoing: null, learners: [] } },
    commit: logIndex(9),
    leads: null,
    leader: null,
    confirmedAt: 0,
    storeCertified: true,
    holds: new Map([[b, 1]]),
    peerStillHolds: 0,
    stops: [],
    race: 9,
    levels: [[{ device: "left", outlet: "1" }], [{ device: "right", outlet: "1" }]],
    ownLevels: [[{ device: "left", outlet: "2" }]],
    devices: [],
    standby: null,
    peerTakesNothing: false,
    maintained: false,
    restarting: false,
    risk: {
      accepted: false,
      fencingDevices: 2,
      thirdVoter: false,
      accepts: [],
      guardOnRecord: true,
      silentFor: 0,
      wait: 205,
    },
    random: () => 42,
  };

  set(more: Partial<PairFacts>): this {
    this.facts = { ...this.facts, ...more };
    return this;
  }
  heard(
    more: { hearsUs?: boolean; reached?: readonly string[]; round?: number; please?: boolean } = {},
  ): this {
    const { hearsUs = true, reached = TARGETS, round = 1, please = false } = more;
    const words = { race: 9, surrenderPlease: please, farewell: false, alone: null, byIp: null };
    const report = { round, reached, ...words };
    return this.set({
      heard: { at: this.now, incarnation: this.facts.peerIncarnation, hearsUs, seq: 3, report },
      contactAt: this.now,
    });
  }
  consider(): PairAct[] {
    const acts = considerPair(this.pair, this.facts, this.now);
    return acts.filter(({ type }) => type !== "probe");
  }
  /** A round of pings, sent and answered now. */
  pinged(reached: readonly string[] = TARGETS): this {
    this.pair.probing = this.now;
    const answers = TARGETS.map((target) => ({
      target,
      sentAt: this.now,
      answered: reached.includes(target),
    }));
    probesCame(this.pair, answers, this.facts);
    return this;
  }
  leading(): this {
    const view = { self: b, term: term(3), firstIndex: logIndex(4), commit: logIndex(9), acknowledged: null };
    return this.set({
      leads: { ...view, configuration: this.facts.placed },
      leader: b,
      confirmedAt: this.now,
    });
  }
  /** Certified, in contact with scores known, and then without a for `ms`. */
  lost(ms = 150): this {
    this.heard().leading().consider();
    this.pinged().consider();
    this.set({ leads: null, leader: null });
    this.now += ms;
    this.consider();
    return this.pinged();
  }
  /** Answers what was asked of the devices. */
  answer(act: PairAct | undefined, status: "off" | "on" | null, askedAt = this.now): this {
    assert.ok(act?.type === "power");
    const attempts = act.outlets.map((outlet) => ({
      ...outlet,
      action: "status" as const,
      duration: 10,
      accepted: status !== null,
      status,
    }));
    powerCame(
      this.pair,
      { id: act.id, attempts, askedAt: status === "off" ? askedAt : null },
      this.facts,
      this.now,
    );
    return this;
  }
  shoots(): PairAct | undefined {
    return this.consider().find(({ type }) => type === "power");
  }
}
const reasonOf = (verdict: ReturnType<typeof judgeShotNow>): string => (verdict.ok ? "" : verdict.reason);
const types = (acts: readonly PairAct[]): string => acts.map(({ type }) => type).join(" ");

test("the whole way: silent, at the targets, certified, its turn: off; read as off: alone; then the proof, then power again", () => {
  const scene = new Scene().lost();
  const shot = scene.shoots();
  assert.ok(shot?.type === "power" && shot.action === "off");
  assert.equal(types(scene.consider()), "", "one thing at a time");
  scene.answer(shot, "off");
  assert.equal(types(scene.consider()), "solo");
  scene.set({
    placed: { index: logIndex(11), configuration: { voters: [b], outgoing: null, learners: [a] } },
  });
  const [commit] = scene.consider();
  assert.ok(commit?.type === "commit" && commit.kind === "fenced" && commit.incarnation === 5);
  const { type: _, ...proven } = commit;
  scene.set({ stops: [{ ...proven, index: logIndex(12), at: 0, node: a, by: b }] });
  const [on] = scene.consider();
  assert.ok(on?.type === "power" && on.action === "on" && on.outlets[0]?.device === "left");
});

test("R7, R3: certified only by what it has committed under both, by a certificate, and never across a restart", () => {
  const scene = new Scene().heard();
  scene.consider();
  assert.equal(eligibleNow(scene.pair, scene.facts).ok, false);
  scene.set({ leader: a });
  const [asked] = scene.consider();
  assert.ok(asked?.type === "ask");
  const certificate = { question: asked.question, leader: a, term: term(3), configurationIndex: logIndex(2) };
  certificateCame(scene.pair, { ...certificate, question: { ...asked.question, response: 41 } }, scene.now); // R2
  assert.equal(eligibleNow(scene.pair, scene.facts).ok, false);
  certificateCame(scene.pair, certificate, scene.now);
  assert.ok(eligibleNow(scene.pair, scene.facts).ok);
  assert.equal(eligibleNow(scene.pair, { ...scene.facts, incarnation: incarnation(8) }).ok, false);
});

test("R7: a certificate that was on its way over a gap of the clock is worth nothing", () => {
  const scene = new Scene().heard().set({ leader: a });
  const [asked] = scene.consider();
  assert.ok(asked?.type === "ask");
  gapCame(scene.pair, scene.now);
  scene.now += 1;
  const { question } = asked;
  certificateCame(
    scene.pair,
    { question, leader: a, term: term(3), configurationIndex: logIndex(2) },
    scene.now,
  );
  assert.equal(eligibleNow(scene.pair, scene.facts).ok, false);
});

test("R7: after a gap a leader certifies itself only once its peer has confirmed its term anew", () => {
  const scene = new Scene().heard().leading();
  scene.consider();
  gapCame(scene.pair, scene.now + 1);
  scene.now += 2;
  scene.consider();
  assert.equal(eligibleNow(scene.pair, scene.facts).ok, false);
  scene.set({ confirmedAt: scene.now }).consider();
  assert.ok(eligibleNow(scene.pair, scene.facts).ok);
});

test("R7: a loop that stood still for as long as a person needs to be wrong about it voids a certificate, a shorter stall does not", () => {
  for (const [by, kept] of [
    [9_999, true],
    [10_001, false],
  ] as const) {
    const scene = new Scene().heard().leading();
    scene.consider();
    lateCame(scene.pair, by, 200, scene.now);
    assert.equal(eligibleNow(scene.pair, scene.facts).ok, kept, `${by}`);
  }
});

test("R7: whoever hears that the other has gone on alone may not do so by an earlier certificate", () => {
  const scene = new Scene().lost();
  assert.ok(eligibleNow(scene.pair, scene.facts).ok);
  const { heard } = scene.facts;
  const alone = { term: term(4), commit: logIndex(12) };
  scene.set({ heard: { ...heard!, report: { ...heard!.report!, alone } } }).consider();
  assert.equal(eligibleNow(scene.pair, scene.facts).ok, false);
});

test("T5: a certificate that was on its way while the loop stood still is worth nothing, and a stall shoots nobody", () => {
  const asking = new Scene().heard().set({ leader: a });
  const [ask] = asking.consider();
  assert.ok(ask?.type === "ask");
  lateCame(asking.pair, 101, 200, asking.now);
  const answer = { question: ask.question, leader: a, term: term(3), configurationIndex: logIndex(2) };
  certificateCame(asking.pair, answer, asking.now);
  assert.equal(eligibleNow(asking.pair, asking.facts).ok, false);

  const stalled = new Scene().lost();
  lateCame(stalled.pair, 101, 200, stalled.now);
  const judged = () => judgeShotNow(stalled.pair, stalled.facts, stalled.now);
  assert.match(reasonOf(judged()), /stood still for 101 ms/);
  stalled.now += 201;
  stalled.pinged();
  assert.ok(judged().ok, "it has looked again");
});

test("who is not certified shoots nobody: nobody could go on after it", () => {
  const scene = new Scene().heard();
  scene.consider();
  scene.pinged().consider();
  scene.now += 150;
  scene.consider();
  assert.equal(scene.pinged().shoots(), undefined);
});

test("an isolated node shoots nobody, and probes from before the silence do not count", () => {
  const scene = new Scene().lost();
  const isolated = new Scene().heard().leading();
  isolated.consider();
  isolated.pinged().consider();
  isolated.now += 150;
  isolated.consider();
  isolated.pinged([TARGETS[0]!]);
  assert.equal(isolated.shoots(), undefined);
  const since = new Scene().set({ holds: new Map([[a, 1]]) }).lost(); // not its turn yet
  const { heard } = since.facts;
  since.set({ heard: { ...heard!, report: { ...heard!.report!, reached: [] } } });
  for (let i = 0; i < 3; i++) {
    since.now += 70;
    since.pinged([]);
  }
  since.now += 55;
  assert.equal(since.shoots(), undefined, "it was well connected once");
  assert.equal(scene.shoots()?.type, "power");
});

test("wait for all: a peer that was never heard is not shot, nor one under maintenance, restarting, or gone in order", () => {
  for (const more of [{ maintained: true }, { restarting: true }]) {
    assert.equal(new Scene().lost().set(more).shoots(), undefined, JSON.stringify(more));
  }
  const unheard = new Scene().leading();
  unheard.consider();
  unheard.now += 5000;
  assert.equal(types(unheard.consider()), "");
  const left = new Scene().lost();
  const { heard } = left.facts;
  left.set({ heard: { ...heard!, report: { ...heard!.report!, farewell: true } }, holds: new Map([[a, 1]]) });
  assert.equal(left.shoots(), undefined);
});

test("R1: a farewell that was under way for longer than its process's next start took counts against nobody", () => {
  for (const later of [false, true]) {
    const left = new Scene().lost();
    const { heard, peerIncarnation } = left.facts;
    left.set({ heard: { ...heard!, report: { ...heard!.report!, farewell: true } } });
    // Its next start is known by another way, and was in contact before the late word came.
    if (later) left.set({ peerIncarnation: incarnation(peerIncarnation + 1) });
    assert.equal(types(left.pinged().consider()), later ? "" : "solo");
  }
});

test("R11: out of its turn it waits", () => {
  const scene = new Scene().set({ holds: new Map([[a, 1]]) }).lost();
  assert.equal(scene.shoots(), undefined);
  scene.now += 265;
  assert.equal(scene.shoots()?.type, "power");
});

test("R8: accepted, unreachable, or read as on: no evidence; the next level, and then a person", () => {
  for (const status of ["on", null] as const) {
    const scene = new Scene().lost();
    const first = scene.shoots();
    scene.answer(first, status);
    const second = scene.shoots();
    assert.ok(second?.type === "power" && second.outlets[0]?.device === "right", "the next level");
    scene.answer(second, status);
    for (let i = 0; i < 40; i++) {
      scene.now += 100;
      const again = scene.shoots();
      if (again !== undefined) scene.answer(again, status);
    }
    assert.equal(scene.pair.shots.length, 3, "so many, and then a person is called");
    assert.equal(types(scene.consider()), "");
  }
});

test("R1: contact after the status was asked for makes it worthless; of the same incarnation it is asked once more, of a newer one not", () => {
  for (const [heard, again] of [
    [5, "power"],
    [6, ""],
  ] as const) {
    const scene = new Scene().lost();
    const shot = scene.shoots();
    scene.answer(shot, "off");
    contactCame(scene.pair, incarnation(heard));
    scene.set({ peerIncarnation: incarnation(heard) });
    const acts = scene.consider();
    assert.equal(types(acts), again);
    const [act] = acts;
    if (again !== "") assert.ok(act?.type === "power" && act.action === "status");
  }
  const late = new Scene().lost();
  const shot = late.shoots();
  late.set({ contactAt: late.now + 1 });
  late.now += 2;
  late.answer(shot, "off", late.now - 2);
  assert.notEqual(types(late.consider()), "solo");
});

test("R10: the peer's last score holds this node back before the shot, and no more once it is verified off", () => {
  const scene = new Scene().heard().leading();
  scene.consider();
  scene.pinged().consider();
  scene.set({ leads: null, leader: null });
  scene.now += 150;
  scene.consider();
  for (let round = 0; round < 3; round++) {
    scene.pinged(TARGETS.slice(0, 2));
    scene.now += 10;
  }
  assert.equal(scene.shoots(), undefined, "it reached three, this node two");
  wordCame(scene.pair, "a", "root", scene.facts, scene.now);
  assert.equal(types(scene.consider()), "solo");
});

test("the holder whose first ping of a silence is lost does not lose its turn: what it reached before counts too", () => {
  const scene = new Scene().heard().leading();
  scene.consider();
  scene.pinged().consider();
  scene.set({ leads: null, leader: null });
  scene.now += 150;
  scene.consider();
  scene.pinged(TARGETS.slice(0, 2));
  assert.equal(scene.shoots()?.type, "power");
});

test("a person's word counts for the peer that is silent, with its name to the letter, and only where the node may go on", () => {
  const scene = new Scene().lost();
  assert.equal(wordCame(scene.pair, "A", "root", scene.facts, scene.now).ok, false);
  assert.ok(wordCame(scene.pair, "a", "root", scene.facts, scene.now).ok);
  const heard = new Scene().heard().leading();
  heard.consider();
  heard.now += 10;
  heard.pinged();
  assert.equal(wordCame(heard.pair, "a", "root", heard.facts, heard.now).ok, false);
  const blank = new Scene().lost().set({ storeCertified: false });
  assert.equal(wordCame(blank.pair, "a", "root", blank.facts, blank.now).ok, false);
  assert.equal(types(blank.consider()), "");
});

test("risk: without devices, and where it is accepted, the guard's proof lets it go alone after W; else never", () => {
  const bare = { levels: [], ownLevels: [] };
  const risk = {
    ...new Scene().facts.risk,
    fencingDevices: 0,
    silentFor: 205,
    accepts: [["guard" as const]],
  };
  assert.equal(
    types(
      new Scene()
        .lost()
        .set({ ...bare, risk })
        .consider(),
    ),
    "",
  );
  const accepted = { ...risk, accepted: true };
  assert.equal(
    types(
      new Scene()
        .lost()
        .set({ ...bare, risk: accepted })
        .consider(),
    ),
    "solo",
  );
  // T5: only silence counts that was listened to.
  const woken = new Scene().lost().set({ ...bare, risk: accepted });
  lateCame(woken.pair, 101, 200, woken.now);
  assert.equal(types(woken.consider()), "");
  woken.now += 205;
  assert.equal(types(woken.pinged().consider()), "solo");
  const early = { ...accepted, silentFor: 204 };
  assert.equal(
    types(
      new Scene()
        .lost()
        .set({ ...bare, risk: early })
        .consider(),
    ),
    "",
  );
});

test("R12: with a third voter, or during a change, none of this happens", () => {
  const scene = new Scene().lost();
  scene.set({
    placed: {
      index: logIndex(2),
      configuration: { voters: [a, b, nodeId("c")], outgoing: null, learners: [] },
    },
  });
  assert.equal(types(scene.consider()), "");
});

test("the lower one in several rounds in a row surrenders; it comes back when it has been well for long enough, unless a person said so", () => {
  const scene = new Scene().heard().leading();
  for (let round = 1; round <= 3; round++) {
    scene.now += 10;
    scene.heard({ round }).pinged(TARGETS.slice(0, 2));
    const asked = scene.consider().find(({ type }) => type === "standby");
    assert.equal(asked !== undefined, round === 3, `round ${round}`);
  }
  scene.set({ standby: SURRENDERED });
  scene.heard({ round: 4 }).pinged().consider();
  scene.now += 999;
  scene.heard({ round: 5 }).pinged();
  assert.equal(types(scene.consider()), "");
  scene.now += 2;
  scene.heard({ round: 6 }).pinged();
  const [back] = scene.consider();
  assert.ok(back?.type === "standby" && !back.on);
  scene.set({ standby: "root" });
  assert.equal(types(scene.consider()), "");
});

test("one round of the peer's is compared once", () => {
  const scene = new Scene().heard().leading();
  for (let i = 0; i < 5; i++) scene.heard({ round: 1 }).pinged(TARGETS.slice(0, 2));
  assert.equal(types(scene.consider()), "");
});

test("T4: a shot that came too late to be fired is no try: neither the device nor the limit knows of it", () => {
  const scene = new Scene().lost();
  const shot = scene.shoots();
  assert.ok(shot?.type === "power");
  powerCame(scene.pair, { id: shot.id, attempts: [], askedAt: null }, scene.facts, scene.now);
  const again = scene.shoots();
  assert.ok(again?.type === "power" && again.outlets[0]?.device === "left", "the first level still");
  assert.equal(scene.pair.shots.length, 0);
});

test("one lost ping during the silence holds nobody back", () => {
  const scene = new Scene().lost();
  scene.now += 10;
  scene.pinged(TARGETS.slice(0, 2));
  assert.equal(scene.shoots()?.type, "power");
});
