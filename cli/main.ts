#!/usr/bin/env node
/**
 * The command line. `status`, which people wait for and scripts repeat, goes without the library that reads every other
 * command's options; whatever is not plain goes to that library all the same.
 */
import { LeaseholdError } from "../errors.ts";
import { EXIT } from "./output.ts";
import { showStatus } from "./status.ts";
import { statusIn } from "./words.ts";

function exitCodeOf(error: LeaseholdError): number {
  if (error.code === "unreachable") return EXIT.unreachable;
  return error.code === "invalid-argument" ? EXIT.usage : EXIT.refused;
}

async function run(typed: readonly string[]): Promise<number | null> {
  const asked = statusIn(typed);
  if (asked === null) {
    const { runProgram } = await import("./program.ts");
    return runProgram(typed);
  }
  await showStatus(asked.where, asked.options);
  return null;
}

try {
  const code = await run(process.argv.slice(2));
  if (code !== null) process.exitCode = code;
} catch (error) {
  process.stderr.write(`leasehold: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof LeaseholdError ? exitCodeOf(error) : EXIT.refused;
}
