/** One broken rule: a small patch of the compiled production code, made where it is loaded. */

import type { PairFaultName } from "../pair/weather.ts";
import type { Profile } from "../scene.ts";
import type { FaultName } from "../weather.ts";

export type Kind = FaultName | PairFaultName;

export interface Edit {
  /** In the compiled tree. */
  readonly file: string;
  /** Occurs there exactly once. */
  readonly code: string;
  readonly off: string;
}
export interface Mutant {
  /** The rule it breaks, and where the rule has several parts, which. */
  readonly id: string;
  readonly edits: readonly Edit[];
  /** What weather it takes to see it: a hunt begins with seeds whose first act has much of it. Empty: any. */
  readonly weather: readonly Kind[];
  /** The profile whose seeds it is played with. Absent: ordinary. */
  readonly profile?: Profile;
}

export const edit = (file: string, code: string, off: string): Edit => ({ file: `${file}.js`, code, off });
export const mutant = (id: string, ...edits: readonly Edit[]): Mutant => ({ id, edits, weather: [] });
/** As `mutant`, for a rule of two nodes. */
export const mutantOfTwo = (id: string, ...edits: readonly Edit[]): Mutant => ({
  id,
  edits,
  weather: [],
  profile: "two-nodes",
});
/** As `mutantOfTwo`, for one that only some weather shows. */
export const mutantOfTwoIn = (
  weather: readonly PairFaultName[],
  id: string,
  ...edits: readonly Edit[]
): Mutant => ({ ...mutantOfTwo(id, ...edits), weather });
/** As `mutant`, for one that only some weather shows. */
export const mutantIn = (weather: readonly FaultName[], id: string, ...edits: readonly Edit[]): Mutant => ({
  id,
  edits,
  weather,
});

/** A rule switched off, for the test that names it: that one must fail. */
export interface Switch<File extends string = string> {
  /** Beginning of the names of the tests of which one must fail. */
  readonly rule: string;
  readonly file: File;
  /** In the compiled file; must occur exactly once. */
  readonly code: string;
  readonly off: string;
}
export const off = <File extends string>(
  rule: string,
  file: File,
  code: string,
  instead: string,
): Switch<File> => ({ rule, file, code, off: instead });

export const occurrences = (source: string, code: string): number => source.split(code).length - 1;
export const patched = (source: string, { code, off }: Pick<Edit, "code" | "off">): string =>
  source.replace(code, () => off);
