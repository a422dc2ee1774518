/**
 * Who may go on alone as far as its own disk goes, reckoned beside the code under test: a certificate that answers this process's
 * last question (R2), for the configuration in its log (R4), since its last gap (R7); or, of a leader, its term confirmed since.
 */

import type { ReplicaEffect, ReplicaEvent } from "../../../consensus/types.ts";
import type { Question } from "../../../fencing/solo.ts";
import { type ByType, Notes, type Process } from "../invariants/process.ts";
import type { Timeline } from "../timeline.ts";

interface Standing {
  asked: Question | null;
  /** By this process's clock. */
  gapAt: number;
  lastTick: number;
  /** No silence counts that began before (T5). */
  stoodStillUntil: number;
  certified: { readonly at: number; readonly configuration: number } | null;
  /** When the peer last answered an append of the term that this process leads, and which term. */
  confirmed: { readonly at: number; readonly term: number } | null;
}
type Taken = "clock-gap" | "tick" | "heartbeat" | "envelope";
type Decided = "write" | "install-snapshot" | "send";
export interface EligibilityRules {
  starts(process: Process): void;
  readonly takes: Required<Pick<ByType<ReplicaEvent>, Taken>>;
  readonly decides: Required<Pick<ByType<ReplicaEffect>, Decided>>;
  turned(process: Process): void;
  /** When its loop went on after it had stood still the last time, or when it began; by its own clock. */
  stoodStillUntil(process: Process): number;
  /** What speaks against its going alone in this turn; null: nothing. */
  against(process: Process): string | null;
}
/** R7: for so long a loop may stand still. Milliseconds. */
const FROZEN = 10_000;

const same = (a: Question, b: Question): boolean =>
  a.incarnation === b.incarnation && a.challenge === b.challenge && a.response === b.response;

export function createEligibility(_timeline: Timeline): EligibilityRules {
  const standings = new Notes<Standing>();
  /** Where the newest configuration of its log stood before this turn. */
  const placed = new Notes<number>();
  /** Whose log is another one since it was looked at. */
  const stale = new WeakSet<Process>();
  const of = (process: Process): Standing => standings.get(process)!;
  const newest = ({ journal }: Process): number => {
    for (let index = journal.last; index > journal.base.index; index--)
      if (journal.entryAt(index)?.payload.type === "configuration") return index;
    return 0;
  };

  const leads = ({ replica }: Process, term: number): boolean =>
    replica.role === "leader" && replica.term === term;
  const confirms = (process: Process, term: number) => {
    of(process).confirmed = { at: process.now(), term };
  };

  /** For how long its loop has stood still until now, whatever comes first after that. */
  const look = (process: Process) => {
    const standing = of(process);
    const at = process.now();
    const { electionMin, ttl } = process.replica.timing;
    const stood = at - standing.lastTick;
    if (stood > Math.max(0.6 * electionMin, ttl / 2)) {
      standing.asked = null;
      standing.stoodStillUntil = at;
    }
    if (stood > FROZEN) standing.gapAt = at;
  };

  return {
    starts: (process) => {
      const at = process.now();
      standings.set(process, {
        asked: null,
        gapAt: -Infinity,
        lastTick: at,
        stoodStillUntil: at,
        certified: null,
        confirmed: null,
      });
      placed.set(process, newest(process));
    },
    takes: {
      "clock-gap": (process) => {
        const standing = of(process);
        standing.gapAt = process.now();
        standing.asked = null;
      },
      tick: (process) => {
        look(process);
        of(process).lastTick = process.now();
      },
      heartbeat: (process, { heartbeat }) => {
        const { answer } = heartbeat;
        if (answer?.to === process.name && leads(process, answer.term)) confirms(process, answer.term);
      },
      envelope: (process, { envelope }) => {
        if (envelope.type === "certificate") {
          look(process);
          const standing = of(process);
          const { question, configurationIndex } = envelope.certificate;
          if (standing.asked !== null && same(question, standing.asked))
            standing.certified = { at: process.now(), configuration: configurationIndex };
        } else if (envelope.type === "raft" && envelope.message.type === "append-response") {
          // What lacks an entry and says so confirms the term all the same (R7); round 0 answers another term's.
          const { round, term, uncertified } = envelope.message;
          if (round > 0 && uncertified !== true && leads(process, term)) confirms(process, term);
        }
      },
    },
    decides: {
      write: (process) => stale.add(process),
      "install-snapshot": (process) => stale.add(process),
      send: (process, { envelope }) => {
        if (envelope.type === "question") of(process).asked = envelope.question;
      },
    },
    turned: (process) => {
      if (stale.delete(process)) placed.set(process, newest(process));
    },
    stoodStillUntil: (process) => {
      look(process);
      return of(process).stoodStillUntil;
    },
    against: (process) => {
      look(process);
      const { certified, confirmed, gapAt } = of(process);
      const before = placed.get(process) ?? 0;
      const asLeader = confirmed !== null && confirmed.at > gapAt;
      const asFollower = certified !== null && certified.at > gapAt;
      if (asLeader) return null;
      if (!asFollower)
        return certified === null && confirmed === null
          ? "nobody has certified it in this boot"
          : "nobody has certified it since its clock jumped or its loop stood still";
      const { base } = process.journal;
      if (before > base.index && certified.configuration !== before)
        return `it was certified under configuration ${certified.configuration}, and its log has ${before}`;
      return null;
    },
  };
}
