/**
 * Which configuration follows from the one in force and what is wished: pure arithmetic on sets, which knows no log
 * and no leader (`membership.ts` says when a change may be made at all).
 *
 * Joint consensus goes C -> C' && C -> C': while the two halves are in force together nothing is decided without a
 * majority of each, so no two leaders and no two commits can rest on disjoint majorities, however many voters change.
 * A change of a single voter needs no such bridge: any majority of the old voters meets any majority of the new.
 */
import type { Change, ChangeFault, ChangeKind, Configuration, NodeId } from "./types.ts";

export type Changed =
  | {
      readonly ok: true;
      readonly configuration: Configuration;
      /** Members that begin from nothing, in the order of their names: new ones, and those removed and added again. */
      readonly fresh: readonly NodeId[];
    }
  | { readonly ok: false; readonly reason: ChangeFault };

/** The configuration that `kind` and `changes` make of `current`. */
export function nextConfiguration(
  current: Configuration,
  kind: ChangeKind,
  changes: readonly Change[],
  autoLeave: boolean,
): Changed {
  switch (kind) {
    case "simple":
      return simple(current, changes);
    case "joint":
      return enterJoint(current, changes, autoLeave);
    case "leave":
      return leaveJoint(current);
    case "back":
      return leaveBackwards(current);
    case "auto": {
      const direct = simple(current, changes);
      const losesVote = direct.ok && current.voters.some((v) => !direct.configuration.voters.includes(v));
      const bridged = losesVote || (!direct.ok && direct.reason === "more-than-one-voter");
      return bridged ? enterJoint(current, changes, autoLeave) : direct;
    }
  }
}

/** In one step: at most one voter may differ. */
export function simple(current: Configuration, changes: readonly Change[]): Changed {
  if (current.outgoing !== null) return refuse("already-joint");
  const draft = draftOf(current);
  const fault = change(draft, changes);
  if (fault !== null) return refuse(fault);
  const lost = current.voters.filter((voter) => !draft.voters.has(voter)).length;
  const won = draft.voters.size - (current.voters.length - lost);
  return lost + won > 1 ? refuse("more-than-one-voter") : changed(draft, false);
}

/** The first half of a change of any size: the voters so far stay as the outgoing half. */
export function enterJoint(current: Configuration, changes: readonly Change[], autoLeave: boolean): Changed {
  if (current.outgoing !== null) return refuse("already-joint");
  if (current.voters.length === 0) return refuse("no-voters-yet");
  const draft = draftOf(current);
  draft.outgoing = new Set(current.voters);
  const fault = change(draft, changes);
  return fault === null ? changed(draft, autoLeave) : refuse(fault);
}

/** The second half: the incoming voters alone. */
export function leaveJoint(current: Configuration): Changed {
  if (current.outgoing === null) return refuse("not-joint");
  const draft = draftOf(current);
  for (const node of draft.learnersNext) draft.learners.add(node);
  draft.learnersNext.clear();
  draft.outgoing = null;
  return changed(draft, false);
}

/**
 * The way back: the outgoing voters alone. Always open: whatever was decided under the joint configuration has a
 * majority of them behind it. Who came in as a voter stays as a learner, with the log that it has.
 */
export function leaveBackwards(current: Configuration): Changed {
  if (current.outgoing === null) return refuse("not-joint");
  const draft = draftOf(current);
  const back = new Set(current.outgoing);
  for (const voter of draft.voters) if (!back.has(voter)) draft.learners.add(voter);
  draft.voters = back;
  draft.learnersNext.clear();
  draft.outgoing = null;
  return changed(draft, false);
}

/** A configuration on its way. A member is in `voters`, `outgoing`, or `learners`; `learnersNext` is in `outgoing`. */
interface Draft {
  voters: Set<NodeId>;
  outgoing: Set<NodeId> | null;
  readonly learners: Set<NodeId>;
  readonly learnersNext: Set<NodeId>;
  readonly fresh: Set<NodeId>;
}

const draftOf = (current: Configuration): Draft => ({
  voters: new Set(current.voters),
  outgoing: current.outgoing === null ? null : new Set(current.outgoing),
  learners: new Set(current.learners),
  learnersNext: new Set(current.learnersNext),
  fresh: new Set(),
});

/** One wish after the other; null when there are voters left in the end. */
function change(draft: Draft, changes: readonly Change[]): ChangeFault | null {
  for (const { type, node } of changes) {
    const known = isMember(draft, node);
    if (!known && (type === "promote" || type === "demote")) return "not-a-member";
    if (!known && type !== "remove") draft.fresh.add(node);
    switch (type) {
      case "add-voter":
      case "promote":
        draft.learners.delete(node);
        draft.learnersNext.delete(node);
        draft.voters.add(node);
        break;
      case "add-learner":
      case "demote":
        if (draft.learners.has(node)) break;
        draft.voters.delete(node);
        // It goes on voting in the outgoing half, and a learner must not vote: it becomes one afterwards.
        (draft.outgoing?.has(node) ? draft.learnersNext : draft.learners).add(node);
        break;
      case "remove":
        draft.voters.delete(node);
        draft.learners.delete(node);
        draft.learnersNext.delete(node);
        if (!isMember(draft, node)) draft.fresh.delete(node);
        break;
    }
  }
  return draft.voters.size === 0 ? "no-voters-left" : null;
}

const isMember = (draft: Draft, node: NodeId): boolean =>
  draft.voters.has(node) || draft.learners.has(node) || (draft.outgoing?.has(node) ?? false);

/** Lists in the order of names, empty ones left out: equal configurations are equal to the letter. */
function changed(draft: Draft, autoLeave: boolean): Changed {
  const sorted = (nodes: ReadonlySet<NodeId>): NodeId[] => [...nodes].sort();
  return {
    ok: true,
    configuration: {
      voters: sorted(draft.voters),
      outgoing: draft.outgoing === null ? null : sorted(draft.outgoing),
      learners: sorted(draft.learners),
      ...(draft.learnersNext.size > 0 ? { learnersNext: sorted(draft.learnersNext) } : {}),
      ...(autoLeave ? { autoLeave } : {}),
    },
    fresh: sorted(draft.fresh),
  };
}

const refuse = (reason: ChangeFault): Changed => ({ ok: false, reason });

/** For a log line: `voters=(a b)&&(c) learners=(d) learners_next=(e) autoleave`. */
export function describeConfiguration(configuration: Configuration): string {
  const list = (nodes: readonly NodeId[]): string => `(${nodes.join(" ")})`;
  const { voters, outgoing, learners, learnersNext = [], autoLeave = false } = configuration;
  return [
    `voters=${list(voters)}${outgoing === null ? "" : `&&${list(outgoing)}`}`,
    ...(learners.length > 0 ? [`learners=${list(learners)}`] : []),
    ...(learnersNext.length > 0 ? [`learners_next=${list(learnersNext)}`] : []),
    ...(autoLeave ? ["autoleave"] : []),
  ].join(" ");
}
