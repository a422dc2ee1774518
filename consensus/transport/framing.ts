/** gRPC's message framing: one byte of compression flag (always 0 here), four of length, then the message. */

const PREFIX = 5;

export function frameMessage(message: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(PREFIX + message.length);
  framed[0] = 0;
  framed.writeUInt32BE(message.length, 1);
  framed.set(message, PREFIX);
  return framed;
}

/** Cuts a byte stream into messages. */
export class MessageReader {
  readonly #bytesMax: number;
  #rest: Buffer = Buffer.alloc(0);

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** The messages that `chunk` completed; null when what came is no acceptable message (the stream is lost then). */
  push(chunk: Buffer): Buffer[] | null {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const messages: Buffer[] = [];
    while (data.length >= PREFIX) {
      const length = data.readUInt32BE(1);
      if (data[0] !== 0 || length > this.#bytesMax) return null;
      if (data.length < PREFIX + length) break;
      messages.push(data.subarray(PREFIX, PREFIX + length));
      data = data.subarray(PREFIX + length);
    }
    this.#rest = data;
    return messages;
  }
}
