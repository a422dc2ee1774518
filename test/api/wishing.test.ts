/** Wishes followed to their end: against a ledger of our own, through leaders that come and go. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Progress } from "../../api/messages.ts";
import { logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { apply, createLedger } from "../../consensus/ledger/apply.ts";
import { type Command, groupName, incarnation, type SessionId } from "../../consensus/ledger/types.ts";
import { Aside } from "../../daemon/aside.ts";
import { operate } from "../../daemon/operations.ts";
import { follow, type Wisher, wished } from "../../daemon/wishing.ts";
import { documentOf, group } from "./nodes.ts";

/** A group of one: whatever is proposed is applied at once, unless it is to be lost. */
class Alone implements Wisher {
  readonly #ledger = createLedger();
  readonly #listeners = new Set<() => void>();
  #index = 0;
  /** How many proposals get lost yet, and whether they were applied all the same. */
  lost = 0;
  lostAfterApply = false;
  proposed = 0;

  constructor() {
    const document = documentOf(["alpha", "beta"], [group("web", "10.0.0.100")]);
    this.commit([{ type: "configure", baseRevision: 0, document, by: "", note: "" }]);
  }
  readonly ledger = () => this.#ledger;
  commit(commands: readonly Command[]) {
    const events = apply(this.#ledger, logIndex(++this.#index), term(1), { at: 0, commands });
    for (const listener of this.#listeners) listener();
    return events;
  }
  propose(commands: readonly Command[], done: Parameters<Wisher["propose"]>[1]): void {
    this.proposed++;
    if (this.lost > 0) {
      this.lost--;
      if (this.lostAfterApply) this.commit(commands);
      done({ ok: false, reason: "no leader answered in time" });
      return;
    }
    done({ ok: true, index: this.#index + 1, events: this.commit(commands) });
  }
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  get listening(): number {
    return this.#listeners.size;
  }
}

const session = (node: string, starts: number): SessionId => ({
  node: nodeId(node),
  incarnation: incarnation(starts * 2 ** 20),
  number: 1,
});
const open = (id: SessionId): Command[] => [
  { type: "open", session: id, bootId: "b" },
  { type: "ready", session: id, revision: 1, guard: true, reason: "" },
];
const web = groupName("web");

/** beta holds web. */
function serving(): { alone: Alone; before: SessionId } {
  const alone = new Alone();
  const before = session("beta", 1);
  const { token } = alone.ledger().leases.get(web)!;
  alone.commit([
    ...open(before),
    { type: "claim", group: web, successor: before, fromToken: token, reason: "" },
    { type: "grant", group: web, session: before, fromToken: token, reason: "" },
  ]);
  assert.equal(alone.ledger().leases.get(web)?.state, "held");
  return { alone, before };
}

test("a restart is done when the next incarnation is in and has adopted what the last one held", () => {
  const { alone, before } = serving();
  const steps: Progress[] = [];
  const wish = { type: "restart", node: "beta", requestId: "r1", by: "root" } as const;
  operate(
    alone,
    wish,
    () => "",
    (step) => steps.push(step),
  );
  assert.deepEqual(
    steps.map(({ stage }) => stage),
    ["wanted", "handing-over"],
  );
  const next = session("beta", 2);
  alone.commit(open(next));
  assert.match(steps.at(-1)!.text, /is back; it has yet to adopt web/);
  const { token } = alone.ledger().leases.get(web)!;
  alone.commit([{ type: "adopt", group: web, token, from: before, to: next }]);
  assert.deepEqual([steps.at(-1)?.stage, steps.at(-1)?.ok], ["done", true]);
  assert.match(steps.at(-1)!.text, /has restarted and keeps web/);
  assert.equal(alone.listening, 0);

  const again: Progress[] = [];
  operate(
    alone,
    wish,
    () => "",
    (step) => again.push(step),
  );
  assert.equal(again.at(-1)?.stage, "done", "a repeat of the request restarts nobody again");
});

test("a stop that cannot be finished says what it waits for, and is not done while the group may still run", () => {
  const { alone, before } = serving();
  const steps: Progress[] = [];
  const stop = operate(
    alone,
    { type: "stop", group: "web", requestId: "s", by: "root" },
    () => "",
    (s) => steps.push(s),
  );
  const { token } = alone.ledger().leases.get(web)!;
  const report = { type: "report", group: web, session: before, token } as const;
  alone.commit([{ ...report, state: "stop-failed", reason: "a process does not die" }]);
  assert.match(steps.at(-1)!.text, /web is stop-failed on beta: a process does not die/);
  assert.equal(steps.at(-1)?.done, false);
  stop();
  assert.equal(alone.listening, 0);
});

test("a wish that no leader took is made again, and one that was taken after all is found done", async () => {
  const alone = new Alone();
  alone.lost = 2;
  const command: Command = { type: "standby", node: nodeId("beta"), on: true, by: "root" };
  assert.equal((await wished(alone, [command])).ok, true);
  assert.equal(alone.proposed, 3);
  alone.lost = 1;
  alone.lostAfterApply = true;
  const steps: Progress[] = [];
  await new Promise<void>((resolve) => {
    operate(
      alone,
      { type: "online", node: "beta", requestId: "", by: "root" },
      () => "",
      (step) => {
        steps.push(step);
        if (step.done) resolve();
      },
    );
  });
  assert.equal(steps.at(-1)?.ok, true);
});

test("without a leader a wish is given up in time, with the reason", async () => {
  const alone = new Alone();
  alone.lost = Number.POSITIVE_INFINITY;
  const verdict = await wished(alone, [{ type: "want", group: web, running: false, by: "" }], 0);
  assert.deepEqual(verdict, { ok: false, reason: "no leader answered in time" });
});

test("what stands still is not waited for without end: the wish stands, and the last word says so", async () => {
  const alone = new Alone();
  const last = await new Promise<{ stage: string; text: string; ok: boolean }>((resolve) => {
    follow(
      alone,
      {
        commands: [{ type: "want", group: web, running: false, by: "" }],
        wanted: "web should not run",
        look: () => null,
      },
      (step) => {
        if (step.done) resolve(step);
      },
      10,
    );
  });
  assert.deepEqual([last.stage, last.ok], ["refused", false]);
  assert.match(last.text, /nothing has changed for 0\.01 s: web should not run\. The wish stands/);
  assert.equal(alone.listening, 0);
});

test("a client's listener runs after the loop's turn, once for all of it, and its failure is its own", async () => {
  const alone = new Alone();
  const failures: unknown[] = [];
  const aside = new Aside(alone, (error) => failures.push(error));
  let calls = 0;
  const stopBroken = aside.onChange(() => {
    throw new Error("broken listener");
  });
  const stop = aside.onChange(() => calls++);
  for (let i = 0; i < 5; i++) alone.commit([]);
  assert.equal(calls, 0);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(calls, 1);
  assert.equal(failures.length, 1);
  stopBroken();
  stop();
  assert.equal(alone.listening, 0);
});
