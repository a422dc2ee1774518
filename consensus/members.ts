/**
 * Who is a member and who votes follows the document: a leader adds as learners the nodes that it names, lets those vote
 * that have caught up, and lets go of those that it names no more. One change at a time, and none before everybody who serves
 * knows the one before (N9).
 */

import { type Asked, ask } from "./asked.ts";
import { isMember, isVoter, membersOf, votersOf } from "./core/config.ts";
import type { Core } from "./core/core.ts";
import type { Change, ChangeRefusal, Configuration, LogIndex, Millis, NodeId, Term } from "./core/types.ts";
import type { ReplicaHost } from "./host.ts";
import type { ClusterDocument, Ledger } from "./ledger/types.ts";

/** What the replica is to this part of it. */
export interface Host extends ReplicaHost {
  readonly asked: Asked;
}

const DUTY = "members";
/** What is only a matter of time is wished again without a word. */
const SOON: ReadonlySet<ChangeRefusal> = new Set([
  "not-leader",
  "term-changed",
  "transferring",
  "change-under-way",
  "no-commit-in-term",
  "not-settled",
]);

export class Members {
  private readonly host: Host;
  /** The configuration that the core was told everybody knows, and in which term (N9). */
  private settled = { term: 0 as Term, index: 0 as LogIndex };
  private refusedFor: ChangeRefusal | null = null;
  private compared: {
    readonly configuration: Configuration;
    readonly document: ClusterDocument | null;
    readonly same: boolean;
  } | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  /** A leader that is caught up lets the configuration follow the document, one step at a time. */
  consider(now: Millis): void {
    const { core, ledger, asked, step } = this.host;
    if (core.role !== "leader") return;
    const { term, configurationIndex: index } = core;
    const told = this.settled.term === term && this.settled.index === index;
    if (told && this.isAsWritten(core.configuration, ledger.document)) return;
    if (!isSettled(core, ledger)) return; // N9
    if (!told) {
      this.settled = { term, index };
      step({ type: "configuration-settled", index }, now);
    }
    const changes = changesWanted(core, ledger);
    if (changes.length === 0 || asked.underway.has(DUTY) || !canDecide(core, changes, now)) return;
    step({ type: "change", id: ask(asked, { type: "duty", key: DUTY }), term, kind: "auto", changes }, now);
  }

  /** Whether nothing is to be changed, whoever may answer; asked again only when one of the two is another one. */
  private isAsWritten(configuration: Configuration, document: ClusterDocument | null): boolean {
    if (this.compared?.configuration !== configuration || this.compared.document !== document)
      this.compared = { configuration, document, same: isAsWritten(configuration, document) };
    return this.compared.same;
  }

  /** What makes no sense is said, once. */
  refused(id: number, reason: ChangeRefusal): void {
    const { asked, ledger, emit } = this.host;
    asked.askers.delete(id);
    asked.underway.delete(DUTY);
    if (SOON.has(reason) || this.refusedFor === reason) return;
    this.refusedFor = reason;
    const text = `the members of the cluster cannot become those of revision ${ledger.revision}: ${reason}`;
    emit({ type: "note", level: "warn", about: null, text });
  }
}

/** A learner that has the log but for so many entries keeps pace with it. */
const CAUGHT_UP = 64;

/**
 * N9: whether every live session knows the configuration in force: its node has it in its log, durably, or the session was
 * opened after it, so that whatever it holds was granted by an entry behind it.
 */
export function isSettled(core: Core, ledger: Ledger): boolean {
  const index = core.configurationIndex;
  if (index > core.commit || index > ledger.applied) return false;
  for (const { id, openedAt } of ledger.sessions.values()) {
    if (id.node === core.options.self || openedAt > index) continue;
    if ((core.progressOf(id.node)?.match ?? 0) < index) return false;
  }
  return true;
}

/** Everybody whom the document names is a member, as it says, and nobody else is. */
function isAsWritten(configuration: Configuration, document: ClusterDocument | null): boolean {
  if (document === null) return true;
  const { nodes } = document;
  return (
    configuration.outgoing === null &&
    membersOf(configuration).length === nodes.length &&
    nodes.every(({ name, voter }) => isMember(configuration, name) && isVoter(configuration, name) === voter)
  );
}

/** What the leader should change now: empty when all is as the document says, or when it is not the time. */
export function changesWanted(core: Core, { document }: Ledger): readonly Change[] {
  const { configuration } = core;
  if (document === null || configuration.outgoing !== null) return [];
  const specs = new Map(document.nodes.map((node) => [node.name, node]));
  const won: Change[] = [];
  const lost: Change[] = [];
  for (const { name, voter } of document.nodes) {
    if (!isMember(configuration, name)) won.push({ type: "add-learner", node: name });
    else if (voter && !isVoter(configuration, name) && mayVote(core, name))
      won.push({ type: "promote", node: name });
    else if (!voter && isVoter(configuration, name)) lost.push({ type: "demote", node: name });
  }
  for (const node of membersOf(configuration)) {
    if (!specs.has(node)) lost.push({ type: "remove", node });
  }
  // Somebody always votes: the last voter goes when another one has come.
  const leaving = new Set(lost.map(({ node }) => node));
  const stays = configuration.voters.some((node) => !leaving.has(node));
  const comes = won.some(({ type }) => type === "promote");
  return stays || comes ? [...won, ...lost] : won;
}

/**
 * Whether a majority of those who would vote afterwards answers now. Without them the leader would only go back from the
 * joint configuration that it entered, and enter it again, as fast as its disk can write; or, voting alone so far, lead no more.
 */
function canDecide(core: Core, changes: readonly Change[], now: Millis): boolean {
  const { configuration, options } = core;
  const lost = new Set(
    changes.filter(({ type }) => type === "remove" || type === "demote").map((c) => c.node),
  );
  const won = changes.filter(({ type }) => type === "promote").map(({ node }) => node);
  if (lost.size === 0 && won.length === 0) return true;
  const voters = [...configuration.voters.filter((node) => !lost.has(node)), ...won];
  const answering = voters.filter((node) => {
    if (node === options.self) return true;
    const progress = core.progressOf(node);
    return progress?.certified === true && now - progress.contactAt < options.electionTimeoutMax;
  });
  return 2 * answering.length > voters.length;
}

/** It takes the log, and has it but for a little. */
export function isNear(core: Core, node: NodeId): boolean {
  const progress = core.progressOf(node);
  return progress?.state === "replicate" && progress.match + CAUGHT_UP >= core.lastIndex;
}

/** What votes must count as a voter: its disk is vouched for first (R13.2). */
const mayVote = (core: Core, node: NodeId): boolean =>
  isNear(core, node) && core.progressOf(node)?.certified === true; // R13.2

/**
 * Whom a node beats to: a voter to everybody who may serve or vote, anybody else to every voter. One that is lost also to
 * whoever beats to it (`callers`): those that it would name may all have been replaced since its file was written, or since its log
 * ends, and a leader that does not hear it cannot tell that it has come back.
 */
export function hearers(
  core: Core,
  document: ClusterDocument,
  callers: Iterable<NodeId> = [],
): readonly NodeId[] {
  const { self } = core.options;
  const { leader } = core;
  const configurations = core.unplacedConfigurations;
  const votes = configurations.some((configuration) => isVoter(configuration, self));
  const names = votes
    ? [...document.nodes.map(({ name }) => name), ...configurations.flatMap(membersOf)]
    : configurations.flatMap(votersOf);
  if (leader !== null) names.push(leader);
  if (isLost(core)) names.push(...callers);
  return [...new Set(names)].filter((name) => name !== self);
}

/** It knows of no leader, or its disk does not count: what it has of the cluster may be long out of date. */
export const isLost = ({ certified, leader }: Pick<Core, "certified" | "leader">): boolean =>
  !certified || leader === null;

/**
 * Whether somebody that beats to this node in the cluster's name, and that it does not know, is to be listened to: it may be the
 * leader. Whoever knows one needs nobody else; a name that is used up is nobody's (checklist 35).
 */
export const mayCall = (
  core: Pick<Core, "certified" | "leader">,
  { retired }: Pick<Ledger, "retired">,
  caller: NodeId,
): boolean => !retired.has(caller) && (isLost(core) || core.leader === caller);
