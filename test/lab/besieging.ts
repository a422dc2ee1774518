/** Connections that are no honest client's, many at once, for some seconds; each that is cut off is made anew. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { type ClientHttp2Session, connect as connectHttp2 } from "node:http2";
import { connect as connectNet, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { CLUSTER } from "../../api/methods.ts";
import { frame } from "../../client/frames.ts";
import type { Flood, FloodResult } from "./flooding.ts";
import { sleep } from "./shell.ts";

type Siege = Extract<Flood, { type: "connections" }>;

/** A ClientHello that promises 512 bytes, and then some of them. */
const HALF_HELLO = Buffer.concat([
  Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
  Buffer.alloc(120, 7),
]);
const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
const SETTINGS = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
/** 16 MiB less one, of a frame that this end may not send so large. */
const GIANT_FRAME = Buffer.from([0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 1]);
const STREAMS = 1000;

const call = (path: string) => ({
  ":method": "POST",
  ":path": path,
  "content-type": "application/grpc",
  te: "trailers",
});

export async function besiege(siege: Siege): Promise<FloodResult> {
  const end = performance.now() + siege.seconds * 1000;
  let sent = 0;
  let closed = 0;
  const open = new Set<Socket>();
  const dial = (): void => {
    sent += 1;
    const socket = connection(siege);
    open.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => {
      open.delete(socket);
      closed += 1;
      if (performance.now() < end) setTimeout(dial, 20);
    });
    attack(siege.kind, socket);
    if (!speaks.has(siege.kind)) socket.resume();
  };
  for (let i = 0; i < siege.count; i++) {
    dial();
    if (i % 50 === 49) await sleep(5);
  }
  await sleep(Math.max(0, end - performance.now()));
  for (const socket of open) socket.destroy();
  return { sent, closed, recording: [] };
}

/** Kinds whose socket belongs to HTTP/2. */
const speaks = new Set<Siege["kind"]>(["h2-giant-headers", "h2-streams", "h2-big", "h2-deaf"]);
/** Whether a kind speaks behind TLS; a Unix socket has none. */
const plain = (kind: Siege["kind"]): boolean =>
  kind === "noise" || kind === "half-open" || kind === "drip" || kind === "many";

function connection({ kind, to, cert, key }: Siege): Socket {
  if ("path" in to) return connectNet(to.path);
  if (plain(kind)) return connectNet(to);
  return connectTls({
    ...to,
    rejectUnauthorized: false,
    ...(cert === null || key === null ? {} : { cert: readFileSync(cert), key: readFileSync(key) }),
    ...(kind === "http1" ? {} : { ALPNProtocols: ["h2"] }),
  });
}

function attack(kind: Siege["kind"], socket: Socket): void {
  socket.once("encrypted" in socket ? "secureConnect" : "connect", () => begin(kind, socket));
}

function begin(kind: Siege["kind"], socket: Socket): void {
  switch (kind) {
    case "noise":
      socket.write(randomBytes(4096));
      return;
    case "half-open":
      socket.write(HALF_HELLO);
      return;
    case "drip":
      drip(socket);
      return;
    case "many":
    case "no-certificate":
    case "foreign-certificate":
      return;
    case "http1":
      socket.write("GET / HTTP/1.1\r\nHost: leasehold\r\n\r\n");
      return;
    case "h2-noise":
      socket.write(Buffer.concat([PREFACE, SETTINGS, randomBytes(4096)]));
      return;
    case "h2-giant-frame":
      socket.write(Buffer.concat([PREFACE, SETTINGS, GIANT_FRAME, randomBytes(65_536)]));
      return;
    default:
      speak(kind, socket);
  }
}

/** One byte a second. */
function drip(socket: Socket): void {
  let at = 0;
  const timer = setInterval(() => socket.write(HALF_HELLO.subarray(at, ++at)), 1000);
  socket.once("close", () => clearInterval(timer));
}

/** Real HTTP/2, with bad manners. */
function speak(kind: "h2-giant-headers" | "h2-streams" | "h2-big" | "h2-deaf", socket: Socket): void {
  const session = connectHttp2("https://alpha.leasehold", {
    createConnection: () => socket,
    maxSendHeaderBlockLength: 2 ** 24,
    // It calls more than it may.
    peerMaxConcurrentStreams: 2 * STREAMS,
  });
  session.on("error", () => socket.destroy());
  session.once("close", () => socket.destroy());
  const ask = (path: string, headers: Record<string, string> = {}) => {
    const stream = session.request({ ...call(path), ...headers });
    stream.on("error", () => {});
    return stream;
  };
  switch (kind) {
    case "h2-giant-headers":
      ask(CLUSTER.status.path, { "x-long": "h".repeat(2 ** 20) }).end(frame(Buffer.alloc(0)));
      return;
    case "h2-streams":
      for (let i = 0; i < STREAMS; i++)
        ask(CLUSTER.status.path).write(frame(Buffer.alloc(60_000)).subarray(0, 50_000));
      return;
    case "h2-big":
      for (let i = 0; i < 8; i++) ask(CLUSTER.apply.path).end(frame(Buffer.alloc(16 * 2 ** 20, 7)));
      return;
    case "h2-deaf":
      listenToNothing(session, ask);
  }
}

/** Asks and watches without end, and reads no answer. */
function listenToNothing(
  session: ClientHttp2Session,
  ask: (path: string) => { end(data: Buffer): void },
): void {
  const empty = frame(Buffer.alloc(0));
  for (let i = 0; i < 100; i++) ask(CLUSTER.watchStatus.path).end(empty);
  const timer = setInterval(() => {
    for (let i = 0; i < 20 && !session.closed && !session.destroyed; i++) ask(CLUSTER.log.path).end(empty);
  }, 20);
  session.once("close", () => clearInterval(timer));
}
