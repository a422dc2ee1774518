/** Netlink's framing, shared by rtnetlink and nfnetlink: messages, attributes, acknowledgements. */
import { assert } from "../../errors.ts";
import {
  AF_NETLINK,
  bindSocket,
  closeSocket,
  errnoName,
  KernelError,
  openSocket,
  receive,
  SO_RCVBUF,
  SOCK_NONBLOCK,
  SOCK_RAW,
  SOL_SOCKET,
  sendTo,
  setOption,
  socketName,
} from "./syscalls.ts";

export const NLM_F_REQUEST = 0x1;
export const NLM_F_ACK = 0x4;
export const NLM_F_EXCL = 0x200;
export const NLM_F_DUMP = 0x300;
export const NLM_F_CREATE = 0x400;
export const NLM_F_APPEND = 0x800;
const NLM_F_DUMP_INTR = 0x10;
const NLM_F_CAPPED = 0x100;
const NLM_F_ACK_TLVS = 0x200;
const NLMSG_ERROR = 2;
const NLMSG_DONE = 3;
const HEADER = 16;
const NESTED = 0x8000;

const align = (length: number): number => (length + 3) & ~3;

export interface NetlinkMessage {
  readonly type: number;
  readonly flags: number;
  readonly sequence: number;
  /** The socket whose request caused it; 0: the kernel itself. */
  readonly port: number;
  readonly body: Buffer;
}

/** One message with its header, padded to four bytes. */
export function buildMessage(type: number, flags: number, sequence: number, body: Buffer): Buffer {
  const message = Buffer.alloc(align(HEADER + body.length));
  message.writeUInt32LE(HEADER + body.length, 0);
  message.writeUInt16LE(type, 4);
  message.writeUInt16LE(flags, 6);
  message.writeUInt32LE(sequence, 8);
  body.copy(message, HEADER);
  return message;
}

/** One attribute, padded to four bytes. */
export function attribute(type: number, payload: Buffer): Buffer {
  assert(payload.length < 0xfff0, "a netlink attribute fits in 16 bits");
  const bytes = Buffer.alloc(align(4 + payload.length));
  bytes.writeUInt16LE(4 + payload.length, 0);
  bytes.writeUInt16LE(type, 2);
  payload.copy(bytes, 4);
  return bytes;
}

export const nested = (type: number, ...inside: readonly Buffer[]): Buffer =>
  attribute(type | NESTED, Buffer.concat(inside));
export const text = (type: number, value: string): Buffer => attribute(type, Buffer.from(`${value}\0`));

/** Whole messages of one datagram; what does not fit is dropped. Never throws. */
export function parseMessages(datagram: Buffer): NetlinkMessage[] {
  const messages: NetlinkMessage[] = [];
  let at = 0;
  while (at + HEADER <= datagram.length) {
    const length = datagram.readUInt32LE(at);
    if (length < HEADER || at + length > datagram.length) break;
    messages.push({
      type: datagram.readUInt16LE(at + 4),
      flags: datagram.readUInt16LE(at + 6),
      sequence: datagram.readUInt32LE(at + 8),
      port: datagram.readUInt32LE(at + 12),
      body: datagram.subarray(at + HEADER, at + length),
    });
    at += align(length);
  }
  return messages;
}

/** Attributes in order, flags taken off. Never throws. */
export function listAttributes(bytes: Buffer): (readonly [type: number, payload: Buffer])[] {
  const attributes: (readonly [number, Buffer])[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt16LE(at);
    if (length < 4 || at + length > bytes.length) break;
    attributes.push([bytes.readUInt16LE(at + 2) & 0x3fff, bytes.subarray(at + 4, at + length)]);
    at += align(length);
  }
  return attributes;
}

/** Attributes by type (flags taken off); of a repeated one the last. Never throws. */
export const parseAttributes = (bytes: Buffer): Map<number, Buffer> => new Map(listAttributes(bytes));

/** A zero-terminated string attribute; "" when absent. */
export function attributeText(bytes: Buffer | undefined): string {
  if (bytes === undefined) return "";
  const end = bytes.indexOf(0);
  return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
}

/** What an error message says: `errno` null is an acknowledgement; `hint` is the kernel's own sentence, if any. */
export interface Acknowledgement {
  readonly errno: string | null;
  readonly hint: string;
}

/** Null unless `message` is an error or an acknowledgement. Never throws. */
export function parseAcknowledgement(message: NetlinkMessage): Acknowledgement | null {
  if (message.type !== NLMSG_ERROR || message.body.length < 4) return null;
  const errno = -message.body.readInt32LE(0);
  let hint = "";
  if ((message.flags & NLM_F_ACK_TLVS) !== 0 && message.body.length >= 4 + HEADER) {
    const echoed = (message.flags & NLM_F_CAPPED) !== 0 ? HEADER : align(message.body.readUInt32LE(4));
    hint = attributeText(parseAttributes(message.body.subarray(4 + echoed)).get(1));
  }
  return { errno: errno === 0 ? null : errnoName(errno), hint };
}

/**
 * A nonblocking netlink socket in the network namespace of its opening. The kernel answers requests inside the send,
 * so an answer is there when `send` returns and nothing ever waits. Every method may throw KernelError.
 */
export interface NetlinkSocket {
  readonly fd: number;
  /** Its address: what the kernel tells others of a change names the port of who caused it. */
  readonly port: number;
  /** Numbers requests; never 0, which the kernel uses for events. */
  nextSequence(): number;
  send(bytes: Buffer, what: string): void;
  /** The next datagram, valid until the next call; null when none waits. */
  receive(what: string): Buffer | null;
  close(): void;
}

/** `groups`: bits of the multicast groups to hear, 0 for none. */
export function openNetlink(protocol: number, groups: number, what: string): NetlinkSocket {
  const fd = openSocket(AF_NETLINK, SOCK_RAW | SOCK_NONBLOCK, protocol, what);
  let port: number;
  try {
    const SOL_NETLINK = 270;
    for (const [option, value] of [
      [10, 1], // NETLINK_CAP_ACK: do not send the request back with an error
      [11, 1], // NETLINK_EXT_ACK: the kernel's own words with an error
    ] as const) {
      setOption(fd, SOL_NETLINK, option, value, `options of ${what}`);
    }
    setOption(fd, SOL_SOCKET, SO_RCVBUF, 1 << 20, `the buffer of ${what}`);
    const address = Buffer.alloc(12);
    address.writeUInt16LE(AF_NETLINK, 0);
    address.writeUInt32LE(groups, 8);
    bindSocket(fd, address, what);
    socketName(fd, address, what);
    port = address.readUInt32LE(4);
  } catch (error) {
    closeSocket(fd);
    throw error;
  }
  const buffer = Buffer.alloc(65_536);
  let sequence = 0;
  return {
    fd,
    port,
    nextSequence() {
      sequence = (sequence % 0x7fff_fff0) + 1;
      return sequence;
    },
    send: (bytes, asked) => sendTo(fd, bytes, null, asked),
    receive(asked) {
      const length = receive(fd, buffer, null, asked);
      return length === null ? null : buffer.subarray(0, length);
    },
    close: () => closeSocket(fd),
  };
}

/** One request with an acknowledgement. Throws KernelError with `what` was asked and the kernel's hint. */
export function request(
  socket: NetlinkSocket,
  type: number,
  flags: number,
  body: Buffer,
  what: string,
): void {
  const sequence = socket.nextSequence();
  socket.send(buildMessage(type, NLM_F_REQUEST | NLM_F_ACK | flags, sequence, body), what);
  for (;;) {
    const datagram = socket.receive(what);
    if (datagram === null) throw new KernelError(`${what}: the kernel did not answer`, "EAGAIN");
    for (const message of parseMessages(datagram)) {
      const answer = message.sequence === sequence ? parseAcknowledgement(message) : null;
      if (answer === null) continue;
      if (answer.errno === null) return;
      throw new KernelError(answer.hint === "" ? what : `${what}: ${answer.hint}`, answer.errno);
    }
  }
}

/** All messages of one dump; done again when the kernel says that its table changed meanwhile. */
export function dump(socket: NetlinkSocket, type: number, body: Buffer, what: string): NetlinkMessage[] {
  for (let attempt = 0; attempt < 8; attempt++) {
    const found = dumpOnce(socket, type, body, what);
    if (found !== null) return found;
  }
  throw new KernelError(`${what}: the kernel's table keeps changing`, "EINTR");
}

function dumpOnce(socket: NetlinkSocket, type: number, body: Buffer, what: string): NetlinkMessage[] | null {
  const sequence = socket.nextSequence();
  socket.send(buildMessage(type, NLM_F_REQUEST | NLM_F_DUMP, sequence, body), what);
  const found: NetlinkMessage[] = [];
  let torn = false;
  for (;;) {
    const datagram = socket.receive(what);
    if (datagram === null) throw new KernelError(`${what}: the kernel did not answer`, "EAGAIN");
    for (const message of parseMessages(datagram)) {
      if (message.sequence !== sequence) continue;
      if ((message.flags & NLM_F_DUMP_INTR) !== 0) torn = true;
      if (message.type === NLMSG_DONE) return torn ? null : found;
      const answer = parseAcknowledgement(message);
      if (answer !== null) throw new KernelError(what, answer.errno ?? "EPROTO");
      found.push({ ...message, body: Buffer.from(message.body) });
    }
  }
}
