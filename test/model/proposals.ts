/** What a leader of the model may append, whenever it likes: more than production's duties ever would. */
import { type Command, sameSession } from "../../consensus/ledger/types.ts";
import { type Bridge, idAt } from "./bridge.ts";
import { advance } from "./commit.ts";
import { GROUP, idOf, type ModelEntry, opening, succession } from "./logs.ts";
import type { Index, Node, State } from "./world.ts";

export interface Proposal {
  readonly entry: ModelEntry;
  /** The leader, with it in its log. */
  readonly leader: Node;
  /** The holder has stopped serving before it asked. */
  readonly stops: boolean;
}

const sessionName = (code: { incarnation: number; number: number }): string =>
  `a's session ${code.incarnation}.${code.number}`;

/** Suspect and Clear are free; Expire is what production's duties ask for; the holder's wishes go by its own ledger. */
export function proposals(bridge: Bridge, state: State, at: Index): Proposal[] {
  const { logs, world } = bridge;
  const leader = state.nodes[at];
  const length = logs.of(leader.log).length;
  if (length >= world.entries) return [];
  const wishes = [
    ...suspicions(bridge, leader),
    ...expiries(bridge, leader, at),
    ...openings(bridge, state, leader),
    ...ownWishes(bridge, state, leader),
    ...configurationChange(bridge, leader, at),
  ];
  return wishes.map(({ entry, stops }) => {
    const log = logs.append(leader.log, entry);
    const durable = world.promptDisks ? length + 1 : leader.durable;
    return { entry, stops, leader: bridge.nodes.one(advance(bridge, at, { ...leader, log, durable })) };
  });
}

type Wish = Omit<Proposal, "leader">;

const wish = (leader: Node, commands: readonly Command[], words: string, stops = false): Wish => ({
  entry: { type: "command", term: leader.term, commands, words },
  stops,
});

function suspicions(bridge: Bridge, leader: Node): Wish[] {
  const { logs, world, production } = bridge;
  const own = logs.of(leader.log);
  const open = [...logs.suspects(leader.log, leader.applied)];
  const found: Wish[] = [];
  for (const { id, suspect } of logs.ledger(leader.log, leader.applied).sessions.values()) {
    if (id.node !== idAt(0)) continue;
    if (own.suspects < world.suspects && !production.suspects.isSuspected(open, id))
      found.push(wish(leader, [{ type: "suspect", session: id, reason: "" }], `Suspect ${sessionName(id)}`));
    if (suspect === null || own.clears >= world.clears || logs.clearAppended(own.id, suspect.index)) continue;
    const clear: Command = { type: "clear", session: id, suspectIndex: suspect.index, reason: "" };
    found.push(wish(leader, [clear], `Clear entry ${suspect.index}, the Suspect of ${sessionName(id)}`));
  }
  return found;
}

function expiries(bridge: Bridge, leader: Node, at: Index): Wish[] {
  return bridge.expires(at, leader).flatMap((commands) => {
    const [expire] = commands;
    if (expire?.type !== "expire") return [];
    const { session, suspectIndex } = expire;
    if (underway(bridge, leader, (one) => one.type === "expire" && one.suspectIndex === suspectIndex))
      return [];
    const words = `Expire ${sessionName(session)} by entry ${suspectIndex}, and grant the group to d`;
    return [wish(leader, commands, words)];
  });
}

/** Such a command waits to be committed: it is not wished twice. */
function underway(bridge: Bridge, leader: Node, is: (command: Command) => boolean): boolean {
  let node = bridge.logs.of(leader.log);
  while (node.length > leader.applied && node.parent !== null) {
    if (node.entry?.type === "command" && node.entry.commands.some(is)) return true;
    node = node.parent;
  }
  return false;
}

/** A restarted holder's session comes in. */
function openings(bridge: Bridge, { holder }: State, leader: Node): Wish[] {
  if (bridge.world.holderRestarts === 0) return [];
  const own = idOf(holder.session);
  const ledger = bridge.logs.ledger(leader.log, leader.applied);
  const { sessionOf, hasEnded } = bridge.production.query;
  if (sessionOf(ledger, own) !== null || hasEnded(ledger, own)) return [];
  if (underway(bridge, leader, ({ type }) => type === "open")) return [];
  return [wish(leader, opening(own), `open ${sessionName(own)}`)];
}

/** By the holder's own ledger: it adopts what its earlier session held; or it stops, and releases. */
function ownWishes(bridge: Bridge, { holder, nodes: [node] }: State, leader: Node): Wish[] {
  const own = idOf(holder.session);
  const ledger = bridge.logs.ledger(node.log, node.applied);
  const lease = ledger.leases.get(GROUP);
  if (lease === undefined || lease.holder?.node !== idAt(0) || lease.state !== "held" || holder.stopped)
    return [];
  const { token, holder: from } = lease;
  if (!sameSession(from, own)) {
    if (bridge.production.query.sessionOf(ledger, own) === null) return [];
    if (underway(bridge, leader, ({ type }) => type === "adopt")) return [];
    const adopt: Command = { type: "adopt", group: GROUP, token, from, to: own };
    return [wish(leader, [adopt], `Adopt by ${sessionName(own)}`)];
  }
  if (!bridge.world.release || underway(bridge, leader, ({ type }) => type === "release")) return [];
  const release: Command = {
    type: "release",
    group: GROUP,
    session: own,
    token,
    failed: false,
    evidence: "",
  };
  const words = `Release by ${sessionName(own)}, which has stopped, and grant the group to d`;
  return [wish(leader, succession(ledger, [release]), words, true)];
}

/** The next configuration, when the one in force is committed and no live session has yet to acknowledge it (N9). */
function configurationChange(bridge: Bridge, leader: Node, at: Index): Wish[] {
  const { logs, world, seams } = bridge;
  const { configuration, configurationAt } = logs.of(leader.log);
  if (configuration + 1 >= world.configurations.length) return [];
  const ledger = logs.ledger(leader.log, leader.applied);
  if (configurationAt > leader.applied || ledger.appliedTerm !== leader.term) return [];
  const live = [...ledger.sessions.values()].some(({ id }) => id.node === idAt(0));
  const acknowledged = at === 0 ? leader.durable : leader.match[0];
  if (live && !seams.anyConfiguration && acknowledged < configurationAt) return [];
  return [{ entry: { type: "configuration", term: leader.term, which: configuration + 1 }, stops: false }];
}
