/** Builds a lab with a busy machine and a small disk, says so, and waits to be killed: what a crashed run looks like. */
import { Lab } from "./lab.ts";

const lab = await Lab.build({ nodes: ["alpha"], smallDisk: { node: "alpha", megabytes: 1 } });
const pid = await lab.machine("alpha").start(["sleep", "1000"], "/dev/null");
process.stdout.write(`${JSON.stringify({ run: lab.plan.run, pid })}\n`);
setInterval(() => {}, 1000);
