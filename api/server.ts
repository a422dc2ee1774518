/** Serves the node's gRPC services on its sockets, within limits that protect the daemon's one loop from its clients. */
import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Refusal } from "../doors/door.ts";
import { LeaseholdError } from "../errors.ts";
import { type Desk, MESSAGE_BYTES_MAX } from "./calls.ts";
import { CLUSTER_DEFINITION, clusterService } from "./cluster.ts";
import { StatusFeed } from "./feed.ts";
import { HEALTH_DEFINITION, healthService } from "./health.ts";
import { LEASES_DEFINITION, leasesService } from "./leases.ts";
import { Listeners } from "./listeners.ts";
import { boundRequests } from "./patience.ts";
import type { ClusterView, LeaseView } from "./port.ts";
import { prepareReflection, type Reflection } from "./reflection.ts";
import { Turns } from "./turns.ts";
import { Valve } from "./valve.ts";

export interface ApiOptions {
  readonly view: ClusterView;
  readonly leases: LeaseView;
  readonly socket: string;
  /** TCP addresses and port, and what mutual TLS needs (PEM). */
  readonly addresses: readonly string[];
  readonly port: number;
  readonly tls: { readonly ca: string; readonly certificate: string; readonly key: string };
  readonly note?: (text: string) => void;
  /** Somebody was refused, at whatever rate. */
  readonly onRefused?: (reason: Refusal, from: string, why: string) => void;
  /** Made beforehand by whoever has no time to lose. */
  readonly reflection?: Reflection;
}
export interface Api {
  close(): Promise<void>;
}

/** Calls at once on one connection. */
const CALLS_MAX = 128;
const KEEPALIVE_MS = 15_000;
const KEEPALIVE_TIMEOUT_MS = 10_000;
/** Of a turn, for taking in what clients say; what follows from it has a budget of its own. */
const INFLOW_MS = 1;
/** For answers that are on their way; a daemon that hands over has no time to lose. */
const GRACE_MS = 100;

/** Throws `unavailable` when a socket is taken. */
export async function serveApi(options: ApiOptions): Promise<Api> {
  const note = options.note ?? (() => {});
  const desk: Desk = { turns: new Turns(), note, open: new Set() };
  const server = new Server({
    "grpc.max_receive_message_length": MESSAGE_BYTES_MAX,
    "grpc.max_concurrent_streams": CALLS_MAX,
    "grpc.keepalive_time_ms": KEEPALIVE_MS,
    "grpc.keepalive_timeout_ms": KEEPALIVE_TIMEOUT_MS,
    "grpc.enable_channelz": 0,
    interceptors: [boundRequests()],
  });
  const feed = new StatusFeed(options.view, undefined, (job) => desk.turns.run(job));
  const cluster = clusterService(desk, options.view, feed);
  server.addService(CLUSTER_DEFINITION, cluster as unknown as UntypedServiceImplementation);
  server.addService(
    LEASES_DEFINITION,
    leasesService(desk, options.leases) as unknown as UntypedServiceImplementation,
  );
  server.addService(
    HEALTH_DEFINITION,
    healthService(desk, options.view) as unknown as UntypedServiceImplementation,
  );
  (options.reflection ?? prepareReflection()).addTo(server);
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const inflow = new Turns({ budgetMs: INFLOW_MS, waitingMax: Number.POSITIVE_INFINITY });
  const listeners = new Listeners({
    ...options,
    note,
    onRefused: options.onRefused ?? (() => {}),
    onConnection: (socket) =>
      inflow.run(() => {
        if (!socket.destroyed) injector.injectConnection(new Valve(socket, inflow));
      }),
  });
  await listeners.open();
  return {
    close: () =>
      new Promise((resolve) => {
        listeners.stop();
        const going = new LeaseholdError(
          "unavailable",
          "this daemon is going away; ask again, or another node",
        );
        for (const fail of [...desk.open]) fail(going);
        const end = (): void => {
          clearTimeout(impatience);
          desk.turns.close();
          inflow.close();
          feed.close();
          server.forceShutdown();
          listeners.destroy();
          resolve();
        };
        const impatience = setTimeout(end, GRACE_MS);
        server.tryShutdown(end);
      }),
  };
}
