/** Serves leasehold.v1.Cluster on a Unix socket and, with mutual TLS, on TCP. Thin: everything is a ClusterView's. */
import { chmodSync, rmSync } from "node:fs";
import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from "@grpc/grpc-js";
import { LeaseholdError } from "../errors.ts";
import {
  CLUSTER,
  type Empty,
  type LogReply,
  type MoveProgress,
  type MoveRequest,
  type StatusReply,
} from "./messages.ts";
import type { ClusterView } from "./port.ts";

export interface ApiOptions {
  readonly view: ClusterView;
  readonly socket: string;
  /** TCP addresses and port, and what mutual TLS needs (PEM). */
  readonly addresses: readonly string[];
  readonly port: number;
  readonly tls: { readonly ca: string; readonly certificate: string; readonly key: string };
}
export interface Api {
  close(): Promise<void>;
}

/** A change is passed on at most this often, so that a storm of changes is one status. */
const WATCH_PERIOD_MS = 100;
/** Requests are small; anything larger is not ours. */
const MAX_REQUEST_BYTES = 64 * 1024;

export async function serveApi(options: ApiOptions): Promise<Api> {
  const server = new Server({ "grpc.max_receive_message_length": MAX_REQUEST_BYTES });
  server.addService(CLUSTER, implementation(options.view));
  rmSync(options.socket, { force: true });
  await bind(server, `unix:${options.socket}`, ServerCredentials.createInsecure());
  chmodSync(options.socket, 0o600);
  const credentials = ServerCredentials.createSsl(
    Buffer.from(options.tls.ca),
    [{ cert_chain: Buffer.from(options.tls.certificate), private_key: Buffer.from(options.tls.key) }],
    true,
  );
  for (const address of options.addresses) await bind(server, `${address}:${options.port}`, credentials);
  return {
    close: () =>
      new Promise((resolve) => {
        const impatience = setTimeout(() => {
          server.forceShutdown();
          resolve();
        }, 500);
        server.tryShutdown(() => {
          clearTimeout(impatience);
          resolve();
        });
      }),
  };
}

function bind(server: Server, address: string, credentials: ServerCredentials): Promise<void> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error) => {
      if (error === null) resolve();
      else {
        const text = `the API cannot listen on ${address}: ${error.message}; is another daemon running with the same file?`;
        reject(new LeaseholdError("unavailable", text, { cause: error }));
      }
    });
  });
}

function implementation(view: ClusterView) {
  return {
    status: (_: ServerUnaryCall<Empty, StatusReply>, reply: sendUnaryData<StatusReply>) =>
      reply(null, view.status()),
    log: (call: ServerUnaryCall<{ newest: number }, LogReply>, reply: sendUnaryData<LogReply>) =>
      reply(null, view.log(call.request.newest)),
    watchStatus: (call: ServerWritableStream<Empty, StatusReply>) => {
      let timer: NodeJS.Timeout | null = null;
      call.write(view.status());
      const stop = view.onChange(() => {
        timer ??= setTimeout(() => {
          timer = null;
          call.write(view.status());
        }, WATCH_PERIOD_MS);
      });
      call.on("cancelled", () => {
        stop();
        if (timer !== null) clearTimeout(timer);
      });
    },
    move: (call: ServerWritableStream<MoveRequest, MoveProgress>) => {
      const { group, to } = call.request;
      if (group === "" || to === "") {
        const details = "a move needs the group's name and the node it should go to";
        call.emit("error", { code: status.INVALID_ARGUMENT, details });
        return;
      }
      const stop = view.move(call.request, (progress) => {
        call.write(progress);
        if (progress.done) call.end();
      });
      call.on("cancelled", stop);
    },
  };
}
