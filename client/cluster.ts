/** The client of leasehold.v1.Cluster, for tools and programs. */
import type {
  ApplyReply,
  ApplyRequest,
  ChangeNodesRequest,
  ConfirmStopRequest,
  ExplainReply,
  GetDocumentReply,
  GroupWish,
  HistoryReply,
  LogReply,
  MaintainRequest,
  MoveProgress,
  MoveRequest,
  NodeWish,
  Progress,
  RollbackRequest,
  StatusReply,
} from "../api/messages.ts";
import { CLUSTER, type Method } from "../api/methods.ts";
import { LeaseholdError } from "../errors.ts";
import { type Credentials, Wire } from "./wire.ts";

type Listen<Step> = (step: Step) => void;

/**
 * Every promise rejects with a LeaseholdError: `unreachable` (no daemon answered), `unavailable` (it cannot now: no
 * leader), `invalid-argument`, `not-found`, `refused`, `busy`.
 */
export interface ClusterClient {
  status(): Promise<StatusReply>;
  log(newest: number): Promise<LogReply>;
  /** Calls back with each status; resolves when the server ends it, rejects when it breaks. */
  watch(listener: Listen<StatusReply>): Promise<void>;
  /** Operations call back with each step and resolve with the last. A repeat with the same id is the same request. */
  move(request: MoveRequest, listener: Listen<MoveProgress>): Promise<MoveProgress>;
  standby(request: NodeWish, listener: Listen<Progress>): Promise<Progress>;
  online(request: NodeWish, listener: Listen<Progress>): Promise<Progress>;
  stop(request: GroupWish, listener: Listen<Progress>): Promise<Progress>;
  start(request: GroupWish, listener: Listen<Progress>): Promise<Progress>;
  maintain(request: MaintainRequest, listener: Listen<Progress>): Promise<Progress>;
  restart(request: NodeWish, listener: Listen<Progress>): Promise<Progress>;
  changeNodes(request: ChangeNodesRequest, listener: Listen<Progress>): Promise<Progress>;
  confirmStop(request: ConfirmStopRequest, listener: Listen<Progress>): Promise<Progress>;
  apply(request: ApplyRequest): Promise<ApplyReply>;
  rollback(request: RollbackRequest): Promise<ApplyReply>;
  document(revision: number): Promise<GetDocumentReply>;
  history(): Promise<HistoryReply>;
  explain(group: string): Promise<ExplainReply>;
  close(): void;
}

/** Checking and replicating a large document takes longer than a question. */
const APPLY_TIMEOUT_MS = 60_000;

/** `target`: `unix:/path/of/api.sock`, or `address:port` with credentials. */
export function connectCluster(
  target: string,
  credentials: Credentials | null = null,
  timeoutMs = 5000,
): ClusterClient {
  const wire = new Wire(target, credentials);
  const ask = <Request, Reply>(method: Method<Request, Reply>, request: Request, ms = timeoutMs) =>
    wire.unary(method, request, { timeoutMs: ms });
  const follow = async <Request, Step>(
    method: Method<Request, Step>,
    request: Request,
    listener: Listen<Step>,
  ): Promise<Step> => {
    const seen: Step[] = [];
    await wire.stream(method, request, (step) => {
      seen[0] = step;
      listener(step);
    });
    const last = seen[0];
    if (last !== undefined) return last;
    throw new LeaseholdError("unreachable", `${target} ended it without a word; ask for its status`);
  };
  return {
    status: () => ask(CLUSTER.status, {}),
    log: (newest) => ask(CLUSTER.log, { newest }),
    watch: (listener) => wire.stream(CLUSTER.watchStatus, {}, listener),
    move: (request, listener) => follow(CLUSTER.move, request, listener),
    standby: (request, listener) => follow(CLUSTER.standby, request, listener),
    online: (request, listener) => follow(CLUSTER.online, request, listener),
    stop: (request, listener) => follow(CLUSTER.stop, request, listener),
    start: (request, listener) => follow(CLUSTER.start, request, listener),
    maintain: (request, listener) => follow(CLUSTER.maintain, request, listener),
    restart: (request, listener) => follow(CLUSTER.restart, request, listener),
    changeNodes: (request, listener) => follow(CLUSTER.changeNodes, request, listener),
    confirmStop: (request, listener) => follow(CLUSTER.confirmStop, request, listener),
    apply: (request) => ask(CLUSTER.apply, request, APPLY_TIMEOUT_MS),
    rollback: (request) => ask(CLUSTER.rollback, request, APPLY_TIMEOUT_MS),
    document: (revision) => ask(CLUSTER.getDocument, { revision }, APPLY_TIMEOUT_MS),
    history: () => ask(CLUSTER.history, {}, APPLY_TIMEOUT_MS),
    explain: (group) => ask(CLUSTER.explain, { group }),
    close: () => wire.close(),
  };
}
