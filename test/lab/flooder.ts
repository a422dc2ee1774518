/**
 * A stranger with time on his hands, in a process of its own: floods of packets and of connections of one kind for some
 * seconds. What it is to do comes as JSON on stdin (see flooding.ts), what came of it goes to stdout.
 */
import { createHash, randomBytes, randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { PacketSeal } from "../../consensus/transport/packet.ts";
import { makeHeartbeatKey } from "../../identity/authority.ts";
import { type DatagramSocket, datagramsOf, socketAddress } from "../../network/kernel/datagrams.ts";
import { ETH_P_ALL, ETH_P_IP, openPacketSocket } from "../../network/kernel/packet.ts";
import { besiege } from "./besieging.ts";
import type { DATAGRAMS, Flood, FloodResult } from "./flooding.ts";
import { sleep } from "./shell.ts";

type Kind = (typeof DATAGRAMS)[number];
/** Ethernet, IPv4 without options, UDP. */
const HEADERS = 42;
const NOTHING = { sent: 0, closed: 0, recording: [] } as const;

/** Packets of one kind, one after the other. */
function packetsOf(kind: Kind, recorded: readonly Buffer[]): () => Buffer {
  let n = 0;
  const next = (): Buffer => Buffer.from(recorded[n++ % Math.max(1, recorded.length)] ?? Buffer.alloc(60));
  const changed = (change: (packet: Buffer) => Buffer | number) => () => {
    const packet = next();
    const other = change(packet);
    return typeof other === "number" ? packet : other;
  };
  const body = createHash("sha256").update("a body").digest();
  switch (kind) {
    case "noise":
      return () => randomBytes(randomInt(0, 1400));
    case "giant": {
      const giant = randomBytes(65_000);
      return () => giant;
    }
    case "recorded":
      return next;
    case "flipped":
      return changed((packet) => (packet[packet.length - 1]! ^= 1));
    case "unsigned":
      return changed((packet) => packet.writeUInt32BE(0, 6));
    case "future":
      return changed((packet) => packet.writeUInt8(99, 4));
    case "elsewhere": {
      const seal = new PacketSeal("elsewhere", [makeHeartbeatKey()]);
      return () => seal.seal(body)!;
    }
    case "other-key": {
      const seal = new PacketSeal("lab", [makeHeartbeatKey()]);
      return () => seal.seal(body)!;
    }
    case "signed-noise":
      return changed((packet) => {
        randomBytes(packet.length - 20).copy(packet, 20);
        return 0;
      });
  }
}

/** Calls `one` at this rate, in bursts, for so long. */
async function atRate(perSecond: number, seconds: number, one: () => void): Promise<number> {
  const began = performance.now();
  let sent = 0;
  for (;;) {
    const elapsed = performance.now() - began;
    if (elapsed >= seconds * 1000) return sent;
    const due = Math.min((elapsed / 1000) * perSecond, sent + 2000);
    for (; sent < due; sent++) one();
    await sleep(2);
  }
}

async function sendDatagrams(flood: Extract<Flood, { type: "datagrams" }>): Promise<FloodResult> {
  const recorded = flood.recording.map((frame) => Buffer.from(frame, "base64").subarray(HEADERS));
  const next = packetsOf(flood.kind, recorded);
  const sockets: DatagramSocket[] = [];
  const datagrams = datagramsOf(() => {});
  for (let i = 0; i < flood.sockets; i++) sockets.push(datagrams.open("0.0.0.0", 0));
  const targets = flood.to.map((ip) => socketAddress(ip, flood.port));
  let n = 0;
  const sent = await atRate(flood.perSecond, flood.seconds, () => {
    n += 1;
    try {
      sockets[n % sockets.length]!.send(next(), targets[n % targets.length]!);
    } catch {
      // No room to send: the flood is as fast as it gets.
    }
  });
  for (const socket of sockets) socket.close();
  return { ...NOTHING, sent };
}

/** As from a member, by a card of our own; its own MAC address stays, so that the switch is not misled. */
async function sendSpoofed(flood: Extract<Flood, { type: "spoofed" }>): Promise<FloodResult> {
  const frames = flood.recording.map((frame) => Buffer.from(frame, "base64"));
  const socket = openPacketSocket(flood.card, ETH_P_ALL);
  const next = packetsOf(
    flood.kind,
    frames.map((frame) => frame.subarray(HEADERS)),
  );
  const mac = Buffer.from(socket.mac.replaceAll(":", ""), "hex");
  let n = 0;
  const sent = await atRate(flood.perSecond, flood.seconds, () => {
    const headers = Buffer.from(frames[n++ % frames.length]!.subarray(0, HEADERS));
    const packet = next();
    mac.copy(headers, 6);
    // The recording's own length, and no checksum: UDP over IPv4 may do without.
    const length = headers.readUInt16BE(38) - 8;
    headers.writeUInt16BE(0, 40);
    try {
      socket.send(Buffer.concat([headers, packet, Buffer.alloc(length)]).subarray(0, HEADERS + length));
    } catch {
      // As above.
    }
  });
  socket.close();
  return { ...NOTHING, sent };
}

/** Every UDP datagram to this port that passes the card, as whole frames. */
async function record(flood: Extract<Flood, { type: "record" }>): Promise<FloodResult> {
  const socket = openPacketSocket(flood.card, ETH_P_ALL);
  const frames: string[] = [];
  socket.listen(({ bytes }) => {
    if (bytes.length < HEADERS || bytes.readUInt16BE(12) !== ETH_P_IP || bytes[23] !== 17) return;
    if (bytes.readUInt16BE(36) === flood.port) frames.push(Buffer.from(bytes).toString("base64"));
  });
  await sleep(flood.seconds * 1000);
  socket.close();
  return { ...NOTHING, recording: frames };
}

function perform(flood: Flood): Promise<FloodResult> {
  switch (flood.type) {
    case "datagrams":
      return sendDatagrams(flood);
    case "spoofed":
      return sendSpoofed(flood);
    case "connections":
      return besiege(flood);
    case "record":
      return record(flood);
  }
}

// Strangers are other machines: the processors of this one belong to those it besieges first.
for (const thread of readdirSync("/proc/self/task"))
  setPriority(Number(thread), constants.priority.PRIORITY_LOW);
const result = await perform(JSON.parse(readFileSync(0, "utf8")) as Flood);
process.stdout.write(JSON.stringify(result), () => process.exit(0));
