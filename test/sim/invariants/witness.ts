/**
 * What is watched of each process: the events it takes, what it decides in each of its turns, what leaves it. The rules
 * that are checked on that are in `raft.ts` (the core and its disk), `manners.ts` and `sessions.ts` (N).
 */
import type { ReplicaEffect, ReplicaEvent } from "../../../consensus/types.ts";
import type { Timeline } from "../timeline.ts";
import { createDiskRules } from "./disks.ts";
import { Journal } from "./journal.ts";
import { createKeepingRules } from "./keeping.ts";
import { createMemberRules } from "./members.ts";
import type { Known, Process, Rules } from "./process.ts";
import { createRaftRules } from "./raft.ts";
import { createServingRules, type Group } from "./serving.ts";
import { createSessionRules } from "./sessions.ts";
import { createTalkRules } from "./talk.ts";

/** The eye on one process. */
export interface Witness {
  takes(event: ReplicaEvent): void;
  turned(event: ReplicaEvent, effects: readonly ReplicaEffect[]): void;
  leaves(effect: ReplicaEffect): void;
  died(): void;
}
export interface Witnesses {
  watch(subject: Subject): Witness;
  /** Something changed that may make a machine serve. */
  machinesChanged(): void;
}
export type Subject = Pick<Process, "name" | "replica" | "disk" | "machine">;

export function createWitnesses(
  timeline: Timeline,
  groups: readonly Group[],
  broken: (invariant: string, detail: string) => void,
  more: ((known: Known) => Rules) | null = null,
): Witnesses {
  const processes = new Map<string, Process>();
  let highestTerm = 0;
  const known: Known = { timeline, processes, highestTerm: () => highestTerm, broken };
  const serving = createServingRules(known, groups);
  const rules: readonly Rules[] = [
    ...(more === null ? [] : [more(known)]),
    createRaftRules(known),
    createTalkRules(known),
    createSessionRules(known),
    createKeepingRules(known),
    createMemberRules(known),
    createDiskRules(known),
    serving,
  ];

  // Each kind of rules hears only of what it looks at.
  const starts = rules.flatMap((rule) => rule.starts ?? []);
  const takes = rules.flatMap((rule) => rule.takes ?? []);
  const decides = rules.flatMap((rule) => rule.decides ?? []);
  const followed = rules.flatMap((rule) => rule.followed ?? []);
  const turned = rules.flatMap((rule) => rule.turned ?? []);
  const leaves = rules.flatMap((rule) => rule.leaves ?? []);

  const follow = (process: Process, effect: ReplicaEffect) => {
    if (effect.type === "write") process.journal.replaceFrom(effect.entries);
    else if (effect.type === "compact") process.journal.compact(effect.through);
    else if (effect.type === "install-snapshot") process.journal.install(effect.snapshot);
    else if (effect.type === "role" && effect.role === "leader")
      highestTerm = Math.max(highestTerm, effect.term);
  };
  const watch = (subject: Subject): Witness => {
    const { replica, disk, machine } = subject;
    const process: Process = {
      name: subject.name,
      replica,
      disk,
      machine,
      boot: machine.boot,
      now: () => machine.clock(timeline.now),
      journal: new Journal(disk.base, disk.entries),
      role: replica.role,
      term: replica.term,
      commit: replica.commit,
      configurations: replica.configurations,
      alive: true,
    };
    processes.set(process.name, process);
    for (const rule of starts) rule(process);
    return {
      takes: (event) => {
        for (const rule of takes) rule(process, event);
      },
      turned: (event, effects) => {
        for (const effect of effects) {
          for (const rule of decides) rule(process, effect);
          follow(process, effect);
          for (const rule of followed) rule(process, effect);
        }
        for (const rule of turned) rule(process, event);
        process.role = replica.role;
        process.term = replica.term;
        process.commit = replica.commit;
        process.configurations = replica.configurations;
      },
      leaves: (effect) => {
        for (const rule of leaves) rule(process, effect);
      },
      died: () => {
        process.alive = false;
      },
    };
  };
  return { watch, machinesChanged: serving.look };
}
