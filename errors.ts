/** The one list of error codes. A code never changes its meaning; the message is for a person. */
export type ErrorCode =
  | "store-poisoned"
  | "store-corrupt"
  | "store-regressed"
  | "store-unreadable"
  | "store-version"
  | "store-identity"
  | "store-locked"
  | "config-invalid"
  | "secret-not-private"
  | "certificate"
  | "codec"
  | "kernel"
  | "guard-unsupported"
  | "service"
  | "not-leader"
  | "unavailable"
  | "unreachable"
  | "refused"
  | "busy"
  | "not-found"
  | "lease-lost"
  | "lease-held"
  | "invalid-argument"
  | "not-root";

/** Says what was wrong, where, what was expected and what to do, in `message`; machines look at `code`. */
export class LeaseholdError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "LeaseholdError";
    this.code = code;
  }
}

/** An impossible state: stops the process, in production too. `what`: words, or what makes them where that costs something. */
export function assert(condition: boolean, what: string | (() => string)): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${typeof what === "string" ? what : what()}`);
}
