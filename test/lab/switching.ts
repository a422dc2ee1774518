/** The lab's side of its power switch: starts the process, does to machines what it asks for, and remembers all of it. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { bootNow } from "../../network/kernel/clock.ts";
import type { NodeName } from "./plan.ts";
import type { Behaviour, FromSwitch, SwitchOptions, ToSwitch } from "./switch.ts";

/** What an outlet does to a machine. */
export interface Mains {
  isOn(node: NodeName): boolean;
  powerCut(node: NodeName): Promise<void>;
  powerOn(node: NodeName): Promise<void>;
}

/** Something an outlet did, on the boot-time clock. */
export interface Throw {
  readonly at: number;
  readonly node: NodeName;
  readonly to: "on" | "off";
  /** The machines that were on when it was done. */
  readonly on: readonly NodeName[];
}

export interface PowerSwitch {
  /** What happened to the power by this switch, oldest first. */
  readonly throws: readonly Throw[];
  behave(behaviour: Behaviour): Promise<void>;
  close(): Promise<void>;
  readonly process: ChildProcess;
}

/** `outlets`: which machine hangs on which. Needs `mains` until it is closed. */
export async function startSwitch(
  socket: string,
  outlets: Readonly<Record<string, NodeName>>,
  mains: Mains,
): Promise<PowerSwitch> {
  const options: SwitchOptions = { socket, outlets: Object.keys(outlets) };
  const script = fileURLToPath(new URL("./switch.js", import.meta.url));
  const child = fork(script, [JSON.stringify(options)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const throws: Throw[] = [];
  let acting: Promise<unknown> = Promise.resolve();
  const tell = (message: ToSwitch): void => {
    if (child.connected) child.send(message);
  };
  const act = async (what: "on" | "off", node: NodeName): Promise<void> => {
    if (mains.isOn(node) === (what === "on")) return;
    if (what === "off") await mains.powerCut(node);
    else await mains.powerOn(node);
    const on = Object.values(outlets).filter((each) => mains.isOn(each));
    throws.push({ at: bootNow(), node, to: what, on });
  };
  const asked = async ({ id, what, outlet }: Extract<FromSwitch, { type: "ask" }>): Promise<void> => {
    const node = outlets[outlet];
    if (node === undefined) throw new Error(`the switch has no outlet ${outlet}`);
    if (what !== "status") {
      // One after the other, as relays of one board.
      const mine = acting.then(() => act(what, node));
      acting = mine.catch(() => {});
      await mine;
    }
    tell({ type: "done", id, status: mains.isOn(node) ? "on" : "off" });
  };
  const waiting: { type: FromSwitch["type"]; resolve: () => void }[] = [];
  const hears = (type: FromSwitch["type"]): Promise<void> =>
    new Promise((resolve) => waiting.push({ type, resolve }));
  child.on("message", (message: FromSwitch) => {
    if (message.type === "ask") {
      asked(message).catch((error: unknown) => process.stderr.write(`the lab's switch: ${String(error)}\n`));
      return;
    }
    const at = waiting.findIndex(({ type }) => type === message.type);
    waiting.splice(at, at < 0 ? 0 : 1)[0]?.resolve();
  });
  const gone = once(child, "exit").then(() => {
    for (const { resolve } of waiting.splice(0)) resolve();
  });
  await hears("listening");
  if (child.exitCode !== null) throw new Error(`the lab's switch at ${socket} did not start`);
  return {
    throws,
    process: child,
    async behave(behaviour) {
      const heard = hears("behaving");
      tell({ type: "behave", behaviour });
      await heard;
    },
    async close() {
      if (child.connected) child.disconnect();
      await gone;
      await acting;
    },
  };
}
