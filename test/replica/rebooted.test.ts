/** `rebooted`: a holder whose machine booted anew has stopped, whatever the group asks for as a proof. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeId } from "../../consensus/core/types.ts";
import { type Command, sessionKey } from "../../consensus/ledger/types.ts";
import { Group } from "./group.ts";
import { group, web } from "./pair.ts";

const a = nodeId("a");
const names = ["a", "b", "c"];

/** Three voters; a holds the group, which takes hard proofs only, and has just died. */
async function orphaned(): Promise<Group> {
  const trio = new Group(names, { entries: 1e6, bytes: 1e9, pause: 1e9 }, { groups: [group("web")] });
  for (const name of names) await trio.start(name);
  await ready(trio, "a");
  await trio.until("a holds it", () => leaseIn(trio, "b")?.holder?.node === a);
  await ready(trio, "b");
  await trio.stop("a");
  await trio.until("nobody may take it", () => leaseIn(trio, "b")?.state === "orphaned");
  return trio;
}
const leaseIn = (trio: Group, name: string) => trio.at(name).replica.ledger.leases.get(web);

let wishes = 1_000_000;
/** Said until the ledger has it. */
async function ready(trio: Group, name: string): Promise<void> {
  const { replica } = trio.at(name);
  await trio.until(`${name} is in`, () => replica.ledger.sessions.has(sessionKey(replica.session)));
  const { revision } = replica.ledger;
  const said: Command = { type: "ready", session: replica.session, revision, guard: true, reason: "" };
  trio.give(trio.at(name), { type: "propose", id: ++wishes, commands: [said] });
  await trio.until(
    `${name} is ready`,
    () => replica.ledger.sessions.get(sessionKey(replica.session))?.ready != null,
  );
}

test("the machine is back with a new boot: that proves the stop, and the group goes on", async () => {
  const trio = await orphaned();
  trio.boots.set(a, 1);
  await trio.start("a");
  await trio.until("somebody holds it", () => leaseIn(trio, "b")?.state === "held");
  assert.equal(leaseIn(trio, "b")?.grantedOn?.kind, "rebooted");
  const [stop] = trio.at("b").replica.ledger.stops;
  assert.match(stop?.evidence ?? "", /boot boot-a-1; it was boot boot-a-0/);
});

test("so does it where those who are left have read of its session's beginning and end at once, after a start", async () => {
  const trio = await orphaned();
  // What is written later says how far the log is committed: beyond the end of that session.
  for (const on of [true, false, true, false])
    await trio.decide({ type: "standby", node: nodeId("c"), on, by: "root" });
  for (const name of ["b", "c"]) await trio.stop(name);
  for (const name of ["b", "c"]) await trio.start(name);
  await trio.until("nobody may take it yet", () => leaseIn(trio, "b")?.state === "orphaned");
  trio.boots.set(a, 1);
  await trio.start("a");
  await trio.until("b is in", () => {
    const { replica } = trio.at("b");
    return replica.ledger.sessions.has(sessionKey(replica.session));
  });
  await ready(trio, "b");
  await trio.until("somebody holds it", () => leaseIn(trio, "b")?.state === "held");
  assert.equal(leaseIn(trio, "b")?.grantedOn?.kind, "rebooted");
});

test("the same boot proves nothing: the process before may have left something running", async () => {
  const trio = await orphaned();
  await trio.start("a");
  await trio.live(3000);
  assert.equal(leaseIn(trio, "b")?.state, "orphaned");
  assert.deepEqual(trio.at("b").replica.ledger.stops, []);
});

test("R13.5: another store under the name proves nothing: it may be another machine, and the one before may live", async () => {
  const trio = await orphaned();
  trio.wipe("a");
  trio.boots.set(a, 1);
  await trio.start("a");
  const { leader } = trio;
  await trio.live(500);
  const generation = trio.at("a").store.contents.identity.generation;
  await trio.decide({ type: "readmit", node: a, generation, by: "root" });
  await trio.until("it is in", () =>
    leader.replica.ledger.sessions.has(sessionKey(trio.at("a").replica.session)),
  );
  await trio.live(2000);
  assert.equal(leaseIn(trio, "b")?.state, "orphaned");
});
