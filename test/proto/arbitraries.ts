/** Random values of the core's types, within what the wire can carry. */
import fc from "fast-check";
import {
  type Configuration,
  type Entry,
  type HardState,
  logIndex,
  type Message,
  nodeId,
  type SnapshotMark,
  term,
} from "../../consensus/core/types.ts";
import {
  type Arbitration,
  type Batch,
  type ClusterDocument,
  type Command,
  type FenceDeviceSpec,
  type GroupSpec,
  type GroupState,
  groupName,
  incarnation,
  type MemberSpec,
  type NodeRole,
  type NodeSpec,
  type ProofKind,
  type SessionId,
  token,
} from "../../consensus/ledger/types.ts";
import type { AgeReport, ArbitrationReport, Heartbeat, PeerReport } from "../../consensus/sessions/types.ts";
import type { Envelope } from "../../consensus/types.ts";

/** Plain objects, as the codec makes them. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;

/** Whole Unicode, without halves of surrogate pairs, which UTF-8 does not have. */
const text = fc.string({ unit: "grapheme", maxLength: 12 });
const named = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
const integer = fc.oneof(
  fc.nat(300),
  fc.maxSafeNat(),
  fc.constantFrom(0, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER),
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const millis = fc.double({ min: 0, max: 1e15, noNaN: true }).map((value) => value + 0);
const anyNode = named.map(nodeId);
const anyTerm = integer.map(term);
const anyIndex = integer.map(logIndex);
const anyGroup = named.map(groupName);
const anyToken = fc
  .oneof(fc.bigInt(0n, 2n ** 63n - 1n), fc.constantFrom(0n, 2n ** 32n, 2n ** 63n - 1n))
  .map(token);
const anySession: fc.Arbitrary<SessionId> = record({
  node: anyNode,
  incarnation: integer.map(incarnation),
  number: integer,
});

const timing = record({
  ttl: millis,
  rho: number,
  heartbeat: millis,
  suspectAfter: millis,
  raftHeartbeat: millis,
  electionMin: millis,
  electionMax: millis,
});
const cidr = { ip: text, prefix: fc.nat(128) };
const service = {
  startTimeout: millis,
  stopTimeout: millis,
  restarts: record({ limit: integer, window: millis }),
};
const member: fc.Arbitrary<MemberSpec> = fc.oneof(
  record({ type: fc.constant("address" as const), name: named, ...cidr }),
  record({
    type: fc.constant("command" as const),
    name: named,
    command: fc.array(text, { maxLength: 4 }),
    // A name like __proto__ is only a name.
    environment: fc
      .array(fc.tuple(fc.oneof(text, fc.constantFrom("__proto__", "constructor", "PATH")), text), {
        maxLength: 4,
      })
      .map((pairs) => Object.fromEntries(pairs)),
    ...service,
  }),
  record({ type: fc.constant("unit" as const), name: named, unit: text, ...service }),
);
const groupSpec: fc.Arbitrary<GroupSpec> = record({
  name: anyGroup,
  members: fc.array(member, { maxLength: 3 }),
  prefers: fc.array(record({ node: anyNode, weight: number }), { maxLength: 3 }),
  failback: fc.option(record({ after: millis })),
  accepts: fc.array(
    fc.constantFrom<ProofKind>(
      "never-held",
      "released",
      "guard",
      "fenced",
      "watchdog",
      "rebooted",
      "operator",
    ),
    { maxLength: 4 },
  ),
});
const outlet = record({ device: named, outlet: text });
const arbitration: fc.Arbitrary<Arbitration> = record({
  targets: fc.array(text, { maxLength: 3 }),
  period: millis,
  timeout: millis,
  rounds: integer,
  returnAfter: fc.option(millis),
  switchOn: fc.boolean(),
  acceptNonTransitiveRisk: fc.boolean(),
});
const device: fc.Arbitrary<FenceDeviceSpec> = record({
  name: named,
  type: fc.constant("lab" as const),
  socket: text,
  bound: millis,
  timeout: millis,
});
/** What is empty is left out. */
const nodeSpec = fc
  .record(
    {
      name: anyNode,
      addresses: fc.array(text, { maxLength: 3 }),
      voter: fc.boolean(),
      role: fc.constantFrom<NodeRole>("full", "witness"),
      power: fc.array(fc.array(outlet, { maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["name", "addresses", "voter"], noNullPrototype: true },
  )
  .map((value) => value as NodeSpec);
const document: fc.Arbitrary<ClusterDocument> = fc
  .record(
    {
      cluster: named,
      timing,
      nodes: fc.array(nodeSpec, { maxLength: 4 }),
      groups: fc.array(groupSpec, { maxLength: 3 }),
      arbitration,
      devices: fc.array(device, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["cluster", "timing", "nodes", "groups"], noNullPrototype: true },
  )
  .map((value) => value as ClusterDocument);

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
  record({ generation: text, standing, founders: text, epoch: integer.map((epoch) => Math.max(1, epoch)) }),
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
});
export const heartbeat: fc.Arbitrary<Heartbeat> = fc.oneof(
  record({ ...beat, arbitration: scores }),
  record(beat),
  record({ ...beat, round }),
  record({ ...beat, answer }),
  record({ ...beat, round, answer }),
  record({ ...beat, store }),
);
