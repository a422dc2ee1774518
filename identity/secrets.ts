/** Files that only their owner may read: written so, and refused when they are not (C2). */
import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { LeaseholdError } from "../errors.ts";

/** Read or write by group or others: any of these bits makes a secret public. */
const OTHERS = 0o077;
const SECRET_BYTES_MAX = 64 * 1024;

/** A directory for secrets, mode 0700, parents included; an existing one is narrowed. */
export function makePrivateDirectory(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
}

/**
 * Writes a file with mode 0600 from its first byte on, synced. Refuses to replace an existing one: a key that is
 * overwritten by accident cuts a node off its cluster.
 */
export function writeSecretFile(path: string, text: string): void {
  writeNewFile(path, text, 0o600);
}

/** Like `writeSecretFile`, for what is no secret (certificates): mode 0644. */
export function writePublicFile(path: string, text: string): void {
  writeNewFile(path, text, 0o644);
}

function writeNewFile(path: string, text: string, mode: number): void {
  let file: number;
  try {
    file = openSync(path, "wx", mode);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "EEXIST") throw error;
    throw new LeaseholdError(
      "invalid-argument",
      `${path} exists already and is not overwritten; move it away first, or choose another directory`,
    );
  }
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * The text of a secret file. Throws `secret-not-private` when group or others have any access to it, and
 * `certificate` when it cannot be read. The check and the read use one descriptor, so that the file that was
 * checked is the file that was read. The content never shows in an error.
 */
export function loadSecretFile(path: string): string {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    const found = fstatSync(file);
    const mode = found.mode & 0o7777;
    if (!found.isFile()) {
      throw new LeaseholdError("secret-not-private", `${path} must be a regular file to be used as a secret`);
    }
    if ((mode & OTHERS) !== 0) {
      throw new LeaseholdError(
        "secret-not-private",
        `${path} has mode ${octal(mode)}: others than its owner can get at it; expected 0600. ` +
          `If nobody untrusted has read it, run: chmod 600 ${path}; else make a new one`,
      );
    }
    if (found.size > SECRET_BYTES_MAX) {
      throw new LeaseholdError("certificate", `${path} has ${found.size} bytes, too many for a key file`);
    }
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

/** The text of a file that is no secret (a certificate); errors in the same words. */
export function loadPublicFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): LeaseholdError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown error";
  const todo =
    code === "ENOENT"
      ? "run `leasehold init`, or correct the path in the configuration"
      : "check its owner and mode";
  return new LeaseholdError("certificate", `cannot read ${path} (${code}): ${todo}`, { cause });
}

const octal = (mode: number): string => `0${mode.toString(8).padStart(3, "0")}`;
