/**
 * What is watched of each process: the events it takes, what it decides in each of its turns, what leaves it. The rules
 * that are checked on that are in `raft.ts` (the core and its disk), `manners.ts` and `sessions.ts` (N).
 */
import type { ReplicaEffect, ReplicaEvent } from "../../../consensus/types.ts";
import type { Timeline } from "../timeline.ts";
import { createDiskRules } from "./disks.ts";
import { Journal } from "./journal.ts";
import { createKeepingRules } from "./keeping.ts";
import { createManners } from "./manners.ts";
import { createMemberRules } from "./members.ts";
import type { ByType, Known, Process, Rules } from "./process.ts";
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
  { broken, forgotten }: Pick<Known, "broken" | "forgotten">,
  more: ((known: Known) => Rules) | null = null,
): Witnesses {
  const processes = new Map<string, Process>();
  let highestTerm = 0;
  const known: Known = { timeline, processes, highestTerm: () => highestTerm, broken, forgotten };
  const serving = createServingRules(known, groups);
  const raft = createRaftRules(known);
  const rules: readonly Rules[] = [
    ...(more === null ? [] : [more(known)]),
    createManners(known, raft.agreed),
    raft,
    createTalkRules(known),
    createSessionRules(known),
    createKeepingRules(known),
    createMemberRules(known),
    createDiskRules(known),
    serving,
  ];

  // Each kind of rules hears only of what it looks at.
  const starts = rules.flatMap((rule) => rule.starts ?? []);
  const takes = byType<ReplicaEvent>(rules.map((rule) => rule.takes));
  const resolved = rules.flatMap((rule) => rule.resolved ?? []);
  const decides = byType<ReplicaEffect>(rules.map((rule) => rule.decides));
  const followed = byType<ReplicaEffect>(rules.map((rule) => rule.followed));
  const turned = rules.flatMap((rule) => rule.turned ?? []);
  const leaves = byType<ReplicaEffect>(rules.map((rule) => rule.leaves));

  const follow = (process: Process, effect: ReplicaEffect) => {
    if (effect.type === "write") process.journal.replaceFrom(effect.entries);
    else if (effect.type === "compact") process.journal.compact(effect.through);
    else if (effect.type === "install-snapshot") process.journal.install(effect.snapshot);
    else if (effect.type === "role" && effect.role === "leader")
      highestTerm = Math.max(highestTerm, effect.term);
  };
  let watched = 0;
  const watch = (subject: Subject): Witness => {
    const { replica, disk, machine } = subject;
    const process: Process = {
      id: watched++,
      name: subject.name,
      replica,
      disk,
      machine,
      boot: machine.boot,
      now: () => machine.clock(timeline.now),
      journal: new Journal(disk.base, disk.entries),
      event: { type: "admitted" },
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
        process.event = event;
        look(takes, process, event);
      },
      turned: (event, effects) => {
        if (effects.length > 0) for (const rule of resolved) rule(process);
        for (const effect of effects) {
          look(decides, process, effect);
          follow(process, effect);
          look(followed, process, effect);
        }
        for (const rule of turned) rule(process, event);
        process.role = replica.role;
        process.term = replica.term;
        process.commit = replica.commit;
        process.configurations = replica.configurations;
      },
      leaves: (effect) => look(leaves, process, effect),
      died: () => {
        process.alive = false;
      },
    };
  };
  return { watch, machinesChanged: serving.look };
}

type Look<What> = (process: Process, what: What) => void;
/** Per kind: who looks at that kind, in the order of the rules. */
type Looks<What> = ReadonlyMap<string, readonly Look<What>[]>;

function byType<What extends { readonly type: string }>(
  tables: readonly (ByType<What> | undefined)[],
): Looks<What> {
  const looks = new Map<string, Look<What>[]>();
  for (const table of tables) {
    for (const [type, rule] of Object.entries(table ?? {})) {
      // It is given what is of its own kind only.
      const look = rule as Look<What>;
      const others = looks.get(type);
      if (others === undefined) looks.set(type, [look]);
      else others.push(look);
    }
  }
  return looks;
}
function look<What extends { readonly type: string }>(
  looks: Looks<What>,
  process: Process,
  what: What,
): void {
  const rules = looks.get(what.type);
  if (rules === undefined) return;
  for (const rule of rules) rule(process, what);
}
