/** Builds a lab with a busy machine, says so, and waits to be killed: what a crashed run looks like. */
import { Lab } from "./lab.ts";

const lab = await Lab.build({ nodes: ["alpha"] });
const pid = await lab.machine("alpha").start(["sleep", "1000"], "/dev/null");
process.stdout.write(`${JSON.stringify({ run: lab.plan.run, pid })}\n`);
setInterval(() => {}, 1000);
