/** Classic packet filters (struct sock_filter) for the few sockets that hear more than they ask for. */

/** What each instruction is worth is the kernel's own numbering; jumps count instructions to skip. */
interface Instruction {
  readonly code: number;
  readonly yes?: number;
  readonly no?: number;
  readonly k: number;
}

const LOAD_WORD = 0x20; // ld [k], network order
const LOAD_HALF = 0x28; // ldh [k]
const LOAD_BYTE = 0x30; // ldb [k]
const LOAD_LENGTH = 0x80; // ld len
const IF_EQUAL = 0x15; // jeq #k
const IF_GREATER = 0x25; // jgt #k
const RETURN = 0x06; // ret #k: how many bytes to let through
const ALL = 0x40000;

export function assemble(instructions: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(8 * instructions.length);
  for (const [i, { code, yes = 0, no = 0, k }] of instructions.entries()) {
    bytes.writeUInt16LE(code, 8 * i);
    bytes[8 * i + 2] = yes;
    bytes[8 * i + 3] = no;
    bytes.writeUInt32LE(k, 8 * i + 4);
  }
  return bytes;
}

/** Lets frames with this ethertype and this byte at this place through. */
export function frameFilter(ethertype: number, at: number, value: number): Buffer {
  return assemble([
    { code: LOAD_HALF, k: 12 },
    { code: IF_EQUAL, k: ethertype, no: 3 },
    { code: LOAD_BYTE, k: at },
    { code: IF_EQUAL, k: value, no: 1 },
    { code: RETURN, k: ALL },
    { code: RETURN, k: 0 },
  ]);
}

/**
 * Keeps netlink datagrams out that begin with a message of this type, or that one of these sockets (by its port) caused:
 * one datagram tells of one transaction. Netlink writes in the machine's order, the filter reads in the network's.
 */
export function netlinkFilter(type: number, ports: readonly number[]): Buffer {
  const swap16 = (value: number): number => ((value & 0xff) << 8) | (value >>> 8);
  const swap32 = (value: number): number => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes.readUInt32BE();
  };
  const drop = ports.length + 3;
  return assemble([
    { code: LOAD_HALF, k: 4 },
    { code: IF_EQUAL, k: swap16(type), yes: drop - 1 },
    { code: LOAD_WORD, k: 12 },
    ...ports.map((port, i) => ({ code: IF_EQUAL, k: swap32(port), yes: drop - 3 - i })),
    { code: RETURN, k: ALL },
    { code: RETURN, k: 0 },
  ]);
}

/** Places counted from the network header, in a filter that begins elsewhere. */
const NETWORK = 0xfff00000;
const UDP_HEADER = 8;

/**
 * On a UDP socket: datagrams up to this length that begin with these four bytes and come from one of these addresses
 * (4 or 16 bytes each, all alike). The filter sees the UDP header first.
 */
export function datagramFilter(senders: readonly Buffer[], magic: number, bytesMax: number): Buffer {
  const program: Instruction[] = [
    { code: LOAD_LENGTH, k: 0 },
    { code: IF_GREATER, k: UDP_HEADER + bytesMax, no: 1 },
    { code: RETURN, k: 0 },
    { code: LOAD_WORD, k: UDP_HEADER },
    { code: IF_EQUAL, k: magic, yes: 1 },
    { code: RETURN, k: 0 },
  ];
  for (const sender of senders) {
    const words = sender.length / 4;
    const source = sender.length === 4 ? 12 : 8;
    for (let i = 0; i < words; i++) {
      program.push({ code: LOAD_WORD, k: NETWORK + source + 4 * i });
      // past the rest of this address and its return
      program.push({ code: IF_EQUAL, k: sender.readUInt32BE(4 * i), no: 2 * (words - 1 - i) + 1 });
    }
    program.push({ code: RETURN, k: ALL });
  }
  program.push({ code: RETURN, k: 0 });
  return assemble(program);
}
