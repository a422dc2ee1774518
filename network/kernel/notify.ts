/** The service manager's notification socket (sd_notify): a datagram of NAME=value lines to a Unix socket. */
import { AF_UNIX, closeSocket, openSocket, SOCK_DGRAM, SOCK_NONBLOCK, sendTo } from "./syscalls.ts";

const LONGEST_PATH = 107;

/**
 * `path`: what NOTIFY_SOCKET says, a file or "@name" of the abstract kind. Returns how to tell it; telling never waits
 * and never throws: a manager that does not listen is no reason to stop. Throws KernelError when there are no sockets.
 */
export function openNotifySocket(path: string): { tell(lines: readonly string[]): boolean; close(): void } {
  const address = notifyAddress(path);
  const fd = openSocket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0, "a socket to the service manager");
  return {
    tell(lines) {
      if (address === null) return false;
      try {
        sendTo(fd, Buffer.from(lines.join("\n")), address, "telling the service manager");
        return true;
      } catch {
        return false;
      }
    },
    close: () => closeSocket(fd),
  };
}

/** struct sockaddr_un; null for what cannot be one. */
export function notifyAddress(path: string): Buffer | null {
  const name = Buffer.from(path);
  if (name.length < 2 || name.length > LONGEST_PATH || (path[0] !== "/" && path[0] !== "@")) return null;
  const address = Buffer.alloc(2 + name.length + (path[0] === "/" ? 1 : 0));
  address.writeUInt16LE(AF_UNIX);
  name.copy(address, 2);
  if (path[0] === "@") address[2] = 0;
  return address;
}
