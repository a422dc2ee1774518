/**
 * What two nodes say on a peer stream. It is a gRPC method, `rpc Exchange(stream Frame) returns (stream Frame)` with
 * frames as raw bytes, whose first byte is the kind:
 *   1 hello     u16 version of this format, then JSON {cluster, node, incarnation}: the first frame in each direction
 *   2 envelopes what proto/codec.ts wrote: only from the node that dialled
 * A node sends on the stream that it dialled and receives on the streams that were dialled to it.
 */
import type { NodeId } from "../core/types.ts";
import type { Incarnation } from "../ledger/types.ts";

export const STREAM_VERSION = 1;
export const EXCHANGE_PATH = "/leasehold.peer.v1.Peer/Exchange";
export const HELLO = 1;
export const ENVELOPES = 2;
const HELLO_BYTES_MAX = 1024;

export interface Hello {
  readonly cluster: string;
  readonly node: NodeId;
  readonly incarnation: Incarnation;
}
export type ReadHello =
  | { readonly ok: true; readonly hello: Hello }
  | { readonly ok: false; readonly kind: "malformed" | "wrong-version"; readonly reason: string };

export function encodeHello(hello: Hello): Buffer {
  const { cluster, node, incarnation } = hello;
  const body = Buffer.from(JSON.stringify({ cluster, node, incarnation }));
  const frame = Buffer.allocUnsafe(3 + body.length);
  frame[0] = HELLO;
  frame.writeUInt16BE(STREAM_VERSION, 1);
  frame.set(body, 3);
  return frame;
}

/** Never throws. The version is looked at before anything that it could have changed (P0). */
export function readHello(frame: Buffer): ReadHello {
  if (frame.length < 3 || frame.length > HELLO_BYTES_MAX || frame[0] !== HELLO) {
    return { ok: false, kind: "malformed", reason: "the first frame must be a hello" };
  }
  const version = frame.readUInt16BE(1);
  if (version !== STREAM_VERSION) {
    const reason = `peer stream format ${version} is unknown here; expected ${STREAM_VERSION}`;
    return { ok: false, kind: "wrong-version", reason };
  }
  let said: { cluster?: unknown; node?: unknown; incarnation?: unknown } | null;
  try {
    said = JSON.parse(frame.toString("utf8", 3));
  } catch {
    said = null;
  }
  const { cluster, node, incarnation } = said ?? {};
  if (typeof cluster !== "string" || typeof node !== "string" || !Number.isSafeInteger(incarnation)) {
    return { ok: false, kind: "malformed", reason: "the hello does not say cluster, node and incarnation" };
  }
  return { ok: true, hello: { cluster, node: node as NodeId, incarnation: incarnation as Incarnation } };
}

/** Why this hello of `node` (by its certificate) is refused here, or null. */
export function helloMismatch(hello: Hello, cluster: string, node: NodeId): string | null {
  if (hello.cluster !== cluster) {
    return `cluster "${printable(hello.cluster)}" is not this cluster, "${cluster}"`;
  }
  if (hello.node !== node)
    return `the hello says node "${printable(hello.node)}", the certificate says "${node}"`;
  return null;
}

/** What a stranger wrote, fit for a log line. */
export const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, "?").slice(0, 64);
