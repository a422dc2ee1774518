/** gRPC's message framing: one byte of compression flag (always 0 here), four of length, then the message. */

const PREFIX = 5;

export function frame(message: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(PREFIX + message.length);
  framed[0] = 0;
  framed.writeUInt32BE(message.length, 1);
  framed.set(message, PREFIX);
  return framed;
}

/** Cuts a stream of bytes into messages of at most `bytesMax`. */
export class FrameReader {
  readonly #bytesMax: number;
  /** What came and is not a whole message yet; joined only when one is. */
  #chunks: Buffer[] = [];
  #length = 0;
  /** Bytes that the first message takes with its prefix, once its prefix is there. */
  #needed: number | null = null;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** The messages that `chunk` completed; null when what came is no acceptable message. */
  push(chunk: Buffer): Buffer[] | null {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const messages: Buffer[] = [];
    while (this.#length >= (this.#needed ?? PREFIX)) {
      const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
      this.#chunks = [all];
      if (this.#needed === null) {
        const size = all.readUInt32BE(1);
        if (all[0] !== 0 || size > this.#bytesMax) return null;
        this.#needed = PREFIX + size;
        continue;
      }
      messages.push(all.subarray(PREFIX, this.#needed));
      this.#chunks = [all.subarray(this.#needed)];
      this.#length -= this.#needed;
      this.#needed = null;
    }
    return messages;
  }
}
