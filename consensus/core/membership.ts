/**
 * Changing who votes. A configuration is in force as soon as it is appended (checklist 30), so the leader appends one
 * only when nothing can go wrong with the one before:
 *
 *   - it is committed (31), and so is something of this leader's own term (32): else two leaders could each have one
 *     uncommitted change, with majorities that do not meet;
 *   - it is settled: whoever serves by a promise of its voters knows it (N9). The core does not know who that is, and
 *     is told by `configuration-settled`.
 *
 * Going back from a joint configuration needs none of this: its outgoing majority stands behind everything so far.
 */
import { assert } from "../../errors.ts";
import { nextConfiguration } from "./change.ts";
import { isMember, isVoter, membersOf } from "./config.ts";
import type { Core, Leading } from "./core.ts";
import { newProgress, type Progress } from "./progress.ts";
import { becomeFollower } from "./role.ts";
import type { Change, ChangeRefusal, Configuration, CoreEvent, NodeId, Payload } from "./types.ts";

type ChangeEvent = Extract<CoreEvent, { type: "change" }>;
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: ChangeRefusal };

/** The configuration that the leader may append now for this wish, or why not. */
export function judgeChange(core: Core, leading: Leading, event: ChangeEvent): Result<Configuration> {
  if (event.term !== null && event.term !== core.term) return refuse("term-changed"); // checklist 29
  if (leading.transfer !== null) return refuse("transferring");
  const current = core.configuration;
  const next = nextConfiguration(current, event.kind, event.changes, event.autoLeave ?? true);
  if (!next.ok) return refuse(next.reason);
  if (event.changes.some((change) => comesBack(current, change))) return refuse("retired-name");
  if (sameMembers(current, next.configuration)) return refuse("changes-nothing");
  const reason = event.kind === "back" ? null : whyNotNow(core, leading);
  return reason === null ? { ok: true, value: retire(current, next.configuration) } : refuse(reason);
}

/** Why no configuration may follow the one in force at this moment; null: one may. */
export function whyNotNow(core: Core, leading: Leading): ChangeRefusal | null {
  if (core.commit < leading.firstIndex) return "no-commit-in-term"; // checklist 32
  if (core.configurationIndex > core.commit) return "change-under-way"; // checklist 31
  if (leading.settledIndex < core.configurationIndex) return "not-settled"; // N9
  return null;
}

/** The incoming half of the joint configuration in force, when it is time to leave the other; null: not now. */
export function dueLeave(core: Core, leading: Leading): Configuration | null {
  const current = core.configuration;
  if (current.outgoing === null || current.autoLeave !== true) return null;
  if (leading.transfer !== null || whyNotNow(core, leading) !== null) return null;
  return leave(current, "leave");
}

/** Of a joint configuration; remembers who is a member no more. */
export function leave(current: Configuration, kind: "leave" | "back"): Configuration {
  const next = nextConfiguration(current, kind, [], false);
  assert(next.ok, "a joint configuration can be left");
  return retire(current, next.configuration);
}

/** How the payload counts in the log's flow control: about what it takes when encoded. */
export function configurationPayload(configuration: Configuration): {
  readonly payload: Payload;
  readonly bytes: number;
} {
  const { voters, outgoing, learners, learnersNext = [], retired = [] } = configuration;
  const names = [voters, outgoing ?? [], learners, learnersNext, retired].flat();
  const bytes = names.reduce((sum, name) => sum + 2 + name.length, 8);
  return { payload: { type: "configuration", configuration }, bytes };
}

/**
 * The leader appended a configuration: new members are sent the log, former ones are told and then forgotten. True when
 * there are new ones; their first round is the next one.
 */
export function followConfiguration(core: Core, leading: Leading): boolean {
  const { peers } = leading;
  const { self, electionTimeoutMax } = core.options;
  const { configuration, configurationIndex } = core;
  for (const progress of peers.values()) {
    if (progress.leaving !== null || isMember(configuration, progress.peer)) continue;
    progress.leaving = { index: configurationIndex, leavesAt: core.now + 2 * electionTimeoutMax };
  }
  let joined = false;
  for (const member of membersOf(configuration)) {
    const known = peers.get(member);
    if (member === self || (known !== undefined && known.leaving === null)) continue;
    peers.set(member, newProgress(member, core.log.lastIndex, leading.round + 1, core.now));
    joined = true;
  }
  return joined;
}

/** Former members that know it, or had the time to. */
export function forgetLeavers(core: Core, leading: Leading): void {
  for (const [peer, progress] of leading.peers) {
    if (progress.leaving !== null && hasLeft(core, progress, progress.leaving)) leading.peers.delete(peer);
  }
}

function hasLeft(core: Core, progress: Progress, { index, leavesAt }: NonNullable<Progress["leaving"]>) {
  const told = progress.match >= index && progress.commitSent >= index;
  return core.now >= leavesAt || (told && progress.answeredRound > 0);
}

/**
 * A leader that is no voter any more leads until that is committed, and was never counted meanwhile (checklist 34).
 * Everybody has been sent the news in this step; the voter with the longest log is asked to go on at once.
 */
export function stepDownIfVotedOut(core: Core, leading: Leading): void {
  const { self } = core.options;
  const { configuration, configurationIndex } = core;
  if (configurationIndex > core.commit || isVoter(configuration, self)) return;
  const matchOf = (voter: NodeId): number => leading.peers.get(voter)!.match;
  const [heir] = [...configuration.voters].sort((a, b) => matchOf(b) - matchOf(a));
  assert(heir !== undefined && matchOf(heir) >= configurationIndex, "a majority has what is committed");
  core.outbox.send(heir, { type: "timeout-now", term: core.term });
  becomeFollower(core, core.term, null, `votes no more: configuration ${configurationIndex} is committed`);
}

function comesBack({ retired = [] }: Configuration, { type, node, again }: Change): boolean {
  return type !== "remove" && again !== true && retired.includes(node); // checklist 35
}

/** Whoever was a member and is none now has a name that is used up (checklist 35). */
function retire(current: Configuration, next: Configuration): Configuration {
  const names = [...(current.retired ?? []), ...membersOf(current)];
  const retired = [...new Set(names)].filter((name) => !isMember(next, name)).sort();
  if (retired.length === 0) return next;
  const { voters, outgoing, learners, learnersNext, autoLeave } = next;
  return {
    voters,
    outgoing,
    learners,
    retired,
    ...(learnersNext === undefined ? {} : { learnersNext }),
    ...(autoLeave === undefined ? {} : { autoLeave }),
  };
}

function sameMembers(a: Configuration, b: Configuration): boolean {
  const same = (x: readonly NodeId[], y: readonly NodeId[]): boolean =>
    x.length === y.length && x.every((node) => y.includes(node));
  return (
    (a.outgoing === null) === (b.outgoing === null) &&
    same(a.voters, b.voters) &&
    same(a.outgoing ?? [], b.outgoing ?? []) &&
    same(a.learners, b.learners)
  );
}

const refuse = (reason: ChangeRefusal): { readonly ok: false; readonly reason: ChangeRefusal } => ({
  ok: false,
  reason,
});
