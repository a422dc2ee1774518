/** gRPC's status codes as errors of ours. */
import { type ErrorCode, LeaseholdError } from "../errors.ts";

const CODES: Readonly<Record<number, ErrorCode>> = {
  1: "unavailable",
  3: "invalid-argument",
  4: "unavailable",
  5: "not-found",
  8: "busy",
  9: "refused",
  12: "refused",
  14: "unavailable",
};
const UNIMPLEMENTED = 12;

/** Null: the call ended well. */
export function errorOf(target: string, code: number, message: unknown): LeaseholdError | null {
  if (code === 0) return null;
  const said = typeof message === "string" ? decoded(message) : "";
  const text =
    code === UNIMPLEMENTED ? `${target} is of an older version and does not know this call (${said})` : said;
  return new LeaseholdError(
    CODES[code] ?? "refused",
    text === "" ? `${target} refused with status ${code}` : text,
  );
}

function decoded(message: string): string {
  try {
    return decodeURIComponent(message);
  } catch {
    return message;
  }
}
