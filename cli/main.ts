#!/usr/bin/env node
/** The command line: one file a command. */
import { Command } from "commander";
import { LeaseholdError } from "../errors.ts";
import { addInit } from "./init.ts";
import { addLog } from "./log.ts";
import { addMove } from "./move.ts";
import { addStatus } from "./status.ts";

const program = new Command("leasehold")
  .description("Keeps a service reachable at one address, on exactly one machine, whatever breaks.")
  .option(
    "-c, --config <file>",
    "this node's file",
    process.env.LEASEHOLD_CONFIG ?? "/etc/leasehold/node.yaml",
  )
  .showHelpAfterError("(leasehold --help lists the commands)");

addInit(program);
addStatus(program);
addMove(program);
addLog(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`leasehold: ${error instanceof LeaseholdError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
