/** Values that tests of the core are written with, and what they look for in effects. */
import type { Core } from "../../consensus/core/core.ts";
import {
  type Configuration,
  type CoreEffect,
  type Entry,
  type HardState,
  type LogIndex,
  type Message,
  type NodeId,
  nodeId,
  type PlacedConfiguration,
  type Term,
  type WriteSeq,
} from "../../consensus/core/types.ts";

export const noop = (index: number, term: number): Entry => ({
  index: index as LogIndex,
  term: term as Term,
  payload: { type: "noop" },
  bytes: 0,
});
export const command = (index: number, term: number, text: string, bytes = 10): Entry => ({
  index: index as LogIndex,
  term: term as Term,
  payload: { type: "command", command: text },
  bytes,
});
export const hardState = (term: number, vote: string | null = null, commit = 0): HardState => ({
  term: term as Term,
  vote: vote === null ? null : nodeId(vote),
  commit: commit as LogIndex,
});
/** A log with these terms, one entry each. */
export const logOf = (...terms: number[]): Entry[] =>
  terms.map((term, i) => command(i + 1, term, `${i + 1}@${term}`));

/** Of a plain configuration: voters, learners. */
export const plain = (voters: string, learners = ""): Configuration => ({
  voters: voters.split(" ").filter(Boolean).map(nodeId),
  outgoing: null,
  learners: learners.split(" ").filter(Boolean).map(nodeId),
});
export const placed = (core: Core): PlacedConfiguration[] => [...core.configurations];

export const sent = <T extends Message["type"]>(
  effects: readonly CoreEffect[],
  type: T,
): { to: NodeId; after: WriteSeq; message: Extract<Message, { type: T }> }[] =>
  effects.flatMap((effect) =>
    effect.type === "send" && effect.message.type === type
      ? [{ to: effect.to, after: effect.after, message: effect.message as Extract<Message, { type: T }> }]
      : [],
  );
export const ofType = <T extends CoreEffect["type"]>(
  effects: readonly CoreEffect[],
  type: T,
): Extract<CoreEffect, { type: T }>[] =>
  effects.filter((effect): effect is Extract<CoreEffect, { type: T }> => effect.type === type);

export const termsOf = (core: Core): number[] =>
  core.entriesFrom(core.firstIndex, core.lastIndex).map((entry) => entry.term);
