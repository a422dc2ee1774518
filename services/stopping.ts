/**
 * The way down of one group: service, then address, each verified; the exact reverse of the way up. A stop that fails
 * is said, tried again slowly, and is never a release. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";
import { beginUndoing, isGone, type Lane, type LaneEnd, needsUndoing } from "./lane.ts";
import { enter, type GroupContext, type GroupLife, type GroupWish, isStopped, note } from "./life.ts";
import type { HoldingAction } from "./types.ts";

type Stop = Extract<GroupWish, { type: "stop" }>;

/** Between tries of a stop that keeps failing. */
const SLOWLY: Millis = 1000;

export function takeDown(life: GroupLife, wish: Stop, context: GroupContext): HoldingAction[] {
  const { now } = context;
  if (isStopped(life)) {
    return life.phase === "idle" ? [] : stopped(life, wish, now);
  }
  const actions: HoldingAction[] = [];
  if (life.phase !== "stopping" && life.phase !== "stop-failed") {
    startStopping(life, wish, now);
    actions.push(note(life, wish.urgent ? "warn" : "info", `stopping: ${wish.why}`));
  }
  actions.push(...stopService(life, wish, context));
  // In order the address stays until the service has ended, so that clients are served as long as possible; when
  // the right is gone, or the service cannot be stopped, it goes at once.
  if (wish.urgent || isGone(life.service) || life.phase === "stop-failed") {
    actions.push(...removeAddress(life, context));
  }
  return actions;
}

function startStopping(life: GroupLife, wish: Stop, now: Millis): void {
  for (const lane of [life.address, life.service]) {
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

function stopService(life: GroupLife, wish: Stop, context: GroupContext): HoldingAction[] {
  const lane = life.service;
  const { now } = context;
  if (!needsUndoing(lane)) return [];
  const orderly = !wish.urgent && lane.failures === 0;
  if (orderly) {
    // A start under way is awaited: a stop that overtakes it would prove nothing.
    if (lane.undoing !== null || lane.making.size > 0) return [];
    const id = context.nextId();
    beginUndoing(lane, id, "orderly");
    return [{ type: "stop-service", id, group: life.name, timeout: wish.timeout }];
  }
  if (lane.undoing?.how === "kill" || now < lane.retryAt) return [];
  if (!wish.urgent && lane.undoing !== null) return [];
  const id = context.nextId();
  beginUndoing(lane, id, "kill");
  return [{ type: "kill-service", id, group: life.name }];
}

function removeAddress(life: GroupLife, context: GroupContext): HoldingAction[] {
  const lane = life.address;
  if (life.spec === null || !needsUndoing(lane) || lane.undoing !== null || context.now < lane.retryAt) {
    return [];
  }
  const id = context.nextId();
  beginUndoing(lane, id, "kill");
  const { ip, prefix } = life.spec.address;
  return [{ type: "remove-address", id, ip, prefix }];
}

/** The end of a step of the way down. */
export function stopEnded(
  life: GroupLife,
  what: "address" | "service",
  end: Exclude<LaneEnd, "made" | "not-made">,
  detail: string,
  context: GroupContext,
): HoldingAction[] {
  const lane: Lane = life[what];
  switch (end) {
    case "overtaken":
      return [];
    case "undone": {
      const { ip, prefix } = life.spec?.address ?? { ip: "", prefix: 0 };
      life.evidence.push(
        what === "service"
          ? "service stopped, cgroup empty"
          : `address ${ip}/${prefix} removed and read back`,
      );
      return [];
    }
    case "not-undone": {
      // A failed orderly stop is followed by a kill at once; a kill that fails is repeated slowly.
      if (what === "service" && lane.failures === 1) return [];
      lane.retryAt = context.now + SLOWLY;
      const first = life.phase !== "stop-failed";
      const gone = what === "service" ? "its address is taken away, its lease is kept" : "its lease is kept";
      enter(life, "stop-failed", `${what} not stopped: ${detail}`, context.now);
      return first ? [note(life, "warn", `${what} could not be stopped (${detail}); ${gone}`)] : [];
    }
  }
}
