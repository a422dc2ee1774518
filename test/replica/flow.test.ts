/** Flow control in the life of a group: what a follower that takes nothing costs its leader. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { acquire, Group, kept, type Member } from "./group.ts";

/** As the group's options have it. */
const INFLIGHT_MAX = 64;
/** Without an answer a snapshot is given up after so long, milliseconds. */
const PATIENCE = 10_000;

/** What a leader has sent to one peer since its effect `from`. */
function sentTo(
  leader: Member,
  to: string,
  from: number,
): { readonly messages: number; readonly pieces: number } {
  let messages = 0;
  let pieces = 0;
  for (const effect of leader.effects.slice(from)) {
    if (effect.type !== "send" || effect.to !== to) continue;
    const { envelope } = effect;
    if (envelope.type === "snapshot-chunk") pieces += 1;
    else if (envelope.type === "raft" && envelope.message.type === "append-request")
      messages += envelope.message.entries.length > 0 ? 1 : 0;
  }
  return { messages, pieces };
}

test("a follower that takes nothing is sent no more than may be in flight, then a snapshot that is given up, and comes back by one", async () => {
  const group = new Group(["a", "b", "c"], { entries: 50, bytes: 1 << 20, pause: 0 });
  for (const name of ["a", "b", "c"]) await group.start(name);
  await group.until("all are in", () => {
    const all = [...group.members.values()];
    return all.every(({ replica }) => replica.ledger.sessions.size === 3);
  });
  const { leader } = group;
  const name = [...group.members.keys()].find((each) => group.at(each) !== leader) as string;
  const stopped = group.at(name);
  // Its daemon stands still, and its sockets stay open: whoever writes to them hears nothing.
  const from = leader.effects.length;
  group.severed = (a, b) => a === name || b === name;
  await group.done(400, acquire);
  assert.equal(group.leader, leader, "the others go on as if nothing were");
  assert.ok(leader.replica.ledger.applied - stopped.replica.ledger.applied >= 400);
  assert.ok(sentTo(leader, name, from).messages <= INFLIGHT_MAX, JSON.stringify(sentTo(leader, name, from)));
  assert.ok(kept(leader) <= 300, `${kept(leader)} entries are kept for it`);

  await group.live(PATIENCE);
  const later = leader.effects.length;
  await group.done(200, acquire);
  await group.live(1000);
  assert.deepEqual(sentTo(leader, name, later), { messages: 0, pieces: 0 }, "until it answers");
  assert.ok(kept(leader) <= 300, `${kept(leader)} entries are kept for it`);

  group.severed = () => false;
  await group.level();
  assert.deepEqual(stopped.replica.ledger, leader.replica.ledger);
  assert.ok(
    stopped.effects.some(({ type }) => type === "restored"),
    "by a snapshot, for the log is gone",
  );
});
