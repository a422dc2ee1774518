/**
 * UDP sockets bound to one address each. An event loop's own datagrams cost a request object, a callback and a turn
 * for each packet; an idle daemon does little else than send and receive a few small ones, so here each is one call.
 */
import { isIPv6 } from "node:net";
import { datagramFilter } from "./filter.ts";
import { ipBytes, ipText } from "./ipv4.ts";
import { ip6Bytes, ip6Text } from "./ipv6.ts";
import {
  AF_INET,
  AF_INET6,
  attachFilter,
  bindSocket,
  closeSocket,
  detachFilter,
  droppedAt,
  KernelError,
  openSocket,
  receive,
  SO_RCVBUF,
  SO_RCVBUFFORCE,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOL_SOCKET,
  sendTo,
  setOption,
  type Watch,
  WatchedSet,
} from "./syscalls.ts";

/** A datagram, valid until the next call of `receive` on any socket. */
export interface Datagram {
  readonly bytes: Buffer;
  /** The sender's address, as text. */
  readonly from: () => string;
}

export interface DatagramSocket {
  /** One packet to `to` (see `socketAddress`). Never waits; throws KernelError when the kernel does not take it. */
  send(packet: Buffer, to: Buffer): void;
  /** The next datagram, null when none waits; a longer one than the bound is cut. Throws KernelError. */
  receive(): Datagram | null;
  /**
   * The kernel keeps out what is longer, does not begin with these four bytes or comes from elsewhere, so that a flood
   * of it costs this process nothing and takes no room from others; null: everything comes in. Throws KernelError.
   */
  admitOnly(like: Looks | null): void;
  /** How many the kernel kept out so far, or had no room for. */
  shed(): number;
  close(): void;
}

export interface Looks {
  readonly senders: readonly string[];
  readonly magic: number;
  readonly bytesMax: number;
}

/** Datagrams up to this length come whole. */
export const DATAGRAM_BYTES_MAX = 16_384;
/** Of genuine packets that wait behind others while this process is busy elsewhere. */
const ROOM_BYTES = 1024 * 1024;
const page = Buffer.alloc(DATAGRAM_BYTES_MAX);
const sender = Buffer.alloc(28);

/** An IP address and a port as the kernel's calls take them. Throws LeaseholdError "invalid-argument". */
export function socketAddress(ip: string, port: number): Buffer {
  if (!isIPv6(ip)) {
    const address = Buffer.alloc(16);
    address.writeUInt16LE(AF_INET, 0);
    address.writeUInt16BE(port, 2);
    address.set(ipBytes(ip), 4);
    return address;
  }
  const address = Buffer.alloc(28);
  address.writeUInt16LE(AF_INET6, 0);
  address.writeUInt16BE(port, 2);
  address.set(ip6Bytes(ip), 8);
  return address;
}

function makeRoom(fd: number, what: string): void {
  try {
    setOption(fd, SOL_SOCKET, SO_RCVBUFFORCE, ROOM_BYTES, `the room of ${what}`);
  } catch {
    // Without the right to more: what every process may have.
    setOption(fd, SOL_SOCKET, SO_RCVBUF, ROOM_BYTES, `the room of ${what}`);
  }
}

/** The kernel's program for these looks, at a socket of this kind of address. */
function filterOf(like: Looks, six: boolean): Buffer {
  const senders = like.senders.filter((sender) => isIPv6(sender) === six);
  return datagramFilter(
    senders.map((sender) => Buffer.from(six ? ip6Bytes(sender) : ipBytes(sender))),
    like.magic,
    like.bytesMax,
  );
}

function addressText(): string {
  if (sender.readUInt16LE(0) === AF_INET) return ipText(sender.subarray(4, 8));
  return ip6Text(sender.subarray(8, 24));
}

/**
 * Opens sockets, each bound to its `ip`; `readable` is called on the event loop while anything waits at any of them, once for all:
 * copies of a packet arrive together, by each path on a socket of its own. `open` throws KernelError (EADDRINUSE, EADDRNOTAVAIL).
 */
export function datagramsOf(readable: () => void): { open(ip: string, port: number): DatagramSocket } {
  const watched = new WatchedSet(readable);
  return { open: (ip, port) => openDatagrams(ip, port, watched) };
}

function openDatagrams(ip: string, port: number, watched: WatchedSet): DatagramSocket {
  const what = `the UDP socket of ${ip}:${port}`;
  const address = socketAddress(ip, port);
  const fd = openSocket(address.readUInt16LE(0), SOCK_DGRAM | SOCK_NONBLOCK, 0, what);
  let watch: Watch | null = null;
  try {
    makeRoom(fd, what);
    bindSocket(fd, address, what);
    watch = watched.add(fd);
  } catch (error) {
    closeSocket(fd);
    throw error;
  }
  const sending = `sending from ${ip}`;
  const receiving = `receiving at ${ip}`;
  const datagram = { bytes: page, from: addressText };
  return {
    send(packet, to) {
      if (watch === null) throw new KernelError(sending, "EBADF");
      sendTo(fd, packet, to, sending);
    },
    receive() {
      if (watch === null) return null;
      const length = receive(fd, page, sender, receiving);
      if (length === null) return null;
      datagram.bytes = page.subarray(0, length);
      return datagram;
    },
    admitOnly(like) {
      if (watch === null) return;
      if (like === null) detachFilter(fd, what);
      else attachFilter(fd, filterOf(like, isIPv6(ip)), what);
    },
    shed: () => (watch === null ? 0 : droppedAt(fd, what)),
    close() {
      if (watch === null) return;
      watch.close();
      watch = null;
      closeSocket(fd);
    },
  };
}
