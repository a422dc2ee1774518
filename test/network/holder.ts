/** Holders in processes of their own, which can be stopped without a word of warning. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bootNow } from "../../network/kernel/clock.ts";
import { stopped } from "../lab/shell.ts";
import { CARD, type Client } from "./pair.ts";
import { PATIENT, SILENCE, TIMEOUT_MS } from "./times.ts";

const children: ChildProcess[] = [];

interface Said {
  readonly type: string;
  readonly ok: boolean;
  readonly reason?: string;
}

/** Starts a holder of `address`; `said` collects what it prints, `next` waits for the next line. */
export function startHolder(address: string, pace: "paced" | "busy") {
  const script = fileURLToPath(new URL("./renewer.js", import.meta.url));
  const child = spawn(process.execPath, [script, CARD, address, pace], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  const said: Said[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => said.push(JSON.parse(line) as Said));
  return { child, said, next: () => once(lines, "line") };
}

export async function opened(holder: ReturnType<typeof startHolder>): Promise<void> {
  while (!holder.said.some(({ type, ok }) => type === "renew" && ok)) await holder.next();
}

export function killHolders(): void {
  for (const child of children) child.kill("SIGKILL");
}

async function passed(moment: number): Promise<void> {
  for (let left = moment - bootNow(); left > 0; left = moment - bootNow()) await wait(Math.ceil(left));
}

/** Opens, stops the process that renews, looks for silence, thaws it, and looks again. */
export async function fallsSilent(address: string, client: Client): Promise<void> {
  const holder = startHolder(address, "paced");
  await opened(holder);
  assert.ok(client.ownerAnswers(PATIENT), "answers for the address while it renews");
  assert.ok(client.pingAnswered(PATIENT), "answers echoes while it renews");
  holder.child.kill("SIGSTOP");
  await stopped(holder.child.pid!);
  // Its last renewal was done before now, told or not (G1).
  await passed(bootNow() + TIMEOUT_MS + 200);
  assert.ok(!client.ownerAnswers(SILENCE), "silent when asked for the owner");
  assert.ok(!client.pingAnswered(SILENCE), "silent for echoes");

  holder.child.kill("SIGCONT");
  // It may first tell of a renewal that it had done, but not reported, when it was stopped.
  while (holder.said.every(({ ok }) => ok)) await holder.next();
  assert.equal(holder.said.at(-1)?.reason, "expired", "the thawed holder is refused");
  assert.ok(!client.ownerAnswers(SILENCE), "and stays silent");
  assert.ok(!client.pingAnswered(SILENCE));
  holder.child.kill("SIGKILL");
}
