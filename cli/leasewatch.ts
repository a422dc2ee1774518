/** Leases of applications as one daemon sees them. */
import type { LeaseState } from "../api/messages.ts";
import { LEASES } from "../api/methods.ts";
import { type Credentials, Wire } from "../client/wire.ts";
import { LeaseholdError } from "../errors.ts";

/** All that are held now, by name. */
export async function listLeases(target: string, credentials: Credentials | null): Promise<LeaseState[]> {
  const held: LeaseState[] = [];
  await watchLeases(target, credentials, (state, whole) => {
    if (state.held) held.push(state);
    return !whole;
  });
  return held.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Calls back with what is held, then with each change, until `listener` returns false. `whole`: everything held has been
 * told; the call that says so first carries nothing.
 */
export async function watchLeases(
  target: string,
  credentials: Credentials | null,
  // biome-ignore lint/suspicious/noConfusingVoidType: most listeners go on, and return nothing
  listener: (state: LeaseState, whole: boolean) => boolean | void,
): Promise<void> {
  const wire = new Wire(target, credentials);
  const enough = new AbortController();
  try {
    await wire.stream(
      LEASES.watch,
      { name: "" },
      (state) => {
        if (listener(state, state.event === "all") === false) enough.abort();
      },
      { signal: enough.signal },
    );
  } catch (error) {
    if (!enough.signal.aborted || !(error instanceof LeaseholdError)) throw error;
  } finally {
    wire.close();
  }
}
