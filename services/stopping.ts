/**
 * The way down of one group: the exact reverse of the way up, one part after the other, each verified. A stop that
 * fails is said, tried again slowly, and is never a release. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";
import { beginUndoing, isGone, type LaneEnd, needsUndoing } from "./lane.ts";
import { enter, type GroupContext, type GroupLife, type GroupWish, isStopped, note } from "./life.ts";
import { isAddress, type MemberLife } from "./member.ts";
import type { HoldingAction } from "./types.ts";

type Stop = Extract<GroupWish, { type: "stop" }>;

/** Between tries of a stop that keeps failing. */
const SLOWLY: Millis = 1000;

export function takeDown(life: GroupLife, wish: Stop, context: GroupContext): HoldingAction[] {
  const { now } = context;
  for (const member of life.members)
    if (member.probe.id !== null) member.probe = { ...member.probe, id: null };
  if (isStopped(life)) {
    return life.phase === "idle" ? [] : stopped(life, wish, now);
  }
  const actions: HoldingAction[] = [];
  if (life.phase !== "stopping" && life.phase !== "stop-failed") {
    startStopping(life, wish, now);
    actions.push(note(life, wish.urgent ? "warn" : "info", `stopping: ${wish.why}`));
  }
  const there = life.members.filter((member) => !isGone(member.lane)).reverse();
  for (const [index, member] of there.entries()) {
    // In order, the next one waits until this one has ended, so that clients are served as long as possible; when the
    // right is gone everything goes at once, and when something cannot be stopped, at least the addresses do.
    const addressAnyway = life.phase === "stop-failed" && isAddress(member);
    if (index === 0 || wish.urgent || addressAnyway) actions.push(...undo(life, member, wish, context));
  }
  return actions;
}

function startStopping(life: GroupLife, wish: Stop, now: Millis): void {
  for (const { lane } of life.members) {
    lane.failures = 0;
    lane.retryAt = Number.NEGATIVE_INFINITY;
  }
  life.evidence = [];
  enter(life, "stopping", wish.why, now);
}

function stopped(life: GroupLife, wish: Stop, now: Millis): HoldingAction[] {
  const ms = Math.round(now - life.since);
  const told = life.phase === "stopping" || life.phase === "stop-failed";
  enter(life, "idle", wish.why, now);
  return told ? [note(life, "info", `stopped in ${ms} ms`)] : [];
}

const undo = (life: GroupLife, member: MemberLife, wish: Stop, context: GroupContext): HoldingAction[] =>
  isAddress(member) ? removeAddress(member, context) : stopService(life, member, wish, context);

function stopService(
  life: GroupLife,
  member: MemberLife,
  wish: Stop,
  context: GroupContext,
): HoldingAction[] {
  const { lane } = member;
  const { now } = context;
  if (!needsUndoing(lane)) return [];
  const which = { group: life.name, member: member.name };
  const orderly = !wish.urgent && lane.failures === 0;
  if (orderly) {
    // A start under way is awaited: a stop that overtakes it would prove nothing.
    if (lane.undoing !== null || lane.making.size > 0) return [];
    const id = context.nextId();
    beginUndoing(lane, id, "orderly");
    return [{ type: "stop-service", id, ...which, timeout: patienceWith(member, wish) }];
  }
  if (lane.undoing?.how === "kill" || now < lane.retryAt) return [];
  if (!wish.urgent && lane.undoing !== null) return [];
  const id = context.nextId();
  beginUndoing(lane, id, "kill");
  return [{ type: "kill-service", id, ...which }];
}

function patienceWith(member: MemberLife, wish: Stop): Millis {
  const spec = member.spec ?? wish.spec?.members.find((other) => other.name === member.name);
  return spec === undefined || spec.type === "address" ? 0 : spec.stopTimeout;
}

function removeAddress(member: MemberLife, context: GroupContext): HoldingAction[] {
  const { lane } = member;
  if (!isAddress(member) || !needsUndoing(lane) || lane.undoing !== null || context.now < lane.retryAt) {
    return [];
  }
  const id = context.nextId();
  beginUndoing(lane, id, "kill");
  const { ip, prefix } = member.spec;
  return [{ type: "remove-address", id, ip, prefix }];
}

/** What no document in force names any more, and what is in the way of starting anew: killed before anything starts. */
export function clearAway(life: GroupLife, context: GroupContext): HoldingAction[] {
  const actions: HoldingAction[] = [];
  for (const member of life.members) {
    const { lane } = member;
    if (member.spec !== null || !needsUndoing(lane) || lane.undoing !== null || context.now < lane.retryAt) {
      continue;
    }
    const id = context.nextId();
    beginUndoing(lane, id, "kill");
    actions.push({ type: "kill-service", id, group: life.name, member: member.name });
  }
  return actions;
}

/** The end of a step of the way down. */
export function stopEnded(
  life: GroupLife,
  member: MemberLife,
  end: Exclude<LaneEnd, "made" | "not-made">,
  detail: string,
  context: GroupContext,
): HoldingAction[] {
  const { lane } = member;
  const address = isAddress(member);
  switch (end) {
    case "overtaken":
      return [];
    case "undone":
      life.evidence.push(
        isAddress(member)
          ? `address ${member.spec.ip}/${member.spec.prefix} removed and read back`
          : `${member.name} stopped, cgroup empty`,
      );
      return [];
    case "not-undone": {
      // A failed orderly stop is followed by a kill at once; a kill that fails is repeated slowly.
      if (!address && lane.failures === 1) return [];
      lane.retryAt = context.now + SLOWLY;
      const first = life.phase !== "stop-failed";
      const what = isAddress(member) ? `address ${member.spec.ip}` : `service ${member.name}`;
      const gone = address ? "its lease is kept" : "its addresses are taken away, its lease is kept";
      enter(life, "stop-failed", `${what} not stopped: ${detail}`, context.now);
      return first ? [note(life, "warn", `${what} could not be stopped (${detail}); ${gone}`)] : [];
    }
  }
}
