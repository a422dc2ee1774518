#!/usr/bin/env node
/**
 * leaseholdd: the composition root. The only place where clocks, disks, sockets and processes are made; everything
 * it makes is handed down as an argument.
 */
import "./engine.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { prepareReflection } from "../api/reflection.ts";
import { forgetLastWords, leaveLastWords } from "../configuration/lastwords.ts";
import { type NodeFile, readNode } from "../configuration/node.ts";
import { LeaseholdError } from "../errors.ts";
import { loadIdentity } from "../identity/identity.ts";
import { createGate } from "../network/gate.ts";
import { checkCables, checkCards, readLinks } from "../network/links.ts";
import { assemble } from "./assemble.ts";
import { openLog } from "./log.ts";
import { sentence } from "./machine.ts";
import { meetServiceManager } from "./servicemanager.ts";
import { awaitInheritance, isSuccessor } from "./successor.ts";

interface Options {
  readonly config: string;
  readonly check?: boolean;
  readonly survey?: boolean;
  readonly recover?: boolean;
  readonly lost?: readonly string[];
  readonly by: string;
}

async function main(): Promise<void> {
  const program = new Command("leaseholdd")
    .description("Leasehold's node daemon")
    .requiredOption("-c, --config <file>", "this node's file")
    .option("--check", "check the configuration and this machine, and end")
    .option("--survey", "say what the store of this node knows, as JSON, and end")
    .option("--recover", "write a forced recovery, and end: what `leasehold recover` does")
    .option("--lost <name...>", "of a recovery: the nodes that are given up")
    .option("--by <who>", "of a recovery: who says so", "somebody")
    .parse();
  const options = program.opts<Options>();
  const file = readNode(options.config);
  if (options.survey === true || options.recover === true) {
    const { recoverWithout, survey } = await import("./recover.ts");
    const survivor =
      options.recover === true
        ? await recoverWithout(file, options.lost ?? [], options.by, Date.now())
        : await survey(file);
    process.stdout.write(`${JSON.stringify(survivor)}\n`);
    return;
  }
  if (options.check) {
    process.exitCode = await checkMachine(file);
    return;
  }
  await run(file);
}

/** Everything that can be known to be wrong before anything is started; prints all of it. */
async function checkMachine(file: NodeFile): Promise<number> {
  const problems: string[] = [];
  try {
    loadIdentity(file.secrets);
  } catch (error) {
    problems.push(sentence(error));
  }
  problems.push(...rootProblems());
  if (problems.length === 0 || process.getuid?.() === 0) {
    const links = readLinks();
    problems.push(...checkCards(file.cards, links), ...checkCables(file.cards, links));
    const own = file.cluster.document.nodes.find(({ name }) => name === file.node);
    if (own?.role === "witness" && file.cards.length === 0) return report(file, problems);
    const gate = createGate({ node: file.node, cards: file.cards.map((c) => c.name), guard: file.guard });
    const guard = await gate.checkGuard();
    gate.close();
    if (!guard.ok) problems.push(guard.detail);
  }
  return report(file, problems);
}

function report(file: NodeFile, problems: readonly string[]): number {
  for (const problem of problems) process.stderr.write(`leaseholdd: ${problem}\n`);
  if (problems.length === 0)
    process.stdout.write(`${file.node}: the configuration and this machine are fit\n`);
  return problems.length === 0 ? 0 : 1;
}

function rootProblems(): string[] {
  return process.getuid?.() === 0
    ? []
    : [
        "leaseholdd must run as root: it moves addresses and guards them in the kernel; start it with sudo or as a service",
      ];
}

async function run(file: NodeFile): Promise<void> {
  const [problem] = rootProblems();
  if (problem !== undefined) throw new LeaseholdError("not-root", problem);
  const identity = loadIdentity(file.secrets);
  if (identity.role.type !== "node" || identity.role.name !== file.node) {
    const text = `${file.secrets} belongs to ${identity.role.type} ${identity.role.name}; this node is ${file.node}`;
    throw new LeaseholdError("certificate", text);
  }
  const cardProblems = checkCards(file.cards, readLinks());
  if (cardProblems.length > 0) throw new LeaseholdError("config-invalid", cardProblems.join("\n"));
  mkdirSync(file.data, { recursive: true, mode: 0o700 });
  mkdirSync(file.runtime, { recursive: true, mode: 0o700 });
  const manager = meetServiceManager(process.env, process.pid);
  const log = openLog(file.node, file.log.file, file.log.level);
  const reflection = prepareReflection();
  // Everything that can go wrong without touching anything has gone wrong by now: the one before us may let go.
  const inheritance = isSuccessor() ? await awaitInheritance() : null;
  writeFileSync(join(file.runtime, "leaseholdd.pid"), `${process.pid}\n`);
  const parts = [file, identity, log, manager, inheritance?.state ?? null, reflection] as const;
  const started = await assemble(...parts).catch((error: unknown) => {
    // Another daemon of this node is at work: these would be taken for its words.
    const twice = error instanceof LeaseholdError && error.code === "store-locked";
    if (!twice) leaveLastWords(file.runtime, sentence(error), new Date());
    throw error;
  });
  forgetLastWords(file.runtime);
  inheritance?.taken();
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => void started.shutdown(signal));
  process.on("SIGUSR2", () => void started.restart("SIGUSR2"));
}

main().catch((error: unknown) => {
  const code = error instanceof LeaseholdError ? error.code : "unexpected";
  const text =
    error instanceof LeaseholdError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? "")
        : String(error);
  process.stderr.write(`leaseholdd (${code}): ${text}\n`);
  process.exit(1);
});
