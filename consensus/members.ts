/**
 * Who is a member and who votes follows the document: a leader adds as learners the nodes that it names, lets those vote
 * that have caught up, and lets go of those that it names no more. One change at a time, and none before everybody who serves
 * knows the one before (N9).
 */
import { isMember, isVoter, membersOf, votersOf } from "./core/config.ts";
import type { Core } from "./core/core.ts";
import type { Change, NodeId } from "./core/types.ts";
import type { ClusterDocument, Ledger } from "./ledger/types.ts";

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

/** What the leader should change now: empty when all is as the document says, or when it is not the time. */
export function changesWanted(core: Core, { document }: Ledger): readonly Change[] {
  const { configuration } = core;
  if (document === null || configuration.outgoing !== null) return [];
  const specs = new Map(document.nodes.map((node) => [node.name, node]));
  const won: Change[] = [];
  const lost: Change[] = [];
  for (const { name, voter } of document.nodes) {
    if (!isMember(configuration, name)) won.push({ type: "add-learner", node: name });
    else if (voter && !isVoter(configuration, name) && caughtUp(core, name))
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

function caughtUp(core: Core, node: NodeId): boolean {
  const progress = core.progressOf(node);
  return progress?.state === "replicate" && progress.match + CAUGHT_UP >= core.lastIndex;
}

/** Whom a node beats to: a voter to everybody who may serve or vote, anybody else to every voter. */
export function hearers(core: Core, document: ClusterDocument): readonly NodeId[] {
  const { self } = core.options;
  const configurations = core.configurations.map(({ configuration }) => configuration);
  const votes = configurations.some((configuration) => isVoter(configuration, self));
  const names = votes
    ? [...document.nodes.map(({ name }) => name), ...configurations.flatMap(membersOf)]
    : configurations.flatMap(votersOf);
  return [...new Set(names)].filter((name) => name !== self);
}
