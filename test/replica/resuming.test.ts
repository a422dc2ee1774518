/** A snapshot on its way that is interrupted: what has come is not sent again, by whichever stream the transfer goes on. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { acquire, Group, type Member } from "./group.ts";

/** Bytes of a piece, as the store reads them. */
const PIECE = 64 * 1024;
/** As `consensus/sending.ts`: after so many milliseconds without progress a sender gives up. */
const PATIENCE = 10_000;

/** One of three is far behind, and stopped; the leader's newest snapshot has three pieces at least. */
async function behind(): Promise<{ readonly group: Group; readonly name: string }> {
  const group = new Group(["a", "b", "c"], { entries: 200, bytes: 1 << 20, pause: 0 });
  for (const name of ["a", "b", "c"]) await group.start(name);
  await group.until("all are in", () =>
    [...group.members.values()].every(({ replica }) => replica.ledger.sessions.size === 3),
  );
  const name = [...group.members.keys()].find((each) => group.at(each) !== group.leader) as string;
  await group.stop(name);
  await group.until("it is gone", () => group.leader.replica.ledger.sessions.size === 2);
  await group.done(450, acquire);
  await group.level();
  return { group, name };
}

interface Transfer {
  readonly member: Member;
  /** Where each piece begins that has come through since, in order. */
  readonly after: number[];
  heal(): void;
}
/**
 * The answer to the second piece is lost, and everything after it: so the leader does not know of that piece. `lost`: what is between
 * the two while nothing comes through.
 */
async function interrupted(group: Group, name: string, lost: "everything" | "snapshots"): Promise<Transfer> {
  const after: number[] = [];
  let state: "whole" | "broken" | "healed" = "whole";
  const pair = [name, group.leader.replica.self] as string[];
  group.severed = (from, to) =>
    lost === "everything" && state === "broken" && pair.includes(from) && pair.includes(to);
  group.tamper = (_from, _to, envelope) => {
    if (envelope.type !== "snapshot-chunk" && envelope.type !== "snapshot-answer") return envelope;
    if (
      state === "whole" &&
      envelope.type === "snapshot-answer" &&
      envelope.result.type === "wanted" &&
      envelope.result.offset === 2 * PIECE
    )
      state = "broken";
    if (state === "broken") return null;
    if (state === "healed" && envelope.type === "snapshot-chunk") after.push(envelope.offset);
    return envelope;
  };
  const member = await group.start(name);
  await group.until("the stream breaks between two pieces", () => state === "broken");
  const heal = (): void => {
    state = "healed";
  };
  return { member, after, heal };
}
async function whole(group: Group, member: Member): Promise<void> {
  const taken = () => member.effects.filter(({ type }) => type === "restored").length;
  await group.until("it took it", () => taken() > 0);
  await group.level();
  assert.deepEqual(member.replica.ledger, group.leader.replica.ledger);
  assert.equal(taken(), 1, "one snapshot");
}

test("after a stream was dialled anew a snapshot goes on where it was: only the piece whose answer was lost is sent twice", async () => {
  const { group, name } = await behind();
  const { member, after, heal } = await interrupted(group, name, "everything");
  await group.live(300);
  heal();
  await whole(group, member);
  assert.deepEqual(after.slice(0, 2), [PIECE, 2 * PIECE]);
  assert.deepEqual([...new Set(after)], after, "each once");
});

test("a sender that has given up and begins anew is told by the first piece what is there, and goes on behind it", async () => {
  const { group, name } = await behind();
  const { member, after, heal } = await interrupted(group, name, "snapshots");
  const begun = () => group.leader.effects.filter((e) => e.type === "read-snapshot" && e.offset === 0).length;
  const before = begun();
  await group.live(PATIENCE);
  await group.until("the leader begins anew", () => begun() > before);
  heal();
  await whole(group, member);
  assert.deepEqual(after.slice(0, 2), [0, 2 * PIECE]);
  assert.ok(!after.includes(PIECE), `${after}: what is there is not sent again`);
});
