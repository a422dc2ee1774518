import assert from "node:assert/strict";
import { test } from "node:test";
import { flapLinks } from "./sky.ts";
import { openStage, STAGE_ADDRESS, type Stage } from "./stage.ts";
import type { Link } from "./wires.ts";

const SEEDS = Array.from({ length: 12 }, (_, index) => 1_000 + index);

const cut = (links: readonly Link[]) => {
  for (const link of links) link.blocked++;
};
/** The holder is still the holder under the same token, and its gate never lapsed meanwhile. */
function keepsServing(stage: Stage, during: () => void, seed: number): void {
  const before = stage.standing();
  during();
  assert.deepEqual(stage.standing(), before, `seed ${seed}\n${stage.lines.slice(-80).join("\n")}`);
  assert.ok(stage.holder.machine.answers(STAGE_ADDRESS), `seed ${seed}`);
  stage.noViolation();
}

test("a leader that alone does not hear the holder ends nothing: it hands leadership to a voter that does", () => {
  for (const seed of SEEDS) {
    const stage = openStage(seed);
    keepsServing(
      stage,
      () => {
        cut(stage.links(stage.holder, stage.leader));
        stage.world.run(50 * stage.ttl);
        assert.equal(stage.world.leader()?.name, stage.others[0]?.name, `seed ${seed}: who leads`);
      },
      seed,
    );
  }
});

test("a holder that does not hear the leader, and is heard by it, goes on serving", () => {
  for (const seed of SEEDS) {
    const stage = openStage(seed);
    keepsServing(
      stage,
      () => {
        cut(stage.links(stage.leader, stage.holder));
        stage.world.run(50 * stage.ttl);
      },
      seed,
    );
  }
});

test("a link that flaps between leader and holder, both ways or one way, ends nothing", () => {
  for (const seed of SEEDS) {
    for (const period of [0.2, 0.7, 1.5, 4]) {
      const stage = openStage(seed);
      const there = stage.links(stage.holder, stage.leader);
      const links = seed % 2 === 0 ? there : [...there, ...stage.links(stage.leader, stage.holder)];
      keepsServing(
        stage,
        () => {
          flapLinks(stage.world, links, period * stage.ttl, () => {});
          stage.world.run(50 * stage.ttl);
        },
        seed,
      );
    }
  }
});

test("an election disturbs no holder: the leader dies, the gate of another node that holds never lapses", () => {
  for (const seed of SEEDS) {
    const stage = openStage(seed);
    const elections = stage.world.judge.seen.elections;
    const before = stage.standing();
    stage.leader.powerCut();
    stage.world.run(20 * stage.ttl);
    assert.ok(stage.world.judge.seen.elections > elections, `seed ${seed}: somebody was elected`);
    assert.deepEqual(stage.standing(), before, `seed ${seed}\n${stage.lines.slice(-80).join("\n")}`);
    stage.noViolation();
  }
});

test("a dead holder is replaced although links among the living flap or work one way", () => {
  for (const seed of SEEDS) {
    for (const how of ["flapping", "one way"] as const) {
      const stage = openStage(seed, 5);
      const dead = stage.holder.name;
      const links = stage.links(stage.leader, stage.others[0]!);
      if (how === "flapping") flapLinks(stage.world, links, 0.5 * stage.ttl, () => {});
      else cut(links);
      stage.world.run(5 * stage.ttl);
      stage.holder.powerCut();
      const replaced = stage.world.run(
        20 * stage.ttl,
        () => stage.world.leader() !== null && stage.standing().holder !== dead,
      );
      assert.ok(replaced, `seed ${seed}, ${how}\n${stage.lines.slice(-80).join("\n")}`);
      stage.noViolation();
    }
  }
});

test("a holder whose power is cut is replaced within W, an election and a few rounds", () => {
  for (const seed of SEEDS) {
    const stage = openStage(seed);
    const dead = stage.holder.name;
    const from = stage.world.timeline.now;
    stage.holder.powerCut();
    const ip = STAGE_ADDRESS;
    const answers = () => stage.world.nodes.some((node) => node.name !== dead && node.machine.answers(ip));
    assert.ok(
      stage.world.run(2 * stage.ttl, answers),
      `seed ${seed}: nobody answers after ${stage.world.timeline.now - from} ms`,
    );
    stage.noViolation();
  }
});

test("whatever happens to the links of one pair after another, no session ends and no gate lapses", () => {
  for (let seed = 2_000; seed < 2_040; seed++) {
    const stage = openStage(seed);
    const { world, ttl } = stage;
    const { random } = world;
    keepsServing(
      stage,
      () => {
        for (let round = 0; round < 8; round++) {
          const a = random.pick(world.nodes);
          const b = random.pick(world.nodes.filter((node) => node !== a));
          const links = [...stage.links(a, b), ...(random.chance(0.5) ? stage.links(b, a) : [])];
          let end = () => {};
          flapLinks(world, links, random.pick([0.05, 0.3, 0.8, 2, 100]) * ttl, (ends) => {
            end = ends;
          });
          world.run(random.between(1, 12) * ttl);
          end();
          // The next pair may suffer only once this one hears again.
          world.run(ttl);
        }
        assert.equal(world.judge.seen.expires, 0, `seed ${seed}: ${stage.lines.slice(-80).join("\n")}`);
      },
      seed,
    );
  }
});
