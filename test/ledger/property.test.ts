/** Random command sequences, most of them nearly lawful: what must hold after each entry, whatever was proposed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { logIndex, term } from "../../consensus/core/types.ts";
import { apply } from "../../consensus/ledger/apply.ts";
import { acceptsProof, currentSession, groupSpecOf, hasEnded } from "../../consensus/ledger/query.ts";
import {
  type Command,
  compareSessions,
  type GroupName,
  type Lease,
  type Ledger,
  type LedgerEvent,
  type SessionId,
  sessionKey,
  type Token,
} from "../../consensus/ledger/types.ts";
import { commandOf, entries, RUNS, SEED, start } from "./lives.ts";
import { bigints, snapshot } from "./world.ts";

/** What must hold of any ledger at any moment. */
function checkState(ledger: Ledger): void {
  for (const lease of ledger.leases.values()) {
    if (lease.state === "held") {
      assert.ok(lease.holder !== null && lease.grantedOn !== null);
      assert.ok(ledger.sessions.has(sessionKey(lease.holder)), "a holder's session lives");
      assert.equal(hasEnded(ledger, lease.holder), false, "an ended session holds nothing (N5)");
      assert.equal(lease.stopped, null);
    }
    if (lease.state !== "vacant") {
      for (const { name, members } of ledger.document?.groups ?? []) {
        for (const member of members) {
          if (member.type !== "address") continue;
          const may = lease.mayAnswer.includes(member.ip);
          assert.equal(may, name === lease.group, `${member.ip} may be answered for by one holder (P1)`);
        }
      }
    }
    if (lease.state === "vacant") assert.notEqual(lease.stopped, null, "vacant rests on a proof");
    if (lease.state === "orphaned") assert.ok(lease.stopped === null && lease.claim === null);
    if (lease.heir !== null) {
      assert.notEqual(lease.state, "vacant", "whoever is promised to gets it (S4)");
      assert.ok(lease.promised && lease.heir.token > lease.token);
      assert.equal(lease.heir.lost, !ledger.sessions.has(sessionKey(lease.heir.session)), "S4");
      assert.notEqual(lease.heir.session.node, lease.holder?.node);
    }
    if (lease.claim !== null) assert.equal(hasEnded(ledger, lease.claim.successor), false);
  }
  for (const { id, ready } of ledger.sessions.values()) {
    const since = Math.max(1, ready?.revision ?? ledger.revision);
    assert.ok((ledger.timings[0]?.revision ?? 1) <= since, "what it may count by is remembered (N1)");
    assert.equal(hasEnded(ledger, id), false, "a live session is newer than any that has ended (N5)");
    if (currentSession(ledger, id.node)?.id === id) continue;
    const holds = [...ledger.leases.values()].some(
      (l) =>
        (l.state === "held" && l.holder !== null && sessionKey(l.holder) === sessionKey(id)) ||
        (l.heir !== null && sessionKey(l.heir.session) === sessionKey(id)),
    );
    assert.ok(holds, "a superseded session lives only while it holds something");
  }
}

/** What must hold of one command's events, with the ledger before and after. */
function checkStep(before: Ledger, command: Command, events: readonly LedgerEvent[], after: Ledger): void {
  assert.ok(events.length > 0);
  for (const event of events) {
    if (event.type !== "granted") continue;
    const lease = before.leases.get(event.group) as Lease;
    if (lease.heir !== null) {
      assert.deepEqual([event.session, event.token], [lease.heir.session, lease.heir.token], "S4");
      assert.ok(event.token > lease.token, "tokens grow (P2)");
      continue;
    }
    assert.equal(lease.state, "vacant", "nobody held it (P1)");
    assert.ok(event.token > lease.token, "tokens grow (P2)");
    assert.deepEqual(lease.claim?.successor, event.session, "claimed first");
    const spec = groupSpecOf(before, event.group);
    assert.ok(spec !== null && acceptsProof(spec, event.proof), "the proof is accepted");
    assert.deepEqual(event.proof, lease.stopped);
    const record = currentSession(before, event.session.node);
    assert.deepEqual(record?.id, event.session, "current");
    assert.equal(record?.suspect, null, "not suspected");
    assert.ok(!before.standby.has(event.session.node) && !before.stopped.has(event.group));
    assert.ok(!before.maintained.has(event.group) && !before.maintained.has(null));
    assert.equal(record?.ready?.revision, before.revision);
    if (spec.accepts.includes("guard")) assert.equal(record?.ready?.guard, true);
  }
  for (const [group, now] of after.leases) {
    const was = before.leases.get(group);
    if (was?.state !== "held" || now.state !== "held") continue;
    if (sessionKey(was.holder as SessionId) === sessionKey(now.holder as SessionId)) continue;
    if (was.heir !== null && sessionKey(was.heir.session) === sessionKey(now.holder as SessionId)) continue;
    assert.equal(command.type, "adopt", "a held lease changes hands by Adopt alone");
    assert.equal(was.holder?.node, now.holder?.node);
    assert.equal(was.token, now.token);
  }
  for (const [node, ended] of before.ended) {
    const later = after.ended.get(node);
    assert.ok(later !== undefined && compareSessions(later, ended) >= 0, "what ended stays ended (N5)");
  }
}

/** A ledger that shares no record with the given one. */
const copyOf = (ledger: Ledger): Ledger => structuredClone(ledger);

test(`P1, P2, N5, N6 hold under any sequence of commands (seed ${SEED})`, (t) => {
  t.diagnostic(`seed ${SEED}, ${RUNS} runs; LEASEHOLD_SEED repeats them`);
  const seen = new Set<string>();
  fc.assert(
    fc.property(entries, (sequence) => {
      const ledger = start(sequence);
      for (const [i, steps] of sequence.entries()) {
        const entryTerm = 1 + Math.floor(i / 30);
        for (const one of steps) {
          const before = copyOf(ledger);
          const command = commandOf(ledger, entryTerm, one);
          const events = apply(ledger, logIndex(ledger.applied + 1), term(entryTerm), {
            at: i,
            commands: [command],
          });
          if (events[0]?.type === "refused") {
            assert.equal(events.length, 1);
            assert.deepEqual(
              snapshot(ledger),
              snapshot(before),
              `a refused ${command.type} changed something`,
            );
          }
          checkStep(before, command, events, ledger);
          checkState(ledger);
          for (const event of events) {
            seen.add(event.type === "refused" ? event.code : event.type);
            if (event.type === "granted") seen.add(`granted on ${event.proof.kind}`);
          }
        }
      }
    }),
    { seed: SEED, numRuns: RUNS, includeErrorInReport: true },
  );
  // A generator that never gets anywhere proves nothing.
  for (const kind of [
    "granted on released",
    "promised",
    "promise-ended",
    "adopted",
    "orphaned",
    "closed",
    "move-ended",
    "on-standby",
    "stopped",
    "maintained",
    "group-held",
    "cards",
  ]) {
    assert.ok(seen.has(kind), `no run came to "${kind}": ${[...seen].join(", ")}`);
  }
});

test(`several commands in one entry keep P1 and P2 as well, and two replicas agree (seed ${SEED})`, () => {
  fc.assert(
    fc.property(entries, (sequence) => {
      const ledger = start(sequence);
      const twin = start(sequence);
      const granted = new Map<GroupName, Token>();
      for (const [i, steps] of sequence.entries()) {
        const entryTerm = term(1 + Math.floor(i / 30));
        const commands = steps.map((one) => commandOf(ledger, entryTerm, one));
        const index = logIndex(ledger.applied + 1);
        const events = apply(ledger, index, entryTerm, { at: i, commands });
        assert.deepEqual(apply(twin, index, entryTerm, { at: i, commands }), events);
        checkState(ledger);
        for (const event of events) {
          if (event.type !== "granted") continue;
          assert.ok(event.token > (granted.get(event.group) ?? 0n), "tokens grow (P2)");
          granted.set(event.group, event.token);
        }
      }
      assert.deepEqual(twin, ledger);
    }),
    { seed: SEED, numRuns: RUNS, includeErrorInReport: true },
  );
});

test(`a command that comes twice grants nothing twice and changes no token (seed ${SEED})`, () => {
  fc.assert(
    fc.property(entries, fc.nat(30), (sequence, delay) => {
      const ledger = start(sequence);
      const stood: Command[] = [];
      const one = (command: Command) =>
        apply(ledger, logIndex(ledger.applied + 1), term(1), { at: 0, commands: [command] });
      for (const dice of sequence.flat()) {
        const command = commandOf(ledger, 1, dice);
        if (one(command)[0]?.type !== "refused") stood.push(command);
        const again = stood[stood.length - 1 - delay];
        if (again === undefined) continue;
        const tokens = [...ledger.leases].map(([group, lease]) => [group, lease.token]);
        const events = one(again);
        assert.ok(!events.some((e) => e.type === "granted"), JSON.stringify(events, bigints));
        assert.deepEqual(
          [...ledger.leases].map(([group, lease]) => [group, lease.token]),
          tokens,
        );
      }
    }),
    { seed: SEED, numRuns: RUNS, includeErrorInReport: true },
  );
});
