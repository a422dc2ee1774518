/** Random lives of a ledger: sequences of commands, most of them nearly lawful. */
import fc from "fast-check";
import { logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { apply, createLedger } from "../../consensus/ledger/apply.ts";
import { currentSession } from "../../consensus/ledger/query.ts";
import {
  type Command,
  type GroupName,
  type Lease,
  type Ledger,
  type SessionId,
  sessionKey,
  type Token,
  token,
} from "../../consensus/ledger/types.ts";
import { db, document, groupSpec, heldWorld, session, web } from "./world.ts";

export const SEED = Number(process.env.LEASEHOLD_SEED ?? Date.now() % 2 ** 31);
export const RUNS = Number(process.env.LEASEHOLD_RUNS ?? 250);

const SESSIONS: SessionId[] = ["alpha", "beta", "gamma"].flatMap((node) =>
  [1, 2, 3].flatMap((inc) => [session(node, inc, 1), session(node, inc, 2)]),
);
export const DOCUMENT = document({
  groups: [groupSpec("web", 100), groupSpec("db", 101, { accepts: ["released"] })],
});

/** The same groups with other addresses, the first one's among them, and another TTL. */
const OTHER = document({
  timing: { ...DOCUMENT.timing, ttl: 300 },
  groups: [groupSpec("web", 102), groupSpec("db", 100, { accepts: ["released"] })],
});

/** One step: which kind of command, and dice for its fields. */
type Step = readonly [kind: number, a: number, b: number, c: number];
const step = fc.tuple(fc.nat(26), fc.nat(1000), fc.nat(1000), fc.nat(1000));
export const entries = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), {
  minLength: 20,
  maxLength: 120,
});

const pick = <T>(from: readonly T[], dice: number): T => from[dice % from.length] as T;

/** Mostly what the ledger would like to hear, one time in five something else. */
export function commandOf(ledger: Ledger, entryTerm: number, [kind, a, b, c]: Step): Command {
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
    case 25:
    case 26:
      return { type: "promise", group, successor: wild ? some : current, fromToken: named, reason };
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
export function start(sequence: readonly unknown[]): Ledger {
  if (sequence.length % 2 === 0) return heldWorld(DOCUMENT).ledger;
  const ledger = createLedger();
  apply(ledger, logIndex(1), term(1), {
    at: 0,
    commands: [{ type: "configure", baseRevision: 0, document: DOCUMENT, by: "", note: "" }],
  });
  return ledger;
}
