/**
 * Whether a turn may end early: most events of a node at peace change nothing but a deadline, and such a one should cost little more
 * than the gate's renewal. Pure.
 */
import { tablesAreKept } from "./keeping.ts";
import type { Holding } from "./state.ts";

/** Where no group is to be looked at: whether there is nothing else to do but to keep open what is open. */
export function isAtRest(holding: Holding): boolean {
  const { attention, standing, gating, asks } = holding;
  const { rest, touched, waiting, unsaid } = attention;
  const { view } = standing;
  return (
    rest !== null &&
    rest.leases === view.leases &&
    rest.sessions === view.sessions &&
    rest.cards === view.cards &&
    rest.foreign === holding.foreign &&
    rest.failure === gating.failure &&
    rest.arming === gating.arming &&
    asks.open.size === 0 &&
    holding.words.size === 0 &&
    holding.strays.length === 0 &&
    touched.size === 0 &&
    waiting.address.size === 0 &&
    waiting.service.size === 0 &&
    unsaid["release/"].size === 0 &&
    unsaid["report/"].size === 0 &&
    !standing.draining
  );
}

/** After a turn in full. What is open then, or waits for the clock, is looked at again at each event. */
export function noteRest(holding: Holding): void {
  const { attention, standing, gating, foreign } = holding;
  const { leases, sessions, cards } = standing.view;
  const { failure, arming } = gating;
  // Tables on their way are waited for.
  const rests = arming !== null || tablesAreKept(holding);
  attention.rest = rests ? { leases, sessions, cards, foreign, failure, arming } : null;
}
