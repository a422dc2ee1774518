/**
 * What two nodes promise, seen from outside and in true time (docs/safety.md, "Two nodes and the witness"): nobody goes on alone
 * beside a living other, nobody shoots who is cut off, never are both switched off, a holder serves on by hard proofs only.
 */
import type { NodeId } from "../../../consensus/core/types.ts";
import type { ProofKind } from "../../../consensus/ledger/types.ts";
import type { Heartbeat } from "../../../consensus/sessions/types.ts";
import type { ReplicaEffect } from "../../../consensus/types.ts";
import type { Question } from "../../../fencing/solo.ts";
import {
  goesAlone,
  hadOnDisk,
  isHeardBy,
  type Known,
  Notes,
  type Process,
  type Rules,
  votesAlone,
} from "../invariants/process.ts";
import type { Seen } from "../seen.ts";
import { createEligibility } from "./eligible.ts";
import type { PairRoom } from "./room.ts";
import type { PairScene } from "./scene.ts";
import { createStackRules } from "./stackrules.ts";
import type { Fired } from "./switches.ts";

type Applied = Extract<ReplicaEffect, { type: "applied" }>;
const HARD: ReadonlySet<ProofKind> = new Set(["never-held", "released", "fenced", "rebooted", "operator"]);
const BY_ITSELF: ReadonlySet<string> = new Set(["ping arbitration", "own IP stack"]);

/** What one process knows of the other, in true time. */
interface View {
  /** The newest incarnation that was heard, in whatever way. */
  newest: number;
  /** When the newest heartbeat came of one that hears this incarnation; -Infinity: none did. */
  heardAt: number;
  /** Per target: when the newest probe that was answered had been sent. */
  readonly answered: Map<string, number>;
  farewellOf: number;
  beyond: boolean;
  /** When anything of it last came, by this process's clock. */
  contactAt: number;
  /** A person has said since then that it is down, and it was. */
  told: boolean;
  /** A device is being asked, and has not answered. */
  asking: boolean;
  /** Since when every device has shown the other off, and nothing has come of it since; null: not so. */
  shownAt: number | null;
}
export function createPairRules(
  known: Known,
  scene: PairScene,
  room: PairRoom,
  seen: Seen,
  tell: (what: "alone" | "shot" | "proven", node: string) => void,
): Rules {
  const { timeline, processes, broken } = known;
  const views = new Notes<View>();
  const stacks = createStackRules(known, scene, room, seen);
  const eligibility = createEligibility(timeline);
  const needed = Math.floor(scene.arbitration.targets.length / 2) + 1;
  /** Machines that a shot switched off, and by which. */
  const down = new Map<string, Fired>();
  let applied = 0;

  const other = (name: string): string => scene.names.find((each) => each !== name) ?? name;
  /** It does what R11 counts on: what it does at all it does within its bound. */
  const punctual = ({ character }: Fired): boolean =>
    character === "right" || character === "slow" || character === "deaf" || character === "liar";

  room.switches.fired = (shot) => {
    seen.shots++;
    tell("shot", shot.shooter);
    const rival = processes.get(shot.target as NodeId);
    if (rival?.alive !== true) return;
    const { phase, gate, eligible } = rival.replica.arbitration;
    if (phase === "apart" && gate.ok && eligible.ok) seen.races++;
  };
  room.switches.fell = (node, shot) => {
    seen.shotOff++;
    const others = down.get(other(node));
    down.set(node, shot);
    if (others === undefined || !room.switches.dark(other(node))) return;
    if (punctual(shot) && punctual(others))
      broken("both off", `${node} was shot by ${shot.shooter}, and ${other(node)} is off by its shot`);
    else seen.bothOffLate++;
  };
  room.switches.lied = (target) => scene.stated.lied(`a device has read ${target} as off`);

  const viewOf = (process: Process): View => views.get(process)!;
  const reached = (process: Process): number => {
    const { answered, heardAt } = viewOf(process);
    return [...answered.values()].filter((at) => at > heardAt).length;
  };

  const shoots = (process: Process): void => {
    const { name, replica } = process;
    const { heardAt } = viewOf(process);
    if (heardAt === Number.NEGATIVE_INFINITY)
      broken("wait for all", `${name} shoots ${other(name)}, which it has not heard since it started`);
    if (reached(process) < needed)
      broken("gate", `${name} shoots, and reaches ${reached(process)} targets; ${needed} are needed`);
    if (replica.ledger.maintained.has(null))
      broken("maintenance", `${name} shoots while everything is under maintenance`);
  };

  /** The step alone: that the other has ended, that this one is not cut off, that it was certified since its last gap. */
  const alone = (process: Process): void => {
    const { name } = process;
    seen.solos++;
    tell("alone", name);
    const view = viewOf(process);
    const peer = processes.get(other(name) as NodeId);
    const lives = peer?.alive === true && peer.machine.powered && peer.machine.boot === peer.boot;
    const incarnation = peer?.replica.session.incarnation ?? 0;
    if (reached(process) < needed)
      broken("gate", `${name} goes on alone, and reaches ${reached(process)} targets; ${needed} are needed`);
    const uncertified = eligibility.against(process);
    if (uncertified !== null) broken("R7", `${name} goes on alone: ${uncertified}`);
    const both = peer !== undefined && standsAlone(peer);
    if (scene.kind === "risk") {
      waits(process, view);
      if (both) {
        seen.doubleSurvivals++;
        scene.stated.bothAlone(`${name} went on alone beside ${other(name)}`);
      }
      return;
    }
    if (lives && incarnation <= view.newest && view.farewellOf !== incarnation)
      broken("proof", `${name} goes on alone, and ${other(name)}, which it has heard, is alive`);
    if (view.farewellOf === incarnation) seen.soloFarewells++;
    if (lives && both) broken("split", `${name} goes on alone, and so has ${other(name)}`);
  };
  /** N1: where only its silence speaks for the other's stop, the whole of W, by this process's clock. */
  const waits = (process: Process, { contactAt, told, farewellOf, newest }: View): void => {
    const { ttl, rho } = process.replica.timing;
    const silent = process.now() - Math.max(contactAt, eligibility.stoodStillUntil(process)); // T5
    if (!told && farewellOf !== newest && silent < (ttl * (1 + rho)) / (1 - rho))
      broken(
        "N1",
        `${process.name} goes on alone after ${silent.toFixed(1)} ms of silence; the TTL is ${ttl}`,
      );
  };
  /** By its log, on its disk or about to be. */
  const standsAlone = (process: Process): boolean => {
    const last = process.replica.configurations.at(-1);
    return last?.outgoing === null && last.voters.length === 1 && last.voters[0] === process.name;
  };

  /** N10: past its session's end only where everything that it holds waits for hard proofs. */
  const serves = (process: Process, effect: Extract<ReplicaEffect, { type: "session" }>): void => {
    const view = viewOf(process);
    const on = effect.beyond && effect.validUntil > Number.NEGATIVE_INFINITY;
    if (on && !view.beyond) seen.jeopardies++;
    view.beyond = on;
    if (!on) return;
    const { ledger, session } = process.replica;
    for (const { group, state, holder, accepts } of ledger.leases.values()) {
      if (state !== "held" || holder?.node !== session.node || holder.incarnation !== session.incarnation)
        continue;
      const soft = (accepts ?? []).find((kind) => !HARD.has(kind));
      if (soft !== undefined)
        broken("N10", `${process.name} serves ${group} on, which may be taken over on "${soft}"`);
    }
  };

  const first = ({ events }: Applied): void => {
    for (const event of events) {
      if (event.type === "stop-proven") {
        seen.stopsProven++;
        if (event.kind === "operator") seen.personsWords++;
        tell("proven", event.node);
        const process = processes.get(event.node);
        const lives = process?.alive === true && process.machine.powered;
        if (lives && process.replica.session.incarnation <= event.incarnation)
          broken("proof", `${event.node} is proven stopped (${event.kind}), and is alive`);
      } else if (event.type === "standby" && BY_ITSELF.has(event.by)) {
        if (event.on) seen.surrenders++;
        else seen.comebacks++;
      }
    }
  };

  /** Something of the other has come. */
  const met = (process: Process): View => {
    const view = viewOf(process);
    view.shownAt = null;
    view.contactAt = process.now();
    view.told = false;
    return view;
  };
  const hears = (process: Process, heartbeat: Heartbeat): void => {
    const view = met(process);
    const { incarnation, arbitration } = heartbeat;
    if (incarnation < view.newest) return;
    view.newest = incarnation;
    if (arbitration?.farewell === true) {
      if (view.farewellOf !== incarnation) seen.farewells++;
      view.farewellOf = incarnation;
    }
    if (isHeardBy(process, heartbeat)) view.heardAt = timeline.now;
  };

  return {
    starts: (process) => {
      views.set(process, {
        newest: 0,
        heardAt: Number.NEGATIVE_INFINITY,
        contactAt: process.now(),
        told: false,
        asking: false,
        answered: new Map(),
        farewellOf: -1,
        beyond: false,
        shownAt: null,
      });
      eligibility.starts(process);
      stacks.starts(process);
      if (!room.switches.dark(process.name)) down.delete(process.name);
    },
    takes: {
      ...eligibility.takes,
      heartbeat: (process, event) => {
        hears(process, event.heartbeat);
        eligibility.takes.heartbeat(process, event);
      },
      envelope: (process, event) => {
        met(process);
        eligibility.takes.envelope(process, event);
      },
      "confirm-stop": (process, { node }) => {
        viewOf(process).told = processes.get(node)?.machine.powered === false;
      },
      powered: (process, { askedAt, attempts }) => {
        const view = viewOf(process);
        view.asking = false;
        if (askedAt !== null) view.shownAt = timeline.now;
        // Asked once more, it was not off any more: somebody has switched it on, and it is to be shot anew, in turn (R11).
        else if (attempts.some(({ status }) => status === "on")) view.shownAt = null;
      },
      probed: (process, { answers }) => {
        for (const { target, sentAt, answered } of answers)
          if (answered) viewOf(process).answered.set(target, process.machine.trueTime(sentAt));
      },
    },
    resolved: (process) => {
      if (goesAlone(process)) alone(process);
    },
    decides: {
      ...eligibility.decides,
      send: (process, effect) => {
        eligibility.decides.send(process, effect);
        if (effect.envelope.type === "certificate") certifies(process, effect.envelope.certificate.question);
      },
      power: (process, { action }) => {
        viewOf(process).asking = true;
        if (action === "off") shoots(process);
      },
      session: serves,
      note: stacks.notes,
      applied: (_, effect) => {
        if (effect.index <= applied) return;
        applied = effect.index;
        first(effect);
        stacks.applied(effect);
      },
    },
    turned: (process, event) => {
      if (event.type === "tick") hesitates(process);
      if (event.type === "confirm-stop" || event.type === "powered") heeds(process, event.type);
      eligibility.turned(process);
      stacks.turned(process, event);
      eligible(process);
      if (votesAlone(process) && viewOf(process).newest > 0 && scene.kind !== "risk") livesAlone(process);
    },
    leaves: {
      beat: ({ name, replica }, { heartbeat }) => {
        if (heartbeat.arbitration?.alone == null || replica.vouched.type === "certified") return;
        broken(
          "R13",
          `${name} says that it votes alone, and its disk does not count (${replica.vouched.type})`,
        );
      },
    },
  };

  /** R2, R3, R4, R7: whoever believes that it may go on alone as far as its disk goes, may. */
  function eligible(process: Process): void {
    const { name, replica } = process;
    if (!replica.arbitration.eligible.ok) return;
    const wrong = eligibility.against(process);
    if (wrong !== null) broken("R7", `${name} believes that it may go on alone: ${wrong}`);
    else if (replica.configurations.length > 1)
      broken("R3", `${name} believes that it may go on alone, by a configuration that is not committed`);
  }

  /** R10: whoever has seen the other off, is certified and not cut off goes on. */
  function hesitates(process: Process): void {
    const { shownAt } = viewOf(process);
    const { phase, gate, eligible } = process.replica.arbitration;
    if (shownAt === null || timeline.now - shownAt < 3 * scene.ttl) return;
    if (phase === "apart" && gate.ok && eligible.ok)
      broken("hesitates", `${process.name} has seen ${other(process.name)} off, may go on, and does not`);
  }

  /**
   * R10: nor does it weigh what the other reached, once a person has said that it is down. A device that is being asked answers first; a word
   * that was refused, because this node was cut off or not certified, is not remembered.
   */
  function heeds(process: Process, what: "confirm-stop" | "powered"): void {
    const view = viewOf(process);
    const { phase, gate, eligible } = process.replica.arbitration;
    const may = phase === "apart" && gate.ok && eligible.ok;
    if (view.told && !view.asking && may)
      broken(
        "hesitates",
        `${process.name} was told that ${other(process.name)} is down, may go on, and does not`,
      );
    view.told = what === "confirm-stop" && view.told && view.asking && may;
  }

  /** R3: whom a leader certifies has all of its log that is committed, on its disk. */
  function certifies({ name, replica, journal }: Process, { node, incarnation }: Question): void {
    const asker = processes.get(node);
    if (asker === undefined || asker.replica.session.incarnation !== incarnation) return;
    const term = journal.termAt(replica.commit);
    if (term !== undefined && !hadOnDisk(asker.disk, replica.commit, term))
      broken("R3", `${name} certifies ${node}, whose disk does not have ${replica.commit}`);
    if (replica.configurations.length > 1)
      broken("R3", `${name} certifies ${node} under a configuration that is not committed`);
  }

  /** Never two that vote alone, both alive. */
  function livesAlone(process: Process): void {
    const peer = processes.get(other(process.name) as NodeId);
    if (peer?.alive === true && peer.machine.powered && votesAlone(peer))
      broken("split", `${process.name} votes alone, and so does ${peer.name}`);
  }
}
