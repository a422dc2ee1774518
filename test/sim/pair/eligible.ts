/**
 * Who may go on alone as far as its own disk goes, reckoned beside the code under test: a certificate that answers this process's
 * last question (R2), for the configuration in its log (R4), since its last gap (R7); or, of a leader, its term confirmed since.
 */

import type { ReplicaEffect, ReplicaEvent } from "../../../consensus/types.ts";
import type { Question } from "../../../fencing/solo.ts";
import type { Process } from "../invariants/process.ts";
import type { Timeline } from "../timeline.ts";

interface Standing {
  asked: Question | null;
  /** By this process's clock. */
  gapAt: number;
  lastTick: number;
  certified: { readonly at: number; readonly configuration: number } | null;
  /** When the peer last answered an append of the term that this process leads, and which term. */
  confirmed: { readonly at: number; readonly term: number } | null;
}
export interface EligibilityRules {
  starts(process: Process): void;
  takes(process: Process, event: ReplicaEvent): void;
  decides(process: Process, effect: ReplicaEffect): void;
  turned(process: Process, event: ReplicaEvent): void;
  /** What speaks against its going alone in this turn; null: nothing. */
  against(process: Process): string | null;
}
/** R7: for so long a loop may stand still. Milliseconds. */
const FROZEN = 10_000;

const same = (a: Question, b: Question): boolean =>
  a.incarnation === b.incarnation && a.challenge === b.challenge && a.response === b.response;

export function createEligibility(_timeline: Timeline): EligibilityRules {
  const standings = new WeakMap<Process, Standing>();
  /** Where the newest configuration of its log stood before this turn. */
  const placed = new WeakMap<Process, number>();
  /** Whose log is another one since it was looked at. */
  const stale = new WeakSet<Process>();
  const of = (process: Process): Standing => standings.get(process)!;
  const newest = ({ journal }: Process): number => {
    for (let index = journal.last; index > journal.base.index; index--)
      if (journal.entryAt(index)?.payload.type === "configuration") return index;
    return 0;
  };

  return {
    starts: (process) => {
      const at = process.now();
      standings.set(process, {
        asked: null,
        gapAt: -Infinity,
        lastTick: at,
        certified: null,
        confirmed: null,
      });
      placed.set(process, newest(process));
    },
    takes: (process, event) => {
      const standing = of(process);
      const at = process.now();
      const { replica } = process;
      if (event.type === "clock-gap") {
        standing.gapAt = at;
        standing.asked = null;
      }
      if (event.type === "tick") {
        const stood = at - standing.lastTick;
        if (stood > Math.max(0.6 * replica.timing.electionMin, replica.timing.ttl / 2)) standing.asked = null;
        if (stood > FROZEN) standing.gapAt = at;
        standing.lastTick = at;
      }
      if (event.type === "heartbeat") {
        const { answer } = event.heartbeat;
        if (answer?.to === process.name && answer.term === replica.term && replica.role === "leader")
          standing.confirmed = { at, term: answer.term };
      }
      if (event.type !== "envelope") return;
      const { envelope } = event;
      if (envelope.type === "certificate") {
        const { question, configurationIndex } = envelope.certificate;
        if (standing.asked !== null && same(question, standing.asked))
          standing.certified = { at, configuration: configurationIndex };
      } else if (envelope.type === "raft" && envelope.message.type === "append-response") {
        const { message } = envelope;
        if (message.result.ok && message.term === replica.term && replica.role === "leader")
          standing.confirmed = { at, term: message.term };
      }
    },
    decides: (process, effect) => {
      if (effect.type === "write" || effect.type === "install-snapshot") stale.add(process);
      if (effect.type === "send" && effect.envelope.type === "question")
        of(process).asked = effect.envelope.question;
    },
    turned: (process) => {
      if (stale.delete(process)) placed.set(process, newest(process));
    },
    against: (process) => {
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
