/** Random heartbeats. */
import fc from "fast-check";
import { logIndex, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import type { ArbitrationReport, Heartbeat, PeerReport } from "../../consensus/sessions/types.ts";
import { anyIndex, anyNode, anyTerm, integer, millis, named, number, record, text } from "./anyvalues.ts";

const anyReport = {
  node: anyNode,
  incarnation: integer.map(incarnation),
  number: integer,
  seq: integer,
  age: millis,
  hearsUs: fc.boolean(),
  echo: fc.option(record({ number: integer, seq: integer, sentAt: number })),
};
const doubt = record({ kind: fc.constantFrom("older" as const, "other" as const), index: anyIndex });
const report: fc.Arbitrary<PeerReport> = fc.oneof(record(anyReport), record({ ...anyReport, doubt }));
const standing = fc.constantFrom("certified" as const, "vetting" as const, "blank" as const);
const store = fc.oneof(
  record({ generation: text, standing }),
  record({
    generation: text,
    standing,
    founders: text,
    epoch: integer.map((epoch) => Math.max(1, epoch)),
    vetted: integer.map((vetted) => incarnation(Math.max(1, vetted))),
  }),
);
const beat = {
  from: anyNode,
  incarnation: integer.map(incarnation),
  number: integer,
  seq: integer,
  sentAt: number,
  bootId: text,
  reports: fc.array(report, { maxLength: 4 }),
};
const round = record({
  term: integer.map(term),
  prevIndex: integer.map(logIndex),
  prevTerm: integer.map(term),
  commit: integer.map(logIndex),
  round: integer,
});
const answer = record({
  to: anyNode,
  term: integer.map(term),
  round: integer,
  match: integer.map(logIndex),
});
const scores: fc.Arbitrary<ArbitrationReport> = record({
  round: integer,
  reached: fc.array(named, { maxLength: 3 }),
  surrenderPlease: fc.boolean(),
  farewell: fc.boolean(),
  race: integer,
  alone: fc.option(record({ term: anyTerm, commit: anyIndex })),
  byIp: fc.option(record({ others: fc.boolean(), peer: fc.boolean() })),
});
export const heartbeat: fc.Arbitrary<Heartbeat> = fc.oneof(
  record({ ...beat, arbitration: scores }),
  record(beat),
  record({ ...beat, round }),
  record({ ...beat, answer }),
  record({ ...beat, round, answer }),
  record({ ...beat, store }),
);
