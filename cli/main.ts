#!/usr/bin/env node
/**
 * The command line: one file a command. What a command needs is imported when it runs: a status should not wait for
 * what makes certificates.
 */
import { Command, CommanderError } from "commander";
import { LeaseholdError } from "../errors.ts";
import { addConfiguration } from "./apply.ts";
import { addDoctor } from "./doctor.ts";
import { addExplain } from "./explain.ts";
import { addFence } from "./fence.ts";
import { addFirewall } from "./firewall.ts";
import { addInit } from "./init.ts";
import { addLeases } from "./leases.ts";
import { addLog } from "./log.ts";
import { addMove } from "./move.ts";
import { addNode } from "./node.ts";
import { addOperations } from "./operations.ts";
import { EXIT } from "./output.ts";
import { addRecover } from "./recover.ts";
import { addStatus } from "./status.ts";

const program = new Command("leasehold")
  .description("Keeps a service reachable at one address, on exactly one machine, whatever breaks.")
  .option(
    "-c, --config <file>",
    "this node's file",
    process.env.LEASEHOLD_CONFIG ?? "/etc/leasehold/node.yaml",
  )
  .option("--socket <path>", "ask the daemon behind this Unix socket")
  .option("--endpoint <host:port>", "ask a daemon over TLS; needs --secrets")
  .option("--secrets <dir>", "this client's certificate and key, as `leasehold init` makes them")
  .showHelpAfterError("(leasehold --help lists the commands)")
  .addHelpText("after", "\nExit codes: 0 done, 1 refused, 2 wrong usage, 3 no daemon could be reached.")
  .exitOverride();

addStatus(program);
addDoctor(program);
addExplain(program);
addMove(program);
addOperations(program);
addNode(program);
addRecover(program);
addFence(program);
addConfiguration(program);
addLeases(program);
addLog(program);
addInit(program);
addFirewall(program);

function exitCodeOf(error: LeaseholdError): number {
  if (error.code === "unreachable") return EXIT.unreachable;
  return error.code === "invalid-argument" ? EXIT.usage : EXIT.refused;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // It has said what was wrong itself.
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else {
    process.stderr.write(`leasehold: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof LeaseholdError ? exitCodeOf(error) : EXIT.refused;
  }
}
