/** Who is in a configuration, in which capacity, and which configurations a log holds. */
import { assert } from "../../errors.ts";
import type { Configuration, Entry, LogIndex, NodeId, PlacedConfiguration } from "./types.ts";

/** All voters, of both halves of a joint configuration, each once. */
export function votersOf(configuration: Configuration): readonly NodeId[] {
  if (configuration.outgoing === null) return configuration.voters;
  return [...new Set([...configuration.voters, ...configuration.outgoing])];
}

/** Everyone who receives the log. */
export function membersOf(configuration: Configuration): readonly NodeId[] {
  return [...new Set([...votersOf(configuration), ...configuration.learners])];
}

export function isVoter(configuration: Configuration, node: NodeId): boolean {
  return configuration.voters.includes(node) || (configuration.outgoing?.includes(node) ?? false);
}

export function isMember(configuration: Configuration, node: NodeId): boolean {
  return isVoter(configuration, node) || configuration.learners.includes(node);
}

/**
 * The configurations of a log, oldest first: the one that its snapshot ends with (or the initial one), then those of
 * its entries, adopted when they are appended and gone when they are truncated (checklist 30).
 */
export class Configurations {
  #placed: PlacedConfiguration[];

  constructor(oldest: PlacedConfiguration) {
    this.#placed = [oldest];
  }

  /** In force: the newest, committed or not (checklist 30). */
  get latest(): PlacedConfiguration {
    return this.#placed.at(-1)!;
  }

  /** The one in force at `index`, as far back as is known. */
  at(index: LogIndex): PlacedConfiguration {
    return this.#placed.findLast((placed) => placed.index <= index) ?? this.#placed[0]!;
  }

  /** The one in force at `index` and all after it. */
  from(index: LogIndex): readonly PlacedConfiguration[] {
    const first = this.#placed.findLastIndex((placed) => placed.index <= index);
    return first <= 0 ? this.#placed.slice() : this.#placed.slice(first);
  }

  /** What was in force before the log's first entry is this; it means nothing where a snapshot stands for that. */
  begunWith(configuration: Configuration): void {
    if (this.#placed[0]!.index !== 0) return;
    checkConfiguration(configuration);
    this.#placed[0] = { index: 0 as LogIndex, configuration };
  }

  appended(entry: Entry): void {
    const { index, payload } = entry;
    // The kept tail of a log reaches back before its snapshot, whose configuration is newer.
    if (payload.type !== "configuration" || index <= this.#placed[0]!.index) return;
    checkConfiguration(payload.configuration);
    this.#placed.push({ index, configuration: payload.configuration });
  }

  truncated(from: LogIndex): void {
    while (this.#placed.length > 1 && this.latest.index >= from) this.#placed.pop();
  }

  /** Nobody asks any more what was in force before `index`. */
  forget(index: LogIndex): void {
    this.#placed = [...this.from(index)];
  }
}

/** A learner votes nowhere; who becomes one later votes in the outgoing half, and not in the incoming one. */
export function checkConfiguration(configuration: Configuration): void {
  const { voters, outgoing, learners, learnersNext = [] } = configuration;
  assert(voters.length > 0, "a configuration has a voter");
  for (const list of [voters, outgoing ?? [], learners, learnersNext]) {
    assert(new Set(list).size === list.length, `${list.join(" ")} names each node once`);
  }
  for (const node of learners)
    assert(!isVoter(configuration, node), `${node} is a learner, and does not vote`);
  for (const node of learnersNext) {
    assert(outgoing?.includes(node) ?? false, `${node} can become a learner only from the outgoing half`);
    assert(!voters.includes(node), `${node} is no incoming voter, and a learner next`);
  }
}
