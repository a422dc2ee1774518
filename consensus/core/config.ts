/** Who is in a configuration, and in which capacity. Changing it comes with a later capability. */
import { assert } from "../../errors.ts";
import type { Log } from "./log.ts";
import type { Configuration, NodeId, Payload } from "./types.ts";

/** All voters, of both halves of a joint configuration, each once. */
export function votersOf(configuration: Configuration): readonly NodeId[] {
  if (configuration.outgoing === null) return configuration.voters;
  return [...new Set([...configuration.voters, ...configuration.outgoing])];
}

/** Everyone who receives the log. */
export function membersOf(configuration: Configuration): readonly NodeId[] {
  return [...new Set([...votersOf(configuration), ...configuration.learners])];
}

export function isVoter(configuration: Configuration, node: NodeId): boolean {
  return configuration.voters.includes(node) || (configuration.outgoing?.includes(node) ?? false);
}

/** The configuration in force: that of the newest configuration entry in the log, committed or not (checklist 30). */
export function configurationInForce(log: Log, initial: Configuration): Configuration {
  const payload = log.entryAt(log.configurationIndex)?.payload;
  return payload?.type === "configuration" ? payload.configuration : initial;
}

/** No configuration may enter the log while the core cannot yet adopt and roll one back (checklist 30). */
export function refuseConfigurationChange(payload: Payload): void {
  assert(payload.type !== "configuration", "configuration changes are not part of this version");
}
