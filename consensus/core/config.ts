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
  /** Replaced, never changed: whoever was given it may keep it. */
  #placed: readonly PlacedConfiguration[];
  /** In force: the newest, committed or not (checklist 30). */
  latest: PlacedConfiguration;
  /** What `from` answered last, and for which first one; asked at each event, and another one a few times in a month. */
  #answered: Answered;

  constructor(oldest: PlacedConfiguration) {
    this.#placed = [oldest];
    this.latest = oldest;
    this.#answered = answered(this.#placed, 0);
  }

  /** The one in force at `index`, as far back as is known. */
  at(index: LogIndex): PlacedConfiguration {
    return this.#placed.findLast((placed) => placed.index <= index) ?? this.#placed[0]!;
  }

  /** The one in force at `index` and all after it. */
  from(index: LogIndex): readonly PlacedConfiguration[] {
    return this.#from(index).placed;
  }

  /** The same, as the entries bring them. Another list only where it holds something else. */
  unplacedFrom(index: LogIndex): readonly Configuration[] {
    return this.#from(index).configurations;
  }

  #from(index: LogIndex): Answered {
    const placed = this.#placed;
    let first = placed.length - 1;
    while (first > 0 && placed[first]!.index > index) first -= 1;
    if (this.#answered.first !== first) this.#answered = answered(placed, first);
    return this.#answered;
  }

  /** What was in force before the log's first entry is this; it means nothing where a snapshot stands for that. */
  begunWith(configuration: Configuration): void {
    if (this.#placed[0]!.index !== 0) return;
    checkConfiguration(configuration);
    this.#become([{ index: 0 as LogIndex, configuration }, ...this.#placed.slice(1)]);
  }

  appended(entry: Entry): void {
    const { index, payload } = entry;
    // The kept tail of a log reaches back before its snapshot, whose configuration is newer.
    if (payload.type !== "configuration" || index <= this.#placed[0]!.index) return;
    checkConfiguration(payload.configuration);
    this.#become([...this.#placed, { index, configuration: payload.configuration }]);
  }

  truncated(from: LogIndex): void {
    let length = this.#placed.length;
    while (length > 1 && this.#placed[length - 1]!.index >= from) length -= 1;
    if (length < this.#placed.length) this.#become(this.#placed.slice(0, length));
  }

  /** Nobody asks any more what was in force before `index`. */
  forget(index: LogIndex): void {
    this.#become(this.from(index));
  }

  #become(placed: readonly PlacedConfiguration[]): void {
    this.#placed = placed;
    this.latest = placed.at(-1)!;
    this.#answered = answered(placed, 0);
  }
}

interface Answered {
  readonly first: number;
  readonly placed: readonly PlacedConfiguration[];
  readonly configurations: readonly Configuration[];
}
function answered(placed: readonly PlacedConfiguration[], first: number): Answered {
  const from = first === 0 ? placed : placed.slice(first);
  return { first, placed: from, configurations: from.map(({ configuration }) => configuration) };
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
