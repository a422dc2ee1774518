/**
 * The outside scripts of interaction, run against our core. Their log lines are their own; what is compared is what
 * they show of a node: role, leader, term, vote, commit, the entries it takes, its log, what a leader knows of its
 * followers, and who sends what kind of message to whom. Differences in writing are in excused.json.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { logIndex, nodeId } from "../../consensus/core/types.ts";
import { type Command, parseScript } from "./datadriven.ts";
import { type Outcome, projectRoot } from "./outside.ts";
import { type Player, Stage } from "./players.ts";

export interface Excuse {
  /** `file:line` of the command. */
  readonly command: string;
  /** The difference, to the letter. */
  readonly difference: string;
  readonly reason: string;
}

export const readExcuses = (): readonly Excuse[] =>
  JSON.parse(readFileSync(join(projectRoot(), "test/vectors/excused.json"), "utf8")) as Excuse[];

export function judgeInteractions(folder: string): Outcome[] {
  const excuses = readExcuses();
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((file) => judgeScript(file, readFileSync(join(folder, file), "utf8"), excuses));
}

/** Plays one script; an outcome for each of its commands. */
export function judgeScript(file: string, text: string, excuses: readonly Excuse[]): Outcome[] {
  const stage = new Stage();
  let quiet = false;
  return parseScript(text).map((command): Outcome => {
    const name = `interaction/${file}:${command.at} ${command.line}`;
    stage.sent = [];
    if (command.name === "log-level") quiet = command.positional[0] === "none";
    try {
      play(stage, command);
    } catch (error) {
      return { name, result: "failed", detail: error instanceof Error ? error.message : String(error) };
    }
    const differences = quiet && command.name !== "raft-log" ? [] : compare(stage, command);
    if (differences.length === 0) return { name, result: "passed", detail: "" };
    const difference = differences.join("; ");
    const excuse = excuses.find(
      (one) => one.command === `${file}:${command.at}` && one.difference === difference,
    );
    return excuse === undefined
      ? { name, result: "failed", detail: difference }
      : { name, result: "excused", detail: `${difference}: ${excuse.reason}` };
  });
}

function play(stage: Stage, { name, positional, named }: Command): void {
  const [id = "", second = ""] = positional;
  switch (name) {
    case "add-nodes": {
      const voters = named.get("voters") ?? [];
      const preVotes = named.get("prevote")?.[0] === "true";
      stage.add(
        Number(id),
        voters,
        named.get("learners") ?? [],
        Number(named.get("index")?.[0] ?? 0),
        preVotes,
      );
      return;
    }
    case "campaign":
      stage.campaign(id);
      return;
    case "propose":
      stage.propose(id, second);
      return;
    case "process-ready":
      for (const one of positional) stage.processReady(one);
      return;
    case "deliver-msgs":
      for (const one of positional) stage.deliver(one);
      for (const one of named.get("drop") ?? []) stage.drop(one);
      return;
    case "stabilize":
      stage.stabilize(positional);
      return;
    case "tick-election":
      stage.tickElection(id);
      return;
    case "tick-heartbeat":
      stage.tickHeartbeat(id);
      return;
    case "compact":
      stage.compact(id, Number(second));
      return;
    case "log-level":
    case "raft-log":
    case "raft-state":
    case "status":
      return;
    default:
      throw new Error(`no such command: ${name}`);
  }
}

// ---------------------------------------------------------------- what they show

/** What a script's output says of one node by its end. */
interface Shown {
  role?: string;
  lead?: string;
  term?: number;
  vote?: string;
  commit?: number;
  /** By index: term and data of entries taken. */
  readonly entries: Map<number, string>;
}

const KINDS: Readonly<Record<string, string>> = {
  MsgApp: "append-request",
  MsgHeartbeat: "append-request",
  MsgAppResp: "append-response",
  MsgHeartbeatResp: "append-response",
  MsgVote: "vote-request",
  MsgVoteResp: "vote-response",
  MsgPreVote: "pre-vote-request",
  MsgPreVoteResp: "pre-vote-response",
  MsgSnap: "snapshot",
  MsgTimeoutNow: "timeout-now",
};
const ROLES: Readonly<Record<string, string>> = {
  StateFollower: "follower",
  StateCandidate: "candidate",
  StatePreCandidate: "pre-candidate",
  StateLeader: "leader",
};

function compare(stage: Stage, command: Command): string[] {
  switch (command.name) {
    case "raft-log":
      return compareLog(stage.player(command.positional[0] ?? ""), command);
    case "raft-state":
      return compareRoles(stage, command);
    case "status":
      return compareProgress(stage.player(command.positional[0] ?? ""), command);
    default:
      return [...compareNodes(stage, command), ...compareMessages(stage, command)];
  }
}

function compareNodes(stage: Stage, command: Command): string[] {
  const { nodes } = readOutput(command);
  const differences: string[] = [];
  for (const [id, shown] of nodes) {
    const { core } = stage.player(id);
    const differ = (what: string, found: unknown, expected: unknown): void => {
      if (expected !== undefined && found !== expected)
        differences.push(`${id}: ${what} is ${found}, theirs ${expected}`);
    };
    differ("role", core.role, shown.role);
    differ("leader", core.leader ?? "0", shown.lead);
    differ("term", core.term, shown.term);
    differ("vote", core.vote ?? "0", shown.vote);
    differ("commit", core.commit, shown.commit);
    for (const [index, entry] of shown.entries)
      differ(`entry ${index}`, entryWords(stage.player(id), index), entry);
  }
  return differences;
}

/** The kinds of messages sent between each two nodes, each once: how often is a matter of batching. */
function compareMessages(stage: Stage, command: Command): string[] {
  const { sent } = readOutput(command);
  const ours = new Set(stage.sent.map(({ from, to, kind }) => `${from}->${to} ${kind}`));
  const missing = [...sent].filter((one) => !ours.has(one)).sort();
  const more = [...ours].filter((one) => !sent.has(one)).sort();
  return [
    ...(missing.length > 0 ? [`not sent: ${missing.join(", ")}`] : []),
    ...(more.length > 0 ? [`sent besides: ${more.join(", ")}`] : []),
  ];
}

function readOutput({ name, positional, expected }: Command): {
  nodes: Map<string, Shown>;
  sent: Set<string>;
} {
  const nodes = new Map<string, Shown>();
  const sent = new Set<string>();
  let ready: Shown | null = name === "process-ready" ? shownOf(nodes, positional[0] ?? "") : null;
  let part = "";
  for (const raw of expected) {
    const line = raw.trim();
    const block = /^> (\d+) (handling Ready|receiving messages)/.exec(line);
    if (block !== null) {
      ready = block[2] === "handling Ready" ? shownOf(nodes, block[1] ?? "") : null;
      part = "";
    } else if (ready !== null) {
      if (/^(Entries|CommittedEntries|Messages):$/.test(line)) part = line;
      const state = /^Lead:(\d+) State:(\w+)/.exec(line);
      if (state !== null) {
        ready.lead = state[1] ?? "";
        ready.role = ROLES[state[2] ?? ""] ?? "";
      }
      const hard = /^HardState Term:(\d+)(?: Vote:(\d+))? Commit:(\d+)/.exec(line);
      if (hard !== null) {
        ready.term = Number(hard[1]);
        ready.vote = hard[2] ?? "0";
        ready.commit = Number(hard[3]);
      }
      const entry = /^(\d+)\/(\d+) EntryNormal (".*")$/.exec(line);
      if (entry !== null) ready.entries.set(Number(entry[2]), `${entry[1]} ${entry[3]}`);
      const message = /^(\d+)->(\d+) (\w+)/.exec(line);
      if (message !== null && part === "Messages:")
        sent.add(`${message[1]}->${message[2]} ${KINDS[message[3] ?? ""] ?? message[3]}`);
    }
  }
  return { nodes, sent };
}

function shownOf(nodes: Map<string, Shown>, id: string): Shown {
  const known = nodes.get(id);
  if (known !== undefined) return known;
  const shown: Shown = { entries: new Map() };
  nodes.set(id, shown);
  return shown;
}

function entryWords({ core }: Player, index: number): string {
  const entry = core.entryAt(logIndex(index));
  if (entry === undefined) return "absent";
  return `${entry.term} "${entry.payload.type === "command" ? String(entry.payload.command) : ""}"`;
}

function compareLog(player: Player, { expected }: Command): string[] {
  const found: string[] = [];
  for (let index = player.core.log.base.index + 1; index <= player.core.lastIndex; index++) {
    const [termOf, ...data] = entryWords(player, index).split(" ");
    found.push(`${termOf}/${index} EntryNormal ${data.join(" ")}`);
  }
  const [ours, theirs] = [found.join(", "), expected.join(", ")];
  return ours === theirs ? [] : [`log is ${ours}; theirs ${theirs}`];
}

function compareRoles(stage: Stage, { expected }: Command): string[] {
  return expected.flatMap((line) => {
    const [, id = "", role = "", , term] = /^(\d+): (\w+) \((\w+)\) Term:(\d+)/.exec(line) ?? [];
    const { core } = stage.player(id);
    const same = core.role === ROLES[role] && core.term === Number(term);
    return same ? [] : [`${id} is ${core.role} in term ${core.term}; theirs: ${line}`];
  });
}

/** What the leader knows of each follower: whether it probes or replicates, and how far it has confirmed. */
function compareProgress(leader: Player, { expected }: Command): string[] {
  return expected.flatMap((line) => {
    const [, id = "", state = "", match] = /^(\d+): State(\w+) match=(\d+)/.exec(line) ?? [];
    if (id === leader.id) return [];
    const progress = leader.core.progressOf(nodeId(id));
    const found = `${progress?.state} match=${progress?.match}`;
    const theirs = `${state.toLowerCase()} match=${match}`;
    return found === theirs ? [] : [`${id} is ${found}, theirs ${theirs}`];
  });
}
