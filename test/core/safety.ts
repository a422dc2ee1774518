/** What must hold in every run, checked from outside after every step: the promises of Raft, and that disks bear them. */
import { quorumValue } from "../../consensus/core/quorum.ts";
import type { Configuration, CoreEffect, Entry, NodeId, Payload } from "../../consensus/core/types.ts";
import type { Flight, Node } from "./cluster.ts";

const samePayload = (a: Payload, b: Payload): boolean =>
  a.type === "command" && b.type === "command" ? a.command === b.command : a.type === b.type;
const same = (a: Entry, b: Entry): boolean => a.term === b.term && samePayload(a.payload, b.payload);

export class Safety {
  /** By index - 1: what any node ever said is committed. */
  readonly committed: Entry[] = [];
  readonly #leaders = new Map<number, NodeId>();
  readonly #votes = new Map<string, NodeId>();
  readonly #handedOut = new Map<NodeId, number>();
  readonly #reads = new Map<string, number>();
  readonly #configuration: Configuration;
  readonly #checked: boolean;
  elections = 0;
  readsAnswered = 0;

  constructor(configuration: Configuration, checked: boolean) {
    this.#configuration = configuration;
    this.#checked = checked;
  }

  restarted(node: NodeId): void {
    this.#handedOut.set(node, 0);
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
          break;
        case "commit":
          this.#committed(node, effect.entries, nodes);
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
    if (node.stored.hardState.term !== term || node.stored.hardState.vote !== node.name) {
      throw new Error(`${node.name} leads term ${term} by a vote of its own that is not on its disk`);
    }
    for (const entry of this.committed) {
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
        const onDisks = quorumValue(this.#configuration, (voter) => {
          const stored = nodes.get(voter)?.stored.entries[entry.index - 1];
          return stored !== undefined && same(stored, entry) ? 1 : 0;
        });
        if (onDisks < 1) throw new Error(`entry ${entry.index} is committed and not on a majority's disks`);
        this.committed.push(entry);
      }
    }
    this.#handedOut.set(node.name, expected - 1);
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
    for (let index = Math.min(a.core!.lastIndex, b.core!.lastIndex); index > 0; index -= 1) {
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
