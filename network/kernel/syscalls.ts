/**
 * The one binding to the C library. Nothing else in the tree loads koffi: a wrong prototype crashes the process, so
 * every call is typed here once, lengths come from the buffers themselves, and failures carry the errno's name.
 */
import { constants, endianness } from "node:os";
import { getSystemErrorName } from "node:util";
import koffi from "koffi";
import { assert, LeaseholdError } from "../../errors.ts";

assert(endianness() === "LE", "the kernel structures here are written for little-endian machines");

const libc = koffi.load(null);
koffi.struct("sock_fprog", { length: "uint16_t", instructions: "const void *" });
const c = {
  socket: libc.func("int socket(int domain, int type, int protocol)"),
  close: libc.func("int close(int fd)"),
  bind: libc.func("int bind(int fd, const void *address, uint32_t length)"),
  getsockname: libc.func("int getsockname(int fd, void *address, void *length)"),
  setsockopt: libc.func("int setsockopt(int fd, int level, int name, const void *value, uint32_t length)"),
  getsockopt: libc.func("int getsockopt(int fd, int level, int name, void *value, void *length)"),
  attachFilter: libc.func(
    "int setsockopt(int fd, int level, int name, const sock_fprog *program, uint32_t length)",
  ),
  sendto: libc.func(
    "int64_t sendto(int fd, const void *data, size_t length, int flags, const void *address, uint32_t addressLength)",
  ),
  recvfrom: libc.func(
    "int64_t recvfrom(int fd, void *data, size_t length, int flags, void *address, void *addressLength)",
  ),
  poll: libc.func("int poll(void *fds, uint64_t count, int timeout)"),
  clock_gettime: libc.func("int clock_gettime(int clock, void *out)"),
  if_nametoindex: libc.func("uint32_t if_nametoindex(const char *name)"),
  timerfd_create: libc.func("int timerfd_create(int clock, int flags)"),
  timerfd_settime: libc.func("int timerfd_settime(int fd, int flags, const void *value, void *old)"),
  epoll_create1: libc.func("int epoll_create1(int flags)"),
  epoll_ctl: libc.func("int epoll_ctl(int set, int operation, int fd, const void *event)"),
  read: libc.func("int64_t read(int fd, void *into, size_t length)"),
  open: libc.func("int open(const char *path, int flags)"),
  setns: libc.func("int setns(int fd, int kind)"),
  sched_setscheduler: libc.func("int sched_setscheduler(int pid, int policy, const void *parameters)"),
};

export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_INET6 = 10;
export const AF_NETLINK = 16;
export const AF_PACKET = 17;
export const SOCK_DGRAM = 2;
export const SOCK_RAW = 3;
export const SOCK_NONBLOCK = 0o4000;
export const SOCK_CLOEXEC = 0o2000000;
export const SOL_SOCKET = 1;
export const SO_RCVBUF = 8;
export const SO_BINDTODEVICE = 25;
/** Beyond the limit that binds ordinary processes. */
export const SO_SNDBUFFORCE = 32;
export const SO_RCVBUFFORCE = 33;
export const CLOCK_MONOTONIC = 1;
export const CLOCK_BOOTTIME = 7;
export const SCHED_FIFO = 1;
const SCHED_RESET_ON_FORK = 0x40000000;

const MSG_DONTWAIT = 0x40;
const CLONE_NEWNET = 0x40000000;
const POLLIN = 1;

const REMEDY: Readonly<Record<string, string>> = {
  EPERM: "root, or the capabilities CAP_NET_ADMIN and CAP_NET_RAW, are needed",
  EACCES: "root, or the capabilities CAP_NET_ADMIN and CAP_NET_RAW, are needed",
  ENODEV: "there is no such network card here",
  ENETDOWN: "the network card is down",
  EEXIST: "it is there already",
  ENOENT: "it is not there",
  EADDRNOTAVAIL: "the card does not have that address",
  EOPNOTSUPP: "this kernel does not support it",
  EAFNOSUPPORT: "this kernel does not support that kind of socket",
  EPROTONOSUPPORT: "this kernel does not support that protocol",
};

/** A refusal of the kernel. `errno` is its name (`ENOENT`); `what` in the message is what was asked. */
export class KernelError extends LeaseholdError {
  readonly errno: string;
  constructor(what: string, errno: string) {
    const remedy = REMEDY[errno];
    super("kernel", `${what}: ${errno}${remedy === undefined ? "" : ` (${remedy})`}`);
    this.name = "KernelError";
    this.errno = errno;
  }
}

/** The name of a positive errno; unknown numbers read `errno 999`. */
export function errnoName(errno: number): string {
  if (!Number.isInteger(errno) || errno <= 0 || errno > 4095) return `errno ${errno}`;
  const name = getSystemErrorName(-errno);
  return /^E[A-Z0-9]+$/.test(name) ? name : `errno ${errno}`;
}

function check(result: number, what: () => string): number {
  if (result < 0) throw new KernelError(what(), errnoName(koffi.errno()));
  return result;
}

const addressLength = Buffer.alloc(4);

/** A file descriptor that closes on exec. Throws KernelError. */
export function openSocket(domain: number, type: number, protocol: number, what: string): number {
  return check(c.socket(domain, type | SOCK_CLOEXEC, protocol), () => `opening ${what}`);
}

export function closeSocket(fd: number): void {
  c.close(fd);
}

export function bindSocket(fd: number, address: Buffer, what: string): void {
  check(c.bind(fd, address, address.length), () => `binding ${what}`);
}

/** The socket's own address, cut to `into`. */
export function socketName(fd: number, into: Buffer, what: string): void {
  addressLength.writeUInt32LE(into.length);
  check(c.getsockname(fd, into, addressLength), () => `asking for the address of ${what}`);
}

export function setOption(
  fd: number,
  level: number,
  name: number,
  value: Buffer | number,
  what: string,
): void {
  let bytes = value;
  if (typeof bytes === "number") {
    const number = bytes;
    bytes = Buffer.alloc(4);
    bytes.writeInt32LE(number);
  }
  check(c.setsockopt(fd, level, name, bytes, bytes.length), () => `setting ${what}`);
}

/**
 * A classic packet filter: what it does not let through never wakes this process. `program`: struct sock_filter,
 * 8 bytes an instruction.
 */
export function attachFilter(fd: number, program: Buffer, what: string): void {
  const SO_ATTACH_FILTER = 26;
  const SIZE_OF_SOCK_FPROG = 16;
  const value = { length: program.length / 8, instructions: program };
  check(
    c.attachFilter(fd, SOL_SOCKET, SO_ATTACH_FILTER, value, SIZE_OF_SOCK_FPROG),
    () => `setting the filter of ${what}`,
  );
}

export function detachFilter(fd: number, what: string): void {
  const SO_DETACH_FILTER = 27;
  setOption(fd, SOL_SOCKET, SO_DETACH_FILTER, 0, `the filter of ${what}`);
}

/** How many packets the kernel has dropped at this socket: kept out by its filter, or for want of room. */
export function droppedAt(fd: number, what: string): number {
  const SO_MEMINFO = 55;
  const DROPS = 8;
  const meminfo = Buffer.alloc(4 * (DROPS + 1));
  addressLength.writeUInt32LE(meminfo.length);
  check(
    c.getsockopt(fd, SOL_SOCKET, SO_MEMINFO, meminfo, addressLength),
    () => `asking what was dropped at ${what}`,
  );
  return meminfo.readUInt32LE(4 * DROPS);
}

/** The process at the other end of a Unix stream socket, when it connected, as this process's namespace numbers it; null: it cannot be told. */
export function processBehind(fd: number): number | null {
  const SO_PEERCRED = 17;
  const credentials = Buffer.alloc(12);
  addressLength.writeUInt32LE(credentials.length);
  if (c.getsockopt(fd, SOL_SOCKET, SO_PEERCRED, credentials, addressLength) !== 0) return null;
  const pid = credentials.readInt32LE(0);
  return pid > 0 ? pid : null;
}

/** Sends all of `data` or throws KernelError. */
export function sendTo(fd: number, data: Buffer, address: Buffer | null, what: string): void {
  const sent = check(c.sendto(fd, data, data.length, 0, address, address?.length ?? 0), () => what);
  if (sent !== data.length)
    throw new KernelError(`${what}: only ${sent} of ${data.length} bytes went out`, "EMSGSIZE");
}

/**
 * One datagram into `into`, never waiting; the number of bytes, or null when nothing is there. A datagram longer
 * than the buffer is cut. `from` receives the sender's socket address when given.
 */
export function receive(fd: number, into: Buffer, from: Buffer | null, what: string): number | null {
  addressLength.writeUInt32LE(from?.length ?? 0);
  const got = c.recvfrom(fd, into, into.length, MSG_DONTWAIT, from, from === null ? null : addressLength);
  if (got >= 0) return got;
  const errno = koffi.errno();
  if (errno === constants.errno.EAGAIN || errno === constants.errno.EINTR) return null;
  throw new KernelError(what, errnoName(errno));
}

/**
 * Blocks this whole process until one of the descriptors is readable or `timeout` whole ms are over. Only for
 * processes of their own, such as a prober; never in the daemon.
 */
export function waitReadable(fds: readonly number[], timeout: number): boolean[] {
  const set = Buffer.alloc(8 * fds.length);
  for (const [i, fd] of fds.entries()) {
    set.writeInt32LE(fd, 8 * i);
    set.writeInt16LE(POLLIN, 8 * i + 4);
  }
  const ready = c.poll(set, fds.length, Math.max(0, Math.ceil(timeout)));
  if (ready < 0 && errnoName(koffi.errno()) !== "EINTR") {
    throw new KernelError("waiting for packets", errnoName(koffi.errno()));
  }
  return fds.map((_, i) => ready > 0 && set.readInt16LE(8 * i + 6) !== 0);
}

/** The index of a network card in this network namespace. Throws KernelError ENODEV. */
export function cardIndex(name: string): number {
  const index: number = /^[^\s/\0]{1,15}$/.test(name) ? c.if_nametoindex(name) : 0;
  if (index === 0) throw new KernelError(`looking up the network card "${name}"`, "ENODEV");
  return index;
}

const timespec = Buffer.alloc(16);

/** A clock of the kernel, milliseconds with fractions. */
export function readClock(clock: number): number {
  check(c.clock_gettime(clock, timespec), () => `reading clock ${clock}`);
  const seconds = timespec.readUInt32LE(0) + timespec.readUInt32LE(4) * 2 ** 32;
  return seconds * 1000 + timespec.readUInt32LE(8) / 1e6;
}

/** A descriptor that becomes readable at a moment of the boot-time clock. Throws KernelError. */
export function openTimer(): number {
  return check(c.timerfd_create(CLOCK_BOOTTIME, SOCK_CLOEXEC | SOCK_NONBLOCK), () => "opening a timer");
}

/** Readable once at `at`, milliseconds of the boot-time clock; a moment that is past is now. Moves an earlier setting. */
export function setTimer(fd: number, at: number): void {
  const TFD_TIMER_ABSTIME = 1;
  // struct itimerspec: no interval, then the value (not all zero, which would switch the timer off); rounded up
  const milliseconds = Math.max(0, Math.floor(at));
  timerSetting.writeUInt32LE(Math.floor(milliseconds / 1000), 16);
  const nanoseconds = (milliseconds % 1000) * 1e6 + Math.ceil(Math.max(0, at - milliseconds) * 1e6);
  timerSetting.writeUInt32LE(Math.min(999_999_999, Math.max(1, nanoseconds)), 24);
  check(c.timerfd_settime(fd, TFD_TIMER_ABSTIME, timerSetting, null), () => "setting a timer");
}
const timerSetting = Buffer.alloc(32);
const timerReading = Buffer.alloc(8);

/** Takes note that the timer rang, so that it is not readable any more. */
export function acknowledgeTimer(fd: number): void {
  c.read(fd, timerReading, timerReading.length);
}

/** Moves the calling thread into the network namespace at `path`; for single-purpose processes of the lab. */
export function enterNetworkNamespace(path: string): void {
  const O_CLOEXEC = 0o2000000;
  const fd = check(c.open(path, O_CLOEXEC), () => `opening the network namespace ${path}`);
  try {
    check(c.setns(fd, CLONE_NEWNET), () => `entering the network namespace ${path}`);
  } finally {
    c.close(fd);
  }
}

/** Real-time scheduling (SCHED_FIFO) for process or thread `pid`, 0 = the calling thread. Throws KernelError. */
export function setRealtime(pid: number, priority: number): void {
  const parameters = Buffer.alloc(4);
  parameters.writeInt32LE(priority);
  check(c.sched_setscheduler(pid, SCHED_FIFO, parameters), () => `asking for real-time priority ${priority}`);
}

/** What thread `pid` starts from now on has ordinary priority, whatever its own is. Throws KernelError. */
export function resetPriorityOnFork(pid: number): void {
  const SCHED_OTHER = 0;
  const policy = SCHED_OTHER | SCHED_RESET_ON_FORK;
  check(c.sched_setscheduler(pid, policy, Buffer.alloc(4)), () => `setting the scheduling of thread ${pid}`);
}

/** Watches being held: koffi stops polling silently once a handle is collected. */
const watched = new Set<object>();

export interface Watch {
  close(): void;
}

/**
 * Calls back on the event loop whenever `fd` is readable (level-triggered: drain it). Close the watch before the
 * socket. With `background` the watch does not keep the process alive.
 */
export function watchReadable(fd: number, background: boolean, callback: () => void): Watch {
  const handle = koffi.node.poll(fd, { readable: true }, callback);
  if (background) handle.unref();
  watched.add(handle);
  return {
    close() {
      if (!watched.delete(handle)) return;
      handle.stop();
      handle.close();
    },
  };
}

/**
 * Many descriptors watched as one: however many are readable, the event loop is entered once, and `callback` drains
 * them all (level-triggered). Nothing is watched, and no process kept alive, while it is empty.
 */
export class WatchedSet {
  readonly #callback: () => void;
  #set: { readonly fd: number; readonly watch: Watch } | null = null;
  #size = 0;

  constructor(callback: () => void) {
    this.#callback = callback;
  }

  /** Close the watch before the descriptor. Throws KernelError. */
  add(fd: number): Watch {
    const EPOLL_CTL_ADD = 1;
    const EPOLL_CTL_DEL = 2;
    const { fd: set } = this.#open();
    // struct epoll_event is packed on some machines; what stands in it beyond the events is never read
    const event = Buffer.alloc(16);
    event.writeUInt32LE(POLLIN);
    this.#size += 1;
    let open = true;
    const close = (): void => {
      if (!open) return;
      open = false;
      c.epoll_ctl(set, EPOLL_CTL_DEL, fd, event);
      this.#size -= 1;
      if (this.#size === 0) this.#shut();
    };
    if (c.epoll_ctl(set, EPOLL_CTL_ADD, fd, event) < 0) {
      const errno = errnoName(koffi.errno());
      close();
      throw new KernelError("watching a descriptor", errno);
    }
    return { close };
  }

  #open(): { readonly fd: number } {
    if (this.#set !== null) return this.#set;
    const fd = check(c.epoll_create1(SOCK_CLOEXEC), () => "watching descriptors");
    this.#set = { fd, watch: watchReadable(fd, false, this.#callback) };
    return this.#set;
  }

  #shut(): void {
    this.#set?.watch.close();
    if (this.#set !== null) c.close(this.#set.fd);
    this.#set = null;
  }
}
