/** What the tests on real interfaces count with, milliseconds. */

/** The element of a holder in a process of its own: a pause of the machine while it runs is no lapse. */
export const TIMEOUT_MS = 2000;
/** Long enough for any answer that comes at all, also on a machine that stands still for a while. */
export const PATIENT = 20_000;
/** Long enough for an answer of a neighbour that gives one. */
export const SILENCE = 60;
/** Of a gate that must be open for as long as it is asked. */
export const OPEN = 60_000;
