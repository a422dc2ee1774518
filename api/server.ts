/** Serves the node's gRPC services on its sockets, within limits that protect the daemon's one loop from its clients. */
import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Refusal } from "../doors/door.ts";
import { LeaseholdError } from "../errors.ts";
import { type Desk, MESSAGE_BYTES_MAX } from "./calls.ts";
import { type ClientLimits, Clients } from "./clients.ts";
import { CLUSTER_DEFINITION, clusterService } from "./cluster.ts";
import { StatusFeed } from "./feed.ts";
import { HEALTH_DEFINITION, healthService } from "./health.ts";
import { Inflow } from "./inflow.ts";
import { LEASES_DEFINITION, leasesService } from "./leases.ts";
import { Listeners } from "./listeners.ts";
import { LogFeed } from "./logfeed.ts";
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
  /** Somebody was refused, or cut off ("unread": it does not read what it asks for), at whatever rate. */
  readonly onRefused?: (reason: Refusal | "unread", from: string, why: string) => void;
  /** The process behind a connection on the Unix socket, by its descriptor; null: it cannot be told. */
  readonly processBehind?: (descriptor: number) => number | null;
  readonly limits?: Omit<ClientLimits, "onUnread">;
  /** For how long a connection may take nothing of what it was sent, milliseconds. */
  readonly unreadMs?: number;
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
/** Calls that were let in and wait; with more nothing else is let in. */
const BACKLOG_MAX = 32;
/** Whoever takes nothing of what it was sent for so long will not take it. */
const UNREAD_MS = 10_000;
/** For answers that are on their way; a daemon that hands over has no time to lose. */
const GRACE_MS = 100;

/** Throws `unavailable` when a socket is taken. */
export async function serveApi(options: ApiOptions): Promise<Api> {
  const note = options.note ?? (() => {});
  const { onRefused = () => {}, unreadMs = UNREAD_MS } = options;
  const clients = new Clients({
    ...options.limits,
    onUnread: (client, why) => onRefused("unread", client, why),
  });
  const desk: Desk = { turns: new Turns(), note, open: new Set() };
  const server = new Server({
    "grpc.max_receive_message_length": MESSAGE_BYTES_MAX,
    "grpc.max_concurrent_streams": CALLS_MAX,
    "grpc.keepalive_time_ms": KEEPALIVE_MS,
    "grpc.keepalive_timeout_ms": KEEPALIVE_TIMEOUT_MS,
    "grpc.enable_channelz": 0,
    interceptors: [clients.interceptor, boundRequests()],
  });
  const feed = new StatusFeed(options.view, undefined, (job) => desk.turns.run(job));
  const logs = new LogFeed(options.view);
  const cluster = clusterService(desk, options.view, feed, logs);
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
  const inflow = new Inflow({ isBusy: () => desk.turns.waiting > BACKLOG_MAX });
  const listeners = new Listeners({
    ...options,
    processBehind: options.processBehind ?? (() => null),
    note,
    onRefused,
    onConnection: (socket, client) => {
      const left = clients.connect(client);
      if (left === null) {
        onRefused("too-many", client, "this client has too many connections open");
        socket.destroy();
        return;
      }
      socket.once("close", left);
      const onUnread = (why: string): void => onRefused("unread", client, why);
      inflow.run(client, () => {
        if (!socket.destroyed)
          injector.injectConnection(new Valve(socket, inflow, { client, onUnread, unreadMs }));
      });
    },
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
          logs.close();
          server.forceShutdown();
          listeners.destroy();
          resolve();
        };
        const impatience = setTimeout(end, GRACE_MS);
        server.tryShutdown(end);
      }),
  };
}
