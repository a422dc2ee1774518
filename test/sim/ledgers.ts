/** What the ledger is after an entry, by the first node that said so, and whether every other node says the same. */
import { copyLedger } from "../../consensus/ledger/copy.ts";
import type { Ledger } from "../../consensus/ledger/types.ts";
import { digest, same, sameLists } from "./same.ts";

export interface Ledgers {
  /** This node's ledger, as of the entry that it has applied last. Null: nobody has another one. */
  differs(node: string, ledger: Ledger): string | null;
}
/** So often is also looked at what was found the same before: a record that has changed since, which none does (`ledger/copy.ts`), is found then. */
const WHOLE_EVERY = 8;

export function createLedgers(): Ledgers {
  /** By entry. */
  const first: (Ledger | undefined)[] = [];
  const looks = new Map<string, number>();
  /** A node's record, and the one of whoever was first that it was found the same as. */
  const twins = new WeakMap<object, object>();

  const sameRecord = (a: unknown, b: unknown): boolean => {
    if (a === b) return true;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return same(a, b);
    if (twins.get(b) === a) return true;
    if (!same(a, b)) return false;
    twins.set(b, a);
    return true;
  };
  /** What is only added to, and loses its oldest: up to the newest that was found the same, all was. */
  const sameAnnals = (a: readonly object[], b: readonly object[]): boolean => {
    if (a.length !== b.length) return false;
    for (let at = a.length - 1; at >= 0; at--) {
      if (twins.get(b[at]!) === a[at]) break;
      if (!same(a[at], b[at])) return false;
    }
    if (a.length > 0) twins.set(b.at(-1)!, a.at(-1)!);
    return true;
  };
  return {
    differs: (node, ledger) => {
      const known = first[ledger.applied];
      if (known === undefined) {
        first[ledger.applied] = copyLedger(ledger);
        return null;
      }
      const past = looks.get(node) ?? 0;
      looks.set(node, past + 1);
      const fits =
        past % WHOLE_EVERY === 0
          ? sameLedger(known, ledger, same, same)
          : sameLedger(known, ledger, sameRecord, sameAnnals);
      return fits ? null : difference(known, ledger);
    },
  };
}

/** `alike`: for what its lists hold. `annals`: for its history. */
function sameLedger(
  a: Ledger,
  b: Ledger,
  alike: (a: unknown, b: unknown) => boolean,
  annals: (a: readonly object[], b: readonly object[]) => boolean,
): boolean {
  const names = Object.keys(a) as (keyof Ledger)[];
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    const fits = name === "history" ? annals(a.history, b.history) : sameLists(a[name], b[name], alike);
    if (!fits) return false;
  }
  return true;
}

/** The first part of the ledger that is another one. */
function difference(a: Ledger, b: Ledger): string {
  const names = Object.keys({ ...a, ...b }) as (keyof Ledger)[];
  const name = names.find((each) => !same(a[each], b[each]));
  return name === undefined
    ? "in its parts"
    : `${name} ${digest(b[name])}, was ${digest(a[name])}`.slice(0, 1_000);
}
