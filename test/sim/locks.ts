/**
 * Application leases, judged in true time: one owner at most believes that it holds a lease, and tokens grow (P2). What all
 * were told of one lease is a history that some order explains.
 */
import { judgeHistory } from "../chaos/judge.ts";
import type { Call } from "../chaos/records.ts";

interface Belief {
  readonly owner: string;
  readonly token: bigint;
  /** True time. */
  until: number;
}
export interface Locks {
  /** `owner` believes from now on that it holds `lock` until this true time. */
  believes(lock: string, owner: string, token: bigint, until: number): void;
  stops(lock: string, owner: string): void;
}

export function createLocks(now: () => number, broken: (invariant: string, detail: string) => void): Locks {
  const held = new Map<string, Belief>();
  return {
    believes: (lock, owner, token, until) => {
      if (until <= now()) return;
      const before = held.get(lock);
      if (before?.owner === owner) {
        before.until = Math.max(before.until, until);
        return;
      }
      if (before !== undefined && before.until > now()) {
        const over = (before.until - now()).toFixed(3);
        broken("lock", `${owner} holds ${lock} while ${before.owner} believes so for ${over} ms more`);
      }
      if (before !== undefined && before.token >= token) {
        broken("P2", `${owner} got ${lock} with token ${token} after ${before.token}`);
      }
      held.set(lock, { owner, token, until });
    },
    stops: (lock, owner) => {
      const belief = held.get(lock);
      if (belief?.owner === owner) belief.until = Math.min(belief.until, now());
    },
  };
}

/** Through the project's linearizability checker, lease by lease. */
export function judgeHistories(
  calls: readonly Call[],
): readonly { readonly invariant: string; readonly detail: string }[] {
  const byName = new Map<string, Call[]>();
  for (const call of calls) {
    const known = byName.get(call.name);
    if (known === undefined) byName.set(call.name, [call]);
    else known.push(call);
  }
  return [...byName].flatMap(([name, history]) => judgeHistory(name, history, []));
}
