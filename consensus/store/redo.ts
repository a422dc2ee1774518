/**
 * What was acknowledged and is not in the database is brought in from the journal (docs/safety.md, J4, J5). A log that goes on above the
 * mark was written and never acknowledged: fine. One that ends below it, by more than the journal holds, lost something.
 */
import { assert } from "../../errors.ts";
import type { Disk, Operation } from "./disk.ts";
import type { Journal } from "./journal.ts";
import { type Found, readRecords } from "./read.ts";
import { corrupt, poisoned, regressed } from "./trouble.ts";

/** `found`: all that lies in the database, sound in itself. Resolves with what lies there once nothing is missing. */
export async function redone(disk: Disk, found: Found, journal: Journal): Promise<Found> {
  const missing = missingWrites(disk.where, found, journal);
  if (missing.length === 0) return found;
  try {
    for (const operations of missing) await disk.commit(operations, true);
  } catch (error) {
    throw poisoned(disk.where, error);
  }
  const now = await readRecords(disk);
  assert(now !== null, "records that were just written are there");
  if (now.head.write !== journal.mark.write)
    throw corrupt(disk.where, `write ${journal.mark.write} was done again, but ${now.head.write} is found`);
  return now;
}

function missingWrites(where: string, { head }: Found, { mark, writes }: Journal): (readonly Operation[])[] {
  const lost = regressed(
    where,
    `it ends with write ${head.write} (log up to entry ${head.lastIndex}), but write ${mark.write} (log up to entry ` +
      `${mark.lastIndex}) was acknowledged`,
  );
  if (head.write < mark.settled) throw lost;
  const missing: (readonly Operation[])[] = [];
  for (let write = head.write + 1; write <= mark.write; write++) {
    const operations = writes.get(write);
    // Not there, or the database had it before the mark did.
    if (operations === undefined || operations === null) throw lost;
    missing.push(operations);
  }
  return missing;
}
