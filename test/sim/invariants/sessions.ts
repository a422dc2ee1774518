/**
 * The rules N in true time, as they could have turned out: a session is measured by every echo that was ever sent, arrived
 * or not. So a rule that is broken shows at once, not only when the one message that would have hurt gets through.
 */
import type { Configuration, NodeId } from "../../../consensus/core/types.ts";
import {
  type Batch,
  compareSessions,
  type Incarnation,
  type SessionId,
  sameSession,
  sessionKey,
} from "../../../consensus/ledger/types.ts";
import type { AgeReport, Heartbeat } from "../../../consensus/sessions/types.ts";
import type { ReplicaEffect } from "../../../consensus/types.ts";
import {
  byMajority,
  goesAlone,
  hadOnDisk,
  type Known,
  Notes,
  type Process,
  type Rules,
  reachedByMajority,
  termOnDisk,
  votesAlone,
} from "./process.ts";

type Believed = Extract<ReplicaEffect, { type: "session" }>;
type Applied = Extract<ReplicaEffect, { type: "applied" }>;
interface Open {
  readonly session: SessionId;
  readonly index: number;
}
/** What one process has withdrawn, by its own log. */
interface Withdrawn {
  open: Open[];
  readonly ended: Map<NodeId, SessionId>;
}
/** Per voter: when the newest heartbeat of this session that it echoed had been sent, in true time. */
interface Echoed {
  readonly session: SessionId;
  readonly by: Map<NodeId, number>;
}
/** Longest time that a service's guard needs from its deadline to an empty cgroup, milliseconds. */
const KILLING = 3;
/** Rounding of clocks, milliseconds. */
const EPSILON = 1e-6;

export function createSessionRules(known: Known): Rules {
  const { timeline, processes, broken, highestTerm } = known;
  /** Of the turn at hand: Expires and configurations that were appended. */
  const decided: { readonly index: number; readonly session: SessionId; readonly suspect: number }[] = [];
  const placed: number[] = [];
  const withdrawnBy = new Notes<Withdrawn>();
  /** The session of each process that its own ledger was seen to know. */
  const opened = new Notes<string>();
  /** Per node: its sessions, in the order in which they were first echoed. */
  const echoed = new Map<NodeId, Echoed[]>();
  const echoesOf = (node: NodeId, incarnation: number, number: number): Echoed | undefined => {
    const known = echoed.get(node);
    for (let at = (known?.length ?? 0) - 1; at >= 0; at--) {
      const { session } = known![at]!;
      if (session.incarnation === incarnation && session.number === number) return known![at];
    }
    return undefined;
  };
  /** Per leader and Suspect ("TERM/INDEX"): who has told this leader, in the term that it leads, how long it was silent. */
  const witnesses = new Notes<{ readonly term: number; readonly by: Map<string, Set<NodeId>> }>();

  const testifies = (leader: Process, voter: NodeId, ages: readonly AgeReport[]) => {
    const { term } = leader.replica;
    const known = witnesses.get(leader);
    const heard = known?.term === term ? known : { term, by: new Map<string, Set<NodeId>>() };
    witnesses.set(leader, heard);
    for (const { suspectIndex, suspectTerm } of ages) {
      const key = `${suspectTerm}/${suspectIndex}`;
      heard.by.set(key, (heard.by.get(key) ?? new Set()).add(voter));
    }
  };
  const hasTestified = (leader: Process, voter: NodeId, suspectIndex: number, term: number): boolean => {
    const heard = witnesses.get(leader);
    if (voter === leader.name) return true;
    if (heard?.term !== leader.replica.term) return false;
    return heard.by.get(`${term}/${suspectIndex}`)?.has(voter) === true;
  };

  const suspectsOf = (process: Process, fromIndex: number): Open[] => {
    const found: Open[] = [];
    for (let index = fromIndex; index <= process.journal.last; index++) {
      const payload = process.journal.entryAt(index)?.payload;
      if (payload?.type !== "command") continue;
      for (const command of (payload.command as Batch).commands)
        if (command.type === "suspect") found.push({ session: command.session, index });
    }
    return found;
  };

  /** What the ledger says that a snapshot was, before anything of the log is applied to it. */
  const fromSnapshot = ({ replica }: Process): Withdrawn => {
    const open = [...replica.ledger.sessions.values()].flatMap(({ id, suspect }) =>
      suspect === null ? [] : [{ session: id, index: suspect.index }],
    );
    // Whoever is named no more was let go, not expired: it holds nothing, and what is echoed to it is worth nothing.
    const named = new Set(replica.ledger.document?.nodes.map(({ name }) => name));
    return { open, ended: new Map([...replica.ledger.ended].filter(([node]) => named.has(node))) };
  };

  const followLog = (process: Process, first: number) => {
    const withdrawn = withdrawnBy.get(process)!;
    withdrawn.open = [...withdrawn.open.filter(({ index }) => index < first), ...suspectsOf(process, first)];
  };
  const followApplied = (process: Process, { index, batch, events }: Applied) => {
    const withdrawn = withdrawnBy.get(process)!;
    const expires = events.some(({ type }) => type === "expired");
    const named = expires ? batch?.commands.find((command) => command.type === "expire") : undefined;
    if (named !== undefined) {
      const { suspectIndex } = named;
      if (!withdrawn.open.some((open) => open.index === suspectIndex))
        broken(
          "N7",
          `entry ${index} expires ${sessionKey(named.session)}; Suspect ${suspectIndex} is not open`,
        );
    }
    if (withdrawn.open.length > 0) {
      const taken = events.filter((event) => event.type === "suspected");
      withdrawn.open = withdrawn.open.filter((open) => {
        return open.index !== index || taken.some(({ session }) => sameSession(session, open.session));
      });
    }
    for (const event of events) {
      if (event.type === "cleared") {
        withdrawn.open = withdrawn.open.filter((open) => open.index !== event.index);
      } else if (event.type === "expired") {
        const { session } = event;
        const before = withdrawn.ended.get(session.node);
        if (before === undefined || compareSessions(session, before) > 0)
          withdrawn.ended.set(session.node, session);
      }
    }
  };

  const echoes = (process: Process, { reports }: Heartbeat) => {
    const { open, ended } = withdrawnBy.get(process)!;
    for (const { node, incarnation, echo } of reports) {
      if (echo === null) continue;
      const sender = processes.get(node);
      if (sender === undefined || sender.machine.boot !== sender.boot) continue;
      if (sender.replica.session.incarnation !== incarnation) continue;
      const at = sender.machine.trueTime(echo.sentAt);
      const { session, by } =
        echoesOf(node, incarnation, echo.number) ?? begin(node, incarnation, echo.number);
      if (at <= (by.get(process.name) ?? Number.NEGATIVE_INFINITY)) continue;
      by.set(process.name, at);
      const suspect = open.find((each) => sameSession(each.session, session));
      if (suspect !== undefined)
        broken(
          "N5",
          `${process.name} echoes ${sessionKey(session)} under Suspect ${suspect.index} in its log`,
        );
      const end = ended.get(node);
      if (end !== undefined && compareSessions(session, end) <= 0)
        broken("N5", `${process.name} echoes ${sessionKey(session)}, which it knows expired`);
    }
  };
  const begin = (node: NodeId, incarnation: Incarnation, number: number): Echoed => {
    const record = { session: { node, incarnation, number }, by: new Map<NodeId, number>() };
    const known = echoed.get(node);
    if (known === undefined) echoed.set(node, [record]);
    else known.push(record);
    return record;
  };

  /** N3: whoever says that it could echo nothing for so long has echoed nothing that was sent since. */
  const claims = (process: Process, { session, age }: AgeReport) => {
    const since = process.machine.trueTime(process.now() - age);
    for (const { session: earlier, by } of echoed.get(session.node) ?? []) {
      if (compareSessions(earlier, session) > 0) continue;
      const at = by.get(process.name);
      if (at !== undefined && at > since + EPSILON)
        broken(
          "N3",
          `${process.name} says it was deaf to ${sessionKey(session)} for ${(at - since).toFixed(3)} ms too many`,
        );
    }
  };
  const durable = (
    { name, disk, journal }: Process,
    { suspectIndex, suspectTerm }: AgeReport,
    term: number,
  ) => {
    if (disk.hardState.term > term || suspectIndex <= journal.base.index) return;
    const here = termOnDisk(disk, suspectIndex);
    if (here !== suspectTerm)
      broken(
        "N3",
        `${name} reports an age for Suspect ${suspectIndex} of ${suspectTerm}; its disk has ${here}`,
      );
  };

  /** N1: by a TTL of before its Open nobody may count. One that was closed was opened before, by a document or an Expire. */
  const wasOpened = (holder: Process, session: SessionId): boolean => {
    const key = sessionKey(session);
    if (opened.get(holder) === key) return true;
    const { sessions, ended, retired } = holder.replica.ledger;
    const last = ended.get(session.node);
    const closed = retired.has(session.node) || (last !== undefined && compareSessions(session, last) <= 0);
    if (!closed && !sessions.has(key)) return false;
    opened.set(holder, key);
    return true;
  };
  /** The true time to which the holder could believe in its session, had every echo reached it. */
  const possibly = (holder: Process, session: SessionId): number => {
    const { machine, replica } = holder;
    if (!holder.alive || machine.boot !== holder.boot) return Number.NEGATIVE_INFINITY;
    if (!sameSession(replica.session, session)) return Number.NEGATIVE_INFINITY;
    if (!wasOpened(holder, session)) return Number.NEGATIVE_INFINITY;
    const by = echoesOf(session.node, session.incarnation, session.number)?.by;
    const sent = reachedByMajority(replica.configurations, (voter) =>
      voter === holder.name ? Number.POSITIVE_INFINITY : (by?.get(voter) ?? Number.NEGATIVE_INFINITY),
    );
    return Number.isFinite(sent) ? until(holder, sent) : sent;
  };
  const until = ({ machine, replica }: Process, sent: number): number =>
    machine.trueTime(machine.clock(sent) + replica.timing.ttl);

  /** N9, T3: nobody believes longer than the echoes of a majority in each configuration of its log allow. */
  const believes = (process: Process, { session, validUntil, beyond }: Believed) => {
    // Of two: past its session's end by the proofs of its grants, or alone; the rules of the pair look after that.
    if (validUntil === Number.NEGATIVE_INFINITY || beyond || goesAlone(process) || votesAlone(process))
      return;
    const over = process.machine.trueTime(validUntil) - possibly(process, session);
    if (over > EPSILON)
      broken("N9", `${process.name} believes in ${sessionKey(session)} for ${over.toFixed(3)} ms too many`);
  };

  /** N1 to N4: an Expire is appended when silence is proven, and then nobody can believe any more. */
  const expires = (
    leader: Process,
    session: SessionId,
    suspectIndex: number,
    configurations: readonly Configuration[],
  ) => {
    const holder = processes.get(session.node);
    const end = holder === undefined ? Number.NEGATIVE_INFINITY : possibly(holder, session);
    if (end > timeline.now + EPSILON) {
      const over = (end - timeline.now).toFixed(3);
      broken("N", `${leader.name} expires ${sessionKey(session)}, which may be believed for ${over} ms more`);
    }
    const term = leader.journal.termAt(suspectIndex);
    if (term === undefined) return;
    const withdrew = (voter: NodeId): boolean => {
      const process = processes.get(voter);
      if (voter === session.node || process === undefined) return false;
      return hadOnDisk(process.disk, suspectIndex, term);
    };
    const holds = (each: Configuration) => byMajority(each, withdrew);
    if (!configurations.every(holds))
      broken(
        "N3",
        `${leader.name} expires ${sessionKey(session)}; no majority has ${suspectIndex} on its disk`,
      );
    // N2: what was said to it in another term, or of another Suspect, does not count.
    const said = (voter: NodeId) => voter !== session.node && hasTestified(leader, voter, suspectIndex, term);
    if (!configurations.every((each) => byMajority(each, said)))
      broken(
        "N2",
        `${leader.name} expires ${sessionKey(session)}; in this term no majority has said how long it was silent`,
      );
  };

  /**
   * N1: who says that it is ready for a revision is waited for by that revision's TTL from then on, so nothing that it
   * armed before may last longer.
   */
  const ready = ({ machine, replica, name }: Process) => {
    const end = machine.trueTime(machine.clock(timeline.now) + replica.timing.ttl) + EPSILON;
    for (const [service, { deadline }] of machine.services)
      if (deadline > end)
        broken(
          "N1 ready",
          `${name} is ready, and ${service} may run for ${(deadline - end).toFixed(3)} ms more`,
        );
  };

  /** What anybody has applied. */
  let applied = 0;
  /** What the kernel of an expired node still does by right of that session. */
  const silenced = (session: SessionId) => {
    const holder = processes.get(session.node);
    if (holder === undefined || holder.machine.boot !== holder.boot) return;
    const { machine, replica } = holder;
    if (compareSessions(replica.session, session) > 0) return;
    const service = [...machine.services].find(([, { deadline }]) => deadline > timeline.now + KILLING);
    if (service !== undefined)
      broken("G", `${service[0]} on ${session.node} may run on when its session has ended`);
    if (machine.live()) broken("G", `the gate of ${session.node} is open when its session has ended`);
  };

  return {
    starts: (process) => {
      const { open, ended } = fromSnapshot(process);
      const after = (process.disk.snapshot?.mark.index ?? 0) + 1;
      withdrawnBy.set(process, { open: [...open, ...suspectsOf(process, after)], ended });
    },
    takes: {
      envelope: (process, { from, envelope }) => {
        if (envelope.type !== "raft" || envelope.ages.length === 0) return;
        if (process.replica.role === "leader" && envelope.message.term === process.replica.term)
          testifies(process, from, envelope.ages);
      },
    },
    decides: {
      restored: (process) => withdrawnBy.set(process, fromSnapshot(process)),
      session: believes,
      beat: (process, { heartbeat }) => echoes(process, heartbeat),
      send: (process, { envelope }) => {
        if (envelope.type === "raft") for (const age of envelope.ages) claims(process, age);
        else if (envelope.type === "propose" && envelope.commands.some(({ type }) => type === "ready"))
          ready(process);
      },
      applied: (process, effect) => {
        followApplied(process, effect);
        // An old copy of a disk applies again what has long been so.
        if (effect.index > applied)
          for (const event of effect.events) if (event.type === "expired") silenced(event.session);
        applied = Math.max(applied, effect.index);
      },
      write: (process, { entries }) => {
        const leads = process.replica.role === "leader" && process.replica.term === highestTerm();
        for (const { index, payload, term } of entries) {
          if (payload.type === "configuration") placed.push(index);
          if (!leads || payload.type !== "command" || term !== process.replica.term) continue;
          for (const command of (payload.command as Batch).commands)
            if (command.type === "expire")
              decided.push({ index, session: command.session, suspect: command.suspectIndex });
        }
      },
    },
    turned: (process) => {
      if (placed.length === 0 && decided.length === 0) return;
      const { configurations } = process.replica;
      for (const { index, session, suspect } of decided) {
        // What came into the log behind it in the same turn was not asked.
        const later = placed.filter((at) => at > index).length;
        expires(
          process,
          session,
          suspect,
          configurations.slice(0, Math.max(1, configurations.length - later)),
        );
      }
      decided.length = 0;
      placed.length = 0;
    },
    leaves: {
      send: (process, { envelope }) => {
        if (envelope.type === "raft")
          for (const age of envelope.ages) durable(process, age, envelope.message.term);
      },
    },
    followed: {
      write: (process, { entries }) => {
        const [first] = entries;
        if (first !== undefined) followLog(process, first.index);
      },
    },
  };
}
