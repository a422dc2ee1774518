/**
 * Leases of applications: what a leader confirms it has the right to confirm, and none lapses while an owner may believe that
 * it holds it, had every confirmation reached it.
 */
import type { Batch, Token } from "../../../consensus/ledger/types.ts";
import type { KeepAliveResult } from "../../../consensus/types.ts";
import { type Known, Notes, type Process, type Rules } from "./process.ts";

interface Asked {
  readonly name: string;
  readonly owner: string;
  readonly token: Token;
  /** Where its owner runs, and since when it may count, by that machine's clock. */
  readonly at: Process;
  readonly sentAt: number;
}

export function createKeepingRules({ timeline, broken, highestTerm }: Known): Rules {
  /** Per process and the id of its caller. */
  const local = new Notes<Map<number, Asked>>();
  /** Per "NODE/ID": what a follower passed on. */
  const passedOn = new Map<string, Asked>();
  /** What it answers in this turn, another one has said: it may have come to lead since it asked. */
  const hears = ({ event }: Process): boolean => event.type === "envelope" && event.envelope.type === "kept";
  /** Per lease and token: the true time to which it may be believed in. */
  const believed = new Map<string, { readonly at: Process; until: number }>();
  const keyOf = (name: string, token: Token) => `${name} ${token}`;

  const confirmed = (leader: Process, asked: Asked | undefined, result: KeepAliveResult) => {
    if (asked === undefined || !result.ok) return;
    const { name, owner, token, at, sentAt } = asked;
    const lease = leader.replica.ledger.appLeases.get(name);
    if (lease === undefined || lease.owner !== owner || lease.token !== token)
      broken("locks", `${leader.name} confirms ${owner} in ${name}, which it does not hold`);
    const lapse = lapseInLog(leader, name, token);
    if (lapse !== null)
      broken(
        "locks",
        `${leader.name} confirms ${owner} in ${name}, whose lapse stands at ${lapse} in its log`,
      );
    const until = at.machine.trueTime(sentAt + result.ttl);
    const key = keyOf(name, token);
    const known = believed.get(key);
    if (known === undefined) believed.set(key, { at, until });
    else known.until = Math.max(known.until, until);
  };

  const lapses = (leader: Process, name: string, token: Token) => {
    const belief = believed.get(keyOf(name, token));
    if (belief === undefined || belief.at.machine.boot !== belief.at.boot) return;
    const over = belief.until - timeline.now;
    if (over > 1e-6)
      broken("lock", `${leader.name} lets ${name} lapse, believed in for ${over.toFixed(3)} ms more`);
  };

  return {
    starts: (process) => {
      local.set(process, new Map());
    },
    takes: {
      "keep-alive": (process, { id, name, owner, token }) => {
        const asked: Asked = { name, owner, token, at: process, sentAt: process.now() };
        local.get(process)!.set(id, asked);
      },
    },
    decides: {
      send: (process, { envelope, to }) => {
        if (envelope.type === "keep-alive" && process.event.type === "keep-alive")
          passedOn.set(`${process.name}/${envelope.id}`, local.get(process)!.get(process.event.id)!);
        if (envelope.type === "kept")
          confirmed(process, passedOn.get(`${to}/${envelope.id}`), envelope.result);
      },
      kept: (process, { id, result }) => {
        if (process.replica.role === "leader" && !hears(process))
          confirmed(process, local.get(process)!.get(id), result);
      },
      write: (process, { entries }) => {
        if (process.replica.role !== "leader" || process.replica.term !== highestTerm()) return;
        for (const { payload, term } of entries) {
          if (payload.type !== "command" || term !== process.replica.term) continue;
          for (const command of (payload.command as Batch).commands)
            if (command.type === "lapse") lapses(process, command.name, command.token);
        }
      },
    },
  };
}

/** Where the lapse of this lease stands in the log of this process, unapplied; null: nowhere. */
function lapseInLog({ replica, journal }: Process, name: string, token: Token): number | null {
  for (let index = replica.ledger.applied + 1; index <= journal.last; index++) {
    const payload = journal.entryAt(index)?.payload;
    if (payload?.type !== "command") continue;
    for (const command of (payload.command as Batch).commands)
      if (command.type === "lapse" && command.name === name && command.token === token) return index;
  }
  return null;
}
