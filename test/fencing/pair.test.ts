/** What one of two does, from facts alone: each rule at the place where it binds. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { logIndex, nodeId } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import { SURRENDERED } from "../../fencing/givingup.ts";
import { contactCame, lateCame, powerCame, wordCame } from "../../fencing/pair.ts";
import { a, b, Scene, TARGETS, types } from "./scene.ts";

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
