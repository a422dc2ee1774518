/**
 * UDP sockets bound to one address each. An event loop's own datagrams cost a request object, a callback and a turn
 * for each packet; an idle daemon does little else than send and receive a few small ones, so here each is one call.
 */
import { isIPv6 } from "node:net";
import { ipBytes, ipText } from "./ipv4.ts";
import { ip6Bytes, ip6Text } from "./ipv6.ts";
import {
  AF_INET,
  AF_INET6,
  bindSocket,
  closeSocket,
  KernelError,
  openSocket,
  receive,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  sendTo,
  type Watch,
  watchReadable,
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
  close(): void;
}

/** Datagrams up to this length come whole. */
export const DATAGRAM_BYTES_MAX = 16_384;
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

function addressText(): string {
  if (sender.readUInt16LE(0) === AF_INET) return ipText(sender.subarray(4, 8));
  return ip6Text(sender.subarray(8, 24));
}

/**
 * Bound to `ip`, and `readable` called on the event loop while anything waits to be received. Throws KernelError
 * (EADDRINUSE, EADDRNOTAVAIL).
 */
export function openDatagrams(ip: string, port: number, readable: () => void): DatagramSocket {
  const what = `the UDP socket of ${ip}:${port}`;
  const address = socketAddress(ip, port);
  const fd = openSocket(address.readUInt16LE(0), SOCK_DGRAM | SOCK_NONBLOCK, 0, what);
  let watch: Watch | null = null;
  try {
    bindSocket(fd, address, what);
    watch = watchReadable(fd, false, readable);
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
    close() {
      if (watch === null) return;
      watch.close();
      watch = null;
      closeSocket(fd);
    },
  };
}
