/** What the ledger is after an entry, by the first node that said so, and whether every other node says the same. */
import { copyLedger } from "../../consensus/ledger/copy.ts";
import type { Ledger } from "../../consensus/ledger/types.ts";
import { digest, same } from "./same.ts";

export interface Ledgers {
  /** This node's ledger, as of the entry that it has applied last. Null: nobody has another one. */
  differs(node: string, ledger: Ledger): string | null;
}
/** What a ledger only adds to, and drops the oldest of. */
type Annals = Pick<Ledger, "history" | "revisions">;
interface Looked {
  looks: number;
  /** Two that were found the same: whoever applied that entry first, and this node. */
  theirs: Annals;
  mine: Annals;
}
const NOTHING: Annals = { history: [], revisions: [] };
/** So often is also looked at what was found the same before: a record that has changed since, which none does (`ledger/copy.ts`), is found then. */
const WHOLE_EVERY = 8;

export function createLedgers(): Ledgers {
  /** By entry. */
  const first: (Ledger | undefined)[] = [];
  const looked = new Map<string, Looked>();

  return {
    differs: (node, ledger) => {
      const known = first[ledger.applied];
      if (known === undefined) {
        first[ledger.applied] = copyLedger(ledger);
        return null;
      }
      let past = looked.get(node);
      if (past === undefined) {
        past = { looks: 0, theirs: NOTHING, mine: NOTHING };
        looked.set(node, past);
      }
      const whole = past.looks++ % WHOLE_EVERY === 0;
      if (!sameLedger(known, ledger, whole ? null : past)) return difference(known, ledger);
      past.theirs = known;
      past.mine = { history: [...ledger.history], revisions: [...ledger.revisions] };
      return null;
    },
  };
}

function sameLedger(a: Ledger, b: Ledger, past: Looked | null): boolean {
  const names = Object.keys(a) as (keyof Ledger)[];
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    const fits =
      past !== null && (name === "history" || name === "revisions")
        ? sameSince(a[name], b[name], past.theirs[name], past.mine[name])
        : same(a[name], b[name]);
    if (!fits) return false;
  }
  return true;
}
/** Two records that stand where they were found the same are not looked at again. */
function sameSince(
  a: readonly object[],
  b: readonly object[],
  theirs: readonly object[],
  mine: readonly object[],
): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) {
    if (at < mine.length && a[at] === theirs[at] && b[at] === mine[at]) continue;
    if (!same(a[at], b[at])) return false;
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
