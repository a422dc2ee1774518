/** `leasehold status`: who holds what, who is alive, and what a person should know. */
import type { Command } from "commander";
import type { StatusReply } from "../api/messages.ts";
import { type Where, withCluster } from "./connect.ts";
import { table } from "./output.ts";

export function addStatus(program: Command): void {
  program
    .command("status")
    .description("show who holds what, as this node knows it")
    .option("--json", "one JSON object")
    .option("--watch", "again whenever something changes")
    .action((options: StatusOptions) => showStatus(program.opts(), options));
}

export interface StatusOptions {
  readonly json?: boolean;
  readonly watch?: boolean;
}

export function showStatus(where: Where, { json = false, watch = false }: StatusOptions): Promise<void> {
  const show = (status: StatusReply): void => {
    process.stdout.write(`${json ? JSON.stringify(plain(status)) : render(status)}\n`);
  };
  return withCluster(where, async (cluster) => {
    if (!watch) {
      show(await cluster.status());
      return;
    }
    await cluster.watch((status) => {
      if (!json && process.stdout.isTTY) process.stdout.write("\u001b[H\u001b[2J");
      show(status);
    });
  });
}

/** For JSON, nothing is an empty string: nobody is null. */
function plain(status: StatusReply) {
  return {
    ...status,
    leader: status.leader || null,
    groups: status.groups.map((g) => ({ ...g, holder: g.holder || null, movingTo: g.movingTo || null })),
  };
}

export function render(status: StatusReply): string {
  const lines = [
    `cluster ${status.cluster}, revision ${status.revision}, seen by ${status.node} (${status.role}, term ${status.term}); leader: ${status.leader || "none known"}`,
    ...outlookLines(status),
    ...status.warnings.map((warning) => `! ${warning}`),
    "",
    ...table(
      ["NODE", "SEEN", "VOTES", "SESSION", "READY", "SILENCE", "CARDS"],
      status.members.map((m) => [
        m.name,
        m.name === status.node ? "self" : m.alive ? "yes" : "no",
        m.voter ? "yes" : "no",
        m.session,
        readiness(m),
        m.silenceMs.map((ms) => (ms < 0 ? "never" : `${Math.round(ms)} ms`)).join(" "),
        m.cards.map((card) => (card.up ? card.name : `${card.name} DOWN`)).join(" "),
      ]),
    ),
    "",
    ...table(["GROUP", "ADDRESS", "HOLDER", "STATE", "TOKEN", "WHY"], status.groups.flatMap(groupRows)),
  ];
  return lines.join("\n");
}

/** The next failure, and how the two of a pair stand to each other. */
function outlookLines({ outlook, pair }: StatusReply): string[] {
  const lines: string[] = [];
  if (outlook !== null) lines.push(outlook.survives ? outlook.sentence : `! ${outlook.sentence}`);
  if (pair !== null) {
    const score = (reached: number): string => (reached < 0 ? "?" : String(reached));
    const scores = `ping targets reached: ${score(pair.ownScore)} of ${pair.targets.length}, by ${pair.peer} ${score(pair.peersScore)}`;
    lines.push(`${pair.phase}: ${pair.doing}; ${scores}`);
    if (pair.rounds.length > 0) lines.push(...pingHistory(pair));
  }
  return lines;
}

/** How the scores went, and who answered. */
function pingHistory({ peer, rounds, targets }: NonNullable<StatusReply["pair"]>): string[] {
  const since = Math.round((rounds[0]?.agoMs ?? 0) / 1000);
  const answered = targets.map(({ address, probes, answers }) => `${address} ${answers} of ${probes}`);
  return [
    `  reached in the last ${since} s, oldest first: ${runs(rounds.map(({ own }) => own))}; by ${peer} ${runs(rounds.map(({ peers }) => peers))}`,
    `  pings answered since this daemon began: ${answered.join(", ")}`,
  ];
}

/** "3 (20 rounds), 2, 3 (5 rounds)". */
function runs(scores: readonly number[]): string {
  const found: { score: number; times: number }[] = [];
  for (const score of scores) {
    const last = found.at(-1);
    if (last?.score === score) last.times += 1;
    else found.push({ score, times: 1 });
  }
  return found
    .map(({ score, times }) => `${score < 0 ? "?" : score}${times > 1 ? ` (${times} rounds)` : ""}`)
    .join(", ");
}

type Member = StatusReply["members"][number];
type Group = StatusReply["groups"][number];

function readiness({ role, standby, ready, reason }: Member): string {
  if (role === "witness") return "witness: holds nothing";
  if (standby !== "") return `standby by ${standby}`;
  if (ready) return reason === "" ? "yes" : `yes, ${reason}`;
  return reason === "" ? "no" : `no: ${reason}`;
}

/** The group, and what it is made of where that is more than one thing. */
function groupRows(group: Group): string[][] {
  const state = [
    group.state,
    ...(group.movingTo === "" ? [] : [`moving to ${group.movingTo}`]),
    ...(group.stopped === "" ? [] : [`stopped by ${group.stopped}`]),
    ...(group.maintained === "" ? [] : [`maintained by ${group.maintained}`]),
  ].join(", ");
  const parts = group.parts.length < 2 ? [] : group.parts;
  return [
    [
      group.name,
      parts.length === 0 ? group.address : "",
      group.holder || "nobody",
      state,
      group.token,
      group.reason,
    ],
    ...parts.map((part) => [`  ${part.name}`, shortened(part.what), "", part.state, "", ""]),
  ];
}

const WIDEST = 40;
const shortened = (text: string): string => (text.length <= WIDEST ? text : `${text.slice(0, WIDEST - 1)}…`);
