/** What a leader of the model knows to be committed. */
import type { NodeId } from "../../consensus/core/types.ts";
import { type Bridge, idAt } from "./bridge.ts";
import { INDEXES, type Index, type Node } from "./world.ts";

/** The leader, knowing committed what a majority has acknowledged: counted by production, only entries of its own term (checklist 22, 27). */
export function advance(bridge: Bridge, at: Index, leader: Node): Node {
  const { logs, world, production } = bridge;
  const configuration = world.configurations[logs.of(leader.log).configuration];
  if (configuration === undefined) throw new Error("a log without a configuration");
  const reached = (voter: NodeId): number => {
    const index = INDEXES.find((one) => idAt(one) === voter) ?? 0;
    return index === at ? leader.durable : leader.match[index];
  };
  const index = production.quorum.quorumValue(configuration, reached);
  if (index <= leader.applied || logs.prefix(leader.log, index).entry?.term !== leader.term) return leader;
  return bridge.keepOpen({ ...leader, applied: index });
}
