/**
 * One run of a daemon on a simulated machine: the production replica and holding, driven as the real daemon drives
 * them, with the simulated disk, wires and kernel in the place of the real ones.
 */

import type { Millis, NodeId, WriteSeq } from "../../consensus/core/types.ts";
import type { Word } from "../../consensus/ledger/types.ts";
import { type Command, type GroupName, incarnation, type Token } from "../../consensus/ledger/types.ts";
import { firstConfiguration, newestDocument } from "../../consensus/origin.ts";
import type { Heartbeat } from "../../consensus/sessions/types.ts";
import type { Envelope, KeepAliveResult, ReplicaEffect, ReplicaEvent } from "../../consensus/types.ts";
import { diskWords } from "../../daemon/disk.ts";
import type { NetworkChange } from "../../network/port.ts";
import {
  isBusy,
  ledgerIsNews,
  newPace,
  type Rhythm,
  takeWord,
  tickIsDue,
  wordTold,
} from "../../services/pace.ts";
import type { HandedOver, HoldingAction, HoldingEvent } from "../../services/types.ts";
import { createAsked, type ProposalResult } from "./asked.ts";
import { createEars } from "./ears.ts";
import { createGateEye } from "./invariants/gate.ts";
import { asNode } from "./judge.ts";
import { createLoop, type Loop } from "./loop.ts";
import type { Asker } from "./pair/room.ts";
import { perform } from "./perform.ts";
import { digest } from "./same.ts";
import { tickGapMax } from "./scene.ts";
import { createSnapshotDesk, ledgerOf } from "./snapshots.ts";
import type { Surroundings } from "./surroundings.ts";
import type { SimulatedReplica } from "./system.ts";

export interface Ambush {
  readonly before: HoldingAction["type"];
  readonly lasts: Millis;
  /** It waits until less than this is left of the session. */
  readonly left: Millis;
}
export interface Daemon {
  readonly loop: Loop;
  readonly replica: SimulatedReplica;
  readonly watched: Map<string, number>;
  /** A pause that hits between the decision for the next action of this kind and its performance (T4, G1, G2). */
  ambush: Ambush | null;
  /** The machine slept and its gate is open: nothing but shutting it may come first (T1). */
  mustShut: boolean;
  now(): Millis;
  receive(from: string, envelope: Envelope): void;
  hear(heartbeat: Heartbeat): void;
  serviceDied(service: string, life: number, why: string): void;
  letGo(to: string, word: Word): void;
  /** The kernel's word. */
  network(change: NetworkChange): void;
  /** A restart in place: calls back with what is to be handed over, once. */
  handOver(then: (state: HandedOver) => void): void;
  handedOver: (state: HandedOver) => void;
  propose(commands: readonly Command[], answered: (result: ProposalResult) => void): void;
  read(answered: (index: number | null) => void): void;
  /** An application's keep-alive. */
  keepAlive(name: string, owner: string, token: Token, answered: (result: KeepAliveResult) => void): void;
  transfer(to: string): void;
  /** A person's word that `node` is down. */
  confirm(node: string, answered: (result: ProposalResult) => void): void;
  /** Everything is stopped and released: the last word (`daemon/ending.ts`). */
  farewell(): void;
  /** SIGTERM; calls back when the group life says that it is done. */
  shutdown(drained: (clean: boolean) => void): void;
  drained: (clean: boolean) => void;
  /** For actions: what the machine says goes back to the group life. */
  feed(event: HoldingEvent): void;
  kill(): void;
  /** Proposals and reads that were asked and not answered yet. */
  unanswered(): number;
}
/** How long the only founder listens whether there is a cluster already, milliseconds. */
const LISTEN_MS = 2_000;
export function startDaemon(around: Surroundings): Daemon {
  const { name, scene, system, timeline, random, machine, disk, wires, room, judge, trace } = around;
  disk.starts++;
  const pid = around.processes();
  const self: NodeId = asNode(name);
  const now = () => machine.clock(timeline.now);
  let validUntil: Millis = Number.NEGATIVE_INFINITY;
  let lastTick: Millis = now();
  const replica = system.createReplica(
    {
      core: scene.coreOptions(self),
      incarnation: incarnation(disk.starts * 2 ** 20 + random.integer(0, 2 ** 20 - 1)),
      bootId: `${name}-boot-${machine.boot}`,
      bootstrap: around.file,
      planner: system.createPlanner(),
      seed: random.integer(1, 2 ** 31),
      compaction: scene.compaction,
    },
    {
      hardState: disk.hardState,
      entries: [...disk.entries],
      base: disk.base,
      snapshot:
        disk.snapshot === null
          ? null
          : { mark: disk.snapshot.mark, ledger: ledgerOf(disk.snapshot, random.chance(0.04)) },
      configuration: firstConfiguration(disk.entries, around.file),
      store: { generation: disk.generation, blank: disk.blank, vetted: disk.vetted },
    },
    now(),
  );
  const witness = around.witness({ name: self, replica, disk, machine });
  const eye = createGateEye({ name, machine, session: () => replica.session, broken: judge.broken });
  const holding = system.createHolding({
    self,
    document: newestDocument(disk.entries) ?? replica.ledger.document ?? around.file,
    cards: machine.cards,
  });

  const ears = createEars(replica, around.file);

  // The pace of the real daemon's loop (daemon/node.ts).
  const pace = newPace();
  const rhythm = (): Rhythm => {
    const { ttl, heartbeat } = replica.timing;
    return { now: now(), ttl, heartbeat, busy: isBusy(replica.ledger, self) };
  };
  const ask = (event: HoldingEvent): void => {
    pace.askedAt = now();
    eye.told(event);
    obey(holding(event, now()));
  };
  const tellSession = (): void => {
    const { untold } = pace;
    if (untold === null) return;
    wordTold(pace);
    const { session, validUntil, beyond } = untold;
    ask(
      beyond === undefined
        ? { type: "session", session, validUntil }
        : { type: "session", session, validUntil, beyond },
    );
  };
  const obey = (actions: readonly HoldingAction[]) => {
    for (const action of actions) {
      eye.decides(action);
      const { ambush } = daemon;
      if (ambush?.before === action.type && validUntil - now() < ambush.left) {
        daemon.ambush = null;
        loop.follow(() => loop.pause(ambush.lasts));
        trace?.(`is stopped for ${ambush.lasts.toFixed(0)} ms right before it performs ${action.type}`);
      }
      loop.follow(performs, action);
    }
  };
  const performs = (action: HoldingAction) => perform(action, daemon, around);
  const { seen } = judge;
  const handle = (event: ReplicaEvent): boolean => {
    witness.takes(event);
    const effects = replica.handle(event, now());
    witness.turned(event, effects);
    for (const effect of effects) loop.follow(carryOut, effect);
    return effects.length > 0;
  };
  const asked = createAsked(name, judge, handle);
  const written = (seq: WriteSeq) => {
    seen.completions++;
    handle({ type: "written", seq });
  };
  const carryOut = (effect: ReplicaEffect) => {
    witness.leaves(effect);
    switch (effect.type) {
      case "write":
        disk.put(effect, () => loop.arrive(written, effect.seq));
        return;
      case "restored":
        seen.installs++;
        judge.restored(name, replica.ledger);
        trace?.(`goes on from a snapshot of entry ${effect.index}`);
        daemon.feed({ type: "ledger", ledger: replica.ledger });
        return;
      case "save-snapshot":
        judge.saving(name, effect.ledger);
        desk.perform(effect);
        return;
      case "admit":
        disk.put(effect, () => loop.arrive(() => handle({ type: "admitted" })));
        return;
      case "vouched":
        trace?.(diskWords(effect.vouched, self) ?? "this node's disk counts");
        if (effect.vouched.type === "old-image" && disk.starts > around.remembered()) seen.outgrown++;
        if (effect.vouched.type !== "certified") return;
        seen.certified++;
        if (disk.old) judge.broken("R13", `${name} counts on an old copy of its disk`);
        return;
      case "compact":
        seen.compactions++;
        desk.perform(effect);
        return;
      case "read-snapshot":
      case "close-snapshot":
      case "take-chunk":
      case "install-snapshot":
      case "discard-snapshot":
        desk.perform(effect);
        return;
      case "send":
        wires.letter(name, effect.to, effect.envelope);
        room?.letter(name, effect.to, effect.envelope);
        return;
      case "beat":
        for (const to of effect.to) {
          wires.datagram(name, to, effect.heartbeat);
          room?.beat(name, to, effect.heartbeat);
        }
        return;
      case "probe":
        room?.probe(asker, effect);
        return;
      case "listen":
        room?.listen(asker, effect);
        return;
      case "power":
        room?.power(asker, effect);
        return;
      case "arbitration":
        trace?.(`two nodes: ${effect.state.phase}, ${effect.state.doing}`);
        return;
      case "applied":
        judge.applied(name, effect, replica.ledger);
        if (trace !== null && replica.role === "leader")
          for (const { index, text } of replica.ledger.history)
            if (index === effect.index) trace(`decided: ${text}`);
        trace?.(
          `applied ${effect.index} (term ${effect.term}) ${effect.events.map((e) => digest(e)).join(" ")}`,
        );
        if (ledgerIsNews(pace, replica.ledger)) daemon.feed({ type: "ledger", ledger: replica.ledger });
        return;
      case "session":
        validUntil = effect.validUntil;
        judge.session(name, effect.session, machine.trueTime(effect.validUntil));
        {
          const { session, beyond } = effect;
          if (takeWord(pace, { session, validUntil: effect.validUntil, beyond }, rhythm())) tellSession();
        }
        return;
      case "outcome":
      case "read-ready":
      case "read-refused":
      case "kept":
        asked.answer(effect);
        return;
      case "role":
        judge.role(name, pid, effect, disk.hardState.term >= effect.term);
        return;
      case "note":
        trace?.(`note: ${effect.text}`);
        return;
    }
  };
  const tick = (): Millis => {
    lastTick = now();
    if (handle({ type: "tick", wallClock: Math.floor(timeline.now) })) seen.timers++;
    loop.follow(() => {
      if (!tickIsDue(pace, rhythm())) return;
      if (pace.untold === null) daemon.feed({ type: "tick" });
      else tellSession();
    });
    const due = Math.min(replica.dueAt(lastTick), lastTick + tickGapMax(replica.timing));
    return (
      machine.trueTime(lastTick + Math.max(1, Math.ceil(due - lastTick))) -
      timeline.now +
      random.between(0, 0.3)
    );
  };
  const loop = createLoop(timeline, random.fork(), random.between(0, 5), {
    tick,
    beforeTurn: () => {
      const ms = machine.slept(); // T1
      if (ms === 0) return;
      daemon.mustShut = machine.oversleeps();
      ask({ type: "suspended", ms });
      handle({ type: "clock-gap" }); // R7
    },
    worthwhile: () => now() - lastTick >= tickGapMax(replica.timing) / 2,
  });

  const received = (event: Extract<ReplicaEvent, { type: "envelope" }>) => {
    const { from, envelope } = event;
    if (!ears.listensTo(from)) return;
    seen.messages++;
    if (envelope.type === "let-go") {
      const { release, successor, token } = envelope;
      daemon.feed({ type: "let-go", from, word: { release, successor, token } });
    } else handle(event);
  };
  const heard = (heartbeat: Heartbeat) => {
    const { from } = heartbeat;
    if (!ears.listensTo(from)) {
      ears.calls(from);
      if (!ears.listensTo(from)) return;
      seen.callers++;
    }
    seen.messages++;
    handle({ type: "heartbeat", heartbeat });
  };

  const asker: Asker = { name, loop, now, handle };
  const desk = createSnapshotDesk({
    disk,
    random: random.fork(),
    later: (delay, task) => timeline.after(delay, () => loop.arrive(task)),
    feed: (event) => {
      seen.completions++;
      handle(event);
    },
    piece: scene.piece,
    saved: () => seen.snapshots++,
  });
  const daemon: Daemon = {
    loop,
    replica,
    watched: new Map(),
    ambush: null,
    mustShut: false,
    now,
    receive: (from, envelope) => loop.arrive(received, { type: "envelope", from: asNode(from), envelope }),
    hear: (heartbeat) => {
      if (ears.isReplay(heartbeat)) seen.copies++;
      else loop.arrive(heard, heartbeat);
    },
    serviceDied: (service, life, why) => {
      if (daemon.watched.get(service) !== life) return;
      daemon.watched.delete(service);
      const byGuard = why.startsWith("killed by its guard");
      loop.arrive(() => daemon.feed({ type: "service-exited", ...memberOf(service), why, byGuard }));
    },
    letGo: (to, word) => {
      const envelope = { type: "let-go", ...word } as const;
      witness.leaves({ type: "send", to: asNode(to), envelope });
      wires.letter(name, to, envelope);
    },
    network: (change) => loop.arrive(() => daemon.feed({ type: "network", change })),
    handOver: (then) => {
      daemon.handedOver = then;
      daemon.feed({ type: "hand-over" });
    },
    handedOver: () => {},
    propose: asked.propose,
    read: asked.read,
    keepAlive: asked.keepAlive,
    transfer: (to) => handle({ type: "transfer", to: asNode(to) }),
    confirm: asked.confirm,
    farewell: () => handle({ type: "farewell" }),
    shutdown: (drained) => {
      daemon.drained = drained;
      daemon.feed({ type: "shutdown" });
    },
    drained: () => {},
    feed: (event) => {
      tellSession();
      ask(event);
    },
    kill: () => {
      if (machine.listener === daemon.network) machine.listener = null;
      loop.stop();
      disk.crash();
      wires.breakStreams(name, true);
      judge.processDied(name);
      witness.died();
    },
    unanswered: asked.unanswered,
  };
  trace?.(
    `daemon ${pid} starts on ${machine.boot}. boot with entries ${disk.base.index + 1} to ${disk.base.index + disk.entries.length}, clock ${now().toFixed(3)}`,
  );
  machine.listener = daemon.network;
  machine.slept();
  const { handed } = around;
  // As the real daemon does it: the only founder listens for a while (daemon/disk.ts).
  const listen = () => {
    const { vouched } = replica;
    if (vouched.type !== "founding" || vouched.missing.length > 0) return;
    const before = ears.known();
    timeline.after(LISTEN_MS, () =>
      loop.arrive(() => {
        if (ears.known() === before) handle({ type: "listened-alone" });
        else listen();
      }),
    );
  };
  listen();
  if (handed !== null) loop.arrive(() => daemon.feed({ type: "inherit", handed }));
  loop.arrive(() =>
    daemon.feed({
      type: "leftovers",
      addresses: machine.found(),
      services: [...machine.services.keys()].map(memberOf),
      guard: machine.guardWorks ? { ok: true, detail: "" } : { ok: false, detail: "no netdev tables" },
    }),
  );
  loop.arrive(() => {
    for (const link of machine.links()) daemon.feed({ type: "network", change: { type: "link", ...link } });
  });
  return daemon;
}

/** "GROUP.MEMBER" as two names. */
export function memberOf(service: string): { readonly group: GroupName; readonly member: string } {
  const [group = "", member = ""] = service.split(".");
  return { group: group as GroupName, member };
}
