/** Every command of `leasehold`: one file a command, loaded when it is the one that was typed, or when all are listed. */
import { Command, CommanderError } from "commander";
import { usualConfig } from "./connect.ts";
import { EXIT } from "./output.ts";
import { commandIn } from "./words.ts";

type Add = (program: Command) => void;
interface Part {
  readonly commands: readonly string[];
  readonly load: () => Promise<Add>;
}

/** In the order in which they are listed. */
export const PARTS: readonly Part[] = [
  { commands: ["status"], load: async () => (await import("./status.ts")).addStatus },
  { commands: ["doctor"], load: async () => (await import("./doctor.ts")).addDoctor },
  { commands: ["explain"], load: async () => (await import("./explain.ts")).addExplain },
  { commands: ["move"], load: async () => (await import("./move.ts")).addMove },
  {
    commands: ["standby", "online", "restart", "stop", "start", "maintain"],
    load: async () => (await import("./operations.ts")).addOperations,
  },
  { commands: ["node"], load: async () => (await import("./node.ts")).addNode },
  { commands: ["recover"], load: async () => (await import("./recover.ts")).addRecover },
  { commands: ["fence"], load: async () => (await import("./fence.ts")).addFence },
  {
    commands: ["apply", "rollback", "config", "history"],
    load: async () => (await import("./apply.ts")).addConfiguration,
  },
  { commands: ["leases", "lease"], load: async () => (await import("./leases.ts")).addLeases },
  { commands: ["log"], load: async () => (await import("./log.ts")).addLog },
  { commands: ["init"], load: async () => (await import("./init.ts")).addInit },
  { commands: ["firewall"], load: async () => (await import("./firewall.ts")).addFirewall },
];

/** With the commands of these parts. */
export async function programOf(parts: readonly Part[]): Promise<Command> {
  const program = new Command("leasehold")
    .description("Keeps a service reachable at one address, on exactly one machine, whatever breaks.")
    .option("-c, --config <file>", "this node's file", usualConfig())
    .option("--socket <path>", "ask the daemon behind this Unix socket")
    .option("--endpoint <host:port>", "ask a daemon over TLS; needs --secrets")
    .option("--secrets <dir>", "this client's certificate and key, as `leasehold init` makes them")
    .showHelpAfterError("(leasehold --help lists the commands)")
    .addHelpText("after", "\nExit codes: 0 done, 1 refused, 2 wrong usage, 3 no daemon could be reached.")
    .exitOverride();
  for (const { load } of parts) (await load())(program);
  return program;
}

/** Rejects with a LeaseholdError; resolves with the exit code, or null where the command has set it. */
export async function runProgram(typed: readonly string[]): Promise<number | null> {
  const name = commandIn(typed);
  const one = PARTS.filter(({ commands }) => name !== null && commands.includes(name));
  const program = await programOf(one.length > 0 ? one : PARTS);
  try {
    await program.parseAsync(typed, { from: "user" });
    return null;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // It has said what was wrong itself.
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}
