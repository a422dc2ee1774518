/** What may stand in a request. Each throws `invalid-argument` with what was expected. */
import { LeaseholdError } from "../errors.ts";

export const invalid = (text: string): LeaseholdError => new LeaseholdError("invalid-argument", text);

const NAME_MAX = 255;
const WORDS_MAX = 1024;

/** A name or an id: some characters, none of which could garble a line of a log. */
export function checkWord(value: string, what: string, optional = false): string {
  if (value === "" && !optional) throw invalid(`${what} is missing`);
  if (value.length > NAME_MAX)
    throw invalid(`${what} has ${value.length} characters; expected at most ${NAME_MAX}`);
  if (/\p{Cc}/u.test(value)) throw invalid(`${what} has control characters in it`);
  return value;
}

/** Words for people. */
export function checkWords(value: string, what: string): string {
  if (value.length > WORDS_MAX) {
    throw invalid(`${what} has ${value.length} characters; expected at most ${WORDS_MAX}`);
  }
  if (/\p{Cc}/u.test(value)) throw invalid(`${what} has control characters in it`);
  return value;
}

export function checkRevision(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw invalid(`${what} must be a whole number from 0`);
  return value;
}
