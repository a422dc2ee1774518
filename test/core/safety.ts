/** What must hold in every run, checked from outside after every step: the promises of Raft, and that disks bear them. */
import { describeConfiguration } from "../../consensus/core/change.ts";
import type { Core } from "../../consensus/core/core.ts";
import { quorumValue } from "../../consensus/core/quorum.ts";
import {
  type CoreEffect,
  type Entry,
  logIndex,
  type NodeId,
  type Payload,
  type SnapshotMark,
} from "../../consensus/core/types.ts";
import type { Flight, Node } from "./cluster.ts";

function samePayload(a: Payload, b: Payload): boolean {
  if (a.type === "command" && b.type === "command") return a.command === b.command;
  if (a.type === "configuration" && b.type === "configuration") {
    return describeConfiguration(a.configuration) === describeConfiguration(b.configuration);
  }
  return a.type === b.type;
}
const same = (a: Entry, b: Entry): boolean => a.term === b.term && samePayload(a.payload, b.payload);

export class Safety {
  /** By index - 1: what any node ever said is committed. */
  readonly committed: Entry[] = [];
  readonly #leaders = new Map<number, NodeId>();
  readonly #votes = new Map<string, NodeId>();
  readonly #handedOut = new Map<NodeId, number>();
  readonly #reads = new Map<string, number>();
  readonly #settled = new Set<string>();
  readonly #checked: boolean;
  elections = 0;
  readsAnswered = 0;
  /** Of the entries that were committed. */
  configurations = 0;
  installed = 0;
  leadersVotedOut = 0;
  compactions = 0;

  constructor(checked: boolean) {
    this.#checked = checked;
  }

  restarted({ name, stored }: Node): void {
    this.#handedOut.set(name, stored.snapshot?.mark.index ?? 0);
  }
  readAsked(node: NodeId, id: number): void {
    this.#reads.set(`${node}/${id}`, this.committed.length);
  }

  stepped(node: Node, effects: readonly CoreEffect[], nodes: ReadonlyMap<NodeId, Node>): void {
    if (!this.#checked) return;
    for (const effect of effects) {
      switch (effect.type) {
        case "role":
          if (effect.role === "leader") this.#elected(node, effect.term);
          if (effect.why.startsWith("votes no more")) this.leadersVotedOut += 1;
          break;
        case "commit":
          this.#committed(node, effect.entries, nodes);
          break;
        case "log-changed":
          for (const entry of effect.entries) this.#configured(node, entry);
          break;
        case "install-snapshot":
          this.installed += 1;
          this.#handedOut.set(node.name, effect.snapshot.index);
          this.#standsFor(node.name, effect.snapshot);
          break;
        case "compacted":
          this.compactions += 1;
          this.#standsFor(node.name, effect.snapshot);
          break;
        case "read-ready":
          this.#read(node.name, effect.id, effect.index);
          break;
      }
    }
  }

  /** A message left: it waited for its write, and outlives a crash of its sender. */
  sent({ from, to, message }: Flight): void {
    if (this.#checked && message.type === "vote-response" && message.granted)
      this.#voted(from, message.term, to);
  }

  /** Election safety and leader completeness. */
  #elected(node: Node, term: number): void {
    const other = this.#leaders.get(term);
    if (other !== undefined) throw new Error(`${other} and ${node.name} were both elected in term ${term}`);
    this.#leaders.set(term, node.name);
    this.#voted(node.name, term, node.name);
    this.elections += 1;
    // One that goes on alone leads while its vote is being written; the cluster sees to it that nobody hears of it before.
    if (node.core?.configuration.voters.join() === node.name) return;
    if (node.stored.hardState.term !== term || node.stored.hardState.vote !== node.name) {
      throw new Error(`${node.name} leads term ${term} by a vote of its own that is not on its disk`);
    }
    const inSnapshot = node.stored.snapshot?.mark.index ?? 0;
    for (const entry of this.committed) {
      if (entry.index <= inSnapshot) continue;
      const own = node.core!.entryAt(entry.index);
      if (own === undefined || !same(own, entry)) {
        throw new Error(`${node.name} was elected in term ${term} without committed entry ${entry.index}`);
      }
    }
  }

  #voted(voter: NodeId, term: number, candidate: NodeId): void {
    const key = `${voter}/${term}`;
    const other = this.#votes.get(key) ?? candidate;
    if (other !== candidate) throw new Error(`${voter} voted for ${other} and ${candidate} in term ${term}`);
    this.#votes.set(key, candidate);
  }

  /** State machine safety, each entry once, and a majority's disks behind what is new. */
  #committed(node: Node, entries: readonly Entry[], nodes: ReadonlyMap<NodeId, Node>): void {
    let expected = (this.#handedOut.get(node.name) ?? 0) + 1;
    for (const entry of entries) {
      if (entry.index !== expected)
        throw new Error(`${node.name} handed out ${entry.index}, not ${expected}`);
      expected += 1;
      const known = this.committed[entry.index - 1];
      if (known !== undefined && !same(known, entry)) {
        throw new Error(`${node.name} committed another entry ${entry.index} than was committed before`);
      }
      if (known === undefined) {
        const onDisks = quorumValue(node.core!.configuration, (voter) => {
          const stored = nodes.get(voter)?.stored.entries.find(({ index }) => index === entry.index);
          return stored !== undefined && same(stored, entry) ? 1 : 0;
        });
        if (onDisks < 1) throw new Error(`entry ${entry.index} is committed and not on a majority's disks`);
        this.committed.push(entry);
        if (entry.payload.type === "configuration") this.configurations += 1;
      }
    }
    this.#handedOut.set(node.name, expected - 1);
  }

  configurationSettled(core: Core): void {
    this.#settled.add(`${core.options.self}/${core.term}/${core.configurationIndex}`);
  }
  /** What a leader appends: N9, checklist 31 and 32, unless it is the way back. */
  #configured({ name, core }: Node, { index, term, payload }: Entry): void {
    if (core?.role !== "leader" || term !== core.term || payload.type !== "configuration") return;
    const before = core.log.configurations.at(logIndex(index - 1));
    const { outgoing } = before.configuration;
    const back = outgoing?.join() === payload.configuration.voters.join();
    if (back && payload.configuration.outgoing === null) return;
    const what = `${name} lets configuration ${index} follow ${before.index}`;
    if (before.index > core.commit) throw new Error(`${what}, which is not committed`);
    // A survivor's: the other of the two is proven stopped, so there is no other leader whose change it could cross (R6).
    const { voters } = payload.configuration;
    if (voters.join() === name && before.configuration.voters.length === 2 && outgoing === null) return;
    if (core.log.termAt(core.commit) !== term)
      throw new Error(`${what} before anything of term ${term} is committed`);
    if (before.index > 0 && !this.#settled.has(`${name}/${term}/${before.index}`))
      throw new Error(`${what}, which is not settled`);
  }
  /** A snapshot holds what was committed, and the configuration that was in force there. */
  #standsFor(node: NodeId, { index, term, configuration, configurationIndex }: SnapshotMark): void {
    const last = this.committed[index - 1];
    if (last?.term !== term) throw new Error(`${node} has a snapshot of ${index}@${term}, not committed so`);
    const before = this.committed.slice(0, index).findLast(({ payload }) => payload.type === "configuration");
    if ((before?.index ?? 0) !== configurationIndex)
      throw new Error(`${node}'s snapshot names another configuration than ${before?.index}`);
    if (before?.payload.type !== "configuration") return;
    if (describeConfiguration(before.payload.configuration) !== describeConfiguration(configuration))
      throw new Error(`${node}'s snapshot has another configuration than entry ${configurationIndex}`);
  }
  /** Whoever applied as far as others has the same state, however it got there. */
  checkStates(nodes: ReadonlyMap<NodeId, Node>): void {
    for (const { name, core, state } of nodes.values()) {
      if (core === null) continue;
      const commands = this.committed
        .slice(0, core.applied)
        .filter(({ payload }) => payload.type === "command");
      const differs = commands.findIndex(
        ({ payload }, i) => payload.type === "command" && payload.command !== state[i]?.command,
      );
      if (differs >= 0 || commands.length !== state.length)
        throw new Error(
          `${name} has applied something else than was committed, at its command ${differs + 1}`,
        );
    }
  }

  #read(node: NodeId, id: number, index: number): void {
    this.readsAnswered += 1;
    const needed = this.#reads.get(`${node}/${id}`)!;
    if (index < needed) throw new Error(`read ${id} at ${node} was answered with ${index}, before ${needed}`);
  }

  /** Log matching: two logs with an equal entry somewhere are equal up to there. */
  checkLogs(nodes: ReadonlyMap<NodeId, Node>): void {
    const live = [...nodes.values()].filter((node) => node.core !== null);
    for (const [i, a] of live.entries()) {
      for (const b of live.slice(i + 1)) this.#matching(a, b);
    }
  }
  #matching(a: Node, b: Node): void {
    let equalAbove = false;
    const first = Math.max(a.core!.firstIndex, b.core!.firstIndex);
    for (let index = Math.min(a.core!.lastIndex, b.core!.lastIndex); index >= first; index -= 1) {
      const x = a.core!.entryAt(index as Entry["index"])!;
      const y = b.core!.entryAt(index as Entry["index"])!;
      if (equalAbove && !same(x, y)) throw new Error(`the logs of ${a.name} and ${b.name} part at ${index}`);
      if (x.term === y.term) {
        if (!samePayload(x.payload, y.payload)) throw new Error(`entry ${index} of term ${x.term} differs`);
        equalAbove = true;
      }
    }
  }
}
