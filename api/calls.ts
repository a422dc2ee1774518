/**
 * How every call of the API is taken: its bytes counted and decoded in the API's share of a turn, its errors turned into
 * a gRPC status with a sentence, its replies held back from a client that does not read them.
 */
import {
  type MethodDefinition,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from "@grpc/grpc-js";
import { LeaseholdError } from "../errors.ts";
import { invalid } from "./checks.ts";
import type { Method } from "./methods.ts";
import type { Turns } from "./turns.ts";

/** A request is small; only a document may be large. */
export const REQUEST_BYTES_MAX = 64 * 1024;
export const DOCUMENT_BYTES_MAX = 4 * 1024 * 1024;
/** Room in the server-wide limit for what goes with a document. */
export const MESSAGE_BYTES_MAX = DOCUMENT_BYTES_MAX + REQUEST_BYTES_MAX;
/** Replies that a client may leave unread before it is dropped. */
export const UNREAD_MAX = 256;
/** Streams open at once, of all clients together. */
const OPEN_MAX = 1024;

export interface Desk {
  readonly turns: Turns;
  /** Something that should not have happened, for the log. */
  readonly note: (text: string) => void;
  /** Streams open now, by how to end them with an error. */
  readonly open: Set<(error: LeaseholdError) => void>;
}

export interface Refusal {
  readonly code: status;
  readonly details: string;
}

/** Bytes in, bytes out: what they mean is looked at when it is their turn. */
export function asBytes(method: {
  path: string;
  requestStream: boolean;
  responseStream: boolean;
}): MethodDefinition<Buffer, Buffer> {
  const same = (bytes: Buffer): Buffer => bytes;
  return {
    path: method.path,
    requestStream: method.requestStream,
    responseStream: method.responseStream,
    requestSerialize: same,
    requestDeserialize: same,
    responseSerialize: same,
    responseDeserialize: same,
  };
}

const BUSY: Refusal = {
  code: status.RESOURCE_EXHAUSTED,
  details: "this node has too many calls to answer; ask again a little later, or another node",
};

/** The answer to one request; `signal` aborts when the client has gone. */
export function unary<Request, Reply>(
  desk: Desk,
  method: Method<Request, Reply>,
  answer: (request: Request, signal: AbortSignal) => Reply | Buffer | Promise<Reply | Buffer>,
  bytesMax = REQUEST_BYTES_MAX,
) {
  return (call: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>): void => {
    const gone = new AbortController();
    call.on("cancelled", () => gone.abort());
    const refuse = (error: unknown): void => reply(refusalOf(desk, error));
    if (call.request.length > bytesMax) {
      refuse(tooLarge(call.request.length, bytesMax)); // and not kept until it is its turn
      return;
    }
    const taken = desk.turns.run(() => {
      if (gone.signal.aborted) return;
      const send = (value: Reply | Buffer): void =>
        reply(null, Buffer.isBuffer(value) ? value : method.responseSerialize(value));
      try {
        const given = answer(decode(method, call.request, bytesMax), gone.signal);
        if (given instanceof Promise) given.then(send).catch(refuse);
        else send(given);
      } catch (error) {
        refuse(error);
      }
    });
    if (!taken) reply(BUSY);
  };
}

/** Replies on their way to one client. */
export interface Outflow<Reply> {
  /** Never blocks. A client that leaves too many unread is dropped. */
  send(reply: Reply): void;
  end(): void;
  fail(error: unknown): void;
  /** How many it has not taken yet. */
  readonly unread: number;
}

/** A stream of replies to one request; `begin` returns how to stop, called once, however the stream ends. */
export function streaming<Request, Reply>(
  desk: Desk,
  method: Method<Request, Reply>,
  begin: (request: Request, out: Outflow<Reply>) => () => void,
  unreadMax = UNREAD_MAX,
) {
  return (call: ServerWritableStream<Buffer, Buffer>): void => {
    const opened = openStream(desk, call, method, unreadMax);
    if (opened === null) return;
    const taken = desk.turns.run(() => {
      if (opened.isOver()) return;
      try {
        opened.whenOver(begin(decode(method, call.request, REQUEST_BYTES_MAX), opened.out));
      } catch (error) {
        opened.out.fail(error);
      }
    });
    if (!taken) call.emit("error", BUSY);
  };
}

/** Requests that are answered one by one, each when it can be, on one stream. */
export function conversing<Request, Reply>(
  desk: Desk,
  method: Method<Request, Reply>,
  underwayMax: number,
  answer: (request: Request) => Promise<Reply>,
) {
  return (call: ServerDuplexStream<Buffer, Buffer>): void => {
    const opened = openStream(desk, call, method, underwayMax);
    if (opened === null) return;
    const { out } = opened;
    let underway = 0;
    let finished = false;
    const settle = (): void => {
      underway -= 1;
      if (finished && underway === 0) out.end();
    };
    call.on("data", (bytes: Buffer) => {
      underway += 1;
      if (underway > underwayMax) {
        out.fail(
          new LeaseholdError(
            "busy",
            `expected at most ${underwayMax} requests without an answer on a stream`,
          ),
        );
        return;
      }
      const taken = desk.turns.run(() => {
        if (opened.isOver()) return;
        try {
          answer(decode(method, bytes, REQUEST_BYTES_MAX))
            .then((reply) => {
              if (opened.isOver()) return;
              out.send(reply);
              settle();
            })
            .catch((error: unknown) => out.fail(error));
        } catch (error) {
          out.fail(error);
        }
      });
      if (!taken) call.emit("error", BUSY);
    });
    call.on("end", () => {
      finished = true;
      if (underway === 0) out.end();
    });
  };
}

function openStream<Request, Reply>(
  desk: Desk,
  call: ServerWritableStream<Buffer, Buffer> | ServerDuplexStream<Buffer, Buffer>,
  method: Method<Request, Reply>,
  unreadMax: number,
) {
  if (desk.open.size >= OPEN_MAX) {
    call.emit("error", BUSY);
    return null;
  }
  let over = false;
  let stop = (): void => {};
  const finish = (): boolean => {
    if (over) return false;
    over = true;
    desk.open.delete(out.fail);
    stop();
    return true;
  };
  call.on("cancelled", finish);
  const out: Outflow<Reply> = {
    send: (reply) => {
      if (over) return;
      if (call.writableLength >= unreadMax) {
        const text = `${unreadMax} replies wait to be read; dropped: read faster, or watch less, and call again`;
        out.fail(new LeaseholdError("busy", text));
        return;
      }
      call.write(Buffer.isBuffer(reply) ? reply : method.responseSerialize(reply));
    },
    end: () => {
      if (finish()) call.end();
    },
    fail: (error) => {
      if (finish()) call.emit("error", refusalOf(desk, error));
    },
    get unread() {
      return call.writableLength;
    },
  };
  desk.open.add(out.fail);
  return {
    out,
    isOver: () => over,
    whenOver: (how: () => void): void => {
      if (over) how();
      else stop = how;
    },
  };
}

const tooLarge = (length: number, max: number): LeaseholdError =>
  invalid(`the request has ${length} bytes; expected at most ${max}`);

function decode<Request>(
  method: { readonly path: string; requestDeserialize(bytes: Buffer): Request },
  bytes: Buffer,
  max: number,
): Request {
  if (bytes.length > max) throw tooLarge(bytes.length, max);
  try {
    return method.requestDeserialize(bytes);
  } catch {
    throw invalid(`the request is no message of ${method.path}; is the client's version another one?`);
  }
}

function refusalOf(desk: Desk, error: unknown): Refusal {
  if (!(error instanceof LeaseholdError)) {
    desk.note(`a call of the API failed: ${error instanceof Error ? error.stack : String(error)}`);
    return { code: status.INTERNAL, details: "something unexpected happened; the daemon's log says what" };
  }
  const details = error.message.slice(0, 2000);
  switch (error.code) {
    case "invalid-argument":
    case "config-invalid":
      return { code: status.INVALID_ARGUMENT, details };
    case "unavailable":
    case "not-leader":
      return { code: status.UNAVAILABLE, details };
    case "not-found":
      return { code: status.NOT_FOUND, details };
    case "refused":
      return { code: status.FAILED_PRECONDITION, details };
    case "busy":
      return { code: status.RESOURCE_EXHAUSTED, details };
    default:
      return { code: status.INTERNAL, details };
  }
}
