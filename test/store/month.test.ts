// A month of ordinary life leaves the disk as full as its first days did: log and snapshots, the ledger in them, the audit file.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Month, type Sizes } from "./month.ts";

/** In memory where there is such a folder: a month of syncs is not what is tested. */
const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "leasehold-month-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const LEASES_A_DAY = 240;
const BUSY_DAY = { day: 17, leases: 1600 };
/** Two logs of a thousand entries, two snapshots, the journal of a megabyte. */
const STORE_BYTES_MAX = 4 * 1024 * 1024;
const LEDGER_BYTES_MAX = 256 * 1024;
/** Five files, each but for the decisions of one snapshot's worth of log. */
const AUDIT = { bytes: 64 * 1024, kept: 4 };
const AUDIT_BYTES_MAX = 5 * (AUDIT.bytes + 256 * 1024);

test("a month of sessions, moves, documents and leases of applications does not fill the disk", async () => {
  const month = new Month(folder, AUDIT);
  await month.start();
  const days: Sizes[] = [];
  for (let day = 1; day <= 30; day++) {
    await month.day(day, day === BUSY_DAY.day ? BUSY_DAY.leases : LEASES_A_DAY);
    days.push(month.sizes());
    assert.equal(month.held, 20, `day ${day} ends with every group held`);
  }
  await month.end();
  const seen = month.seen;
  for (const type of ["moved", "suspected", "cleared", "expired", "lapsed", "configured", "snapshots"])
    assert.ok((seen.get(type) ?? 0) >= 5, `${type}: ${seen.get(type)} in a month`);
  const most = (from: number, to: number, of: keyof Sizes): number =>
    Math.max(...days.slice(from - 1, to).map((sizes) => sizes[of]));
  const story = days.map((sizes, i) => `${i + 1}: ${JSON.stringify(sizes)}`).join("\n");
  for (const [of, max] of [
    ["store", STORE_BYTES_MAX],
    ["ledger", LEDGER_BYTES_MAX],
    ["audit", AUDIT_BYTES_MAX],
  ] as const) {
    assert.ok(
      most(1, 30, of) <= max,
      `${of} takes ${most(1, 30, of)} bytes; expected at most ${max}\n${story}`,
    );
    // By the twentieth day everything that is kept by number has its number.
    const [before, later] = [most(11, 20, of), most(21, 30, of)];
    assert.ok(later <= 1.1 * before, `${of} grows: ${before} bytes, ten days later ${later}\n${story}`);
  }
});
