/** The API over a real socket, against a view of our own: what tools see, and who may ask. */
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { Client, credentials, type ServiceError } from "@grpc/grpc-js";
import { CLUSTER } from "../../api/methods.ts";
import { connectCluster } from "../../client/cluster.ts";
import { LeaseholdError } from "../../errors.ts";
import { makeAuthority, makeClientCertificate } from "../../identity/authority.ts";
import { authority, closeAll, FixedView, folder, STATUS, serve } from "./fixture.ts";

after(closeAll);

const withCode = (code: string, text: RegExp) => (error: unknown) =>
  error instanceof LeaseholdError && error.code === code && text.test(error.message);

test("status arrives exactly as the node said it, large numbers and absent silences included", async () => {
  const { socket } = await serve(new FixedView());
  const client = connectCluster(`unix:${socket}`);
  assert.deepEqual(await client.status(), STATUS);
  client.close();
});

test("an ordinary gRPC client is understood", async () => {
  const { socket } = await serve(new FixedView());
  const client = new Client(`unix:${socket}`, credentials.createInsecure());
  const { path, requestSerialize, responseDeserialize } = CLUSTER.status;
  const status = await new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      {},
      (error: ServiceError | null, reply) => (error === null ? resolve(reply) : reject(error)),
    );
  });
  assert.deepEqual(status, STATUS);
  client.close();
});

test("the socket is open to its owner alone", async () => {
  const { socket } = await serve(new FixedView());
  assert.equal(statSync(socket).mode & 0o777, 0o600);
});

test("log gives all decisions, or only the newest", async () => {
  const { socket } = await serve(new FixedView());
  const client = connectCluster(`unix:${socket}`);
  assert.equal((await client.log(0)).decisions.length, 3);
  assert.deepEqual(
    (await client.log(1)).decisions.map((d) => d.index),
    [3],
  );
  client.close();
});

test("move streams its steps and ends with the last", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const client = connectCluster(`unix:${socket}`);
  const stages: string[] = [];
  const last = await client.move({ group: "web", to: "beta", requestId: "" }, (p) => stages.push(p.stage));
  assert.deepEqual(stages, ["wanted", "running"]);
  assert.equal(last.ok, true);
  assert.equal(view.moves[0]?.to, "beta");
  client.close();
});

test("a move without a node is refused in words", async () => {
  const { socket } = await serve(new FixedView());
  const client = connectCluster(`unix:${socket}`);
  await assert.rejects(
    client.move({ group: "web", to: "", requestId: "" }, () => {}),
    withCode("invalid-argument", /needs the group's name and the node/),
  );
  client.close();
});

test("every wish of an operator reaches the node as it was meant, with an id and who asked", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const client = connectCluster(`unix:${socket}`);
  const by = "root@alpha";
  const nothing = (): void => {};
  const last = await client.standby({ node: "beta", requestId: "q", by }, nothing);
  assert.deepEqual(last, { requestId: "q", stage: "done", text: "done so", done: true, ok: true });
  await client.online({ node: "beta", requestId: "q", by }, nothing);
  await client.restart({ node: "beta", requestId: "", by }, nothing);
  await client.stop({ group: "web", requestId: "q", by }, nothing);
  await client.start({ group: "web", requestId: "q", by }, nothing);
  await client.maintain({ group: "", on: true, by }, nothing);
  const [standby, online, restart, stop, start, maintain] = view.wishes;
  assert.deepEqual(standby, { type: "standby", node: "beta", requestId: "q", by });
  assert.deepEqual(online, { type: "online", node: "beta", requestId: "q", by });
  assert.equal(restart?.type, "restart");
  assert.match(restart?.requestId ?? "", /^[0-9a-f-]{36}$/);
  assert.deepEqual(stop, { type: "stop", group: "web", requestId: "q", by });
  assert.deepEqual(start, { type: "start", group: "web", requestId: "q", by });
  assert.equal(maintain?.type === "maintain" && maintain.group === null && maintain.on, true);
  client.close();
});

test("a document of a megabyte is taken whole, and the answer comes back whole", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const client = connectCluster(`unix:${socket}`);
  const yaml = `# ${"x".repeat(1_000_000)}\n`;
  const request = {
    yaml,
    file: "cluster.yaml",
    dryRun: true,
    baseRevision: 3,
    by: "root@alpha",
    note: "why",
  };
  const reply = await client.apply(request);
  assert.deepEqual(reply, {
    ok: true,
    problems: [],
    changes: ["+ group web"],
    warnings: ["mind"],
    revision: 2,
  });
  assert.deepEqual(view.applies, [request]);
  client.close();
});

test("what a node cannot do comes back as its code with its sentence", async () => {
  const { socket } = await serve(new FixedView());
  const client = connectCluster(`unix:${socket}`);
  await assert.rejects(
    client.rollback({ revision: 1, by: "", dryRun: false }),
    withCode("unavailable", /there is no leader now/),
  );
  await assert.rejects(
    client.rollback({ revision: 0, by: "", dryRun: false }),
    withCode("invalid-argument", /number/),
  );
  await assert.rejects(client.document(9), withCode("not-found", /kept are 1 to 2/));
  await assert.rejects(client.explain(""), withCode("invalid-argument", /group is missing/));
  assert.equal((await client.history()).revisions[0]?.by, "root@alpha");
  assert.equal((await client.explain("web")).candidates[0]?.eligible, false);
  client.close();
});

test("a view that throws what it should not costs the caller a refusal, and nobody else anything", async () => {
  const notes: string[] = [];
  const view = new FixedView();
  view.log = () => {
    throw new Error("broken inside");
  };
  const { socket } = await serve(view, { note: (text) => notes.push(text) });
  const client = connectCluster(`unix:${socket}`);
  await assert.rejects(client.log(0), /the daemon's log says what/);
  assert.match(notes.join(), /broken inside/);
  assert.equal((await client.status()).cluster, "shop");
  client.close();
});

test("watching gives a status at once and another after a change", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const client = connectCluster(`unix:${socket}`);
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    client
      .watch(() => {
        seen++;
        if (seen === 1) view.change();
        if (seen === 2) resolve();
      })
      .catch(reject);
  });
  client.close();
});

test("over TCP a client of the cluster's authority is served, and one without a certificate of it is not", async () => {
  const { port } = await serve(new FixedView());
  const member = await makeClientCertificate(authority, "admin");
  const known = { ca: authority.certificate, cert: member.certificate, key: member.key };
  const client = connectCluster(`127.0.0.1:${port}`, known);
  assert.equal((await client.status()).cluster, "shop");
  client.close();
  const other = await makeAuthority(join(folder, "other-authority"));
  const foreign = await makeClientCertificate(other, "admin");
  const stranger = connectCluster(
    `127.0.0.1:${port}`,
    { ca: authority.certificate, cert: foreign.certificate, key: foreign.key },
    2000,
  );
  await assert.rejects(stranger.status(), withCode("unreachable", /./));
  stranger.close();
  assert.throws(() => connectCluster(`127.0.0.1:${port}`), withCode("invalid-argument", /TLS only/));
});

test("a client does not speak to a server that is no node of its cluster", async () => {
  const { port } = await serve(new FixedView());
  const other = await makeAuthority(join(folder, "third-authority"));
  const member = await makeClientCertificate(other, "admin");
  const tls = { ca: other.certificate, cert: member.certificate, key: member.key };
  const client = connectCluster(`127.0.0.1:${port}`, tls, 2000);
  await assert.rejects(client.status(), withCode("unreachable", /./));
  client.close();
});

test("a daemon that is not there is named, with what to look for", async () => {
  const client = connectCluster(`unix:${join(folder, "absent.sock")}`, null, 1000);
  await assert.rejects(
    client.status(),
    withCode("unreachable", /absent\.sock: .*is leaseholdd running there/),
  );
  client.close();
});

test("a daemon that goes away ends its streams at once, and says so", async () => {
  const { socket, api } = await serve(new FixedView());
  const client = connectCluster(`unix:${socket}`);
  let closing: Promise<void> | null = null;
  const watched = client.watch(() => {
    closing ??= api.close();
  });
  await assert.rejects(watched, withCode("unavailable", /going away/));
  await closing;
  client.close();
});
