/**
 * A power switch of the lab: a process of its own with a Unix socket. It answers as it was told to behave, and has the lab,
 * which is at the other end of its IPC channel, do to a machine what an outlet does. Its argument: `SwitchOptions` as JSON.
 */
import { rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";

export interface SwitchOptions {
  readonly socket: string;
  readonly outlets: readonly string[];
}
/** Times in milliseconds. */
export type Behaviour =
  /** Does what it is told, after `delay`, and then says so. */
  | { readonly type: "obeys"; readonly delay: number }
  /** Takes the question and never answers; does nothing. */
  | { readonly type: "dead" }
  /** Says yes and does nothing. */
  | { readonly type: "lies"; readonly delay: number }
  /** Says nothing, and does it `delay` later: long after it was given up. */
  | { readonly type: "late"; readonly delay: number }
  /** Does it to the outlet `instead`, and says yes. */
  | { readonly type: "wrong-outlet"; readonly delay: number; readonly instead: string };

export type ToSwitch =
  | { readonly type: "behave"; readonly behaviour: Behaviour }
  | { readonly type: "done"; readonly id: number; readonly status: "on" | "off" };
export type FromSwitch =
  | { readonly type: "listening" }
  | { readonly type: "behaving" }
  | {
      readonly type: "ask";
      readonly id: number;
      readonly what: "on" | "off" | "status";
      readonly outlet: string;
    };

let behaviour: Behaviour = { type: "obeys", delay: 100 };
let newest = 0;
const waiting = new Map<number, (status: "on" | "off") => void>();

const tell = (message: FromSwitch): void => void process.send?.(message);
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function ask(what: "on" | "off" | "status", outlet: string): Promise<"on" | "off"> {
  newest += 1;
  const id = newest;
  tell({ type: "ask", id, what, outlet });
  return new Promise((resolve) => waiting.set(id, resolve));
}

/** Null: no answer, ever. */
async function answer(what: "on" | "off" | "status", outlet: string): Promise<string | null> {
  const now = behaviour;
  if (now.type === "dead") return null;
  if (what === "status") return ask(what, outlet); // what the outlet really is, whatever was said before
  await sleep(now.delay);
  switch (now.type) {
    case "obeys":
      await ask(what, outlet);
      return "ok";
    case "lies":
      return "ok";
    case "late":
      await ask(what, outlet);
      return null;
    case "wrong-outlet":
      await ask(what, now.instead);
      return "ok";
  }
}

function converse(connection: Socket, outlets: readonly string[]): void {
  let said = "";
  connection.on("error", () => {}); // whoever asked has given up
  connection.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    const line = said.indexOf("\n");
    if (line < 0) return;
    const [what = "", outlet = ""] = said.slice(0, line).split(" ");
    said = "";
    const known = what === "on" || what === "off" || what === "status";
    if (!known || !outlets.includes(outlet)) return void connection.end("error: no such command or outlet\n");
    void answer(what, outlet).then((words) => {
      if (words !== null && !connection.destroyed) connection.end(`${words}\n`);
    });
  });
}

const { socket, outlets } = JSON.parse(process.argv[2] ?? "{}") as SwitchOptions;
rmSync(socket, { force: true });
process.on("message", (message: ToSwitch) => {
  if (message.type === "behave") {
    behaviour = message.behaviour;
    tell({ type: "behaving" });
    return;
  }
  waiting.get(message.id)?.(message.status);
  waiting.delete(message.id);
});
process.on("disconnect", () => process.exit(0)); // the lab is gone
createServer((connection) => converse(connection, outlets)).listen(socket, () => tell({ type: "listening" }));
