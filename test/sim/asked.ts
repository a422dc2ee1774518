/** What is asked of one daemon, each until it is answered, once. */
import type { Command, Token } from "../../consensus/ledger/types.ts";
import type { KeepAliveResult, ReplicaEffect, ReplicaEvent } from "../../consensus/types.ts";
import { asNode, type Judge } from "./judge.ts";

export type ProposalResult = Extract<ReplicaEffect, { type: "outcome" }>["result"];
type Answer = Extract<ReplicaEffect, { type: "outcome" | "read-ready" | "read-refused" | "kept" }>;

export interface Asked {
  propose(commands: readonly Command[], answered: (result: ProposalResult) => void): void;
  read(answered: (index: number | null) => void): void;
  /** An application's keep-alive. */
  keepAlive(name: string, owner: string, token: Token, answered: (result: KeepAliveResult) => void): void;
  /** A person's word that `node` is down. */
  confirm(node: string, answered: (result: ProposalResult) => void): void;
  answer(effect: Answer): void;
  /** How much was asked and not answered yet. */
  unanswered(): number;
}

export function createAsked(name: string, judge: Judge, handle: (event: ReplicaEvent) => unknown): Asked {
  const proposals = new Map<number, (result: ProposalResult) => void>();
  const reads = new Map<number, (index: number | null) => void>();
  const keeping = new Map<number, (result: KeepAliveResult) => void>();
  let nextId = 1;

  const told = (id: number, result: ProposalResult) => {
    const waiting = proposals.get(id);
    if (waiting === undefined)
      judge.broken("answers", `${name} answered proposal ${id} twice, or it was never made`);
    proposals.delete(id);
    if (result.ok) judge.acknowledged(name, result.index, result.events);
    waiting?.(result);
  };
  return {
    propose: (commands, answered) => {
      const id = nextId++;
      proposals.set(id, answered);
      handle({ type: "propose", id, commands });
    },
    read: (answered) => {
      const id = nextId++;
      reads.set(id, answered);
      handle({ type: "read", id });
    },
    keepAlive: (lease, owner, token, answered) => {
      const id = nextId++;
      keeping.set(id, answered);
      handle({ type: "keep-alive", id, name: lease, owner, token });
    },
    confirm: (node, answered) => {
      const id = nextId++;
      proposals.set(id, answered);
      handle({ type: "confirm-stop", id, node: asNode(node), typed: node, by: "sim" });
    },
    answer: (effect) => {
      const { id } = effect;
      switch (effect.type) {
        case "outcome":
          // Below zero: a wish of the replica's own.
          if (id >= 0) told(id, effect.result);
          return;
        case "read-ready":
        case "read-refused": {
          const waiting = reads.get(id);
          reads.delete(id);
          waiting?.(effect.type === "read-ready" ? effect.index : null);
          return;
        }
        case "kept": {
          const waiting = keeping.get(id);
          if (waiting === undefined) judge.broken("answers", `${name} answered keep-alive ${id} twice`);
          keeping.delete(id);
          waiting?.(effect.result);
          return;
        }
      }
    },
    unanswered: () => proposals.size + reads.size + keeping.size,
  };
}
