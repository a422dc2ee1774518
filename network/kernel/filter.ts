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
const IF_EQUAL = 0x15; // jeq #k
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
