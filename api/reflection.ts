/** grpc.reflection: tools such as grpcurl learn the services from the .proto files that ship with the daemon. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Server } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { ReflectionService } from "@grpc/reflection";
import { protoPath as healthProto } from "grpc-health-check";

const PROTO = join(dirname(fileURLToPath(import.meta.url)), "../proto");

export interface Reflection {
  addTo(server: Server): void;
}

/** Reads the .proto files, which takes a tenth of a second: before there are heartbeats to delay. */
export function prepareReflection(): Reflection {
  const loaded = loadSync([join(PROTO, "leasehold/v1/api.proto"), healthProto], {
    includeDirs: [PROTO, dirname(healthProto)],
    keepCase: true,
  });
  const service = new ReflectionService(loaded, {
    services: ["leasehold.v1.Cluster", "leasehold.v1.Leases", "grpc.health.v1.Health"],
  });
  return { addTo: (server) => service.addToServer(server) };
}
