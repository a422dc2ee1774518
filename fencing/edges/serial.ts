/**
 * A serial line to the peer. It is opened again and again while it is not there, never waits, and has little room: what
 * would have to queue up for long is dropped, for the next heartbeat says more than an old one.
 */
import type { Millis } from "../../consensus/core/types.ts";
import type { SerialLine } from "../port.ts";
import { createDeframer, frame, PAYLOAD_BYTES_MAX } from "./framing.ts";

/** What of the package is used: a duplex stream on a device. */
export interface SerialDevice {
  /** `done`: the kernel has taken all of it. */
  write(bytes: Uint8Array, done: (error?: Error | null) => void): unknown;
  on(event: "data", listener: (bytes: Uint8Array) => void): unknown;
  on(event: "open" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  close(done: (error?: Error | null) => void): void;
  readonly isOpen: boolean;
}

export interface SerialOptions {
  /** The device, such as /dev/ttyS0. */
  readonly device: string;
  /** Bits a second; a frame of n bytes takes about 10 n / baud seconds. */
  readonly baud: number;
  /** The daemon's one clock, milliseconds. */
  readonly now: () => Millis;
  readonly note: (level: "info" | "warn", text: string) => void;
  /** In place of the package. */
  readonly open?: (device: string, baud: number) => SerialDevice;
}

/** For status. */
export interface SerialCounters {
  readonly isOpen: boolean;
  readonly sent: number;
  readonly received: number;
  /** Not sent: the line was closed, or spoken for. */
  readonly dropped: number;
  /** Arrived damaged. */
  readonly damaged: number;
}
export interface OpenSerialLine extends SerialLine {
  readonly counters: SerialCounters;
}

/** A line that is gone is tried again this often. */
const REOPEN_MS = 500;
/** A device that has not taken a frame for so long is closed and opened again. */
const STUCK_MS = 5000;
/** So much of the wire's time may be spoken for before a frame is dropped: a heartbeat and a message or two. */
const BACKLOG_MS = 150;
/** Frames that the device has not taken yet. */
const UNTAKEN_MAX = 8;
/** A driver may wait half a minute for what has not left yet; the daemon does not. */
const CLOSE_MS = 200;
/** One start bit, eight of data, one stop bit. */
const BITS_PER_BYTE = 10;

/** Opens the line, or goes on trying: a device that is not there yet is no error. Loads the package, so call it only where a line is configured. */
export async function openSerialLine(options: SerialOptions): Promise<OpenSerialLine> {
  const open = options.open ?? (await thePackage());
  const line = new Line(options, open);
  line.open();
  return line;
}

async function thePackage(): Promise<NonNullable<SerialOptions["open"]>> {
  const { SerialPort } = await import("serialport");
  return (path, baudRate) => new SerialPort({ path, baudRate, autoOpen: true, lock: true });
}

class Line implements OpenSerialLine {
  readonly #options: SerialOptions;
  readonly #openDevice: (device: string, baud: number) => SerialDevice;
  #device: SerialDevice | null = null;
  #isOpen = false;
  /** When the newest frame will have left, by its length. */
  #busyUntil: Millis = Number.NEGATIVE_INFINITY;
  /** Frames that the device has not taken yet, and when it last took one or was given the first of them. */
  #untaken = 0;
  #tookAt: Millis = 0;
  #deframer = createDeframer();
  #damagedBefore = 0;
  #listen: ((frame: Uint8Array, receivedAt: Millis) => void) | null = null;
  #retry: NodeJS.Timeout | null = null;
  #troubled = false;
  #closed = false;
  #sent = 0;
  #received = 0;
  #dropped = 0;

  constructor(options: SerialOptions, openDevice: (device: string, baud: number) => SerialDevice) {
    this.#options = options;
    this.#openDevice = openDevice;
  }

  get counters(): SerialCounters {
    return {
      isOpen: this.#isOpen,
      sent: this.#sent,
      received: this.#received,
      dropped: this.#dropped,
      damaged: this.#damagedBefore + this.#deframer.damaged,
    };
  }

  open(): void {
    const { device: path, baud, note } = this.#options;
    let device: SerialDevice;
    try {
      device = this.#openDevice(path, baud);
    } catch (error) {
      this.#lost(null, error as Error);
      return;
    }
    this.#device = device;
    device.on("open", () => {
      if (this.#closed) return this.#shut(device);
      this.#isOpen = true;
      if (this.#troubled) note("info", `the serial line ${path} works again`);
      this.#troubled = false;
    });
    device.on("data", (bytes) => this.#arrived(bytes));
    device.on("error", (error) => this.#lost(device, error));
    device.on("close", () => this.#lost(device, new Error("the device was closed")));
  }

  send(payload: Uint8Array): boolean {
    const now = this.#options.now();
    const device = this.#device;
    if (!this.#isOpen || device === null) return this.#drop();
    if (this.#untaken > 0 && now - this.#tookAt > STUCK_MS) {
      this.#lost(device, new Error(`the device has taken nothing for ${STUCK_MS} ms`));
      return this.#drop();
    }
    if (this.#busyUntil > now + BACKLOG_MS || this.#untaken >= UNTAKEN_MAX) return this.#drop();
    const bytes = frame(payload);
    if (bytes === null) return this.#drop();
    this.#busyUntil =
      Math.max(now, this.#busyUntil) + (bytes.length * BITS_PER_BYTE * 1000) / this.#options.baud;
    if (this.#untaken === 0) this.#tookAt = now;
    this.#untaken += 1;
    device.write(bytes, () => this.#took(device));
    this.#sent += 1;
    return true;
  }

  /** Also called when a write failed: that comes by an event of its own. */
  #took(device: SerialDevice): void {
    if (device !== this.#device) return;
    this.#untaken -= 1;
    this.#tookAt = this.#options.now();
  }

  #drop(): false {
    this.#dropped += 1;
    return false;
  }

  onFrame(listen: (frame: Uint8Array, receivedAt: Millis) => void): void {
    this.#listen = listen;
  }

  #arrived(bytes: Uint8Array): void {
    if (this.#closed) return;
    const now = this.#options.now();
    for (const payload of this.#deframer.push(bytes)) {
      this.#received += 1;
      this.#listen?.(payload, now);
    }
  }

  /** `device`: the one it happened to; an event of an earlier one means nothing. */
  #lost(device: SerialDevice | null, error: Error): void {
    if (this.#closed || device !== this.#device) return;
    this.#device = null;
    this.#isOpen = false;
    this.#untaken = 0;
    this.#busyUntil = Number.NEGATIVE_INFINITY;
    this.#damagedBefore += this.#deframer.damaged;
    this.#deframer = createDeframer(); // half a frame is no beginning of the next
    if (device !== null) this.#shut(device);
    if (!this.#troubled) {
      this.#troubled = true;
      const { device: path, note } = this.#options;
      note("warn", `the serial line ${path} does not work: ${error.message}; trying again`);
    }
    this.#retry ??= setTimeout(() => {
      this.#retry = null;
      this.open();
    }, REOPEN_MS);
    this.#retry.unref();
  }

  #shut(device: SerialDevice): void {
    if (device.isOpen) device.close(() => {});
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#isOpen = false;
    if (this.#retry !== null) clearTimeout(this.#retry);
    const device = this.#device;
    this.#device = null;
    if (device?.isOpen !== true) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, CLOSE_MS);
      device.close(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** The largest frame that is carried, bytes. */
export const SERIAL_BYTES_MAX = PAYLOAD_BYTES_MAX;
