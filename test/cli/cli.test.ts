/** The command line as a person or a script uses it: what it prints, and how it ends. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { renderChange, renderRevision } from "../../cli/apply.ts";
import { renderExplanation } from "../../cli/explain.ts";
import { render } from "../../cli/status.ts";
import { forgetLastWords, leaveLastWords } from "../../configuration/lastwords.ts";
import { makeClientCertificate } from "../../identity/authority.ts";
import { writeIdentity } from "../../identity/identity.ts";
import { authority, closeAll, FixedView, folder, STATUS, serve } from "../api/fixture.ts";

const CLI = fileURLToPath(new URL("../../cli/main.js", import.meta.url));
let view: FixedView;
let socket = "";
let port = 0;

before(async () => {
  view = new FixedView();
  ({ socket, port } = await serve(view));
});
after(closeAll);

const run = (...args: string[]) => type("", ...args);
/** With `input` typed. */
async function type(
  input: string,
  ...args: string[]
): Promise<{ out: string; err: string; code: number | null }> {
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, LEASEHOLD_CONFIG: join(folder, "absent.yaml") },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (err += text));
  child.stdin.on("error", () => {}); // it ended without reading
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number | null];
  return { out, err, code };
}
const ask = (...args: string[]) => run("--socket", socket, ...args);

test("for a person, status says who is dead, what has no cable, who holds nothing and why, and what it is made of", () => {
  const text = render(STATUS);
  assert.match(text, /^cluster shop, revision 1, seen by alpha \(leader, term 7\)/);
  assert.match(text, /^! mind the step$/m);
  assert.match(text, /^alpha +self +yes +open +yes +eth0 eth1 DOWN$/m);
  assert.match(text, /^beta +no +no +none +no: no guard +13 ms never$/m);
  assert.match(text, /^web +nobody +vacant, maintained by root@alpha +281474976710656 +nobody is ready$/m);
  assert.match(text, /^ {2}ip +10\.0\.0\.100\/24 +stopped$/m);
  assert.match(text, /^ {2}server +\/usr\/bin\/server$/m);
});

test("status says in one sentence whether the next failure would be survived, and how the two of a pair stand", () => {
  const text = render(STATUS);
  assert.match(text, /^! If alpha fails, beta takes nothing over: it is asleep$/m);
  assert.match(text, /^together: in contact with beta; ping targets reached: 2 of 2, by beta \?$/m);
  assert.match(
    text,
    /^ {2}reached in the last 61 s, oldest first: 2 \(2 rounds\), 1, 2; by beta \?, 2 \(3 rounds\)$/m,
  );
  assert.match(
    text,
    /^ {2}pings answered since this daemon began: 10\.0\.0\.254 6 of 7, 10\.0\.0\.253 0 of 7$/m,
  );
  const well = { survives: true, sentence: "Any one may fail: the rest goes on", findings: [] };
  assert.match(render({ ...STATUS, outlook: well, pair: null }), /^Any one may fail: the rest goes on$/m);
});

test("doctor says all that was found, the worst first, and ends with 1 while a failure would not be survived", async () => {
  const sick = await ask("doctor");
  assert.equal(sick.code, 1);
  assert.equal(
    sick.out,
    "! If alpha fails, beta takes nothing over: it is asleep\n- beta is heard by one path only\nas alpha sees it\n",
  );
  const told = JSON.parse((await ask("doctor", "--json")).out);
  assert.deepEqual([told.node, told.survives, told.findings.length], ["alpha", false, 2]);
  const usual = view.status;
  view.status = () => ({ ...STATUS, outlook: { survives: true, sentence: "All may fail", findings: [] } });
  const well = await ask("doctor");
  view.status = () => ({ ...STATUS, outlook: null });
  const old = await ask("doctor");
  view.status = usual;
  assert.deepEqual([well.out, well.code], ["All may fail\nas alpha sees it\n", 0]);
  assert.deepEqual(old.code, 1);
  assert.match(old.err, /alpha is of an older version/);
});

test("a group of one part is one line; a node on standby says by whose word", () => {
  const [web] = STATUS.groups;
  const [alpha] = STATUS.members;
  const text = render({
    ...STATUS,
    members: [{ ...alpha!, standby: "root@beta" }],
    groups: [{ ...web!, parts: [web!.parts[0]!], stopped: "root@beta", maintained: "", movingTo: "beta" }],
  });
  assert.match(text, /^web +10\.0\.0\.100\/24 +nobody +vacant, moving to beta, stopped by root@beta +\d+ /m);
  assert.match(text, /^alpha .* standby by root@beta/m);
  assert.ok(!/^ {2}ip/m.test(text));
});

test("a wrong document is answered with file, line and field of everything that is wrong", () => {
  const problems = [
    { line: 3, field: "groups[0].adress", text: "is not known here" },
    { line: 0, field: "", text: "has no nodes" },
  ];
  const reply = { ok: false, problems, changes: [], warnings: [], revision: 1 };
  assert.deepEqual(renderChange("c.yaml", reply), [
    "c.yaml:3: groups[0].adress: is not known here",
    "c.yaml: has no nodes",
    "nothing was changed",
  ]);
});

test("apply shows what changes and what to mind, then applies exactly what was shown", async () => {
  const file = join(folder, "cluster.yaml");
  writeFileSync(file, "cluster: shop\n");
  const { out, code } = await ask("apply", "-f", file, "--note", "why");
  assert.equal(out, "+ group web\n! mind\nrevision 2 is in force\n");
  assert.equal(code, 0);
  const [dry, real] = view.applies.splice(0);
  assert.deepEqual([dry?.dryRun, dry?.yaml, dry?.file, dry?.note], [true, "cluster: shop\n", file, "why"]);
  assert.deepEqual([real?.dryRun, real?.baseRevision], [false, 2]);
  assert.match(real?.by ?? "", /.@./);
  const only = await ask("apply", "-f", file, "--dry-run", "--json");
  assert.deepEqual(JSON.parse(only.out).changes, ["+ group web"]);
  assert.equal(view.applies.splice(0).length, 1);
});

test("a document that is refused ends with 1, and its lines", async () => {
  const file = join(folder, "wrong.yaml");
  writeFileSync(file, "clutser: shop\n");
  const lawful = view.apply;
  view.apply = async () => ({
    ok: false,
    problems: [{ line: 1, field: "clutser", text: "is not known here" }],
    changes: [],
    warnings: [],
    revision: 1,
  });
  const { out, code } = await ask("apply", "-f", file);
  view.apply = lawful;
  assert.equal(out, `${file}:1: clutser: is not known here\nnothing was changed\n`);
  assert.equal(code, 1);
});

test("config prints YAML, history its revisions, explain its reasons, log its decisions", async () => {
  assert.equal((await ask("config")).out, "cluster: shop\n");
  assert.deepEqual(JSON.parse((await ask("config", "2", "--json")).out), {
    yaml: "cluster: shop\n",
    revision: 2,
  });
  const revision = { revision: 1, at: 5, by: "root@alpha", note: "first", changes: ["+ group web"] };
  assert.equal((await ask("history")).out, `${renderRevision(revision).join("\n")}\n`);
  assert.equal(renderRevision(revision)[0], "revision 1  1970-01-01T00:00:00.005Z  by root@alpha  (first)");
  const explained = await ask("explain", "web");
  assert.match(
    explained.out,
    /^web is down\.\n\nNODE +COULD HAVE IT +WHY\nbeta +no +is on standby by root\n\n/,
  );
  assert.equal(explained.out.trimEnd(), renderExplanation(await view.explain("web")));
  assert.match((await ask("log", "-n", "1")).out, /#3 {2}decision 3\n$/);
});

test("operations print their steps, and end with 0 when done, with 1 when refused", async () => {
  const done = await ask("standby", "beta");
  assert.equal(done.out, "wanted: noted\ndone: done so\n");
  assert.equal(done.code, 0);
  assert.deepEqual(JSON.parse((await ask("maintain", "--all", "on", "--json")).out).stage, "done");
  const [standby, maintain] = view.wishes.splice(0);
  assert.equal(standby?.type, "standby");
  assert.deepEqual(maintain?.type === "maintain" && [maintain.group, maintain.on], [null, true]);
  const willing = view.operate;
  view.operate = ({ requestId }, report) => {
    report({ requestId, stage: "refused", text: "no such group", done: true, ok: false });
    return () => {};
  };
  const refused = await ask("stop", "nobody");
  view.operate = willing;
  assert.deepEqual([refused.out, refused.code], ["refused: no such group\n", 1]);
});

test("leases are listed, for people and for scripts", async () => {
  view.watch = (_, listener) => {
    listener({ name: "job", held: true, token: "5", note: "backup", event: "held" });
    listener({ name: "", held: false, token: "", note: "", event: "all" });
    return () => {};
  };
  assert.equal((await ask("leases")).out, "LEASE  TOKEN  NOTE\njob    5      backup\n");
  assert.equal(JSON.parse((await ask("leases", "--json")).out).token, "5");
});

test("wrong usage ends with 2, and says what was expected", async () => {
  const wrong: [RegExp, ...string[]][] = [
    [/unknown command/, "stauts"],
    [/missing required argument/, "standby"],
    [/expected on or off, not up/, "maintain", "web", "up"],
    [/expected a group or --all/, "maintain"],
    [/whole number/, "log", "-n", "few"],
    [/whole number/, "rollback", "last"],
    [/a time such as/, "lease", "job", "--ttl", "soon", "--", "true"],
    [/cannot be read/, "apply", "-f", join(folder, "absent-document.yaml")],
  ];
  await Promise.all(
    wrong.map(async ([text, ...args]) => {
      const { err, code } = await ask(...args);
      assert.match(err, text);
      assert.equal(code, 2, `${args.join(" ")}: ${err}`);
    }),
  );
  const { err, code } = await run("--endpoint", "10.0.0.1:7411", "status");
  assert.match(err, /--endpoint needs --secrets/);
  assert.equal(code, 2);
});

test("a daemon that cannot be reached ends with 3, one that cannot do it now with 1", async () => {
  const absent = await run("--socket", join(folder, "absent.sock"), "status");
  assert.match(absent.err, /absent\.sock: .*is leaseholdd running there/);
  assert.equal(absent.code, 3);
  assert.doesNotMatch(absent.err, /last daemon/);
  leaveLastWords(folder, "the store failed:\n  no space is left", new Date(0));
  const failed = await run("--socket", join(folder, "absent.sock"), "status");
  forgetLastWords(folder);
  assert.match(
    failed.err,
    /^The last daemon here ended by itself at 1970-01-01T00:00:00\.000Z: the store failed: no space is left$/m,
  );
  assert.equal(failed.code, 3);
  const unknown = await run("status");
  assert.match(unknown.err, /absent\.yaml: cannot be read.*--socket/);
  assert.equal(unknown.code, 3);
  const leaderless = await ask("rollback", "1");
  assert.match(leaderless.err, /there is no leader now/);
  assert.equal(leaderless.code, 1);
});

test("the daemon is found through the node's file, however its runtime directory is written", async () => {
  const base = socket.replace(/[^/]+$/, "");
  const spelled = [`runtime: ${base}`, `runtime: "${base}"  # here`, `runtime: '${base}'`];
  for (const line of spelled) {
    const file = join(folder, "node.yaml");
    writeFileSync(file, `node: alpha\n${line}\nsecrets: x\n`);
    const { err } = await run("--config", file, "status");
    // It looked there, where no daemon of that name listens.
    assert.ok(err.includes(`unix:${join(base, "api.sock")}: `), `${line}: ${err}`);
  }
});

test("over TLS a client with a certificate of the cluster is served", async () => {
  const secrets = join(folder, "client-admin");
  const certified = await makeClientCertificate(authority, "admin");
  writeIdentity(secrets, { ca: authority.certificate, certified, heartbeatKeys: [] });
  const { out, code, err } = await run(
    "--endpoint",
    `127.0.0.1:${port}`,
    "--secrets",
    secrets,
    "status",
    "--json",
  );
  assert.equal(code, 0, err);
  assert.equal(JSON.parse(out).cluster, "shop");
});

test("fence confirm asks for the node's name, and passes on what was typed, to the letter", async () => {
  const done = await type("beta\n", "--socket", socket, "fence", "confirm", "beta");
  assert.equal(done.code, 0);
  assert.match(done.err, /two machines will serve the same groups/);
  assert.match(done.out, /done: "beta" was typed/);
  const wrong = await type("gamma\n", "--socket", socket, "fence", "confirm", "beta");
  assert.equal(wrong.code, 1);
  assert.match(wrong.out, /refused: "gamma" was typed/);
  const nothing = await type("", "--socket", socket, "fence", "confirm", "beta");
  assert.notEqual(nothing.code, 0);
});
