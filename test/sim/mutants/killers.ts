/** For each mutant a seed that has found it, to be played first. Any other seed may find it too. */
export const KILLERS: Readonly<Record<string, number>> = {
  "D1 a reply does not wait for term and vote": 1,
  "D1 an acknowledgement does not wait for its entries": 1,
  "D1 a replica sends before the write": 1,
};
