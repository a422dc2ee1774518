/** What the ledger is after an entry, by the first node that said so, and whether every other node says the same. */
import { copyLedger } from "../../consensus/ledger/copy.ts";
import type { Ledger } from "../../consensus/ledger/types.ts";
import { digest, same } from "./same.ts";

export interface Ledgers {
  /**
   * This node's ledger, as of the entry that it has applied last. Null: nobody has another one. `whole`: also what was found the same
   * of this ledger before; else that is left out most of the time.
   */
  differs(ledger: Ledger, whole: boolean): string | null;
}
/** What a ledger only adds to, and drops the oldest of: each part names the entry that it is of, and never changes (`ledger/copy.ts`). */
type Annals = readonly { readonly index: number }[];
interface Looked {
  /** Up to this entry its annals were found to be the same. */
  through: number;
  looks: number;
}
/** Every so many looks nothing of a ledger is left out: a part that was changed after all is found then. */
const WHOLE_EVERY = 8;

export function createLedgers(): Ledgers {
  /** By entry. */
  const first: (Ledger | undefined)[] = [];
  const looked = new WeakMap<Ledger, Looked>();

  const parts = (a: Ledger, b: Ledger, from: number): boolean => {
    const names = Object.keys(a) as (keyof Ledger)[];
    if (names.length !== Object.keys(b).length) return false;
    for (const name of names) {
      const fits =
        name === "history" || name === "revisions"
          ? sameAnnals(a[name], b[name], from)
          : same(a[name], b[name]);
      if (!fits) return false;
    }
    return true;
  };

  return {
    differs: (ledger, whole) => {
      const { applied } = ledger;
      let past = looked.get(ledger);
      if (past === undefined) {
        past = { through: 0, looks: 0 };
        looked.set(ledger, past);
      }
      const known = first[applied];
      if (whole) past.through = 0;
      if (known === undefined) {
        first[applied] = copyLedger(ledger);
        return null;
      }
      const from = past.looks++ % WHOLE_EVERY === 0 ? 0 : past.through;
      if (!parts(known, ledger, from)) return difference(known, ledger);
      past.through = applied;
      return null;
    },
  };
}

function sameAnnals(a: Annals, b: Annals, from: number): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) {
    const one = a[at]!;
    const other = b[at]!;
    if (one.index !== other.index || (one.index > from && !same(one, other))) return false;
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
