/**
 * A holder in a process of its own: opens the gate and renews it, every 20 ms or without a pause, until stdin ends.
 * Prints a JSON line after each operation, or each 100th when busy.
 */
import { createGate } from "../../network/gate.ts";
import type { GateOperation } from "../../network/port.ts";
import { TIMEOUT_MS } from "./times.ts";

const [card, address, pace] = process.argv.slice(2);
const gate = createGate({ node: "renewer", cards: [card ?? ""], guard: "on" });
await gate.arm([address ?? ""], false);

function act(type: "arm" | "open" | "renew", tell: boolean): boolean {
  const operation: GateOperation = { type, timeout: TIMEOUT_MS };
  const answer = gate.perform(operation);
  if (tell || !answer.ok) process.stdout.write(`${JSON.stringify({ type, ...answer })}\n`);
  return answer.ok;
}

act("arm", true);
act("open", true);
let ending = false;
process.stdin.on("end", () => {
  ending = true;
});
process.stdin.resume();
for (let i = 0; !ending; i++) {
  const ok = act("renew", pace !== "busy" || i % 100 === 0);
  if (!ok) break;
  if (pace !== "busy") await new Promise((resolve) => setTimeout(resolve, 20));
  else if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
}
process.stdin.destroy();
