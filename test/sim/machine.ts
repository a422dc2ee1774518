/**
 * One simulated machine: what its kernel holds while daemons come and go. Addresses on the card, the gate's sets
 * with their timeouts (the semantics of nftables, as `network/port.ts` says them), service processes with their
 * guards. All timeouts run by this machine's own clock and end in true time whatever the daemon does.
 */

import { inSubnet } from "../../consensus/ledger/subnet.ts";
import type { Card, GateAnswer, GateOperation, NetworkChange } from "../../network/port.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

/** What may be switched off in the simulated kernel, to show that the judge sees it. */
export interface KernelSabotage {
  /** The gate lets everything through. */
  readonly gateOpen: boolean;
  /** Opening and renewing create what has lapsed, as a plain add does. */
  readonly plainCreate: boolean;
  /** The guard of a service never kills. */
  readonly serviceGuardDead: boolean;
}
export interface ServiceProcesses {
  token: bigint;
  /** True time at which the guard kills the cgroup. */
  deadline: number;
  /** Grows with each start: a late exit of an earlier one is not taken for this one's. */
  readonly life: number;
}
export interface Machine {
  readonly name: string;
  readonly cards: readonly Card[];
  powered: boolean;
  /** It sleeps: nothing runs, the clock goes on, the timers of the kernel stand still (T1). */
  suspended: boolean;
  /** Called once, when it goes on. */
  resumed: (() => void) | null;
  /** Its gate is open only because its timer has slept. */
  oversleeps(): boolean;
  /** How long it has slept since it was asked last, milliseconds of its clock. */
  slept(): number;
  boot: number;
  guardWorks: boolean;
  readonly addresses: Map<string, number>;
  /** Set by somebody else's hands: what root does is no fault of ours until our own hands keep it. */
  readonly foreign: Set<string>;
  readonly managed: Set<string>;
  /** By "GROUP.MEMBER". */
  readonly services: Map<string, ServiceProcesses>;
  /** Cards without carrier. */
  readonly unplugged: Set<string>;
  /** Hears what the kernel says of addresses, links and tables, in order and a little later. */
  listener: ((change: NetworkChange) => void) | null;
  /** Counted: the live element ran out by itself. */
  gateLapses: number;
  /** This machine's monotonic clock, at true time `time`. */
  clock(time: number): number;
  /** The true time at which that clock shows `local`. */
  trueTime(local: number): number;
  /** The gate is open at this moment. */
  live(): boolean;
  answers(ip: string): boolean;
  /** It would answer a neighbour's question: also for what was set by hand. */
  answersProbe(ip: string): boolean;
  /** The service runs, and not only because its guard has not looked since the machine slept. */
  runs(service: string): boolean;
  gate(operation: GateOperation): GateAnswer;
  /** True time at which the element dies that this operation makes, were it done as late as it can be (G1); -Infinity: never. */
  latest(operation: GateOperation): number;
  /** Null: the kernel refused. */
  armGate(addresses: readonly string[], keep: boolean): "kept" | "made" | null;
  /** Somebody else takes the tables away. */
  disturbGate(): void;
  /** The cable of a card is pulled, or put back. */
  plug(card: string, up: boolean): void;
  /** So many of the kernel's next words are lost; then it says that some were. */
  overrun(words: number): void;
  /** The card that carries an address has carrier. */
  reachable(ip: string): boolean;
  found(): { readonly card: string; readonly ip: string; readonly prefix: number }[];
  links(): { readonly card: string; readonly up: boolean; readonly gone: boolean }[];
  addAddress(ip: string, prefix: number, byHand?: boolean): void;
  removeAddress(ip: string): void;
  /** Returns the life that `died` names at its end; null when the deadline was over already. */
  spawn(service: string, token: bigint, deadline: number, adopt: boolean): number | null;
  extend(service: string, deadline: number): void;
  kill(service: string): void;
  suspend(): void;
  resume(): void;
  powerCut(): void;
  powerOn(): void;
}

/** Longest time that a guard needs from its deadline to an empty cgroup, milliseconds. */
const KILLING = 3;
/** A guard looks at its clock so often at least, milliseconds. */
const GUARD_LOOKS = 100;
const NEVER = Number.NEGATIVE_INFINITY;
const ABSENT: GateAnswer = { ok: false, reason: "expired", detail: "ENOENT" };

export interface MachineOptions {
  readonly name: string;
  readonly cards: readonly Card[];
  readonly timeline: Timeline;
  readonly random: Random;
  /** The bound of the clock's rate error that this machine really keeps. */
  readonly drift: number;
  readonly sabotage: KernelSabotage;
  /** The kernel's gate, or a service, will last until this true time. */
  readonly lasts: (what: string, until: number) => void;
  /** Called after each change that may make two machines serve. */
  readonly changed: () => void;
  readonly trace: (text: string) => void;
  readonly died: (service: string, life: number, why: string) => void;
  /** The live element ran out by itself. */
  readonly lapsed: () => void;
  /** A timer of the kernel, or of a guard, has ended something. */
  readonly rang: () => void;
}

export function createMachine(options: MachineOptions): Machine {
  const { name, timeline, random, sabotage, changed } = options;
  let rate = 1;
  let origin = 0;
  let shown = 0;
  let armedUntil = NEVER;
  let liveUntil = NEVER;
  let lives = 0;
  let lapseCheck = 0;
  let tables = false;
  let disturbed = false;
  let lostWords = 0;
  let words: NetworkChange[] = [];
  let asleepSince = 0;
  let sleptFor = 0;
  let wokeAt = NEVER;
  /** By so much the live element outlasts what it was made for, because its timer slept: what is not covered. */
  let overslept = 0;

  const newClock = () => {
    const slant = random.chance(0.5) ? (random.chance(0.5) ? -1 : 1) : random.between(-1, 1);
    rate = 1 + slant * options.drift;
    origin = timeline.now;
    shown = random.between(1_000, 900_000);
  };
  newClock();

  /**
   * True end of a timeout that starts now. nftables counts in jiffies, so an element can die a little early, never
   * late. A timeout of 0 is no timeout at all.
   */
  const ends = (timeout: number): number => {
    const whole = Math.floor(timeout);
    if (whole === 0) return Number.POSITIVE_INFINITY;
    return timeline.now + Math.max(0, whole - random.between(0, 4)) / rate;
  };
  const watchLapse = () => {
    const check = ++lapseCheck;
    if (liveUntil === Number.POSITIVE_INFINITY) return;
    timeline.at(liveUntil, () => {
      if (check !== lapseCheck || liveUntil === NEVER || timeline.now < liveUntil) return;
      machine.gateLapses++;
      options.lapsed();
      options.rang();
      options.trace("gate lapsed by the kernel's timer");
    });
  };
  const setLive = (until: number) => {
    liveUntil = until;
    overslept = 0;
    options.lasts("the gate", until);
    if (until !== NEVER) watchLapse();
    changed();
  };
  /** What was due before a machine slept stays excused beyond that, until the gate is shut. */
  const renew = (until: number) => {
    const due = liveUntil - overslept;
    if (overslept === 0 || timeline.now < due) {
      setLive(until);
      return;
    }
    liveUntil = until;
    overslept = until - due;
    watchLapse();
  };
  const armGuardTimer = (group: string, service: ServiceProcesses, from = NEVER) => {
    options.lasts(group, service.deadline);
    if (sabotage.serviceGuardDead) return;
    // Killing takes a moment; whoever sets the deadline does not count on none.
    const deadline = service.deadline;
    timeline.at(Math.max(deadline, from) + random.between(0, KILLING), () => {
      if (machine.services.get(group) !== service || deadline < service.deadline || machine.suspended) return;
      machine.services.delete(group);
      options.rang();
      options.trace(`service guard killed ${group} at its deadline`);
      options.died(group, service.life, "killed by its guard at the deadline");
    });
  };

  /** The kernel's word, in order, a little later. */
  const say = (change: NetworkChange) => {
    if (lostWords > 0) {
      lostWords--;
      if (words.at(-1)?.type === "overrun") return;
      words.push({ type: "overrun" });
    } else words.push(change);
    timeline.after(random.between(0, 0.6), () => {
      const next = words.shift();
      if (next !== undefined) machine.listener?.(next);
    });
  };
  const cardOf = (ip: string): string =>
    options.cards.find((card) => card.addresses.some((address) => inSubnet(ip, address)))?.name ?? "none";

  const machine: Machine = {
    name,
    cards: options.cards,
    powered: true,
    suspended: false,
    resumed: null,
    boot: 1,
    guardWorks: true,
    addresses: new Map(),
    foreign: new Set(),
    managed: new Set(),
    unplugged: new Set(),
    listener: null,
    services: new Map(),
    gateLapses: 0,
    clock: (time) => shown + (time - origin) * rate,
    trueTime: (local) => origin + (local - shown) / rate,
    live: () => !machine.suspended && timeline.now < liveUntil - overslept,
    oversleeps: () => overslept > 0 && timeline.now < liveUntil,
    slept: () => {
      const ms = sleptFor;
      sleptFor = 0;
      return ms;
    },
    answers: (ip) =>
      machine.powered &&
      machine.addresses.has(ip) &&
      !machine.foreign.has(ip) &&
      !disturbed &&
      !machine.suspended &&
      (sabotage.gateOpen || !machine.managed.has(ip) || machine.live()),
    runs: (service) => {
      const running = machine.services.get(service);
      if (running === undefined || machine.suspended) return false;
      return running.deadline > timeline.now || timeline.now > wokeAt + GUARD_LOOKS + KILLING;
    },
    answersProbe: (ip) =>
      machine.answers(ip) || (machine.powered && !machine.suspended && machine.foreign.has(ip)),
    gate: (operation) => {
      if (!machine.guardWorks || !tables || disturbed)
        return { ok: false, reason: "failed", detail: "no tables" };
      switch (operation.type) {
        case "arm":
          armedUntil = ends(operation.timeout);
          return { ok: true };
        case "open": {
          const present = timeline.now < armedUntil || sabotage.plainCreate;
          armedUntil = NEVER;
          if (!present) return ABSENT;
          // An add of an element that is there neither fails nor extends it.
          if (timeline.now >= liveUntil) setLive(ends(operation.timeout));
          return { ok: true };
        }
        case "renew":
          if (timeline.now >= liveUntil && !sabotage.plainCreate) return ABSENT;
          renew(ends(operation.timeout));
          return { ok: true };
        case "close":
          armedUntil = NEVER;
          setLive(NEVER);
          return { ok: true };
      }
    },
    latest: (operation) => {
      if (operation.type !== "open" && operation.type !== "renew") return NEVER;
      const dies = operation.type === "open" ? armedUntil : liveUntil - overslept;
      const lives = Math.floor(operation.timeout) === 0 ? Number.POSITIVE_INFINITY : operation.timeout / rate;
      return timeline.now < dies ? dies + lives : NEVER;
    },
    armGate: (addresses, keep) => {
      if (!machine.guardWorks) return null;
      const kept = keep && tables && !disturbed;
      if (!kept) {
        armedUntil = NEVER;
        liveUntil = NEVER;
      }
      tables = true;
      disturbed = false;
      machine.managed.clear();
      for (const ip of addresses) machine.managed.add(ip);
      changed();
      return kept ? "kept" : "made";
    },
    disturbGate: () => {
      if (!tables) return;
      disturbed = true;
      say({ type: "gate-disturbed", detail: "the chains were flushed" });
    },
    plug: (card, up) => {
      if (up === !machine.unplugged.has(card)) return;
      if (up) machine.unplugged.delete(card);
      else machine.unplugged.add(card);
      say({ type: "link", card, up, gone: false });
    },
    overrun: (count) => {
      lostWords = Math.max(lostWords, count);
    },
    reachable: (ip) => !machine.unplugged.has(cardOf(ip)),
    found: () => [...machine.addresses].map(([ip, prefix]) => ({ card: cardOf(ip), ip, prefix })),
    links: () =>
      options.cards.map((card) => ({ card: card.name, up: !machine.unplugged.has(card.name), gone: false })),
    addAddress: (ip, prefix, byHand = false) => {
      const news = !machine.addresses.has(ip);
      machine.addresses.set(ip, prefix);
      if (byHand && news) machine.foreign.add(ip);
      if (!byHand) machine.foreign.delete(ip);
      if (news) say({ type: "address-added", card: cardOf(ip), ip, prefix });
      changed();
    },
    removeAddress: (ip) => {
      const prefix = machine.addresses.get(ip);
      if (prefix === undefined) return;
      machine.addresses.delete(ip);
      machine.foreign.delete(ip);
      say({ type: "address-gone", card: cardOf(ip), ip, prefix });
    },
    spawn: (group, token, deadline, adopt) => {
      const there = machine.services.get(group);
      if (there !== undefined && adopt) {
        there.token = token;
        machine.extend(group, deadline);
        return there.life;
      }
      const service = { token, deadline: machine.trueTime(deadline), life: ++lives };
      if (service.deadline <= timeline.now && !sabotage.serviceGuardDead) {
        machine.services.delete(group);
        return null;
      }
      machine.services.set(group, service);
      armGuardTimer(group, service);
      changed();
      return service.life;
    },
    extend: (group, deadline) => {
      const service = machine.services.get(group);
      if (service === undefined) return;
      const until = machine.trueTime(deadline);
      if (until <= service.deadline) return;
      service.deadline = until;
      armGuardTimer(group, service);
    },
    kill: (group) => {
      machine.services.delete(group);
    },
    suspend: () => {
      machine.suspended = true;
      asleepSince = timeline.now;
      lapseCheck++;
    },
    resume: () => {
      if (!machine.suspended) return;
      machine.suspended = false;
      wokeAt = timeline.now;
      const lasted = timeline.now - asleepSince;
      sleptFor += lasted * rate;
      if (armedUntil > asleepSince) armedUntil += lasted;
      if (liveUntil > asleepSince) {
        liveUntil += lasted;
        overslept += lasted;
        watchLapse();
      }
      for (const [group, service] of machine.services) {
        // Guards look ten times a second at least.
        if (service.deadline <= timeline.now + GUARD_LOOKS)
          armGuardTimer(group, service, timeline.now + random.between(0, GUARD_LOOKS));
      }
      changed();
      const then = machine.resumed;
      machine.resumed = null;
      then?.();
    },
    powerCut: () => {
      machine.powered = false;
      machine.suspended = false;
      machine.resumed = null;
      sleptFor = 0;
      overslept = 0;
      machine.addresses.clear();
      machine.foreign.clear();
      tables = false;
      disturbed = false;
      words = [];
      machine.managed.clear();
      machine.services.clear();
      armedUntil = NEVER;
      liveUntil = NEVER;
    },
    powerOn: () => {
      machine.powered = true;
      machine.boot++;
      newClock();
    },
  };
  return machine;
}
