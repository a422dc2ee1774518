/** The API's messages as plain objects, and the method table that server and client share. */
import type { MethodDefinition } from "@grpc/grpc-js";
import { leasehold } from "../proto/generated/leasehold.js";

const v1 = leasehold.v1;

export interface StatusReply {
  readonly cluster: string;
  readonly node: string;
  readonly role: string;
  readonly term: number;
  readonly leader: string;
  readonly commit: number;
  readonly applied: number;
  readonly revision: number;
  readonly warnings: readonly string[];
  readonly members: readonly {
    readonly name: string;
    readonly voter: boolean;
    readonly alive: boolean;
    readonly silenceMs: readonly number[];
    readonly session: string;
    readonly ready: boolean;
    readonly reason: string;
    readonly standby: string;
    readonly cards: readonly { readonly name: string; readonly up: boolean }[];
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly address: string;
    readonly holder: string;
    readonly state: string;
    readonly token: string;
    readonly reason: string;
    readonly proof: string;
    readonly movingTo: string;
    readonly local: string;
    readonly parts: readonly {
      readonly name: string;
      readonly type: string;
      readonly what: string;
      readonly state: string;
    }[];
    readonly stopped: string;
    readonly maintained: string;
  }[];
  readonly session: {
    readonly incarnation: number;
    readonly number: number;
    readonly validForMs: number;
    readonly gate: string;
  };
}
export interface MoveRequest {
  readonly group: string;
  readonly to: string;
  readonly requestId: string;
}
export interface MoveProgress {
  readonly requestId: string;
  readonly stage: "wanted" | "released" | "granted" | "running" | "refused";
  readonly text: string;
  readonly done: boolean;
  readonly ok: boolean;
}
export interface LogReply {
  readonly decisions: readonly {
    readonly index: number;
    readonly term: number;
    readonly at: number;
    readonly text: string;
    readonly type: string;
  }[];
}

interface Generated {
  fromObject(object: Record<string, unknown>): unknown;
  encode(message: never): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
  toObject(message: never, options: Record<string, unknown>): Record<string, unknown>;
}

/** 64-bit fields of the API are indexes, terms and incarnations: safe integers, so plain numbers are exact. */
function codec<T>(type: unknown): { serialize: (value: T) => Buffer; deserialize: (bytes: Buffer) => T } {
  const generated = type as Generated;
  return {
    serialize: (value) =>
      Buffer.from(generated.encode(generated.fromObject(value as Record<string, unknown>) as never).finish()),
    deserialize: (bytes) =>
      generated.toObject(generated.decode(bytes) as never, {
        longs: Number,
        defaults: true,
        arrays: true,
      }) as T,
  };
}

function method<Request, Reply>(
  name: string,
  request: unknown,
  reply: unknown,
  responseStream: boolean,
): MethodDefinition<Request, Reply> {
  const asked = codec<Request>(request);
  const answered = codec<Reply>(reply);
  return {
    path: `/leasehold.v1.Cluster/${name}`,
    requestStream: false,
    responseStream,
    requestSerialize: asked.serialize,
    requestDeserialize: asked.deserialize,
    responseSerialize: answered.serialize,
    responseDeserialize: answered.deserialize,
    originalName: name,
  };
}

export type Empty = Record<string, never>;

/** leasehold.v1.Cluster, by hand (protobufjs makes no grpc-js definitions). */
export const CLUSTER = {
  status: method<Empty, StatusReply>("Status", v1.StatusRequest, v1.StatusReply, false),
  watchStatus: method<Empty, StatusReply>("WatchStatus", v1.StatusRequest, v1.StatusReply, true),
  move: method<MoveRequest, MoveProgress>("Move", v1.MoveRequest, v1.MoveProgress, true),
  log: method<{ newest: number }, LogReply>("Log", v1.LogRequest, v1.LogReply, false),
} as const;
