/**
 * What is wrong with a disk, in the words of the one who has to do something about it. Four states: `store-poisoned` (it
 * takes no more; what was acknowledged is there), `store-unreadable` (it cannot be read now; nothing is known to be
 * lost), `store-corrupt` (something is damaged), `store-regressed` (it ends before what was acknowledged on it).
 */
import { LeaseholdError } from "../../errors.ts";

/** What the system says, and what that means. LevelDB passes on the system's words without its codes. */
const CAUSES: readonly {
  readonly says: RegExp;
  readonly kind: "no-room" | "refused" | "failing";
  readonly advice: string;
}[] = [
  {
    says: /ENOSPC|no space left/i,
    kind: "no-room",
    advice: "The disk is full: free some space there (see `df`), then start the daemon again",
  },
  {
    says: /EDQUOT|disk quota exceeded/i,
    kind: "no-room",
    advice: "The quota is used up: raise it, or free some space there, then start the daemon again",
  },
  {
    says: /EFBIG|file too large/i,
    kind: "no-room",
    advice:
      "A file has reached the largest size allowed (see `ulimit -f`): raise that limit, then start the daemon again",
  },
  {
    says: /EROFS|read-only file system/i,
    kind: "no-room",
    advice:
      "The file system is read-only; the kernel makes it so after disk errors: see `dmesg` and `mount`, then start the daemon again",
  },
  {
    says: /EACCES|EPERM|permission denied|operation not permitted/i,
    kind: "refused",
    advice: "This user may not use those files: give the folder to the user that the daemon runs as",
  },
  {
    says: /EMFILE|ENFILE|too many open files/i,
    kind: "refused",
    advice: "There are too many open files: raise that limit (see `ulimit -n`), then start the daemon again",
  },
  {
    says: /ENOTDIR|EISDIR|EEXIST|not a directory|is a directory/i,
    kind: "refused",
    advice: "Something else lies where the store should be: check the path in the configuration",
  },
  {
    says: /EIO|input\/output error/i,
    kind: "failing",
    advice: "The disk answers with errors: see `dmesg`, and replace it if they come back",
  },
];

const causeOf = (text: string) => CAUSES.find(({ says }) => says.test(text));

/** All that an error and what caused it say, in one line. */
export function wordsOf(error: unknown): string {
  const words: string[] = [];
  for (let at = error; at !== undefined && at !== null; at = (at as { cause?: unknown }).cause) {
    const text = at instanceof Error ? at.message : String(at);
    const { code } = at as { code?: unknown };
    const line = typeof code === "string" && !text.includes(code) ? `${code}: ${text}` : text;
    if (!words.includes(line)) words.push(line);
  }
  return words.join(": ");
}

/** A write failed, or a sync: nobody can say what the disk holds now (D2, checklist 42, 46). */
export function poisoned(where: string, cause: unknown): LeaseholdError {
  const why = wordsOf(cause);
  const advice = causeOf(why)?.advice ?? "Check the disk and its free space";
  return new LeaseholdError(
    "store-poisoned",
    `the store in ${where} failed to write (${why}) and is poisoned: nothing more is accepted until this daemon restarts; ` +
      `what was acknowledged is kept. ${advice}`,
    { cause },
  );
}

/** Its owner has closed it: as good as poisoned, and nobody's fault. */
export const closed = (where: string): LeaseholdError =>
  new LeaseholdError("store-poisoned", `the store in ${where} is closed`);

/** Something that was written is damaged or missing. It is never repaired by leaving something out (checklist 45). */
export const corrupt = (where: string, what: string, cause?: unknown): LeaseholdError =>
  new LeaseholdError(
    "store-corrupt",
    `the store in ${where} is corrupt: ${what}. This node must not run on it. Check the disk, keep the folder for ` +
      "inspection, and let the node join again with an empty folder",
    { cause },
  );

/** It is sound in itself, and ends before what was acknowledged: a lost tail, or files of an earlier time (D3, R13). */
export const regressed = (where: string, what: string): LeaseholdError =>
  new LeaseholdError(
    "store-regressed",
    `the store in ${where} has gone back: ${what}. This node must not vote on what it has forgotten. If an old copy was ` +
      "put back, put the newest one there; else keep the folder for inspection, and let the node join again with an empty folder",
  );

/** What a failure to read means, by its words; corruption where they say nothing of the system's. */
export function unreadable(where: string, what: string, cause: unknown): LeaseholdError {
  const why = wordsOf(cause);
  const known = causeOf(why);
  if (known === undefined) return corrupt(where, `${what}: ${why}`, cause);
  // Reading a database writes too: it brings what is in the journal into a table.
  if (known.kind === "no-room") return poisoned(where, cause);
  return new LeaseholdError(
    "store-unreadable",
    `the store in ${where} cannot be read (${what}: ${why}). Nothing is known to be lost, and nothing was changed. ${known.advice}`,
    { cause },
  );
}
