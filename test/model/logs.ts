/** All logs that ever occur, as one tree: equal logs are the same number, and each has its ledger, applied once. */
import { type Entry as CoreEntry, logIndex, nodeId, term } from "../../consensus/core/types.ts";
import {
  type Batch,
  type ClusterDocument,
  type Command,
  groupName,
  incarnation,
  type Ledger,
  NO_TOKEN,
  type SessionId,
} from "../../consensus/ledger/types.ts";
import type { OpenSuspect } from "../../consensus/suspects.ts";
import type { Production } from "./production.ts";
import { incarnationOf, numberOf, type SessionCode, sessionCode, type World } from "./world.ts";

export type ModelEntry = { readonly term: number } & (
  | { readonly type: "noop" }
  | { readonly type: "command"; readonly commands: readonly Command[]; readonly words: string }
  /** Index into the world's configurations. */
  | { readonly type: "configuration"; readonly which: number }
);

export interface LogNode {
  readonly id: number;
  readonly parent: LogNode | null;
  readonly entry: ModelEntry | null;
  readonly length: number;
  readonly ledger: Ledger;
  /** A grant on the way here whose token was not greater than the one before (P2). */
  readonly brokenTokens: string | null;
  readonly suspects: number;
  readonly clears: number;
  /** Which configuration is in force, and at which entry it stands. */
  readonly configuration: number;
  readonly configurationAt: number;
  readonly children: Map<string, LogNode>;
}

export const GROUP = groupName("g");
export const idOf = (code: SessionCode, node = "a"): SessionId => ({
  node: nodeId(node),
  incarnation: incarnation(incarnationOf(code)),
  number: numberOf(code),
});
export const codeOf = (id: SessionId): SessionCode => sessionCode(id.incarnation, id.number);
export const SUCCESSOR = idOf(sessionCode(1, 1), "d");

const bigints = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? String(value) : value;

export class Logs {
  readonly all: LogNode[] = [];
  readonly #production: Production;
  readonly #suspects = new Map<number, readonly OpenSuspect[]>();

  constructor(production: Production, world: World) {
    this.#production = production;
    const ledger = production.apply.createLedger();
    const empty = { suspects: 0, clears: 0, configuration: 0, configurationAt: 0, children: new Map() };
    this.all.push({ id: 0, parent: null, entry: null, length: 0, ledger, brokenTokens: null, ...empty });
    const setup = this.append(0, {
      type: "command",
      term: 1,
      commands: setupCommands(world),
      words: "setup",
    });
    const lease = this.of(setup).ledger.leases.get(GROUP);
    if (lease?.state !== "held") throw new Error(`the setup has not made a the holder: ${lease?.state}`);
  }

  of(log: number): LogNode {
    return this.all[log] as LogNode;
  }

  append(log: number, entry: ModelEntry): number {
    const parent = this.of(log);
    const key = JSON.stringify(entry, bigints);
    const known = parent.children.get(key);
    if (known !== undefined) return known.id;
    const index = parent.length + 1;
    const ledger = structuredClone(parent.ledger);
    const batch: Batch = { at: 0, commands: entry.type === "command" ? entry.commands : [] };
    let brokenTokens = parent.brokenTokens;
    for (const event of this.#production.apply.apply(ledger, logIndex(index), term(entry.term), batch)) {
      const before = parent.ledger.leases.get(GROUP)?.token ?? NO_TOKEN;
      if (event.type === "granted" && event.token <= before)
        brokenTokens = `the grant at ${index} has token ${event.token}, after ${before}`;
    }
    const has = (type: Command["type"]): number =>
      batch.commands.some((command) => command.type === type) ? 1 : 0;
    const configured = entry.type === "configuration";
    const node: LogNode = {
      id: this.all.length,
      parent,
      entry,
      length: index,
      ledger,
      brokenTokens,
      suspects: parent.suspects + has("suspect"),
      clears: parent.clears + has("clear"),
      configuration: configured ? entry.which : parent.configuration,
      configurationAt: configured ? index : parent.configurationAt,
      children: new Map(),
    };
    parent.children.set(key, node);
    this.all.push(node);
    return node.id;
  }

  /** The log's first `length` entries. */
  prefix(log: number, length: number): LogNode {
    let node = this.of(log);
    while (node.length > length) node = node.parent as LogNode;
    return node;
  }

  /** How many entries the two have in common. */
  common(one: number, other: number): number {
    let a = this.of(one);
    let b = this.of(other);
    while (a !== b) {
      if (a.length >= b.length) a = a.parent as LogNode;
      else b = b.parent as LogNode;
    }
    return a.length;
  }

  ledger(log: number, applied: number): Ledger {
    return this.prefix(log, applied).ledger;
  }

  entries(log: number): CoreEntry[] {
    const entries: CoreEntry[] = [];
    for (let node: LogNode | null = this.of(log); node?.entry; node = node.parent) {
      const { entry, length } = node;
      const payload: CoreEntry["payload"] =
        entry.type === "command"
          ? { type: "command", command: { at: 0, commands: entry.commands } }
          : { type: "noop" };
      entries.push({ index: logIndex(length), term: term(entry.term), payload, bytes: 0 });
    }
    return entries.reverse();
  }

  /** The open Suspects of a node that has this log and has applied so much of it, by production's own bookkeeping. */
  suspects(log: number, applied: number): readonly OpenSuspect[] {
    const key = log * 64 + applied;
    let open = this.#suspects.get(key);
    if (open === undefined) {
      const list: OpenSuspect[] = [];
      this.#production.suspects.follow(list, logIndex(1), this.entries(log), 0);
      this.#production.suspects.settle(list, this.ledger(log, applied));
      open = list;
      this.#suspects.set(key, open);
    }
    return open;
  }

  /** Whether a Clear of the open Suspect at `index` stands in the log, committed or not. */
  clearAppended(log: number, index: number): boolean {
    for (let node: LogNode | null = this.of(log); node?.entry; node = node.parent) {
      const { entry } = node;
      if (entry.type !== "command") continue;
      if (entry.commands.some((one) => one.type === "clear" && one.suspectIndex === index)) return true;
    }
    return false;
  }
}

function setupCommands({ ttl, rho }: World): Command[] {
  const members = [...["a", "b", "c", "d"]].map((name, i) => ({
    name: nodeId(name),
    addresses: [`192.0.2.${i + 1}`],
    voter: name !== "d",
  }));
  const timing = {
    ttl,
    rho,
    heartbeat: 1,
    suspectAfter: 1,
    raftHeartbeat: 1,
    electionMin: 1,
    electionMax: 2,
  };
  const address = { type: "address", name: "address", ip: "192.0.2.100", prefix: 24 } as const;
  const group = {
    name: GROUP,
    members: [address],
    prefers: [],
    failback: null,
    accepts: ["released", "guard"],
  } as const;
  const document: ClusterDocument = { cluster: "model", timing, nodes: members, groups: [group] };
  const a = idOf(sessionCode(1, 1));
  return [
    { type: "configure", baseRevision: 0, document, by: "model", note: "" },
    ...opening(a),
    ...opening(SUCCESSOR),
    { type: "claim", group: GROUP, successor: a, fromToken: NO_TOKEN, reason: "setup" },
    { type: "grant", group: GROUP, session: a, fromToken: NO_TOKEN, reason: "setup" },
  ];
}

/** A session comes in, ready, with its guard on record. */
export const opening = (session: SessionId): Command[] => [
  { type: "open", session, bootId: "boot" },
  { type: "ready", session, revision: 1, guard: true, reason: "" },
];

/** `first`, and what makes `d` the holder after it. */
export const succession = (ledger: Ledger, first: readonly Command[]): Command[] => {
  const fromToken = ledger.leases.get(GROUP)?.token ?? NO_TOKEN;
  const reason = "succession";
  return [
    ...first,
    { type: "claim", group: GROUP, successor: SUCCESSOR, fromToken, reason },
    { type: "grant", group: GROUP, session: SUCCESSOR, fromToken, reason },
  ];
};
