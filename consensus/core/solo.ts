/**
 * Going alone: of two voters one is proven stopped, and the other leads the next term by the configuration in which it votes
 * alone. Whether it may is not for the core to say (`fencing/solo.ts`); it sees to it that nothing else can come of it.
 */
import { assert } from "../../errors.ts";
import { isVoter } from "./config.ts";
import type { Core } from "./core.ts";
import { appendAlone, becomeLeader } from "./leader.ts";
import { adoptTerm, becomeFollower } from "./role.ts";
import { type Configuration, type NodeId, term } from "./types.ts";

/**
 * The term that this node takes is its own: the other is proven stopped, so nobody else can be voted for in it. The
 * configuration is in force as soon as it is appended, counts only what is durable here, and is sent only then (R5).
 */
export function goSolo(core: Core, peer: NodeId, why: string): void {
  const { self } = core.options;
  const { configuration, configurationIndex } = core;
  const { voters, outgoing } = configuration;
  const pair = voters.length === 2 && outgoing === null && isVoter(configuration, peer);
  assert(
    pair && isVoter(configuration, self) && peer !== self,
    "only one of exactly two goes on alone (R12)",
  );
  assert(configurationIndex <= core.commit, "the configuration of the two is committed (R3)");
  assert(core.certified, "a disk that may have forgotten does not go on alone (R13)");
  becomeFollower(core, core.term, null, why);
  adoptTerm(core, term(core.term + 1), self);
  becomeLeader(core, why);
  assert(core.standing.role === "leader", "it leads");
  appendAlone(core, core.standing, aloneFrom(configuration, self, peer));
}

/**
 * The survivor's configuration. The other stays in it as a learner, so that it comes back as one, and its name, which a
 * removed member would have used up (checklist 35), stays its own.
 */
export const aloneFrom = (configuration: Configuration, self: NodeId, peer: NodeId): Configuration => ({
  ...configuration,
  voters: [self],
  learners: [...configuration.learners, peer].sort(),
});
