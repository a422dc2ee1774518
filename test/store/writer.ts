// A process of its own for the tests of the store: opens it, says so, and writes until it is killed or the disk
// refuses. Line by line: `call K FIRST COUNT` before write K (which has term K), `ack K` once it is acknowledged.
// Usage: writer.js FOLDER CALLS-AT-ONCE PADDING
import { writeSync } from "node:fs";
import { openStore } from "../../consensus/store/open.ts";
import type { LeaseholdError } from "../../errors.ts";
import { entryOf, OWNER, stateOf } from "./samples.ts";

const [folder, atOnce, padding] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const store = await openStore(folder!, OWNER);
let call: number = store.contents.hardState.term;
let last = store.contents.entries.length;
say(`open ${call}`);

async function writeForEver(): Promise<void> {
  for (;;) {
    const k = ++call;
    // Every seventh write replaces up to two entries, as a conflicting append does.
    const first = k % 7 === 0 ? Math.max(1, last - 1) : last + 1;
    const count = 1 + (k % 3);
    last = first + count - 1;
    say(`call ${k} ${first} ${count}`);
    const entries = Array.from({ length: count }, (_, at) => entryOf(first + at, k, Number(padding)));
    await store.write(stateOf(k, "b"), entries);
    say(`ack ${k}`);
  }
}

try {
  await Promise.all(Array.from({ length: Number(atOnce) }, writeForEver));
} catch (error) {
  say(`failed ${(error as LeaseholdError).code}`);
  const second = await store.write(stateOf(call + 1), []).catch((again: LeaseholdError) => again.code);
  say(`then ${second ?? "accepted"}`);
}
