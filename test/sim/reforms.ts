/**
 * Operators who change the members, as `daemon/membership.ts` does it step by step: each step is asked for again until the
 * leader's ledger and configurations show it, whatever goes wrong meanwhile. One reform at a time.
 */
import { isMember, isVoter } from "../../consensus/core/config.ts";
import type { Configuration } from "../../consensus/core/types.ts";
import { currentSession } from "../../consensus/ledger/query.ts";
import type { ClusterDocument, Command, Ledger } from "../../consensus/ledger/types.ts";
import { asNode } from "./judge.ts";
import type { SimulatedNode, World } from "./world.ts";

/** Null: it is so; else what it waits for. */
type Step = () => string | null;

export interface Reform {
  readonly text: string;
  /** What the step at hand waits for. */
  waits: string;
  /** The node that is to hold nothing any more. */
  readonly leaving: string | null;
}

const BY = "sim";

/** Somebody to ask: mostly the leader. */
function asked(world: World): SimulatedNode | null {
  const node = world.random.chance(0.8) ? world.leader() : world.random.pick(world.nodes);
  return node?.daemon == null || node.daemon.loop.frozen ? null : node;
}
function wish(world: World, commands: readonly Command[]): void {
  const daemon = asked(world)?.daemon;
  daemon?.loop.arrive(() => daemon.propose(commands, () => {}));
}

/** Another document than the one in force; null: it is so already. */
const edit =
  (world: World, note: string, change: (document: ClusterDocument) => ClusterDocument | null): Step =>
  () => {
    const ledger = world.leader()?.daemon?.replica.ledger;
    if (ledger?.document == null) return "there is no leader with a document";
    const document = change(ledger.document);
    if (document === null) return null;
    wish(world, [{ type: "configure", baseRevision: ledger.revision, document, by: BY, note }]);
    return `${note}: the document does not say so yet`;
  };

/** The leader's ledger and its configurations show it. */
const until =
  (
    world: World,
    waits: string,
    holds: (ledger: Ledger, configurations: readonly Configuration[]) => boolean,
  ): Step =>
  () => {
    const replica = world.leader()?.daemon?.replica;
    if (replica === undefined) return "there is no leader";
    return holds(replica.ledger, replica.configurations) ? null : waits;
  };

function add(world: World, name: string, votes: boolean): Step[] {
  const node = asNode(name);
  const voter = votes && world.random.chance(0.4);
  return [
    edit(world, `add ${name}`, (document) => {
      if (document.nodes.some((each) => each.name === node)) return null;
      return { ...document, nodes: [...document.nodes, { name: node, addresses: [], voter }] };
    }),
    () => {
      const document = world.leader()?.daemon?.replica.ledger.document;
      if (document?.nodes.some((each) => each.name === node) !== true) return "no leader knows the document";
      world.add(name, document).start();
      return null;
    },
    until(world, `${name} is no member, or has said nothing yet`, (ledger, configurations) => {
      const member = configurations.every((each) => isMember(each, node));
      return member && currentSession(ledger, node)?.ready != null;
    }),
    ...(votes ? vote(world, name, true) : []),
  ];
}

function vote(world: World, name: string, votes: boolean): Step[] {
  const node = asNode(name);
  return [
    edit(world, `${votes ? "promote" : "demote"} ${name}`, (document) => {
      const spec = document.nodes.find((each) => each.name === node);
      if (spec === undefined || spec.voter === votes) return null;
      const nodes = document.nodes.map((each) => (each === spec ? { ...each, voter: votes } : each));
      return { ...document, nodes };
    }),
    until(world, `${name} ${votes ? "does not vote yet" : "votes still"}`, (_, configurations) =>
      configurations.every((each) => isVoter(each, node) === votes && each.outgoing === null),
    ),
  ];
}

function remove(world: World, name: string): Step[] {
  const node = asNode(name);
  const gone = (document: ClusterDocument | null) => document?.nodes.every((each) => each.name !== node);
  return [
    () => {
      const ledger = world.leader()?.daemon?.replica.ledger;
      if (ledger === undefined) return "there is no leader";
      const holds = [...ledger.leases.values()].find(
        ({ state, holder }) => state !== "vacant" && holder?.node === node,
      );
      if (ledger.standby.has(node) && holds === undefined) return null;
      wish(world, [{ type: "standby", node, on: true, by: BY }]);
      return holds === undefined ? `${name} is not on standby` : `${name} still holds ${holds.group}`;
    },
    () => {
      // Somebody may have taken the standby back meanwhile.
      const ledger = world.leader()?.daemon?.replica.ledger;
      if (ledger !== undefined && gone(ledger.document) !== true && !ledger.standby.has(node))
        wish(world, [{ type: "standby", node, on: true, by: BY }]);
      return edit(world, `remove ${name}`, (document) => {
        if (gone(document)) return null;
        const groups = document.groups.map((group) => ({
          ...group,
          prefers: group.prefers.filter((each) => each.node !== node),
        }));
        return { ...document, groups, nodes: document.nodes.filter((each) => each.name !== node) };
      })();
    },
    until(world, `${name} is a member still`, (_, configurations) =>
      configurations.every((each) => !isMember(each, node)),
    ),
    retire(world, name),
  ];
}

/** The daemon of a node that was let go runs on for a while, holding nothing. */
function retire(world: World, name: string): Step {
  let from: number | null = null;
  const lasts = world.random.between(0, 2) * world.scene.document.timing.ttl;
  return () => {
    from ??= world.timeline.now;
    if (world.timeline.now < from + lasts) return `${name} is still running`;
    world.retire(world.node(name));
    return null;
  };
}

/** Draws a reform and begins it; null when one is under way, or none can be thought of. */
export function beginReform(world: World, tell: (text: string) => void): Reform | null {
  const { random } = world;
  const document = world.leader()?.daemon?.replica.ledger.document;
  if (world.reform !== null || document == null) return null;
  const voters = document.nodes.filter(({ voter }) => voter).map(({ name }) => name as string);
  const learners = document.nodes.filter(({ voter }) => !voter).map(({ name }) => name as string);
  const all = [...voters, ...learners];
  const lost = world.nodes.find(isLost);
  if (lost !== undefined)
    return random.chance(0.5) ? replace(world, lost.name, tell) : readmit(world, lost, tell);
  const newcomer = world.nextName();
  const draw = random.next();
  if (draw < 0.25 && all.length < 6) {
    const votes = random.chance(0.75);
    const text = `operator adds ${newcomer}${votes ? "" : " without a vote"}`;
    return begin(world, { text, leaving: null, steps: add(world, newcomer, votes) }, tell);
  }
  if (draw < 0.5 && voters.length > 2) {
    const name = random.pick(all);
    return begin(
      world,
      { text: `operator removes ${name}`, leaving: name, steps: remove(world, name) },
      tell,
    );
  }
  if (draw < 0.75 && all.length < 7) {
    const name = random.pick(all);
    return replace(world, name, tell);
  }
  const up = learners.length > 0 && random.chance(0.7);
  if (!up && voters.length < 3) return null;
  const name = random.pick(up ? learners : voters);
  const text = `operator ${up ? "promotes" : "demotes"} ${name}`;
  return begin(world, { text, leaving: null, steps: vote(world, name, up) }, tell);
}

/** A person has to do something about its disk. */
export const isLost = ({ disk }: SimulatedNode): boolean => disk.damage !== null || disk.old;

/** An empty disk under the same name, and the operator's word that this is meant (R13.5). */
export function readmit(world: World, node: SimulatedNode, tell: (text: string) => void): Reform {
  const { name, disk } = node;
  const empty: Step = () => {
    node.crash();
    disk.wipe();
    node.start();
    return null;
  };
  const allow: Step = () => {
    const vouched = node.daemon?.replica.vouched.type;
    if (vouched === "certified") {
      world.judge.seen.readmissions++;
      return null;
    }
    const { generation } = disk;
    if (vouched === "unknown-disk")
      wish(world, [{ type: "readmit", node: asNode(name), generation, by: BY }]);
    return `the disk of ${name} does not count yet (${vouched ?? "its daemon is down"})`;
  };
  const text = `operator gives ${name} an empty disk`;
  return begin(world, { text, leaving: null, steps: [empty, allow] }, tell);
}

/** Another node in the place of one, under a name that nobody has had. */
export function replace(world: World, name: string, tell: (text: string) => void): Reform {
  const newcomer = world.nextName();
  const steps = [...add(world, newcomer, true), ...remove(world, name)];
  const done: Step = () => {
    world.judge.seen.replacements++;
    return null;
  };
  const text = `operator replaces ${name} by ${newcomer}`;
  return begin(world, { text, leaving: name, steps: [...steps, done] }, tell);
}

interface Plan {
  readonly text: string;
  readonly leaving: string | null;
  readonly steps: readonly Step[];
}

function begin(world: World, { text, leaving, steps }: Plan, tell: (text: string) => void): Reform {
  const { timeline, random } = world;
  const reform: Reform = { text, leaving, waits: "" };
  const left = [...steps];
  const again = () => {
    for (let step = left[0]; step !== undefined; step = left[0]) {
      const waits = step();
      if (waits !== null) {
        reform.waits = waits;
        timeline.after(random.between(0.1, 0.6) * world.scene.document.timing.ttl, again);
        return;
      }
      left.shift();
    }
    world.reform = null;
    tell(`done: ${text}`);
  };
  world.reform = reform;
  tell(text);
  again();
  return reform;
}
