/** The methods of leasehold.v1, by hand (protobufjs makes no definitions): server and clients share this table. */
import type { MethodDefinition } from "@grpc/grpc-js";
import { api, type Name } from "../proto/generated/api.js";
import { codecs } from "./codec.ts";
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

const codec = codecs(api);

export type Method<Request, Reply> = MethodDefinition<Request, Reply>;

type Streams = "none" | "reply" | "both";

function method<Request, Reply>(
  path: string,
  request: Name,
  reply: Name,
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

export const CLUSTER = {
  status: method<Empty, StatusReply>("Cluster/Status", "StatusRequest", "StatusReply"),
  watchStatus: method<Empty, StatusReply>("Cluster/WatchStatus", "StatusRequest", "StatusReply", "reply"),
  move: method<MoveRequest, MoveProgress>("Cluster/Move", "MoveRequest", "MoveProgress", "reply"),
  log: method<{ newest: number }, LogReply>("Cluster/Log", "LogRequest", "LogReply"),
  apply: method<ApplyRequest, ApplyReply>("Cluster/Apply", "ApplyRequest", "ApplyReply"),
  getDocument: method<{ revision: number }, GetDocumentReply>(
    "Cluster/GetDocument",
    "GetDocumentRequest",
    "GetDocumentReply",
  ),
  history: method<Empty, HistoryReply>("Cluster/History", "HistoryRequest", "HistoryReply"),
  rollback: method<RollbackRequest, ApplyReply>("Cluster/Rollback", "RollbackRequest", "ApplyReply"),
  standby: method<NodeWish, Progress>("Cluster/Standby", "NodeWish", "Progress", "reply"),
  online: method<NodeWish, Progress>("Cluster/Online", "NodeWish", "Progress", "reply"),
  stop: method<GroupWish, Progress>("Cluster/Stop", "GroupWish", "Progress", "reply"),
  start: method<GroupWish, Progress>("Cluster/Start", "GroupWish", "Progress", "reply"),
  maintain: method<MaintainRequest, Progress>("Cluster/Maintain", "MaintainRequest", "Progress", "reply"),
  restart: method<NodeWish, Progress>("Cluster/Restart", "NodeWish", "Progress", "reply"),
  confirmStop: method<ConfirmStopRequest, Progress>(
    "Cluster/ConfirmStop",
    "ConfirmStopRequest",
    "Progress",
    "reply",
  ),
  changeNodes: method<ChangeNodesRequest, Progress>(
    "Cluster/ChangeNodes",
    "ChangeNodesRequest",
    "Progress",
    "reply",
  ),
  explain: method<{ group: string }, ExplainReply>("Cluster/Explain", "ExplainRequest", "ExplainReply"),
} as const;

export const LEASES = {
  acquire: method<AcquireRequest, AcquireReply>("Leases/Acquire", "AcquireRequest", "AcquireReply"),
  keepAlive: method<KeepAliveRequest, KeepAliveReply>(
    "Leases/KeepAlive",
    "KeepAliveRequest",
    "KeepAliveReply",
    "both",
  ),
  release: method<ReleaseRequest, ReleaseReply>("Leases/Release", "ReleaseRequest", "ReleaseReply"),
  watch: method<{ name: string }, LeaseState>("Leases/Watch", "WatchRequest", "LeaseState", "reply"),
} as const;
