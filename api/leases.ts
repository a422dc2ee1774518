/** leasehold.v1.Leases: leases for applications. */
import { asBytes, conversing, type Desk, streaming, unary } from "./calls.ts";
import { checkWord, checkWords, invalid } from "./checks.ts";
import { LEASES, type Method } from "./methods.ts";
import type { LeaseView } from "./port.ts";

/** Bounds of what an application may ask for, milliseconds. */
export const TTL_MIN_MS = 1_000;
export const TTL_MAX_MS = 24 * 3_600_000;
export const WAIT_MAX_MS = 24 * 3_600_000;
const OWNER_MIN = 8;
/** All leases at once fit in, with what changes meanwhile. */
const STATES_UNREAD_MAX = 16_384;
/** Keep-alives on their way on one stream. */
const BEATS_UNDERWAY_MAX = 1024;

export const LEASES_DEFINITION = Object.fromEntries(
  Object.entries(LEASES).map(([name, method]) => [name, asBytes(method as Method<unknown, unknown>)]),
);

function checkOwned(request: { readonly name: string; readonly owner: string }): void {
  checkWord(request.name, "the name of the lease");
  checkWord(request.owner, "the owner's id");
  if (request.owner.length < OWNER_MIN) {
    throw invalid(
      `the owner's id has ${request.owner.length} characters; expected a random one of ${OWNER_MIN} at least`,
    );
  }
}

function checkToken({ token }: { readonly token: string }): void {
  if (!/^[0-9]{1,19}$/.test(token))
    throw invalid("the token must be the decimal number that Acquire answered");
}

export function leasesService(desk: Desk, view: LeaseView) {
  return {
    acquire: unary(desk, LEASES.acquire, (request, signal) => {
      checkOwned(request);
      const { ttlMs, waitMs } = request;
      if (ttlMs < TTL_MIN_MS || ttlMs > TTL_MAX_MS) {
        throw invalid(`a time to live of ${ttlMs} ms; expected ${TTL_MIN_MS} to ${TTL_MAX_MS} ms`);
      }
      if (waitMs > WAIT_MAX_MS) throw invalid(`a wait of ${waitMs} ms; expected at most ${WAIT_MAX_MS} ms`);
      checkWords(request.note, "the note");
      return view.acquire(request, signal);
    }),
    keepAlive: conversing(desk, LEASES.keepAlive, BEATS_UNDERWAY_MAX, (request) => {
      checkOwned(request);
      checkToken(request);
      return view.keepAlive(request);
    }),
    release: unary(desk, LEASES.release, (request) => {
      checkOwned(request);
      checkToken(request);
      return view.release(request);
    }),
    watch: streaming(
      desk,
      LEASES.watch,
      ({ name }, out) =>
        view.watch(checkWord(name, "the name of the lease", true), (state) => out.send(state)),
      STATES_UNREAD_MAX,
    ),
  };
}
