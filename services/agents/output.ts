/**
 * What a service writes, line by line, through a named pipe that outlives this process: a service that a restarted
 * daemon adopts must not die of a broken pipe meanwhile. It waits, once the pipe is full, until somebody reads.
 */
import { execFile } from "node:child_process";
import { closeSync, constants, lstatSync, openSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { promisify } from "node:util";
import { LeaseholdError } from "../../errors.ts";
import { ownTurn } from "./turns.ts";

const run = promisify(execFile);
const LONGEST_LINE = 4096;
const LINES_PER_SECOND = 200;

export interface Output {
  /** A descriptor for a child's stdout and stderr; close it after the spawn. */
  openWriter(): number;
  close(): void;
}

/** Opens the named pipe at `path`, made when missing, and hands each line to `onLine`. */
export async function openOutput(path: string, onLine: (line: string) => void): Promise<Output> {
  await makePipe(path);
  // Read and write: without a writer of our own, the end of the last one would end the stream.
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  const socket = new Socket({ fd, readable: true, writable: false });
  const feed = lineReader(onLine);
  socket.setEncoding("utf8");
  socket.on("data", (text: string) => feed(text, performance.now()));
  socket.on("error", () => socket.destroy());
  socket.unref();
  return {
    openWriter: () => openSync(path, constants.O_RDWR),
    close: () => {
      socket.destroy();
    },
  };
}

async function makePipe(path: string): Promise<void> {
  const state = lstatSync(path, { throwIfNoEntry: false });
  if (state?.isFIFO() === true) return;
  if (state !== undefined) rmSync(path);
  await ownTurn();
  try {
    await run("mkfifo", ["-m", "600", path]);
  } catch (cause) {
    throw new LeaseholdError("service", `cannot make the pipe ${path} for a service's output`, { cause });
  }
}

/**
 * Cuts text into lines for a log: long lines are cut short, and of a flood only the beginning of each second goes
 * through, with a count of the rest. `now`: milliseconds of any monotonic clock.
 */
export function lineReader(onLine: (line: string) => void): (text: string, now: number) => void {
  let rest = "";
  let cutting = false;
  let second = Number.NEGATIVE_INFINITY;
  let count = 0;
  let dropped = 0;
  const emit = (line: string, now: number): void => {
    if (now - second >= 1000) {
      if (dropped > 0) onLine(`(${dropped} more lines left out)`);
      second = now;
      count = 0;
      dropped = 0;
    }
    count += 1;
    if (count > LINES_PER_SECOND) dropped += 1;
    else onLine(line);
  };
  return (text, now) => {
    const pieces = text.split("\n");
    for (const [i, piece] of pieces.entries()) {
      const whole = i < pieces.length - 1;
      if (!cutting) rest += piece;
      if (rest.length > LONGEST_LINE) {
        emit(`${rest.slice(0, LONGEST_LINE)} (line cut)`, now);
        rest = "";
        cutting = true; // skip to the end of this line
      }
      if (!whole) continue;
      if (!cutting) emit(rest.endsWith("\r") ? rest.slice(0, -1) : rest, now);
      rest = "";
      cutting = false;
    }
  };
}

/** Closes a descriptor that may be closed already. */
export function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    // Closed already.
  }
}
