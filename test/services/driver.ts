/**
 * A daemon's stand-in for tests that kill or freeze one: starts (or adopts) one service and extends its deadline
 * every 20 ms by `window` ms. Prints JSON lines.
 */
import { bootNow } from "../../network/kernel/clock.ts";
import { createRunner } from "../../services/runner.ts";

const [node, runtimeDirectory, adopt, window, ...command] = process.argv.slice(2);
const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
const runner = createRunner({
  node: node ?? "",
  runtimeDirectory: runtimeDirectory ?? "",
  onOutput: (group, line) => say({ type: "output", group, line }),
  onTrouble: () => {},
  now: bootNow,
});
runner.onExit((group, why) => say({ type: "exit", group, why }));
const later = (): number => bootNow() + Number(window);
await runner.start(
  { type: "command", name: "web", command, environment: {}, startTimeout: 10_000 },
  7n,
  later(),
  adopt === "adopt",
);
say({ type: "started" });
setInterval(() => runner.extend("web", later()), 20);
