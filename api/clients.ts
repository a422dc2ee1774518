/**
 * What one client may have at once: connections, calls, and bytes of answers that it does not read. A client is whoever
 * shows one certificate, or one process of this machine; how many connections it makes of itself changes nothing.
 */

import { constants, type ServerHttp2Stream } from "node:http2";
import {
  ResponderBuilder,
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
  ServerListenerBuilder,
  status,
} from "@grpc/grpc-js";
import { Valve } from "./valve.ts";

export interface ClientLimits {
  readonly connectionsMax?: number;
  readonly callsMax?: number;
  /** Bytes of answers that wait in this process, of all its calls. */
  readonly unreadMax?: number;
  /** It was cut off, and why. */
  readonly onUnread?: (client: string, why: string) => void;
}

interface Call {
  unread: number;
  readonly stream: ServerHttp2Stream;
}
interface Client {
  connections: number;
  /** The oldest first. */
  readonly calls: Set<Call>;
  unread: number;
}

const DEFAULTS = { connectionsMax: 64, callsMax: 512, unreadMax: 16 * 1024 * 1024 };

export class Clients {
  readonly #limits: Required<ClientLimits>;
  readonly #clients = new Map<string, Client>();

  constructor(limits: ClientLimits = {}) {
    this.#limits = { ...DEFAULTS, onUnread: () => {}, ...limits };
  }

  /** A connection of this client; null when it has too many, else how to say that it has closed. */
  connect(name: string): (() => void) | null {
    const client = this.#of(name);
    if (client.connections >= this.#limits.connectionsMax) return null;
    client.connections += 1;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      client.connections -= 1;
      this.#forget(name, client);
    };
  }

  /** Counts calls and their answers; must be the first of a server's interceptors. */
  get interceptor(): ServerInterceptor {
    return (_method, base) => {
      const stream = streamOf(base);
      const name = clientOf(stream);
      const client = this.#of(name);
      const call: Call = { unread: 0, stream };
      const many = client.calls.size >= this.#limits.callsMax;
      if (!many) {
        client.calls.add(call);
        stream.once("close", () => {
          client.calls.delete(call);
          client.unread -= call.unread;
          call.unread = 0;
          this.#forget(name, client);
        });
      }
      return new Counted(base, many ? refusing(base, this.#limits.callsMax) : undefined, {
        sent: (bytes) => {
          call.unread += bytes;
          client.unread += bytes;
          this.#cut(name, client);
        },
        taken: (bytes) => {
          if (call.unread === 0) return;
          call.unread -= bytes;
          client.unread -= bytes;
        },
      });
    };
  }

  /** The calls that have waited longest go, until what is left is within bounds. */
  #cut(name: string, client: Client): void {
    for (const call of client.calls) {
      if (client.unread <= this.#limits.unreadMax) return;
      if (call.unread === 0) continue;
      const why = `${client.unread} bytes of answers to it wait to be read, more than ${this.#limits.unreadMax}`;
      this.#limits.onUnread(name, why);
      client.unread -= call.unread;
      call.unread = 0;
      client.calls.delete(call);
      call.stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    }
  }

  #of(name: string): Client {
    let client = this.#clients.get(name);
    if (client === undefined) {
      client = { connections: 0, calls: new Set(), unread: 0 };
      this.#clients.set(name, client);
    }
    return client;
  }

  #forget(name: string, client: Client): void {
    if (client.connections === 0 && client.calls.size === 0 && this.#clients.get(name) === client)
      this.#clients.delete(name);
  }
}

interface Count {
  readonly sent: (bytes: number) => void;
  readonly taken: (bytes: number) => void;
}

class Counted extends ServerInterceptingCall {
  readonly #count: Count;

  constructor(
    next: ServerInterceptingCallInterface,
    responder: ConstructorParameters<typeof ServerInterceptingCall>[1],
    count: Count,
  ) {
    super(next, responder);
    this.#count = count;
  }

  /** Calls back when the transport has taken it. */
  override sendMessage(message: unknown, callback: () => void): void {
    const bytes = Buffer.isBuffer(message) ? message.length : SMALL;
    this.#count.sent(bytes);
    super.sendMessage(message, () => {
      this.#count.taken(bytes);
      callback();
    });
  }
}

/** Answers of services that are not ours (reflection) are encoded later; they are files of a few kilobytes. */
const SMALL = 16 * 1024;

/** Answers at once, and lets nothing of the call through. */
function refusing(call: ServerInterceptingCallInterface, callsMax: number) {
  const details = `this client has ${callsMax} calls under way already; wait for some of them`;
  const listener = new ServerListenerBuilder()
    .withOnReceiveMetadata(() => call.sendStatus({ code: status.RESOURCE_EXHAUSTED, details }))
    .withOnReceiveMessage(() => {})
    .withOnReceiveHalfClose(() => {})
    .build();
  return new ResponderBuilder().withStart((next) => next(listener)).build();
}

/** The library shows its own stream to nobody; a test holds these two together. */
const streamOf = (call: ServerInterceptingCallInterface): ServerHttp2Stream =>
  (call as unknown as { readonly stream: ServerHttp2Stream }).stream;

function clientOf(stream: ServerHttp2Stream): string {
  const behind = (stream.session?.socket as unknown as { readonly stream?: unknown } | undefined)?.stream;
  return behind instanceof Valve ? behind.client : "unknown";
}
