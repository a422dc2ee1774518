/** The operator's wishes, followed to their end in the ledger, which is the same on every node. */
import type { MoveProgress, MoveRequest, Progress } from "../api/messages.ts";
import type { Wish } from "../api/port.ts";
import { type NodeId, nodeId } from "../consensus/core/types.ts";
import { currentSession } from "../consensus/ledger/query.ts";
import { type GroupName, groupName, type Ledger } from "../consensus/ledger/types.ts";
import { type Course, follow, type Step, type Wisher } from "./wishing.ts";

type Stage = Exclude<Progress["stage"], "wanted" | "refused">;
type MoveStage = Exclude<MoveProgress["stage"], "wanted" | "refused">;

const LISTED = 5;

/** Why a group stands where nobody can take it, one sentence; empty when there is nothing to say. */
export type WhyNowhere = (group: GroupName) => string;

/** Takes any wish but a move; returns how to stop listening (the wish stands). */
export function operate(
  wisher: Wisher,
  wish: Wish,
  why: WhyNowhere,
  report: (progress: Progress) => void,
): () => void {
  const { requestId } = wish;
  return follow(wisher, courseOf(wish, why), (step) => report({ requestId, ...step }));
}

function courseOf(wish: Wish, why: WhyNowhere): Course<Stage> {
  switch (wish.type) {
    case "standby":
      return standby(nodeId(wish.node), wish.by);
    case "online":
      return online(nodeId(wish.node), wish.by);
    case "stop":
      return stop(groupName(wish.group), wish.by);
    case "start":
      return start(groupName(wish.group), wish.by, why);
    case "maintain":
      return maintain(wish.group === null ? null : groupName(wish.group), wish.on, wish.by);
    case "restart":
      return restart(nodeId(wish.node), wish.requestId, wish.by);
  }
}

const going = (stage: Stage | "wanted", text: string): Step<Stage> => ({
  stage,
  text,
  done: false,
  ok: true,
});
const done = (stage: Stage, text: string): Step<Stage> => ({ stage, text, done: true, ok: true });
const undone = (text: string): Step<Stage> => ({ stage: "refused", text, done: true, ok: false });

function standby(node: NodeId, by: string): Course<Stage> {
  return {
    commands: [{ type: "standby", node, on: true, by }],
    wanted: `${node} is on standby; what it holds goes elsewhere`,
    look: (ledger) => {
      if (!ledger.standby.has(node)) return undone(`${node} was put online again meanwhile`);
      const held = heldOn(ledger, node);
      const kept = held.filter((group) => isMaintained(ledger, group));
      const leaving = held.filter((group) => !isMaintained(ledger, group));
      if (leaving.length > 0) return going("moving", `${list(leaving)} still on ${node}`);
      if (kept.length === 0) return done("done", `${node} is on standby and holds nothing`);
      return done("done", `${node} is on standby; it keeps ${list(kept)}, under maintenance`);
    },
  };
}

function online(node: NodeId, by: string): Course<Stage> {
  return {
    commands: [{ type: "standby", node, on: false, by }],
    wanted: `${node} may hold groups again`,
    look: (ledger) =>
      ledger.standby.has(node)
        ? undone(`${node} was put on standby again meanwhile`)
        : done("done", `${node} is online`),
  };
}

function stop(group: GroupName, by: string): Course<Stage> {
  return {
    commands: [{ type: "want", group, running: false, by }],
    wanted: `${group} should not run`,
    look: (ledger) => {
      const lease = ledger.leases.get(group);
      if (lease === undefined) return undone(`${group} is no group of the cluster any more`);
      if (!ledger.stopped.has(group)) return undone(`${group} was started again meanwhile`);
      const holder = lease.holder?.node ?? "nobody";
      switch (lease.state) {
        case "vacant":
          return done("stopped", `${group} is stopped`);
        case "orphaned":
          return going("wanted", `${group} may still run on ${holder}, whose session ended without a proof`);
        case "held": {
          const state = lease.report?.state ?? "granted";
          const because = lease.report?.reason ? `: ${lease.report.reason}` : "";
          const waits = isMaintained(ledger, group) ? ", under maintenance: nothing touches it" : "";
          return going("wanted", `${group} is ${state} on ${holder}${because}${waits}`);
        }
      }
    },
  };
}

function start(group: GroupName, by: string, why: WhyNowhere): Course<Stage> {
  return {
    commands: [{ type: "want", group, running: true, by }],
    wanted: `${group} should run`,
    look: (ledger) => {
      const lease = ledger.leases.get(group);
      if (lease === undefined) return undone(`${group} is no group of the cluster any more`);
      if (ledger.stopped.has(group)) return undone(`${group} was stopped again meanwhile`);
      if (lease.state !== "held") {
        const reason = why(group);
        return going("wanted", `nobody has ${group} yet${reason === "" ? "" : `: ${reason}`}`);
      }
      const holder = lease.holder?.node ?? "nobody";
      const state = lease.report?.state ?? "granted";
      if (state === "running") return done("started", `${group} runs on ${holder} with token ${lease.token}`);
      const because = lease.report?.reason ? `: ${lease.report.reason}` : "";
      return going("moving", `${group} is ${state} on ${holder}${because}`);
    },
  };
}

function maintain(group: GroupName | null, on: boolean, by: string): Course<Stage> {
  const what = group ?? "every group";
  return {
    commands: [{ type: "maintain", group, on, by }],
    wanted: on ? `${what} goes under maintenance` : `the maintenance of ${what} ends`,
    look: (ledger) => {
      if (ledger.maintained.has(group) !== on) return undone("somebody else has said otherwise meanwhile");
      if (on) return done("done", `${what} is under maintenance: it is watched, and not touched`);
      const still = group !== null && isMaintained(ledger, group);
      return done(
        "done",
        `${what} is no longer under maintenance${still ? " of its own; that of all goes on" : ""}`,
      );
    },
  };
}

function restart(node: NodeId, requestId: string, by: string): Course<Stage> {
  return {
    commands: [{ type: "restart", node, requestId, by }],
    wanted: `${node} should hand over to its next incarnation`,
    look: (ledger) => {
      const known = ledger.restarts.get(node);
      const record = currentSession(ledger, node);
      if (known === undefined) return undone(`${node} is no node of the cluster any more`);
      const before = known.session.incarnation;
      const held = [...ledger.leases.values()].filter((l) => l.state === "held" && l.holder?.node === node);
      const behind = held.filter((lease) => (lease.holder?.incarnation ?? 0) <= before);
      const isNew = record !== null && record.id.incarnation > before;
      if (!isNew) {
        const what = held.length === 0 ? "" : `, with ${list(held.map((l) => l.group))}`;
        return going("handing-over", `${node} is handing over${what}`);
      }
      if (behind.length > 0) {
        return going(
          "handing-over",
          `${node} is back; it has yet to adopt ${list(behind.map((l) => l.group))}`,
        );
      }
      const keeps = held.length === 0 ? "holds nothing" : `keeps ${list(held.map((l) => l.group))}`;
      return done("done", `${node} has restarted and ${keeps}`);
    },
  };
}

/** A move, with stages of its own. */
export function move(
  wisher: Wisher,
  request: MoveRequest,
  report: (progress: MoveProgress) => void,
): () => void {
  const { requestId } = request;
  const group = groupName(request.group);
  const to = nodeId(request.to);
  const course: Course<MoveStage> = {
    commands: [{ type: "move", group, to, requestId }],
    wanted: `${group} should go to ${to}`,
    look: (ledger) => {
      const lease = ledger.leases.get(group);
      const step = (stage: MoveStage, text: string, over = false): Step<MoveStage> => ({
        stage,
        text,
        done: over,
        ok: true,
      });
      if (lease === undefined) {
        return {
          stage: "refused",
          text: `${group} is no group of the cluster any more`,
          done: true,
          ok: false,
        };
      }
      if (lease.state === "held" && lease.holder?.node === to) {
        if (lease.report?.state === "running") {
          return step("running", `${group} runs on ${to} with token ${lease.token}`, true);
        }
        return step("granted", `${group} is granted to ${to} with token ${lease.token}`);
      }
      if (lease.move?.requestId !== requestId && lease.state !== "vacant") {
        const where = lease.holder?.node ?? "nobody";
        return {
          stage: "refused",
          text: `${group} stays on ${where}: the move was taken back`,
          done: true,
          ok: false,
        };
      }
      return lease.state === "vacant" ? step("released", `${group} was stopped and released`) : null;
    },
  };
  return follow(wisher, course, (step) => report({ requestId, ...step }));
}

const heldOn = (ledger: Ledger, node: NodeId): GroupName[] =>
  [...ledger.leases.values()]
    .filter((l) => l.state === "held" && l.holder?.node === node)
    .map((l) => l.group);

export const isMaintained = (ledger: Ledger, group: GroupName): boolean =>
  ledger.maintained.has(group) || ledger.maintained.has(null);

function list(names: readonly string[]): string {
  if (names.length <= LISTED) return names.join(", ");
  return `${names.slice(0, LISTED).join(", ")} and ${names.length - LISTED} more`;
}
