/** The API over a real socket, against a view of our own: what tools see, and who may ask. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { credentials } from "@grpc/grpc-js";
import type { LogReply, MoveProgress, MoveRequest, StatusReply } from "../../api/messages.ts";
import type { ClusterView } from "../../api/port.ts";
import { type Api, serveApi } from "../../api/server.ts";
import { render } from "../../cli/status.ts";
import { connectCluster } from "../../client/cluster.ts";
import { LeaseholdError } from "../../errors.ts";
import { makeAuthority, makeClientCertificate, makeNodeCertificate } from "../../identity/authority.ts";

const folder = mkdtempSync(join(tmpdir(), "leasehold-api-"));
const open: Api[] = [];
after(async () => {
  await Promise.all(open.map((api) => api.close()));
  rmSync(folder, { recursive: true, force: true });
});

const STATUS: StatusReply = {
  cluster: "shop",
  node: "alpha",
  role: "leader",
  term: 7,
  leader: "alpha",
  commit: 2 ** 40,
  applied: 2 ** 40,
  revision: 1,
  warnings: ["mind the step"],
  members: [
    { name: "alpha", voter: true, alive: true, silenceMs: [], session: "open", ready: true, reason: "" },
    {
      name: "beta",
      voter: true,
      alive: false,
      silenceMs: [12.5, -1],
      session: "none",
      ready: false,
      reason: "no guard",
    },
  ],
  groups: [
    {
      name: "web",
      address: "10.0.0.100/24",
      holder: "",
      state: "vacant",
      token: "281474976710656",
      reason: "nobody is ready",
      proof: "",
      movingTo: "",
      local: "",
    },
  ],
  session: { incarnation: 2 ** 50, number: 1, validForMs: 180.25, gate: "shut" },
};

class FixedView implements ClusterView {
  readonly listeners = new Set<() => void>();
  readonly moves: MoveRequest[] = [];
  status(): StatusReply {
    return STATUS;
  }
  log(newest: number): LogReply {
    const decisions = [1, 2, 3].map((index) => ({
      index,
      term: 1,
      at: 5,
      text: `decision ${index}`,
      type: "granted",
    }));
    return { decisions: newest === 0 ? decisions : decisions.slice(-newest) };
  }
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  move(request: MoveRequest, report: (progress: MoveProgress) => void): () => void {
    this.moves.push(request);
    report({ requestId: "r1", stage: "wanted", text: "should go", done: false, ok: true });
    report({ requestId: "r1", stage: "running", text: "runs", done: true, ok: true });
    return () => {};
  }
}

const authority = await makeAuthority(join(folder, "authority"));
const server = await makeNodeCertificate(authority, "alpha", ["127.0.0.1"]);
let nextPort = 20_000 + (process.pid % 20_000);

async function serve(view: ClusterView): Promise<{ socket: string; port: number }> {
  const port = nextPort++;
  const socket = join(folder, `api-${port}.sock`);
  const { certificate, key } = server;
  open.push(
    await serveApi({
      view,
      socket,
      addresses: ["127.0.0.1"],
      port,
      tls: { ca: authority.certificate, certificate, key },
    }),
  );
  return { socket, port };
}

test("status arrives exactly as the node said it, large numbers and absent silences included", async () => {
  const { socket } = await serve(new FixedView());
  const client = connectCluster(`unix:${socket}`);
  assert.deepEqual(await client.status(), STATUS);
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
    /needs the group's name and the node/,
  );
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
        if (seen === 1) for (const listener of view.listeners) listener();
        if (seen === 2) resolve();
      })
      .catch(reject);
  });
  client.close();
});

test("over TCP a client of the cluster's authority is served, and one without a certificate is not", async () => {
  const { port } = await serve(new FixedView());
  const member = await makeClientCertificate(authority, "admin");
  const ca = Buffer.from(authority.certificate);
  const known = credentials.createSsl(ca, Buffer.from(member.key), Buffer.from(member.certificate));
  const client = connectCluster(`127.0.0.1:${port}`, known);
  assert.equal((await client.status()).cluster, "shop");
  client.close();
  const stranger = connectCluster(`127.0.0.1:${port}`, credentials.createSsl(ca), 2000);
  await assert.rejects(
    stranger.status(),
    (e: unknown) => e instanceof LeaseholdError && e.code === "unavailable",
  );
  stranger.close();
});

test("a daemon that is not there is named, with what to look for", async () => {
  const client = connectCluster(`unix:${join(folder, "absent.sock")}`, undefined, 1000);
  await assert.rejects(client.status(), /absent\.sock: .*is leaseholdd running there/);
  client.close();
});

test("for a person, status says who is dead, who holds nothing and why", () => {
  const text = render(STATUS);
  assert.match(text, /^cluster shop, seen by alpha \(leader, term 7\)/);
  assert.match(text, /^! mind the step$/m);
  assert.match(text, /^beta +no +none +no: no guard +13 ms never$/m);
  assert.match(text, /^web +10\.0\.0\.100\/24 +nobody +vacant +281474976710656 +nobody is ready$/m);
});
