/** The client of leasehold.v1.Cluster, for tools and programs. */
import { type ChannelCredentials, Client, credentials, type ServiceError } from "@grpc/grpc-js";
import {
  CLUSTER,
  type LogReply,
  type MoveProgress,
  type MoveRequest,
  type StatusReply,
} from "../api/messages.ts";
import { LeaseholdError } from "../errors.ts";

export interface ClusterClient {
  status(): Promise<StatusReply>;
  log(newest: number): Promise<LogReply>;
  /** Calls back with each status; resolves when the server ends it, rejects when it breaks. */
  watch(listener: (status: StatusReply) => void): Promise<void>;
  /** Calls back with each step; resolves with the last. */
  move(request: MoveRequest, listener: (progress: MoveProgress) => void): Promise<MoveProgress>;
  close(): void;
}

/** `target`: `unix:/path/of/api.sock` or `address:port`. */
export function connectCluster(
  target: string,
  channel: ChannelCredentials = credentials.createInsecure(),
  timeoutMs = 5000,
): ClusterClient {
  const client = new Client(target, channel);
  const deadline = (): Date => new Date(Date.now() + timeoutMs);
  const unary = <Request, Reply>(
    definition: {
      path: string;
      requestSerialize: (value: Request) => Buffer;
      responseDeserialize: (bytes: Buffer) => Reply;
    },
    request: Request,
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        definition.path,
        definition.requestSerialize,
        definition.responseDeserialize,
        request,
        { deadline: deadline() },
        (error: ServiceError | null, reply?: Reply) => {
          if (error !== null || reply === undefined) reject(explain(target, error));
          else resolve(reply);
        },
      );
    });
  const stream = <Request, Reply>(
    definition: {
      path: string;
      requestSerialize: (value: Request) => Buffer;
      responseDeserialize: (bytes: Buffer) => Reply;
    },
    request: Request,
    listener: (reply: Reply) => void,
  ): Promise<void> =>
    new Promise((resolve, reject) => {
      const call = client.makeServerStreamRequest(
        definition.path,
        definition.requestSerialize,
        definition.responseDeserialize,
        request,
      );
      call.on("data", listener);
      call.on("end", resolve);
      call.on("error", (error) => reject(explain(target, error as ServiceError)));
    });
  return {
    status: () => unary(CLUSTER.status, {}),
    log: (newest) => unary(CLUSTER.log, { newest }),
    watch: (listener) => stream(CLUSTER.watchStatus, {}, listener),
    move: async (request, listener) => {
      let last: MoveProgress | null = null;
      await stream(CLUSTER.move, request, (progress) => {
        last = progress;
        listener(progress);
      });
      if (last === null)
        throw new LeaseholdError(
          "unavailable",
          `${target} ended the move without a word; ask for its status`,
        );
      return last;
    },
    close: () => client.close(),
  };
}

function explain(target: string, error: ServiceError | null): LeaseholdError {
  if (error === null) return new LeaseholdError("unavailable", `${target} answered nothing`);
  const text = `${target}: ${error.details || error.message}; is leaseholdd running there, and may you open it?`;
  return new LeaseholdError("unavailable", text, { cause: error });
}
