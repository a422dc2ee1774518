/**
 * Nodes that come, go, and vote. Each is a change of the document, which the leader then follows with the voters; here
 * it is made, and watched until it is so. A step that is done already is not done again, so a repeat goes on.
 */
import { isIP } from "node:net";
import type { ChangeNodesRequest, Progress } from "../api/messages.ts";
import { isMember, isVoter } from "../consensus/core/config.ts";
import { type Configuration, type NodeId, nodeId } from "../consensus/core/types.ts";
import { currentSession } from "../consensus/ledger/query.ts";
import type { ClusterDocument, Ledger } from "../consensus/ledger/types.ts";
import { refusalIn, type Wisher, wished } from "./wishing.ts";

export interface Surroundings {
  readonly wisher: Wisher;
  readonly configurations: () => readonly Configuration[];
  /** The generation of the disk that a node says it has; null: it is not heard. */
  readonly generationOf: (node: NodeId) => string | null;
}

type Say = (stage: Progress["stage"], text: string) => void;
/** What cannot be, in words for a person. */
class Refusal extends Error {}

const NAME = /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;
/** Nothing is waited for longer without a change. */
const STANDSTILL_MS = 120_000;
const EDITS = 5;

/** Returns how to stop listening: what has been begun stands. */
export function changeNodes(
  around: Surroundings,
  request: ChangeNodesRequest,
  report: (progress: Progress) => void,
): () => void {
  const { requestId } = request;
  const life = new AbortController();
  let last = "";
  const say = (stage: Progress["stage"], text: string, done = false, ok = true): void => {
    if (life.signal.aborted || last === `${stage} ${text}`) return;
    last = `${stage} ${text}`;
    report({ requestId, stage, text, done, ok });
  };
  perform(around, request, (stage, text) => say(stage, text), life.signal).then(
    (text) => say("done", text, true),
    (error: unknown) => {
      if (error instanceof Refusal) say("refused", error.message, true, false);
      else
        say(
          "refused",
          `it could not be done: ${error instanceof Error ? error.message : error}`,
          true,
          false,
        );
    },
  );
  return () => life.abort();
}

async function perform(
  around: Surroundings,
  request: ChangeNodesRequest,
  say: Say,
  signal: AbortSignal,
): Promise<string> {
  const work = new Work(around, request.by, say, signal);
  const node = nodeId(request.node);
  switch (request.action) {
    case "add":
      await work.add(node, request.addresses, !request.learner);
      return request.learner ? `${node} takes the log, and does not vote` : `${node} votes`;
    case "promote":
      await work.vote(node, true);
      return `${node} votes`;
    case "demote":
      await work.vote(node, false);
      return `${node} takes the log, and votes no more`;
    case "remove":
      await work.remove(node);
      return `${node} is no node of the cluster any more; its name is used up`;
    case "readmit":
      await work.readmit(node);
      return `another disk may be ${node}: it counts when the leader has vouched for it`;
    case "replace": {
      const other = nodeId(request.other);
      await work.add(other, request.addresses, true);
      await work.remove(node);
      return `${other} votes in the place of ${node}`;
    }
    default:
      throw new Refusal(
        `expected add, remove, promote, demote, readmit or replace, not "${request.action as string}"`,
      );
  }
}

class Work {
  readonly #around: Surroundings;
  readonly #by: string;
  readonly #say: Say;
  readonly #signal: AbortSignal;

  constructor(around: Surroundings, by: string, say: Say, signal: AbortSignal) {
    this.#around = around;
    this.#by = by;
    this.#say = say;
    this.#signal = signal;
  }

  async add(node: NodeId, addresses: readonly string[], votes: boolean): Promise<void> {
    if (!NAME.test(node))
      throw new Refusal(`"${node}" is no name for a node: expected letters, digits and hyphens`);
    if (this.#ledger.retired.has(node)) {
      throw new Refusal(
        `${node} was a node of this cluster and was removed; choose a name that nobody has had`,
      );
    }
    const wrong = addresses.find((address) => isIP(address) === 0);
    if (wrong !== undefined) throw new Refusal(`"${wrong}" is no IP address`);
    await this.#edit(`add node ${node}`, (document) => {
      const known = document.nodes.find(({ name }) => name === node);
      if (known !== undefined) {
        if (addresses.length > 0 && known.addresses.join() !== addresses.join())
          throw new Refusal(`${node} is a node already, with the addresses ${known.addresses.join(", ")}`);
        return null;
      }
      if (addresses.length === 0) throw new Refusal(`${node} needs an address for each path`);
      const taken = document.nodes.find((other) => other.addresses.some((ip) => addresses.includes(ip)));
      if (taken !== undefined)
        throw new Refusal(`${taken.name} has one of the addresses ${addresses.join(", ")}`);
      return {
        ...document,
        nodes: [...document.nodes, { name: node, addresses: [...addresses], voter: false }],
      };
    });
    this.#say(
      "wanted",
      `${node} may come: \`leasehold config\` prints the document for its node file; start its daemon there`,
    );
    await this.#until(`${node} has not been heard, or does not take the log: is its daemon up?`, (ledger) => {
      const record = currentSession(ledger, node);
      return this.#every((each) => isMember(each, node)) && record !== null && record.ready !== null;
    });
    if (!votes || this.#spec(node)?.voter === true) return;
    this.#say("moving", `${node} takes the log`);
    await this.vote(node, true);
  }

  async vote(node: NodeId, votes: boolean): Promise<void> {
    await this.#edit(`${votes ? "promote" : "demote"} node ${node}`, (document) => {
      const nodes = document.nodes.map((each) => (each.name === node ? { ...each, voter: votes } : each));
      if (!nodes.some(({ name }) => name === node)) throw new Refusal(`${node} is no node of the cluster`);
      if (!nodes.some(({ voter }) => voter))
        throw new Refusal(`${node} is the last voter: somebody must vote`);
      return this.#spec(node)?.voter === votes ? null : { ...document, nodes };
    });
    this.#say(
      "moving",
      votes ? `${node} will vote when it has caught up` : `${node} votes until that is settled`,
    );
    const waits = votes ? `${node} has not caught up yet` : "the leader has not settled it yet";
    await this.#until(waits, () =>
      this.#every((each) => isVoter(each, node) === votes && each.outgoing === null),
    );
  }

  /** R13.5: names the very disk that is at the door now. */
  async readmit(node: NodeId): Promise<void> {
    if (this.#spec(node) === null) throw new Refusal(`${node} is no node of the cluster`);
    const generation = this.#around.generationOf(node);
    if (generation === null)
      throw new Refusal(`${node} is not heard here: start its daemon first, then ask again`);
    const command = { type: "readmit", node, generation, by: this.#by } as const;
    const verdict = await wished(this.#around.wisher, [command]);
    if (!verdict.ok) throw new Refusal(`${verdict.reason}; ask again, a repeat does no harm`);
    const refused = refusalIn(verdict.events);
    if (refused !== null && refused.code !== "duplicate") throw new Refusal(refused.detail);
    this.#say("wanted", `disk ${generation.slice(0, 12)} may be ${node}`);
  }

  async remove(node: NodeId): Promise<void> {
    const spec = this.#spec(node);
    if (spec !== null) {
      const voters = this.#ledger.document?.nodes.filter(({ voter }) => voter) ?? [];
      if (voters.every(({ name }) => name === node))
        throw new Refusal(`${node} is the last voter: somebody must vote`);
      const verdict = await wished(this.#around.wisher, [{ type: "standby", node, on: true, by: this.#by }]);
      if (!verdict.ok) throw new Refusal(`${verdict.reason}; ask again, a repeat does no harm`);
      this.#say("moving", `what ${node} holds goes elsewhere`);
      await this.#until(`${node} still holds something, or nobody has proven that it has stopped`, (ledger) =>
        [...ledger.leases.values()].every(({ state, holder }) => state === "vacant" || holder?.node !== node),
      );
      await this.#edit(`remove node ${node}`, (document) => {
        if (!document.nodes.some(({ name }) => name === node)) return null;
        const groups = document.groups.map((group) => ({
          ...group,
          prefers: group.prefers.filter((each) => each.node !== node),
        }));
        return { ...document, groups, nodes: document.nodes.filter(({ name }) => name !== node) };
      });
    } else if (!this.#ledger.retired.has(node)) throw new Refusal(`${node} is no node of the cluster`);
    this.#say("moving", `${node} is named no more; it votes until that is settled`);
    await this.#until("the leader has not settled it yet", () =>
      this.#every((each) => !isMember(each, node)),
    );
  }

  get #ledger(): Ledger {
    return this.#around.wisher.ledger();
  }
  #every(holds: (configuration: Configuration) => boolean): boolean {
    return this.#around.configurations().every(holds);
  }
  #spec(node: NodeId) {
    return this.#ledger.document?.nodes.find(({ name }) => name === node) ?? null;
  }

  /** Makes another document of the one in force, again where somebody else was faster; null: it is so already. */
  async #edit(note: string, change: (document: ClusterDocument) => ClusterDocument | null): Promise<void> {
    for (let tries = 1; ; tries++) {
      const { document: current, revision } = this.#ledger;
      if (current === null) throw new Refusal("this node knows no document yet; ask again in a moment");
      const document = change(current);
      if (document === null) return;
      const command = { type: "configure", baseRevision: revision, document, by: this.#by, note } as const;
      const verdict = await wished(this.#around.wisher, [command]);
      if (!verdict.ok) throw new Refusal(`${verdict.reason}; ask again, a repeat does no harm`);
      const refused = refusalIn(verdict.events);
      if (refused === null) return;
      if (refused.code !== "revision-mismatch" || tries === EDITS) throw new Refusal(refused.detail);
    }
  }

  #until(waits: string, holds: (ledger: Ledger) => boolean): Promise<void> {
    const { wisher } = this.#around;
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        unlisten();
        this.#signal.removeEventListener("abort", leave);
        settle();
      };
      const leave = (): void => end(() => reject(new Error("nobody listens any more")));
      const look = (): void => {
        if (holds(this.#ledger)) end(resolve);
      };
      const timer = setTimeout(() => {
        const text = `nothing has changed for ${STANDSTILL_MS / 1000} s: ${waits}. What was begun stands; ask again to go on`;
        end(() => reject(new Refusal(text)));
      }, STANDSTILL_MS);
      const unlisten = wisher.onChange(look);
      this.#signal.addEventListener("abort", leave);
      look();
    });
  }
}
