/** Random values of the core's types, within what the wire can carry. */
import fc from "fast-check";
import type { Configuration, Entry, HardState, Message, SnapshotMark } from "../../consensus/core/types.ts";
import { type Batch, type Command, type GroupState, incarnation } from "../../consensus/ledger/types.ts";
import type { AgeReport } from "../../consensus/sessions/types.ts";
import type { Envelope } from "../../consensus/types.ts";
import { cidr, document } from "./anydocument.ts";
import {
  anyGroup,
  anyIndex,
  anyNode,
  anySession,
  anyTerm,
  anyToken,
  integer,
  millis,
  named,
  number,
  record,
  text,
} from "./anyvalues.ts";

const state = fc.constantFrom<GroupState>("starting", "running", "stopping", "stop-failed", "restarting");
/** One of each kind, by its type, so that a kind without an arbitrary does not compile. */
export const commands: {
  readonly [Kind in Command["type"]]: fc.Arbitrary<Extract<Command, { type: Kind }>>;
} = {
  configure: record({
    type: fc.constant("configure"),
    baseRevision: integer,
    document,
    by: text,
    note: text,
  }),
  standby: record({ type: fc.constant("standby"), node: anyNode, on: fc.boolean(), by: text }),
  want: record({ type: fc.constant("want"), group: anyGroup, running: fc.boolean(), by: text }),
  maintain: record({
    type: fc.constant("maintain"),
    group: fc.option(anyGroup),
    on: fc.boolean(),
    by: text,
  }),
  restart: record({ type: fc.constant("restart"), node: anyNode, requestId: text, by: text }),
  cards: record({
    type: fc.constant("cards"),
    session: anySession,
    cards: fc.array(
      record({
        name: named,
        role: fc.constant("primary" as const),
        addresses: fc.array(record(cidr), { maxLength: 3 }),
        up: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  }),
  acquire: record({ type: fc.constant("acquire"), name: text, owner: text, ttl: millis, note: text }),
  yield: record({ type: fc.constant("yield"), name: text, owner: text, token: anyToken }),
  lapse: record({ type: fc.constant("lapse"), name: text, token: anyToken, term: anyTerm }),
  open: fc.oneof(
    record({ type: fc.constant("open"), session: anySession, bootId: text }),
    record({ type: fc.constant("open"), session: anySession, bootId: text, generation: named }),
  ),
  certify: record({
    type: fc.constant("certify"),
    node: anyNode,
    generation: named,
    incarnation: integer.map(incarnation),
  }),
  recover: record({
    type: fc.constant("recover"),
    survivor: anyNode,
    lost: fc.array(anyNode, { maxLength: 3 }),
    by: text,
  }),
  readmit: record({ type: fc.constant("readmit"), node: anyNode, generation: text, by: text }),
  ready: fc.oneof(
    record({
      type: fc.constant("ready"),
      session: anySession,
      revision: integer,
      guard: fc.boolean(),
      reason: text,
    }),
    record({
      type: fc.constant("ready"),
      session: anySession,
      revision: integer,
      guard: fc.boolean(),
      reason: text,
      unfit: fc.array(record({ group: anyGroup, reason: text }), { minLength: 1, maxLength: 3 }),
    }),
  ),
  suspect: record({ type: fc.constant("suspect"), session: anySession, reason: text }),
  clear: record({ type: fc.constant("clear"), session: anySession, suspectIndex: anyIndex, reason: text }),
  expire: record({
    type: fc.constant("expire"),
    session: anySession,
    suspectIndex: anyIndex,
    term: anyTerm,
    evidence: text,
  }),
  claim: record({
    type: fc.constant("claim"),
    group: anyGroup,
    successor: anySession,
    fromToken: anyToken,
    reason: text,
  }),
  grant: record({
    type: fc.constant("grant"),
    group: anyGroup,
    session: anySession,
    fromToken: anyToken,
    reason: text,
  }),
  promise: record({
    type: fc.constant("promise"),
    group: anyGroup,
    successor: anySession,
    fromToken: anyToken,
    reason: text,
  }),
  release: record({
    type: fc.constant("release"),
    group: anyGroup,
    session: anySession,
    token: anyToken,
    failed: fc.boolean(),
    evidence: text,
  }),
  adopt: record({
    type: fc.constant("adopt"),
    group: anyGroup,
    token: anyToken,
    from: anySession,
    to: anySession,
  }),
  report: record({
    type: fc.constant("report"),
    group: anyGroup,
    session: anySession,
    token: anyToken,
    state,
    reason: text,
  }),
  move: record({ type: fc.constant("move"), group: anyGroup, to: anyNode, requestId: text }),
  "cancel-move": record({
    type: fc.constant("cancel-move"),
    group: anyGroup,
    requestId: text,
    reason: text,
  }),
  forgive: record({ type: fc.constant("forgive"), group: anyGroup, node: anyNode }),
  "prove-stop": record({
    type: fc.constant("prove-stop"),
    node: anyNode,
    incarnation: integer.map(incarnation),
    kind: fc.constantFrom("fenced", "watchdog", "rebooted", "operator"),
    by: anyNode,
    evidence: text,
    attempts: fc.array(
      record({
        device: named,
        outlet: text,
        action: fc.constantFrom("off", "on", "status"),
        duration: millis,
        accepted: fc.boolean(),
        status: fc.constantFrom("off", "on", null),
      }),
      { maxLength: 3 },
    ),
  }),
};
const command: fc.Arbitrary<Command> = fc.oneof(...Object.values(commands));
export const batch: fc.Arbitrary<Batch> = record({
  at: number,
  commands: fc.array(command, { maxLength: 4 }),
});

/** What is empty is left out. */
const configuration: fc.Arbitrary<Configuration> = fc
  .record(
    {
      voters: fc.array(anyNode, { maxLength: 5 }),
      outgoing: fc.option(fc.array(anyNode, { maxLength: 5 })),
      learners: fc.array(anyNode, { maxLength: 3 }),
      learnersNext: fc.array(anyNode, { minLength: 1, maxLength: 2 }),
      autoLeave: fc.constant(true),
      retired: fc.array(anyNode, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ["voters", "outgoing", "learners"], noNullPrototype: true },
  )
  .map((value) => value as Configuration);
export const snapshotMark: fc.Arbitrary<SnapshotMark> = record({
  index: anyIndex,
  term: anyTerm,
  configuration,
  configurationIndex: anyIndex,
});
export const entry: fc.Arbitrary<Entry> = record({
  index: anyIndex,
  term: anyTerm,
  bytes: integer,
  payload: fc.oneof(
    fc.constant({ type: "noop" as const }),
    batch.map((value) => ({ type: "command" as const, command: value })),
    configuration.map((value) => ({ type: "configuration" as const, configuration: value })),
  ),
});
export const hardState: fc.Arbitrary<HardState> = record({
  term: anyTerm,
  vote: fc.option(anyNode),
  commit: anyIndex,
});

const appendResponse = {
  type: fc.constant("append-response" as const),
  term: anyTerm,
  round: integer,
  result: fc.oneof(
    record({ ok: fc.constant(true as const), match: anyIndex }),
    record({
      ok: fc.constant(false as const),
      rejected: anyIndex,
      hintIndex: anyIndex,
      hintTerm: anyTerm,
    }),
  ),
};

export const messages: {
  readonly [Kind in Message["type"]]: fc.Arbitrary<Extract<Message, { type: Kind }>>;
} = {
  "pre-vote-request": record({
    type: fc.constant("pre-vote-request"),
    term: anyTerm,
    lastIndex: anyIndex,
    lastTerm: anyTerm,
  }),
  "pre-vote-response": record({
    type: fc.constant("pre-vote-response"),
    term: anyTerm,
    requestTerm: anyTerm,
    granted: fc.boolean(),
  }),
  "vote-request": record({
    type: fc.constant("vote-request"),
    term: anyTerm,
    lastIndex: anyIndex,
    lastTerm: anyTerm,
    transfer: fc.boolean(),
  }),
  "vote-response": record({ type: fc.constant("vote-response"), term: anyTerm, granted: fc.boolean() }),
  "append-request": record({
    type: fc.constant("append-request"),
    term: anyTerm,
    prevIndex: anyIndex,
    prevTerm: anyTerm,
    entries: fc.array(entry, { maxLength: 4 }),
    commit: anyIndex,
    round: integer,
  }),
  "append-response": fc.oneof(
    record(appendResponse),
    record({ ...appendResponse, uncertified: fc.constant(true as const) }),
  ),
  "timeout-now": record({ type: fc.constant("timeout-now"), term: anyTerm }),
};
export const snapshotChunk = fc.uint8Array({ maxLength: 50 }).chain((data) =>
  record({
    type: fc.constant("snapshot-chunk" as const),
    term: anyTerm,
    snapshot: snapshotMark,
    size: fc.nat().map((more) => 1000 + data.length + more),
    digest: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    offset: fc.nat(1000),
    data: fc.constant(data),
    checksum: fc.nat(2 ** 32 - 1),
  }),
);
const snapshotAnswer = record({
  type: fc.constant("snapshot-answer" as const),
  term: anyTerm,
  index: anyIndex,
  result: fc.oneof(
    record({ type: fc.constant("wanted" as const), offset: integer }),
    record({ type: fc.constant("done" as const) }),
    record({ type: fc.constant("refused" as const), reason: text.map((words) => `because ${words}`) }),
  ),
});
const age: fc.Arbitrary<AgeReport> = record({
  session: anySession,
  suspectIndex: anyIndex,
  suspectTerm: anyTerm,
  age: millis,
});
const question = record({
  node: anyNode,
  incarnation: integer.map(incarnation),
  challenge: integer,
  response: integer,
});
export const envelope: fc.Arbitrary<Envelope> = fc.oneof(
  record({
    type: fc.constant("question" as const),
    question,
    log: record({ index: anyIndex, term: anyTerm }),
  }),
  record({
    type: fc.constant("certificate" as const),
    certificate: record({ question, leader: anyNode, term: anyTerm, configurationIndex: anyIndex }),
  }),
  snapshotChunk,
  snapshotAnswer,
  record({
    type: fc.constant("let-go" as const),
    release: commands.release,
    successor: anySession,
    token: anyToken,
  }),
  record({
    type: fc.constant("raft" as const),
    message: fc.oneof(...Object.values(messages)),
    ages: fc.array(age, { maxLength: 3 }),
  }),
  record({
    type: fc.constant("propose" as const),
    id: integer,
    term: anyTerm,
    commands: fc.array(command, { maxLength: 3 }),
  }),
  record({
    type: fc.constant("keep-alive" as const),
    id: integer,
    name: text,
    owner: text,
    token: anyToken,
  }),
  record({
    type: fc.constant("counters" as const),
    counters: fc.array(
      record({
        where: fc.constantFrom("heartbeats", "peers", "api"),
        reason: fc.string({ maxLength: 20 }),
        count: integer,
        agoMs: millis,
        from: fc.array(record({ address: fc.string({ maxLength: 30 }), count: integer }), { maxLength: 3 }),
      }),
      { maxLength: 5 },
    ),
  }),
  record({
    type: fc.constant("kept" as const),
    id: integer,
    result: fc.oneof(
      record({ ok: fc.constant(true as const), ttl: millis }),
      record({ ok: fc.constant(false as const), lost: fc.boolean(), reason: text }),
    ),
  }),
  record({
    type: fc.constant("proposed" as const),
    id: integer,
    result: fc.oneof(
      record({ ok: fc.constant(true as const), index: anyIndex, term: anyTerm }),
      record({
        ok: fc.constant(false as const),
        reason: fc.constantFrom("not-leader", "term-changed", "transferring", "too-much-uncommitted"),
      }),
    ),
  }),
);
