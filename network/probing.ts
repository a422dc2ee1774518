/**
 * Asks a card's neighbours whether somebody has an address. All probes of a card share one socket: to close one takes the
 * kernel some milliseconds, in which this process does nothing else, and each would hear what all others are told.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { Frame, PacketSocket } from "./kernel/packet.ts";

export interface Probing {
  /** Sends `frame` and resolves with the MAC of whoever else claims `key` inside `window`, at once when somebody does; else null. */
  ask(frame: Buffer, key: string, window: Millis): Promise<string | null>;
  /** Nobody has asked for a while. */
  readonly idle: boolean;
  readonly socket: PacketSocket;
  close(): void;
}

/** `claim`: who says in a frame that it has which address. */
export function startProbing(
  socket: PacketSocket,
  claim: (bytes: Buffer) => { readonly key: string; readonly mac: string } | null,
): Probing {
  const asking = new Map<string, Set<(mac: string) => void>>();
  const hear = ({ bytes }: Frame): void => {
    const found = claim(bytes);
    if (found === null || found.mac === socket.mac) return;
    for (const tell of [...(asking.get(found.key) ?? [])]) tell(found.mac);
  };
  /** What waits already is handed out before anything else counts. */
  const drain = (): void => {
    for (let frame = socket.receive(); frame !== null; frame = socket.receive()) hear(frame);
  };
  socket.listen(hear);
  return {
    socket,
    get idle() {
      return asking.size === 0;
    },
    async ask(frame, key, window) {
      // What was said before the question is no answer to it.
      drain();
      socket.send(frame);
      return await new Promise((resolve) => {
        const end = (mac: string | null): void => {
          clearTimeout(timer);
          const others = asking.get(key);
          others?.delete(end);
          if (others?.size === 0) asking.delete(key);
          resolve(mac);
        };
        const timer = setTimeout(() => {
          // A late event loop must not overlook an answer that is waiting already.
          try {
            drain();
          } catch {
            // The card has gone down: it says nothing more.
          }
          if (asking.get(key)?.has(end) === true) end(null);
        }, window);
        const others = asking.get(key);
        if (others === undefined) asking.set(key, new Set([end]));
        else others.add(end);
      });
    },
    close: () => socket.close(),
  };
}
