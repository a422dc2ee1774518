/** What a cluster meets every day, in calm weather: a cable, a restart in place, the operator, somebody else's hands. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command } from "../../consensus/ledger/types.ts";
import { openStage, STAGE_ADDRESS, type Stage } from "./stage.ts";

const SEEDS = Array.from({ length: 10 }, (_, index) => 3_000 + index);

const tell = (stage: Stage, seed: number): string => `seed ${seed}\n${stage.lines.slice(-80).join("\n")}`;
const ask = (stage: Stage, command: Command): void => {
  const daemon = stage.leader.daemon!;
  daemon.loop.arrive(() => daemon.propose([command], () => {}));
};
const groupOf = (stage: Stage) => stage.world.scene.document.groups[0]!.name;
/** Clients reach it somewhere: it answers, and the card under it has carrier. */
const reached = ({ world }: Stage): boolean =>
  world.nodes.some(({ machine }) => machine.answers(STAGE_ADDRESS) && machine.reachable(STAGE_ADDRESS));

test("a cable pulled on the client side costs a few rounds, not a TTL", () => {
  for (const seed of SEEDS) {
    const stage = openStage(seed);
    const from = stage.world.timeline.now;
    stage.holder.machine.plug("lan0", false);
    assert.ok(
      stage.world.run(0.5 * stage.ttl, () => reached(stage)),
      tell(stage, seed),
    );
    assert.ok(stage.world.timeline.now - from < 300, tell(stage, seed));
    stage.world.run(5 * stage.ttl);
    assert.notEqual(
      stage.standing().holder,
      stage.holder.name,
      `seed ${seed}: it stays away from the dead card`,
    );
    stage.noViolation();
  }
});

test("a cable that is out everywhere moves nothing: nobody could do better", () => {
  const stage = openStage(3_100);
  const before = stage.standing();
  for (const { machine } of stage.others) machine.plug("lan0", false);
  stage.leader.machine.plug("lan0", false);
  stage.world.run(5 * stage.ttl);
  stage.holder.machine.plug("lan0", false);
  stage.world.run(20 * stage.ttl);
  assert.deepEqual(stage.standing(), before, tell(stage, 3_100));
  stage.noViolation();
});

test("a restart in place loses nothing: the gate stays open, the service runs on, the token is kept (G4)", () => {
  for (const seed of SEEDS) {
    for (const gone of [0.02, 0.15, 0.25]) {
      const stage = openStage(seed);
      const { holder, world } = stage;
      const before = stage.standing();
      const life = holder.machine.services.get(`${groupOf(stage)}.server`)?.life;
      const daemon = holder.daemon!;
      // As the daemon does it: straight after an echo, with nearly a whole TTL left.
      world.run(stage.ttl, () => daemon.replica.validUntil - daemon.now() > 0.85 * stage.ttl);
      daemon.loop.arrive(() =>
        daemon.handOver((state) => {
          holder.handOver(state);
          world.timeline.after(gone * stage.ttl, holder.start);
        }),
      );
      const silent = !world.run(
        3 * stage.ttl,
        () => holder.daemon !== null && !holder.machine.answers(STAGE_ADDRESS),
      );
      assert.ok(silent, `${gone} TTL: a moment without an answer, ${tell(stage, seed)}`);
      assert.deepEqual(stage.standing(), before, tell(stage, seed));
      assert.equal(holder.machine.services.get(`${groupOf(stage)}.server`)?.life, life, tell(stage, seed));
      assert.equal(world.judge.seen.handoversKept, 1, tell(stage, seed));
      stage.noViolation();
    }
  }
});

test("a restart in place whose next incarnation never comes ends by V, and another node takes over", () => {
  for (const seed of SEEDS) {
    const stage = openStage(seed);
    const daemon = stage.holder.daemon!;
    daemon.loop.arrive(() => daemon.handOver((state) => stage.holder.handOver(state)));
    const taken = () => stage.world.nodes.some((n) => n !== stage.holder && n.machine.answers(STAGE_ADDRESS));
    assert.ok(stage.world.run(2 * stage.ttl, taken), tell(stage, seed));
    stage.noViolation();
  }
});

test("stop, start, standby and online are done within a few rounds", () => {
  for (const seed of SEEDS) {
    const stage = openStage(seed);
    const group = groupOf(stage);
    const answers = () => reached(stage);
    ask(stage, { type: "want", group, running: false, by: "test" });
    assert.ok(
      stage.world.run(stage.ttl, () => !answers()),
      tell(stage, seed),
    );
    stage.world.run(5 * stage.ttl);
    assert.ok(!answers(), `seed ${seed}: it stays stopped`);
    ask(stage, { type: "want", group, running: true, by: "test" });
    assert.ok(stage.world.run(stage.ttl, answers), tell(stage, seed));
    stage.world.run(stage.ttl);
    const { holder } = stage.standing();
    ask(stage, {
      type: "standby",
      node: stage.world.node(holder).daemon!.replica.session.node,
      on: true,
      by: "test",
    });
    assert.ok(
      stage.world.run(stage.ttl, () => stage.standing().holder !== holder && answers()),
      tell(stage, seed),
    );
    stage.noViolation();
  }
});

test("an address taken away comes back within a turn, tables flushed within a few milliseconds", () => {
  for (const seed of SEEDS) {
    const stage = openStage(seed);
    const { machine } = stage.holder;
    machine.removeAddress(STAGE_ADDRESS);
    assert.ok(
      stage.world.run(15, () => reached(stage)),
      tell(stage, seed),
    );
    machine.disturbGate();
    assert.ok(
      stage.world.run(40, () => reached(stage)),
      tell(stage, seed),
    );
    stage.noViolation();
  }
});
