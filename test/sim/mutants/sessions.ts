/** Sessions and leases (N), promises (P), time (T). */
import { edit, type Mutant, mutant, mutantIn } from "./mutant.ts";

const REPLICA = "consensus/replica";
const PRESENCE = "consensus/presence";
const HEARING = "consensus/sessions/hearing";
const SESSIONS = "consensus/ledger/sessions";
const LEASES = "consensus/ledger/leases";
const DUTIES = "consensus/duties";

const TALLY = "consensus/sessions/tally";
const APPS = "consensus/applications";

export const SESSION_MUTANTS: readonly Mutant[] = [
  mutantIn(
    ["deafen", "sides", "seesaw"],
    "N7 an Expire is applied whatever became of its Suspect",
    edit(SESSIONS, "if (record.suspect === null)\n        return `", "if (false)\n        return `"),
    edit(SESSIONS, "if (record.suspect.index !== named)", "if (record.suspect !== null && false)"),
  ),
  mutantIn(
    ["scramble", "client"],
    "locks: a new leader goes on where the last one was",
    edit(
      APPS,
      "Math.max(apps.ledSince, apps.confirmedAt.get(name) ?? apps.ledSince) + wait",
      "(apps.confirmedAt.get(name) ?? Number.NEGATIVE_INFINITY) + wait",
    ),
  ),
  mutantIn(
    ["scramble", "client"],
    "locks: the leader waits the ttl only (N1)",
    edit(APPS, "apps.ledSince) + wait", "apps.ledSince) + 0.6 * ttl"),
  ),
  mutantIn(
    ["lastGasp"],
    "locks: a keep-alive is confirmed although its lapse is appended",
    edit(
      APPS,
      "if (tail.lapses.some((lapse) => lapse.name === name && lapse.token === token))",
      "if (false)",
    ),
  ),
  mutantIn(
    ["lastGasp"],
    "locks: a stranger's keep-alive is confirmed",
    edit(APPS, "if (lease.token !== token)", "if (false)"),
    edit(APPS, "if (lease === undefined)", "if (lease === undefined && false)"),
    edit(APPS, "if (lease.owner !== owner)", "if (lease !== undefined && false)"),
    edit(APPS, "return { ok: true, ttl: lease.ttl };", "return { ok: true, ttl: lease?.ttl ?? 0 };"),
  ),
  mutant(
    "N1 whoever waits, waits the TTL",
    edit(
      "consensus/sessions/arithmetic",
      "Math.ceil((timing.ttl * (1 + timing.rho)) / (1 - timing.rho))",
      "timing.ttl",
    ),
  ),
  mutantIn(
    ["outdated"],
    "N1 the wait follows the newest timing at once",
    edit(
      DUTIES,
      "longestWait([...timingsInUse(view.ledger, record.id), ...view.tail.timings])",
      "longestWait([view.timing])",
    ),
  ),
  mutantIn(
    ["retime"],
    "N1 ready before the longer TTL has run out",
    edit("consensus/timings", "if (longest === ttl || now >= since + longest)", "if (true)"),
  ),
  mutant(
    "N1 a session is believed before its Open",
    edit("consensus/presence", "if (this.opened !== session)", "if (false)"),
  ),
  mutantIn(["recount"], "N2 a tally goes on in the next term", edit(TALLY, "tallies.bySuspect.clear();", "")),
  mutantIn(
    ["deafen", "sides", "seesaw"],
    "N2 a tally goes on in the next Suspect",
    edit(TALLY, "suspectKey({ session, index, term })", "suspectKey({ session, index: 0, term: 0 })"),
    edit(
      TALLY,
      "get(suspectKey(suspect))",
      "get(suspectKey({ session: suspect.session, index: 0, term: 0 }))",
    ),
    edit(TALLY, "if (!keys.has(key))", "if (false)"),
  ),
  mutantIn(
    ["deafen", "sides", "seesaw"],
    "N3 an age before the withdrawal is durable",
    edit("consensus/suspects", "s.index <= durableIndex && ", ""),
  ),
  mutantIn(
    ["sluggish"],
    "N3 the leader counts itself before its withdrawal is durable",
    edit(
      DUTIES,
      "index <= view.durableIndex ? lastEchoable(hearing, record.id) : null",
      "lastEchoable(hearing, record.id)",
    ),
  ),
  mutant(
    "N3 a process that has just started claims long silence",
    edit(HEARING, "echoableBefore: hearing.startedAt", "echoableBefore: Number.NEGATIVE_INFINITY"),
    edit(HEARING, "return hearing.startedAt;", "return Number.NEGATIVE_INFINITY;"),
  ),
  mutant(
    "N3 after a restart an open Suspect is forgotten",
    edit(REPLICA, "follow(this.suspects, (after + 1), tail, now);", ""),
  ),
  mutant(
    "N3 heartbeats of an earlier session do not count",
    edit(
      HEARING,
      "compareSessions(listed.session, session) <= 0",
      "compareSessions(listed.session, session) === 0",
    ),
  ),
  mutant(
    "N4 a suspected voter counts itself, and is counted as silent",
    edit(PRESENCE, "(suspected?.appendedAt ?? null)", "null"),
    edit(
      "consensus/suspects",
      "s.index <= durableIndex && s.session.node !== hearing.self",
      "s.index <= durableIndex",
    ),
    edit(TALLY, "if (voter === suspect.session.node)\n            return Number.POSITIVE_INFINITY;", ""),
  ),
  mutant(
    "N5 a suspected session is echoed",
    edit(PRESENCE, "if (isSuspected(suspects, session))", "if (false)"),
  ),
  mutant(
    "N5 an expired session is echoed again",
    edit(PRESENCE, "return ended === undefined || compareSessions(session, ended) > 0;", "return true;"),
  ),
  mutant(
    "N6 a restarted holder serves without Adopt",
    edit(
      "services/right",
      "lease !== undefined && lease.holder !== null && sameSession(lease.holder, standing.session)",
      "lease !== undefined && lease.holder !== null && lease.holder.node === standing.self",
    ),
  ),
  mutantIn(
    ["deafen", "sides", "seesaw"],
    "N8 support returns when a Clear is appended",
    edit(
      "consensus/suspects",
      "    suspects.push(...came);",
      `    suspects.push(...came);
    for (const { payload } of entries)
        for (const command of payload.type === "command" ? payload.command.commands : [])
            for (let i = suspects.length - 1; i >= 0; i--)
                if (command.type === "clear" && suspects[i].index === command.suspectIndex)
                    suspects.splice(i, 1);`,
    ),
  ),
  mutant(
    "P2 a token is what it was",
    edit(
      LEASES,
      "const token = tokenOf(ledger.epoch, at.index);\n    if (token <= lease.token)",
      "const token = lease.token > 0n ? lease.token : tokenOf(ledger.epoch, at.index);\n    if (false)",
    ),
  ),
  mutant(
    "P3 a wish is answered when it is placed, not when it is applied",
    edit(
      "consensus/proposals",
      "if (last === undefined || (last.index < index && last.term <= term))\n        return [];",
      "waiting.index = null;\n    if (last === undefined || (last.index < index && last.term <= term))\n        return waitingOver(proposals, id, index);",
    ),
    edit(
      "consensus/proposals",
      "export function failed(",
      'function waitingOver({ waiting }, id, index) {\n    waiting.delete(id);\n    return [{ type: "outcome", id, result: { ok: true, index, events: [] } }];\n}\nexport function failed(',
    ),
  ),
  mutantIn(
    ["hearsay"],
    "P3 an entry of another term is taken for one's own",
    edit(
      "consensus/proposals",
      "wish.index !== index || wish.term !== term || batch === null",
      "wish.index !== index || batch === null",
    ),
  ),
  mutant(
    "T3 a lease is counted from the echo's arrival",
    edit(
      HEARING,
      "takeEcho(hearing, heartbeat.from, ofUs, ownNumber)",
      "takeEcho(hearing, heartbeat.from, ofUs, ownNumber, now)",
    ),
    edit(
      HEARING,
      "function takeEcho(hearing, from, ofUs, ownNumber)",
      "function takeEcho(hearing, from, ofUs, ownNumber, now)",
    ),
    edit(HEARING, "hearing.echoes.set(from, echo.sentAt);", "hearing.echoes.set(from, now);"),
  ),
  mutant(
    "leases of a majority: one voter fewer is enough",
    edit(
      "consensus/sessions/arithmetic",
      "[voters.length - majority(voters.length)]",
      "[Math.min(voters.length - 1, voters.length - majority(voters.length) + 1)]",
    ),
  ),
  mutant(
    "N3 fewer than a majority prove silence",
    edit(
      TALLY,
      "proven &&= byMajority(configuration, (voter) => now - since(voter) >= wait)",
      "proven &&= configuration.voters.some((voter) => now - since(voter) >= wait)",
    ),
  ),
  mutantIn(
    ["reform", "deafen"],
    "N9 a holder counts by the newest configuration only",
    edit(PRESENCE, "validUntil(members, ", "validUntil(members.slice(-1), "),
  ),
  mutantIn(
    ["reform"],
    "N9 a configuration follows before everybody knows the one before",
    edit(
      "consensus/members",
      "if ((core.progressOf(id.node)?.match ?? 0) < index)\n            return false;",
      "",
    ),
  ),
];
