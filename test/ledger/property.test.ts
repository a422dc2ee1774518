/** Random command sequences, most of them nearly lawful: what must hold after each entry, whatever was proposed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { apply, createLedger } from "../../consensus/ledger/apply.ts";
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
  token,
} from "../../consensus/ledger/types.ts";
import { bigints, db, document, groupSpec, heldWorld, session, snapshot, web } from "./world.ts";

const SEED = Number(process.env.LEASEHOLD_SEED ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env.LEASEHOLD_RUNS ?? 250);

const SESSIONS: SessionId[] = ["alpha", "beta", "gamma"].flatMap((node) =>
  [1, 2, 3].flatMap((inc) => [session(node, inc, 1), session(node, inc, 2)]),
);
const DOCUMENT = document({
  groups: [groupSpec("web", 100), groupSpec("db", 101, { accepts: ["released"] })],
});

/** The same groups with other addresses, the first one's among them, and another TTL. */
const OTHER = document({
  timing: { ...DOCUMENT.timing, ttl: 300 },
  groups: [groupSpec("web", 102), groupSpec("db", 100, { accepts: ["released"] })],
});

/** One step: which kind of command, and dice for its fields. */
type Step = readonly [kind: number, a: number, b: number, c: number];
const step = fc.tuple(fc.nat(24), fc.nat(1000), fc.nat(1000), fc.nat(1000));
const entries = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 20, maxLength: 120 });

const pick = <T>(from: readonly T[], dice: number): T => from[dice % from.length] as T;

/** Mostly what the ledger would like to hear, one time in five something else. */
function commandOf(ledger: Ledger, entryTerm: number, [kind, a, b, c]: Step): Command {
  const wild = c % 5 === 0;
  const group: GroupName = a % 3 === 0 ? db : web;
  const lease = ledger.leases.get(group) as Lease;
  const live = [...ledger.sessions.values()];
  const some = wild || live.length === 0 ? pick(SESSIONS, b) : pick(live, b).id;
  const current = currentSession(ledger, pick(["alpha", "beta", "gamma"].map(nodeId), b))?.id ?? some;
  const holder = wild ? some : (lease.holder ?? some);
  const tokens: Token[] = [lease.token, token(0n), token(lease.token - 1n), token(BigInt(b))];
  const named = wild ? pick(tokens, b) : lease.token;
  const record = ledger.sessions.get(sessionKey(some));
  const suspectIndex = wild ? logIndex(b) : (record?.suspect?.index ?? logIndex(1));
  const reason = `r${a % 2}`;
  switch (kind) {
    case 0:
    case 1:
    case 2:
      return { type: "open", session: pick(SESSIONS, b), bootId: "boot" };
    case 3:
    case 4:
      return {
        type: "ready",
        session: current,
        revision: ledger.revision - (wild ? 1 : 0),
        guard: a % 4 > 0,
        reason,
      };
    case 5:
    case 6:
      return { type: "suspect", session: some, reason };
    case 7:
      return { type: "clear", session: some, suspectIndex, reason };
    case 8:
    case 9:
      return {
        type: "expire",
        session: some,
        suspectIndex,
        term: term(wild ? 0 : entryTerm),
        evidence: reason,
      };
    case 10:
    case 11:
    case 12:
      return { type: "claim", group, successor: wild ? some : current, fromToken: named, reason };
    case 13:
    case 14:
    case 15:
      return { type: "grant", group, session: lease.claim?.successor ?? some, fromToken: named, reason };
    case 16:
      return { type: "release", group, session: holder, token: named, failed: a % 2 === 0, evidence: reason };
    case 17:
      return {
        type: "adopt",
        group,
        token: named,
        from: holder,
        to: wild ? some : (currentSession(ledger, holder.node)?.id ?? some),
      };
    case 18:
      return a % 2 === 0
        ? { type: "move", group, to: some.node, requestId: `m${b % 5}` }
        : { type: "cancel-move", group, requestId: `m${b % 5}`, reason };
    case 20:
      return { type: "standby", node: some.node, on: a % 4 === 0, by: reason };
    case 21:
      return { type: "want", group, running: a % 4 > 0, by: reason };
    case 22:
      return { type: "maintain", group: b % 2 === 0 ? null : group, on: a % 4 === 0, by: reason };
    case 23: {
      const addresses = [{ ip: "10.0.0.1", prefix: 24 }];
      const cards = [{ name: "eth0", role: "primary" as const, addresses, up: a % 2 === 0 }];
      return { type: "cards", session: some, cards };
    }
    case 24: {
      const made = a % 2 === 0 ? OTHER : DOCUMENT;
      return { type: "configure", baseRevision: ledger.revision, document: made, by: "", note: "" };
    }
    default:
      return a % 2 === 0
        ? { type: "forgive", group, node: some.node }
        : {
            type: "configure",
            baseRevision: ledger.revision - (wild ? 1 : 0),
            document: DOCUMENT,
            by: "",
            note: "",
          };
  }
}

/** A ledger with the document and nothing else; or a node in office and two in waiting, from where more is in reach. */
function start(sequence: readonly unknown[]): Ledger {
  if (sequence.length % 2 === 0) return heldWorld(DOCUMENT).ledger;
  const ledger = createLedger();
  apply(ledger, logIndex(1), term(1), {
    at: 0,
    commands: [{ type: "configure", baseRevision: 0, document: DOCUMENT, by: "", note: "" }],
  });
  return ledger;
}

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
    if (lease.claim !== null) assert.equal(hasEnded(ledger, lease.claim.successor), false);
  }
  for (const { id, ready } of ledger.sessions.values()) {
    const since = Math.max(1, ready?.revision ?? ledger.revision);
    assert.ok((ledger.timings[0]?.revision ?? 1) <= since, "what it may count by is remembered (N1)");
    assert.equal(hasEnded(ledger, id), false, "a live session is newer than any that has ended (N5)");
    if (currentSession(ledger, id.node)?.id === id) continue;
    const holds = [...ledger.leases.values()].some(
      (l) => l.state === "held" && l.holder !== null && sessionKey(l.holder) === sessionKey(id),
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
    "granted on guard",
    "granted on released",
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
