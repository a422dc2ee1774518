/** ICMPv6 echo over a raw socket, for processes that poll. The kernel routes, resolves and fills in the checksum. */
import { bootNow } from "./clock.ts";
import { ip6Bytes, ip6Text } from "./ipv6.ts";
import type { EchoReply, EchoSocket } from "./packet.ts";
import {
  AF_INET6,
  closeSocket,
  openSocket,
  receive,
  SO_BINDTODEVICE,
  SOCK_NONBLOCK,
  SOCK_RAW,
  SOL_SOCKET,
  sendTo,
  setOption,
} from "./syscalls.ts";

const ICMPV6 = 58;

/** Like `openEchoSocket`, for IPv6. Throws KernelError, also where the kernel has no IPv6. */
export function openEcho6Socket(card: string | null): EchoSocket {
  const fd = openSocket(AF_INET6, SOCK_RAW | SOCK_NONBLOCK, ICMPV6, "a raw ICMPv6 socket");
  if (card !== null) setOption(fd, SOL_SOCKET, SO_BINDTODEVICE, Buffer.from(`${card}\0`), `the card ${card}`);
  const buffer = Buffer.alloc(2048);
  const from = Buffer.alloc(28);
  return {
    fd,
    send(to, identifier, sequence) {
      const address = Buffer.alloc(28);
      address.writeUInt16LE(AF_INET6, 0);
      ip6Bytes(to).copy(address, 8);
      sendTo(fd, buildEcho6(identifier, sequence), address, `sending an ICMPv6 echo to ${to}`);
    },
    receive() {
      for (let i = 0; i < 64; i++) {
        const length = receive(fd, buffer, from, "receiving ICMPv6");
        if (length === null) return null;
        const reply = parseEchoReply6(buffer.subarray(0, length));
        if (reply !== null) return { from: ip6Text(from.subarray(8, 24)), ...reply, at: bootNow() };
      }
      return null;
    },
    close: () => closeSocket(fd),
  };
}

/** An echo request with 8 bytes of payload. Both numbers are taken modulo 2^16. */
function buildEcho6(identifier: number, sequence: number): Buffer {
  const packet = Buffer.alloc(16);
  packet[0] = 128;
  packet.writeUInt16BE(identifier & 0xffff, 4);
  packet.writeUInt16BE(sequence & 0xffff, 6);
  return packet;
}

/** Reads an ICMPv6 message; null unless it is an echo reply. Never throws. */
export function parseEchoReply6(body: Buffer): Pick<EchoReply, "identifier" | "sequence"> | null {
  if (body.length < 8 || body[0] !== 129) return null;
  return { identifier: body.readUInt16BE(4), sequence: body.readUInt16BE(6) };
}
