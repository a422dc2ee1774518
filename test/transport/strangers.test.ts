import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connect } from "node:tls";
import { credentials, makeGenericClientConstructor } from "@grpc/grpc-js";
import { nodeId } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import { ENVELOPES, EXCHANGE_PATH, encodeHello, readHello } from "../../consensus/transport/protocol.ts";
import type { CertifiedKey } from "../../identity/authority.ts";
import { makeClientCertificate } from "../../identity/authority.ts";
import { encodeEnvelopes } from "../../proto/codec.ts";
import type { Identities, TestNode } from "./support.ts";
import { freePort, freshAddress, isUp, makeIdentities, numbered, openNode } from "./support.ts";

let ours: Identities;
let theirs: Identities;
before(async () => {
  [ours, theirs] = await Promise.all([makeIdentities(), makeIdentities()]);
});
after(() => {
  ours.remove();
  theirs.remove();
});

/** n2, which knows a peer n1 that is not running. */
async function withNode(body: (node: TestNode, host: string, port: number) => Promise<void>): Promise<void> {
  const [host, port] = [freshAddress(), await freePort()];
  const node = await openNode(ours, "n2", { addresses: [host], port }, { n1: [freshAddress()] });
  try {
    await body(node, host, port);
  } finally {
    await node.streams.close();
  }
}

/** Connects with this certificate, writes HTTP/2's preface if it gets so far; resolves when it has been cut off. */
function intrude(host: string, port: number, identity: CertifiedKey | null): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port,
      ...(identity === null ? {} : { cert: identity.certificate, key: identity.key }),
      rejectUnauthorized: false,
      ALPNProtocols: ["h2"],
    });
    socket.on("error", () => {});
    socket.on("data", () => assert.fail("a stranger was spoken to"));
    socket.once("secureConnect", () => socket.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    socket.once("close", () => resolve());
  });
}

test("a stranger without a certificate is refused, counted and noted", () =>
  withNode(async (node, host, port) => {
    await intrude(host, port, null);
    await node.notes.until("a note", (text) => text.startsWith("refused a stranger"));
    await intrude(host, port, null);
    assert.equal(node.streams.dropped["no-certificate"], 2);
    assert.equal(node.notes.all.filter((text) => text.includes("stranger")).length, 1);
  }));

test("a node certificate of another authority is refused", () =>
  withNode(async (node, host, port) => {
    await intrude(host, port, await theirs.of("n1"));
    await node.notes.until("a note", (text) => text.startsWith("refused a stranger"));
    assert.equal(node.streams.dropped["foreign-certificate"], 1);
  }));

test("a node of the same authority that is no configured peer is refused by name", () =>
  withNode(async (node, host, port) => {
    await intrude(host, port, await ours.of("n9"));
    await node.notes.until("a note", (text) => text.includes('node "n9" is no peer here'));
  }));

test("a client's certificate is no peer's, even with a peer's name", () =>
  withNode(async (node, host, port) => {
    await intrude(host, port, await makeClientCertificate(ours.authority, "n1"));
    await node.notes.until("a note", (text) => text.includes('client "n1" is no peer here'));
  }));

test("random bytes and an early goodbye harm nothing", () =>
  withNode(async (node, host, port) => {
    const { connect: connectTcp } = await import("node:net");
    for (const noise of [Buffer.alloc(0), Buffer.alloc(4096, 0xa5), Buffer.from("GET / HTTP/1.1\r\n\r\n")]) {
      await new Promise<void>((resolve) => {
        const socket = connectTcp(port, host, () =>
          noise.length === 0 ? socket.destroy() : socket.write(noise),
        );
        socket.on("error", () => {});
        socket.once("close", () => resolve());
      });
    }
    await node.notes.until("a note", (text) => text.includes("a TLS handshake from"));
  }));

test("a peer of another cluster is refused with both names", async () => {
  const [a, b, port] = [freshAddress(), freshAddress(), await freePort()];
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b] }, { cluster: "elsewhere" });
  const two = await openNode(ours, "n2", { addresses: [b], port }, { n1: [a] });
  const text = await one.notes.until("the reason", (note) => note.includes("refused: "));
  assert.match(text, /cluster "elsewhere" is not this cluster, "test"/);
  await two.notes.until("a note", (note) => note.startsWith("refused a peer stream of n1: cluster"));
  assert.ok(two.streams.dropped["foreign-cluster"]! >= 1);
  await Promise.all([one.streams.close(), two.streams.close()]);
});

test("a server with another authority's certificate, or another node's, is not talked to", async () => {
  const [a, b0, b1, port] = [freshAddress(), freshAddress(), freshAddress(), await freePort()];
  const impostor = await openNode(theirs, "n2", { addresses: [b0], port }, { n1: [a] });
  const other = await openNode(ours, "n3", { addresses: [b1], port }, { n1: [a] });
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b0, b1] });
  await one.notes.until("the first refusal", (note) => note.startsWith("cannot reach n2 on path 0"));
  // A dial that a pause of this machine cuts short is told with another reason, and made again.
  await one.notes.until("the second", (note) =>
    /^cannot reach n2 on path 1: its certificate is of node "n3"/.test(note),
  );
  assert.equal(one.streams.status().get(nodeId("n2"))?.path, null);
  await Promise.all([one.streams.close(), impostor.streams.close(), other.streams.close()]);
});

/** Any gRPC client with n1's certificate: sends these frames, resolves with what it got and why it ended. */
async function exchange(
  host: string,
  port: number,
  frames: readonly Buffer[],
  hangUp: Promise<unknown> | null,
) {
  const identity = await ours.of("n1");
  const asIs = (bytes: Buffer): Buffer => bytes;
  const method = {
    path: EXCHANGE_PATH,
    requestStream: true,
    responseStream: true,
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  } as const;
  const Client = makeGenericClientConstructor({ exchange: method }, "Peer");
  const secure = credentials.createSsl(
    Buffer.from(ours.authority.certificate),
    Buffer.from(identity.key),
    Buffer.from(identity.certificate),
  );
  const client = new Client(`${host}:${port}`, secure, { "grpc.ssl_target_name_override": "n2.leasehold" });
  const call = client.makeBidiStreamRequest(EXCHANGE_PATH, asIs, asIs);
  const got: Buffer[] = [];
  call.on("data", (frame: Buffer) => got.push(frame));
  call.on("error", () => {});
  const ended = new Promise<{ code: number; details: string }>((resolve) => call.once("status", resolve));
  for (const frame of frames) call.write(frame);
  void hangUp?.then(() => call.end());
  const status = await ended;
  client.close();
  return { got, status };
}
const hello = (cluster = "test", node = "n1"): Buffer =>
  encodeHello({ cluster, node: nodeId(node), incarnation: incarnation(5) });

test("the wire is gRPC: any client with a peer's certificate exchanges hellos and envelopes", () =>
  withNode(async (node, host, port) => {
    const frame = Buffer.concat([Buffer.of(ENVELOPES), encodeEnvelopes([numbered(1), numbered(2)])]);
    const both = node.received.until("both", (e) => e.n === 2);
    const { got, status } = await exchange(host, port, [hello(), frame], both);
    assert.deepEqual(node.received.all, [
      { from: "n1", n: 1 },
      { from: "n1", n: 2 },
    ]);
    assert.equal(got.length, 1);
    const read = readHello(got[0]!);
    assert.ok(read.ok && read.hello.node === "n2" && read.hello.incarnation === 1);
    assert.equal(status.code, 0);
  }));

test("an unknown format version is refused by name (P0)", () =>
  withNode(async (node, host, port) => {
    const future = hello();
    future.writeUInt16BE(99, 1);
    const { status } = await exchange(host, port, [future], null);
    assert.match(status.details, /peer stream format 99 is unknown here; expected 1/);
    assert.equal(node.streams.dropped["wrong-version"], 1);
  }));

test("a hello that names another node than the certificate is refused", () =>
  withNode(async (node, host, port) => {
    const { status } = await exchange(host, port, [hello("test", "n3")], null);
    assert.match(status.details, /the hello says node "n3", the certificate says "n1"/);
    assert.equal(node.received.all.length, 0);
  }));

test("envelopes before the hello, malformed ones and unknown frames end the stream and deliver nothing", () =>
  withNode(async (node, host, port) => {
    const frame = Buffer.concat([Buffer.of(ENVELOPES), encodeEnvelopes([numbered(1)])]);
    const cases = [
      [frame],
      [Buffer.alloc(0)],
      [Buffer.concat([hello().subarray(0, 3), Buffer.from("{")])],
      [Buffer.concat([hello().subarray(0, 3), Buffer.from("null")])],
      [hello(), Buffer.from([ENVELOPES, 0xff, 0xff, 0xff])],
      [hello(), Buffer.from([77, 1, 2, 3])],
    ];
    for (const frames of cases) {
      const { status } = await exchange(host, port, frames, null);
      assert.equal(status.code, 9, status.details);
    }
    assert.equal(node.received.all.length, 0);
    assert.equal(node.streams.dropped.malformed, cases.length);
  }));

test("after all that a genuine peer is still served", async () => {
  const [a, b, port] = [freshAddress(), freshAddress(), await freePort()];
  const two = await openNode(ours, "n2", { addresses: [b], port }, { n1: [a] });
  await intrude(b, port, null);
  await intrude(b, port, await theirs.of("n1"));
  const one = await openNode(ours, "n1", { addresses: [a], port }, { n2: [b] });
  await isUp(one, "n2");
  one.streams.send(nodeId("n2"), numbered(3));
  await two.received.until("it", (e) => e.n === 3);
  await Promise.all([one.streams.close(), two.streams.close()]);
});
