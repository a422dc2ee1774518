/** `leasehold status`: who holds what, who is alive, and what a person should know. */
import type { Command } from "commander";
import type { StatusReply } from "../api/messages.ts";
import { withCluster } from "./connect.ts";

export function addStatus(program: Command): void {
  program
    .command("status")
    .description("show who holds what, as this node knows it")
    .option("--json", "one JSON object")
    .option("--watch", "again whenever something changes")
    .action(async (options: { json?: boolean; watch?: boolean }) => {
      const show = (status: StatusReply): void => {
        const text = options.json ? JSON.stringify(plain(status)) : render(status);
        process.stdout.write(`${text}\n`);
      };
      await withCluster(program, async (cluster) => {
        if (options.watch) {
          await cluster.watch((status) => {
            if (!options.json && process.stdout.isTTY) process.stdout.write("\u001b[H\u001b[2J");
            show(status);
          });
        } else {
          show(await cluster.status());
        }
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
    `cluster ${status.cluster}, seen by ${status.node} (${status.role}, term ${status.term}); leader: ${status.leader || "none known"}`,
    ...status.warnings.map((warning) => `! ${warning}`),
    "",
    ...table(
      ["NODE", "SEEN", "SESSION", "READY", "SILENCE"],
      status.members.map((m) => [
        m.name,
        m.name === status.node ? "self" : m.alive ? "yes" : "no",
        m.session,
        m.ready ? "yes" : m.reason === "" ? "no" : `no: ${m.reason}`,
        m.silenceMs.map((ms) => (ms < 0 ? "never" : `${Math.round(ms)} ms`)).join(" "),
      ]),
    ),
    "",
    ...table(
      ["GROUP", "ADDRESS", "HOLDER", "STATE", "TOKEN", "WHY"],
      status.groups.map((g) => [
        g.name,
        g.address,
        g.holder || "nobody",
        g.movingTo === "" ? g.state : `${g.state}, moving to ${g.movingTo}`,
        g.token,
        g.reason,
      ]),
    ),
  ];
  return lines.join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(head), ...rows.map(line)];
}
