/** Elections, by any voters that may vote so, and restarts. */
import { type Bridge, idAt } from "./bridge.ts";
import { inTerm, type Successor, setNode, withNode } from "./change.ts";
import { advance } from "./commit.ts";
import { type Holder, INDEXES, type Index, incarnationOf, type State, sessionCode } from "./world.ts";

export function elections(bridge: Bridge, state: State, at: Index, found: Successor[]): void {
  const { logs, world, production } = bridge;
  const { nodes } = state;
  const own = logs.of(nodes[at].log);
  const term = Math.max(nodes[0].term, nodes[1].term, nodes[2].term) + 1;
  if (term > world.terms || own.length >= world.entries || nodes[at].durable < own.length) return;
  const configuration = world.configurations[own.configuration];
  if (configuration === undefined) return;
  if (![...configuration.voters, ...(configuration.outgoing ?? [])].includes(idAt(at))) return;
  const willing = INDEXES.filter((one) => {
    const log = logs.of(nodes[one].log);
    const [ours, theirs] = [own.entry?.term ?? 0, log.entry?.term ?? 0];
    return one !== at && (ours > theirs || (ours === theirs && own.length >= log.length));
  });
  const wins = (by: readonly Index[]): boolean =>
    production.quorum.tally(configuration, (voter) =>
      voter === idAt(at) || by.some((one) => idAt(one) === voter) ? true : undefined,
    ) === "won";
  for (const by of smallest(willing, wins)) {
    let next = state;
    for (const voter of by)
      next = setNode(bridge, next, voter, bridge.nodes.one(inTerm(bridge, nodes[voter], term)));
    const log = logs.append(own.id, { type: "noop", term });
    const raised = inTerm(bridge, nodes[at], term);
    const durable = world.promptDisks ? own.length + 1 : raised.durable;
    const leader = bridge.nodes.one(advance(bridge, at, { ...raised, leads: true, log, durable }));
    found.push({ move: { type: "elected", node: at, by, term }, state: setNode(bridge, next, at, leader) });
  }
}

/** The smallest sets of voters that are enough. */
function smallest(willing: readonly Index[], wins: (by: readonly Index[]) => boolean): (readonly Index[])[] {
  if (wins([])) return [[]];
  const single = willing.filter((one) => wins([one])).map((one) => [one]);
  return single.length > 0 || willing.length < 2 || !wins(willing) ? single : [willing];
}

export function restarts(bridge: Bridge, state: State, at: Index, found: Successor[]): void {
  const { world, logs } = bridge;
  const { holder, holderRestarts, voterRestarts } = state;
  if (at === 0 ? holderRestarts >= world.holderRestarts : voterRestarts >= world.voterRestarts) return;
  const old = state.nodes[at];
  const log = logs.prefix(old.log, old.durable).id;
  const kept = Math.min(old.applied, old.durable);
  for (const applied of world.forgetfulRestarts && kept > 1 ? [kept, 1] : [kept]) {
    const blank = { leads: false, startedAgo: 0, claims: [], echoable: [], newest: null, flying: null };
    const node = bridge.nodes.one({ ...old, log, applied, match: [0, 0, 0], ...blank });
    const next =
      at === 0
        ? { ...withNode(state, 0, node, newHolder(bridge, holder)), holderRestarts: holderRestarts + 1 }
        : { ...withNode(state, at, node), voterRestarts: voterRestarts + 1 };
    found.push({ move: { type: "restarted", node: at, forgot: applied < kept }, state: next });
  }
}

const newHolder = (bridge: Bridge, before: Holder): Holder =>
  bridge.holders.one({
    id: -1,
    session: sessionCode(incarnationOf(before.session) + 1, 1),
    sessionAgo: 0,
    previous: before.session,
    echoes: [null, null, null],
    suspectedAgo: null,
    stopped: false,
  });
