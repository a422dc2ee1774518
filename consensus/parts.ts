/** What a replica is made of, beside the Raft core, and who of them knows whom. Nothing is decided here. */
import type { Configuration, CoreEvent, Millis, NodeId } from "./core/types.ts";
import type { View } from "./duties.ts";
import { Following } from "./following.ts";
import type { ReplicaHost } from "./host.ts";
import type { SessionId, Timing } from "./ledger/types.ts";
import { Members } from "./members.ts";
import { Office } from "./office.ts";
import type { Outgoing } from "./outgoing.ts";
import { Pairing } from "./pairing.ts";
import { Presence } from "./presence.ts";
import { Requests } from "./requests.ts";
import type { Hearing } from "./sessions/hearing.ts";
import type { Tallies } from "./sessions/tally.ts";
import type { Heartbeat, StoreDoubt } from "./sessions/types.ts";
import { Snapshots } from "./snapshots.ts";
import { Stepping } from "./stepping.ts";
import type { OpenSuspects } from "./suspects.ts";
import type { Tail } from "./tail.ts";
import type { ReplicaOptions } from "./types.ts";
import { type StartedStore, Vouching } from "./vouching.ts";

/** What the replica is to what it is made of. */
export interface Whole extends Omit<ReplicaHost, "step"> {
  readonly options: ReplicaOptions;
  /** Null: nothing is known of the disk, and it counts. */
  readonly store: StartedStore | null;
  readonly hearing: Hearing;
  readonly tallies: Tallies;
  readonly suspects: OpenSuspects;
  readonly tail: Tail;
  readonly outgoing: Outgoing;
  readonly view: (now: Millis) => View;
  readonly wallClock: () => number;
  readonly session: () => SessionId;
  readonly timing: () => Timing;
  readonly configurations: () => readonly Configuration[];
  readonly doubtOf: (heartbeat: Heartbeat) => StoreDoubt | null;
  /** N1: why this node does not take the newest timing for armed yet; null: it does. */
  readonly notReady: (now: Millis) => string | null;
  /** The document in force is another one. */
  readonly configured: (now: Millis) => void;
}

export interface Parts {
  readonly vouching: Vouching;
  readonly requests: Requests;
  readonly snapshots: Snapshots;
  readonly members: Members;
  readonly office: Office;
  readonly pairing: Pairing;
  readonly presence: Presence;
  readonly stepping: Stepping;
}

// What each part is given is written out: V8 gives what is spread and then grows a layout of its own, in every replica another one.
export function createParts(whole: Whole, now: Millis): Parts {
  const { core, ledger, emit, options, hearing, suspects, tail, outgoing, view, timing } = whole;
  const step = (event: CoreEvent, at: Millis): void => stepping.run(event, at);
  const vouching = new Vouching({
    core,
    ledger,
    hearing,
    tail,
    store: whole.store,
    incarnation: options.incarnation,
    founders: votersOf(options),
  });
  const requests = new Requests({
    core,
    ledger,
    emit,
    step,
    tail,
    idBase: (options.incarnation % 2 ** 32) * 2 ** 20,
    view,
    wallClock: whole.wallClock,
    notReady: whole.notReady,
  });
  const { asked, apps } = requests;
  const snapshots = new Snapshots({
    core,
    ledger,
    emit,
    step,
    compaction: options.compaction,
    restore: (state, at) => following.restored(state, at),
  });
  const members = new Members({ core, ledger, emit, step, asked });
  const office = new Office({
    core,
    ledger,
    emit,
    step,
    suspects,
    asked,
    apps,
    members,
    view,
    timing,
    offer: (id, term, commands, at) => requests.offer(id, term, commands, at),
  });
  const pairing = new Pairing(
    {
      core,
      ledger,
      emit,
      step,
      hearing,
      incarnation: options.incarnation,
      seed: options.seed,
      session: whole.session,
      timing,
      blank: () => vouching.isBlank,
      propose: (commands, at) => requests.wish(commands, at),
      duty: (key, first, at) => office.owe(key, first, at),
    },
    now,
  );
  const presence = new Presence({
    core,
    ledger,
    emit,
    hearing,
    suspects,
    outgoing,
    vouching,
    pairing,
    incarnation: options.incarnation,
    bootId: options.bootId,
    bootstrap: options.bootstrap,
    timing,
    configurations: whole.configurations,
    doubtOf: whole.doubtOf,
  });
  const following: Following = new Following({
    core,
    ledger,
    emit,
    step,
    hearing,
    suspects,
    tail,
    presence,
    requests,
    office,
    snapshots,
    configured: whole.configured,
    configurationMoved: () => pairing.followConfiguration(),
  });
  const stepping: Stepping = new Stepping({
    core,
    emit,
    outgoing,
    hearing,
    suspects,
    tallies: whole.tallies,
    following,
    requests,
    snapshots,
    members,
    office,
  });
  return { vouching, requests, snapshots, members, office, pairing, presence, stepping };
}

const votersOf = ({ bootstrap }: ReplicaOptions): readonly NodeId[] =>
  bootstrap.nodes.filter(({ voter }) => voter).map(({ name }) => name);
