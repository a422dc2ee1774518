/**
 * A daemon's stand-in inside a machine that systemd runs: does what it reads (JSON lines: an operation of the runner
 * with its arguments; deadlines in ms from now) and prints what came of it.
 */
import { createInterface } from "node:readline";
import { bootNow } from "../../network/kernel/clock.ts";
import { createRunner } from "../../services/runner.ts";

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
const runner = createRunner({
  node: "unit-test",
  runtimeDirectory: "/run/leasehold-test",
  onOutput: () => {},
  onTrouble: (name, text) => say({ type: "trouble", name, text }),
  now: bootNow,
});
runner.onExit((name, why, byGuard) => say({ type: "exit", name, why, byGuard }));
interface Order {
  readonly id: number;
  readonly op: "start" | "stop" | "kill" | "extend" | "running";
  readonly unit?: string;
  readonly deadline?: number;
  readonly timeout?: number;
  readonly adopt?: boolean;
}
async function obey(order: Order): Promise<unknown> {
  const name = "group.unit";
  const deadline = bootNow() + (order.deadline ?? 60_000);
  switch (order.op) {
    case "start":
      return runner.start(
        { type: "unit", name, unit: order.unit ?? "", startTimeout: 20_000 },
        7n,
        deadline,
        order.adopt === true,
      );
    case "stop":
      return runner.stop(name, order.timeout ?? 10_000);
    case "kill":
      return runner.kill(name);
    case "extend":
      return runner.extend(name, deadline);
    case "running":
      return runner.running();
  }
}
createInterface({ input: process.stdin }).on("line", (line) => {
  const order = JSON.parse(line) as Order;
  obey(order).then(
    (value) => say({ type: "done", id: order.id, ok: true, value: value ?? null }),
    (error: Error) => say({ type: "done", id: order.id, ok: false, value: error.message }),
  );
});
say({ type: "up" });
