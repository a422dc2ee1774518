/** A TCP relay that a test can freeze: connections stay up and nothing comes through, as after a power cut. */

import type { Server, Socket } from "node:net";
import { connect, createServer } from "node:net";

export interface Relay {
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

/** `to` null: accepts and never says a word. */
export function openRelay(
  at: { host: string; port: number },
  to: { host: string; port: number } | null,
): Promise<Relay> {
  const sockets = new Set<Socket>();
  let frozen = false;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => sockets.delete(socket));
    if (frozen) socket.pause();
    return socket;
  };
  const forward = (from: Socket, into: Socket): void => {
    from.on("data", (chunk) => into.write(chunk));
    from.once("close", () => into.destroy());
    if (frozen) from.pause();
  };
  const server: Server = createServer((near) => {
    keep(near);
    if (to === null) return;
    const far = keep(connect({ ...to }));
    forward(near, far);
    forward(far, near);
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(at, () =>
      resolve({
        freeze: () => {
          frozen = true;
          for (const socket of sockets) socket.pause();
        },
        thaw: () => {
          frozen = false;
          for (const socket of sockets) socket.resume();
        },
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            for (const socket of sockets) socket.destroy();
          }),
      }),
    );
  });
}
