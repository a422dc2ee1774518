/** Leases for applications at a prompt: who has what, and a command that runs while it has one. */
import { type Command, InvalidArgumentError } from "commander";
import type { LeaseState } from "../api/messages.ts";
import { parseDuration } from "../configuration/duration.ts";
import { findTarget } from "./connect.ts";
import { print, table, whoAsks } from "./output.ts";

interface RunOptions {
  readonly ttl: number;
  readonly wait?: number;
  readonly note?: string;
  readonly json?: boolean;
}

export function addLeases(program: Command): void {
  program
    .command("leases")
    .description("show the leases of applications that are held")
    .option("--json", "one JSON object a line")
    .option("--watch", "go on with each change")
    .action(async (options: { json?: boolean; watch?: boolean }) => {
      const { target, credentials } = await findTarget(program.opts());
      const { listLeases, watchLeases } = await import("./leasewatch.ts");
      const line = (state: LeaseState): string =>
        options.json
          ? JSON.stringify(state)
          : `${state.event}  ${state.name}  ${state.token}  ${state.note}`.trimEnd();
      if (options.watch) await watchLeases(target, credentials, (state) => print(line(state)));
      else {
        const held = await listLeases(target, credentials);
        if (options.json) for (const state of held) print(line(state));
        else {
          const rows = held.map(({ name, token, note }) => [name, token, note]);
          for (const row of table(["LEASE", "TOKEN", "NOTE"], rows)) print(row);
        }
      }
    });

  program
    .command("lease <name> <command...>")
    .usage("[options] <name> -- <command...>")
    .description("run a command while holding a lease; LEASEHOLD_TOKEN is in its environment")
    .option("--ttl <time>", "how long the lease stays taken after this process dies", duration, 10_000)
    .option("--wait <time>", "how long to wait while somebody else has it (default: for ever)", duration)
    .option("--note <text>", "who has it and what for, for people")
    .option("--json", "say in JSON, on standard error, what happens to the lease")
    .action(async (name: string, command: string[], options: RunOptions) => {
      const { target, credentials } = await findTarget(program.opts());
      const { runWithLease } = await import("./leaserun.ts");
      process.exitCode = await runWithLease({
        target,
        credentials,
        name,
        command,
        ttl: options.ttl,
        wait: options.wait ?? Number.POSITIVE_INFINITY,
        note: options.note ?? `${command[0]} of ${whoAsks()}`,
        json: options.json === true,
      });
    });
}

function duration(text: string): number {
  const value = parseDuration(text);
  if (value === null) throw new InvalidArgumentError("expected a time such as 500ms, 10s, 2m, 1h.");
  return value;
}
