// A process of its own for the tests of the store: writes entries of term 1, and between them snapshots, compactions and
// installations, until it is killed. Line by line: `ack LAST SNAPSHOT BASE`, each as far as it was acknowledged.
// Usage: snapshotwriter.js FOLDER
import { writeSync } from "node:fs";
import { logIndex } from "../../consensus/core/types.ts";
import { openStore } from "../../consensus/store/open.ts";
import { entriesOf, inPieces, markOf, OWNER, received, stateBytes, stateOf } from "./samples.ts";

/** Its bytes tell its index. */
const bytesAt = (index: number): Uint8Array => stateBytes(200_000, index);

const store = await openStore(process.argv[2]!, OWNER);
let last: number = store.contents.last.index;
let snapshot: number = store.contents.snapshot?.mark.index ?? 0;
let base: number = store.contents.base.index;
for (let round = 1; ; round++) {
  for (let write = 0; write < 5; write++) {
    await store.write(null, entriesOf(last + 1, 3, 1));
    last += 3;
    writeSync(1, `ack ${last} ${snapshot} ${base}\n`);
  }
  const next = round % 4 === 0 ? last + 10 : last - 2;
  if (round % 4 === 0) {
    await store.install(stateOf(1, null, next), await received(store, markOf(next, 1), bytesAt(next)));
    [last, snapshot, base] = [next, next, next];
  } else {
    await store.saveSnapshot(markOf(next, 1), inPieces(bytesAt(next)));
    snapshot = next;
    writeSync(1, `ack ${last} ${snapshot} ${base}\n`);
    await store.compact(logIndex(next - 4));
    base = next - 4;
  }
  writeSync(1, `ack ${last} ${snapshot} ${base}\n`);
}
