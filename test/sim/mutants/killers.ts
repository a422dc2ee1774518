/** For each mutant a seed that has found it, to be played first. Any other seed may find it too. */
export const KILLERS: Readonly<Record<string, number>> = {
  "N1 whoever waits, waits the TTL": 9,
  "N7 an Expire is applied whatever became of its Suspect": 10,
  "N2 a tally goes on in the next Suspect": 11,
  "N3 after a restart an open Suspect is forgotten": 20,
  "N5 a suspected session is echoed": 1,
  "N6 a restarted holder serves without Adopt": 3,
  "N5 an expired session is echoed again": 5,
  "P2 a token is what it was": 1,
  "P3 a wish is answered when it is placed, not when it is applied": 1,
  "T3 a lease is counted from the echo's arrival": 5,
  "leases of a majority: one voter fewer is enough": 2,
  "N3 fewer than a majority prove silence": 3,
  "G1 a timeout is not cut at V": 1,
};
