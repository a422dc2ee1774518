/** A run that has not met what it claims to try has shown nothing: it fails, and says what was missing. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { emptyReport, notSeen, type Report, verdict } from "./report.ts";
import { PROFILE_NAMES, type Profile } from "./scene.ts";
import { blank, nothingSeen, type SeenName } from "./seen.ts";

const asked = (profile: Profile): SeenName[] => blank(nothingSeen(), profile === "two-nodes");
/** One of everything that is asked for, and nothing else. */
function everything(profile: Profile): Report {
  const report = emptyReport();
  for (const name of asked(profile)) report.seen[name] = 1;
  if (profile === "beyond-rho") report.lost.P1 = 1;
  return report;
}

test("in every profile a run that met everything passes, and one that missed any one thing fails and names it", () => {
  for (const profile of PROFILE_NAMES) {
    assert.ok(asked(profile).length > 50, `${profile}: ${asked(profile).length} things asked for`);
    assert.deepEqual(notSeen(everything(profile), profile), [], profile);
    assert.equal(verdict(everything(profile), profile), 0, profile);
    for (const name of asked(profile)) {
      const report = everything(profile);
      report.seen[name] = 0;
      assert.deepEqual(notSeen(report, profile), [name], profile);
      assert.equal(verdict(report, profile), 1, `${profile}: ${name}`);
    }
  }
});

test("beyond rho a run without the stated loss fails; a violation fails whatever was met", () => {
  const calm = { ...everything("beyond-rho"), lost: {} };
  assert.deepEqual(notSeen(calm, "beyond-rho"), ["the loss of P1"]);
  assert.equal(verdict(calm, "beyond-rho"), 1);
  for (const profile of PROFILE_NAMES) {
    const broken = {
      ...everything(profile),
      violations: [{ seed: 1, invariant: "P1", detail: "two serve" }],
    };
    assert.equal(verdict(broken, profile), 1, profile);
  }
});

test("the command itself: too short a run breaks nothing, ends with 1, and its JSON lists what it has not seen", () => {
  const main = fileURLToPath(new URL("./main.js", import.meta.url));
  for (const profile of PROFILE_NAMES) {
    const options = ["--profile", profile, "--seeds", "1", "--events", "20", "--jobs", "1", "--json"];
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...options], { encoding: "utf8" });
    assert.equal(status, 1, `${profile}: ${stderr}`);
    const said = JSON.parse(stdout) as Report & { notSeen: string[] };
    assert.deepEqual(said.violations, [], profile);
    const zero = asked(profile).filter((name) => said.seen[name] === 0);
    const loss =
      profile === "beyond-rho" && said.lost.P1 === undefined && said.lost["P1 right"] === undefined
        ? ["the loss of P1"]
        : [];
    assert.ok(zero.length > 0, `${profile}: everything was met in so short a run`);
    assert.deepEqual(said.notSeen, [...zero, ...loss], profile);
  }
});
