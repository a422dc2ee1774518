/** Plays seeds in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Order, Played } from "./hunt.ts";
import type { Patches } from "./patch.ts";

export interface Player {
  /** Which seed was played, and what it shows. A string says why it came to no end. */
  play(order: Order): Promise<Played | string>;
  close(): void;
}
/** No seed takes this long, milliseconds, on however loaded a machine. */
const ENDLESS = 180_000;

export function openPlayer(patches: Patches): Player {
  const script = fileURLToPath(new URL("./hunt.js", import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(patches)], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complained = "";
  child.stderr?.on("data", (text) => {
    complained += text;
  });
  let over: string | null = null;
  let answer: (answered: Played | string) => void = () => {};
  child.on("message", (played: Played) => answer(played));
  child.once("close", (code) => {
    over ??= `the process ended with ${code}: ${complained.slice(0, 300)}`;
    answer(over);
  });
  return {
    play: async (order) => {
      if (over !== null) return over;
      const answered = new Promise<Played | string>((resolve) => {
        answer = resolve;
      });
      const limit = setTimeout(() => {
        over = `seed ${order.seed} came to no end`;
        child.kill("SIGKILL");
      }, ENDLESS);
      child.send(order);
      const result = await answered;
      clearTimeout(limit);
      return result;
    },
    close: () => {
      if (child.connected) child.disconnect();
    },
  };
}
