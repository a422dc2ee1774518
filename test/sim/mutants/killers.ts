/** For each mutant a seed that has found it, to be played first. Any other seed may find it too. */
export const KILLERS: Readonly<Record<string, number>> = {};
