/** The methods of leasehold.v1, by hand (protobufjs makes no definitions): server and clients share this table. */
import type { MethodDefinition } from "@grpc/grpc-js";
import { leasehold } from "../proto/generated/leasehold.js";
import type {
  AcquireReply,
  AcquireRequest,
  ApplyReply,
  ApplyRequest,
  ChangeNodesRequest,
  ConfirmStopRequest,
  Empty,
  ExplainReply,
  GetDocumentReply,
  GroupWish,
  HistoryReply,
  KeepAliveReply,
  KeepAliveRequest,
  LeaseState,
  LogReply,
  MaintainRequest,
  MoveProgress,
  MoveRequest,
  NodeWish,
  Progress,
  ReleaseReply,
  ReleaseRequest,
  RollbackRequest,
  StatusReply,
} from "./messages.ts";

const v1 = leasehold.v1;

export type Method<Request, Reply> = MethodDefinition<Request, Reply>;

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

type Streams = "none" | "reply" | "both";

function method<Request, Reply>(
  path: string,
  request: unknown,
  reply: unknown,
  streams: Streams = "none",
): Method<Request, Reply> {
  const asked = codec<Request>(request);
  const answered = codec<Reply>(reply);
  return {
    path: `/leasehold.v1.${path}`,
    requestStream: streams === "both",
    responseStream: streams !== "none",
    requestSerialize: asked.serialize,
    requestDeserialize: asked.deserialize,
    responseSerialize: answered.serialize,
    responseDeserialize: answered.deserialize,
    originalName: path.slice(path.indexOf("/") + 1),
  };
}

const { Progress: P, NodeWish: N, GroupWish: G } = v1;

export const CLUSTER = {
  status: method<Empty, StatusReply>("Cluster/Status", v1.StatusRequest, v1.StatusReply),
  watchStatus: method<Empty, StatusReply>("Cluster/WatchStatus", v1.StatusRequest, v1.StatusReply, "reply"),
  move: method<MoveRequest, MoveProgress>("Cluster/Move", v1.MoveRequest, v1.MoveProgress, "reply"),
  log: method<{ newest: number }, LogReply>("Cluster/Log", v1.LogRequest, v1.LogReply),
  apply: method<ApplyRequest, ApplyReply>("Cluster/Apply", v1.ApplyRequest, v1.ApplyReply),
  getDocument: method<{ revision: number }, GetDocumentReply>(
    "Cluster/GetDocument",
    v1.GetDocumentRequest,
    v1.GetDocumentReply,
  ),
  history: method<Empty, HistoryReply>("Cluster/History", v1.HistoryRequest, v1.HistoryReply),
  rollback: method<RollbackRequest, ApplyReply>("Cluster/Rollback", v1.RollbackRequest, v1.ApplyReply),
  standby: method<NodeWish, Progress>("Cluster/Standby", N, P, "reply"),
  online: method<NodeWish, Progress>("Cluster/Online", N, P, "reply"),
  stop: method<GroupWish, Progress>("Cluster/Stop", G, P, "reply"),
  start: method<GroupWish, Progress>("Cluster/Start", G, P, "reply"),
  maintain: method<MaintainRequest, Progress>("Cluster/Maintain", v1.MaintainRequest, P, "reply"),
  restart: method<NodeWish, Progress>("Cluster/Restart", N, P, "reply"),
  confirmStop: method<ConfirmStopRequest, Progress>("Cluster/ConfirmStop", v1.ConfirmStopRequest, P, "reply"),
  changeNodes: method<ChangeNodesRequest, Progress>("Cluster/ChangeNodes", v1.ChangeNodesRequest, P, "reply"),
  explain: method<{ group: string }, ExplainReply>("Cluster/Explain", v1.ExplainRequest, v1.ExplainReply),
} as const;

export const LEASES = {
  acquire: method<AcquireRequest, AcquireReply>("Leases/Acquire", v1.AcquireRequest, v1.AcquireReply),
  keepAlive: method<KeepAliveRequest, KeepAliveReply>(
    "Leases/KeepAlive",
    v1.KeepAliveRequest,
    v1.KeepAliveReply,
    "both",
  ),
  release: method<ReleaseRequest, ReleaseReply>("Leases/Release", v1.ReleaseRequest, v1.ReleaseReply),
  watch: method<{ name: string }, LeaseState>("Leases/Watch", v1.WatchRequest, v1.LeaseState, "reply"),
} as const;
