import assert from "node:assert/strict";
import { test } from "node:test";
import { createLedger } from "../../consensus/ledger/apply.ts";
import { type LedgerEvent, token } from "../../consensus/ledger/types.ts";
import { AppLeases } from "../../daemon/appleases.ts";
import type { Wisher } from "../../daemon/wishing.ts";

/** A node whose own ledger is behind: by it, somebody else has the lease. The group says `events`. */
function behind(events: readonly LedgerEvent[]) {
  const ledger = createLedger();
  ledger.appLeases.set("job", {
    name: "job",
    owner: "somebody-else",
    token: token(3n),
    ttl: 1000,
    note: "an old friend",
  });
  let asked = 0;
  const wisher: Wisher = {
    ledger: () => ledger,
    propose(_, done) {
      asked += 1;
      done({ ok: true, index: 9, events });
    },
    onChange: () => () => {},
  };
  return { leases: new AppLeases(wisher, () => {}), asked: () => asked };
}
const request = { name: "job", owner: "the-one-who-asks", ttlMs: 1000, waitMs: 10, note: "" };
const mine = { name: "job", owner: request.owner, token: token(7n), ttl: 1000, note: "" };

test("who waited in vain is refused by the group's word, never by a ledger that may be behind", async () => {
  const refused: LedgerEvent = {
    type: "refused",
    command: "acquire",
    group: null,
    code: "held-by-another",
    detail: "",
  };
  const held = behind([refused]);
  const told = await held.leases.acquire(request, new AbortController().signal);
  assert.deepEqual(told, { acquired: false, token: "", ttlMs: 0, heldBy: "an old friend" });
  assert.equal(held.asked(), 1);

  const free = behind([{ type: "acquired", lease: mine, repeated: false }]);
  const got = await free.leases.acquire(request, new AbortController().signal);
  assert.equal(got.acquired, true);
  assert.equal(got.token, "7");
});
