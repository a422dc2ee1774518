/**
 * The Unix socket's doorstep. Whoever may open it has nothing to prove, but must begin to speak HTTP/2: connections that
 * say nothing, or something else, never become sessions, and do not take the place of those that speak.
 */
import type { Socket } from "node:net";

export interface GreetingOptions {
  /** Connections that speak, and that do not speak yet. */
  readonly openMax: number;
  readonly silentMax: number;
  readonly onGreeted: (socket: Socket) => void;
  readonly onRefused: (reason: "too-many" | "handshake-slow" | "handshake-failed", why: string) => void;
}

const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
const PATIENCE_MS = 5_000;

/** What to do with a new connection. */
export function greeter({
  openMax,
  silentMax,
  onGreeted,
  onRefused,
}: GreetingOptions): (socket: Socket) => void {
  let open = 0;
  /** How each is given up, the oldest first. */
  const silent = new Set<(why: string) => void>();

  return (socket) => {
    socket.on("error", () => socket.destroy());
    const giveUp = (why: string): void => {
      onRefused("handshake-slow", why);
      socket.destroy();
    };
    const timer = setTimeout(() => giveUp("it said nothing for long"), PATIENCE_MS);
    const settle = (): void => {
      clearTimeout(timer);
      silent.delete(giveUp);
      socket.removeListener("readable", look);
    };
    const look = (): void => {
      const said = socket.read(PREFACE.length) as Buffer | null;
      if (said === null) return; // or less than that: it stays where it is
      settle();
      if (!said.equals(PREFACE)) {
        onRefused("handshake-failed", "it does not speak HTTP/2");
        socket.destroy();
        return;
      }
      if (open >= openMax) {
        onRefused("too-many", `${openMax} are open`);
        socket.destroy();
        return;
      }
      open += 1;
      socket.once("close", () => {
        open -= 1;
      });
      socket.unshift(said);
      onGreeted(socket);
    };
    if (silent.size >= silentMax) {
      const [oldest] = silent;
      oldest?.("others wait behind it");
    }
    silent.add(giveUp);
    socket.once("close", settle);
    socket.on("readable", look);
  };
}
