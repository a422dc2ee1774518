/** Leases of applications: one owner for each name, each grant with a greater token (P2). The leader watches the time. */
import { tokenOf } from "./query.ts";
import { type CommandOf, type Place, refuse } from "./refuse.ts";
import type { AppLease, Command, Ledger, LedgerEvent, Token } from "./types.ts";

/** Longest name, owner and note, in characters. */
const TEXT_LIMIT = 255;
/** How many names may be leased at once. */
export const APP_LEASE_LIMIT = 10_000;

const isText = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what may not be in it
  text.length <= TEXT_LIMIT && !/[\u0000-\u001f\u007f]/.test(text);

function fault({ name, owner, ttl, note }: CommandOf<"acquire">): string | null {
  if (name === "" || !isText(name)) {
    return `A lease's name must have 1 to ${TEXT_LIMIT} characters and no control characters.`;
  }
  if (owner === "" || !isText(owner)) {
    return `A lease's owner must have 1 to ${TEXT_LIMIT} characters and no control characters.`;
  }
  if (!isText(note)) return `A lease's note may have ${TEXT_LIMIT} characters and no control characters.`;
  return ttl > 0 && Number.isFinite(ttl)
    ? null
    : `A lease's ttl must be a positive number of milliseconds, not ${ttl}.`;
}

/** A repeat by the owner is answered with the lease as it is: its first ttl and note stand. */
export function acquire(ledger: Ledger, at: Place, command: CommandOf<"acquire">): LedgerEvent[] {
  const wrong = fault(command);
  if (wrong !== null) return refuse(command, "invalid", wrong);
  const { name, owner, ttl, note } = command;
  const known = ledger.appLeases.get(name);
  if (known !== undefined) {
    if (known.owner === owner) return [{ type: "acquired", lease: known, repeated: true }];
    const who = known.note === "" ? "another owner" : `another owner (${known.note})`;
    return refuse(
      command,
      "held-by-another",
      `The lease "${name}" is held by ${who} with token ${known.token}.`,
    );
  }
  if (ledger.appLeases.size >= APP_LEASE_LIMIT) {
    return refuse(command, "invalid", `There are ${APP_LEASE_LIMIT} leases already, as many as may be.`);
  }
  const lease: AppLease = { name, owner, token: tokenOf(ledger.epoch, at.index), ttl, note };
  ledger.appLeases.set(name, lease);
  return [{ type: "acquired", lease, repeated: false }];
}

/** The lease that a command means; a refusal when it is gone, or another. */
function meant(
  ledger: Ledger,
  at: Place,
  command: Command,
  name: string,
  token: Token,
): { readonly lease: AppLease } | { readonly refusal: LedgerEvent[] } {
  const lease = ledger.appLeases.get(name);
  if (lease === undefined) {
    return { refusal: refuse(command, "duplicate", `Nobody holds "${name}" any more.`) };
  }
  if (lease.token !== token) {
    return {
      refusal: refuse(
        command,
        "stale-token",
        `The lease "${name}" is at token ${lease.token}, not ${token}.`,
      ),
    };
  }
  if (token === tokenOf(ledger.epoch, at.index)) {
    // P2: granted by this very entry; were it gone again, a second grant in it would carry the same token.
    return { refusal: refuse(command, "stale-token", `The lease "${name}" has been granted in this entry.`) };
  }
  return { lease };
}

export function yieldLease(ledger: Ledger, at: Place, command: CommandOf<"yield">): LedgerEvent[] {
  const { name, owner, token } = command;
  const known = ledger.appLeases.get(name);
  if (known !== undefined && known.owner !== owner) {
    return refuse(
      command,
      "not-owner",
      `The lease "${name}" is held by another owner, with token ${known.token}.`,
    );
  }
  const fit = meant(ledger, at, command, name, token);
  if ("refusal" in fit) return fit.refusal;
  ledger.appLeases.delete(name);
  return [{ type: "yielded", name, token, how: "released" }];
}

/** N7: what one leader has waited is no evidence in another's term. */
export function lapse(ledger: Ledger, at: Place, command: CommandOf<"lapse">): LedgerEvent[] {
  const { name, token } = command;
  const fit = meant(ledger, at, command, name, token);
  if ("refusal" in fit) return fit.refusal;
  if (command.term !== at.term) {
    return refuse(
      command,
      "term-mismatch",
      `The silence was waited for in term ${command.term}, the entry is of term ${at.term}.`,
    );
  }
  ledger.appLeases.delete(name);
  return [{ type: "yielded", name, token, how: "lapsed" }];
}
