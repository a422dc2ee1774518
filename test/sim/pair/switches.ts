/**
 * Switches on the power of two machines, with every way in which such a thing goes wrong. The daemon's side of it
 * follows `fencing/edges/executor.ts`: written down first, looked at the clock again (T4), off, and then read by a query of its own.
 */
import type { Millis } from "../../../consensus/core/types.ts";
import type { FenceAttempt, Outlet } from "../../../consensus/ledger/types.ts";
import type { ReplicaEffect } from "../../../consensus/types.ts";
import type { Random } from "../random.ts";
import type { Seen } from "../seen.ts";
import type { Timeline } from "../timeline.ts";
import type { Asker, Powered } from "./room.ts";
import type { PairScene, SimulatedDevice } from "./scene.ts";

type Power = Extract<ReplicaEffect, { type: "power" }>;

/**
 * right. slow: takes nearly as long as its bound. dead: no answer. idle: says yes and does nothing. deaf: does it and says no.
 * late: no answer in time, and it acts when nobody waits any more. self, stray: the cables are crossed, so a command switches
 * whoever gives it, or a machine that is none of ours; what is read is the right one. liar: does nothing, and reads off.
 */
export type Character = "right" | "slow" | "dead" | "idle" | "deaf" | "late" | "self" | "stray" | "liar";

/** One shot that reached a device. */
export interface Fired {
  readonly shooter: string;
  readonly target: string;
  readonly at: number;
  readonly character: Character;
}
export interface Switches {
  readonly characters: Map<string, Character>;
  carryOut(asker: Asker, effect: Power): void;
  dark(node: string): boolean;
  /** Somebody switches on whatever feeds it. */
  byHand(node: string): void;
  heal(): void;
  /** Told of each off that reaches a device, and of each machine that a shot has switched off. */
  fired: ((shot: Fired) => void) | null;
  fell: ((node: string, shot: Fired) => void) | null;
  /** Told when somebody reads off what is on. */
  lied: ((target: string) => void) | null;
}
export interface SwitchOptions {
  readonly scene: PairScene;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly seen: Seen;
  readonly tell: (node: string, text: string) => void;
  readonly machine: (name: string) => Powered;
}
const LOOK_AGAIN = 25;

export function createSwitches(options: SwitchOptions): Switches {
  const { scene, timeline, random, seen, tell, machine } = options;
  const characters = new Map<string, Character>();
  let weather = 0;
  /** Outlets, by device, that are off. */
  const off = new Set<string>();
  const deviceOf = (name: string): SimulatedDevice | undefined => scene.devices.find((d) => d.name === name);
  const feeds = (node: string) => scene.devices.filter((device) => device.node === node);
  /** A machine with two supplies needs one; its controller switches all of it. */
  const dark = (node: string): boolean => {
    const own = feeds(node);
    const supplies = own.filter(({ kind }) => kind === "supply");
    const controllers = own.filter(({ kind }) => kind === "controller");
    return (
      (supplies.length > 0 && supplies.every(({ name }) => off.has(name))) ||
      controllers.some(({ name }) => off.has(name))
    );
  };
  const characterOf = (name: string): Character => characters.get(name) ?? "right";

  /** What the relay does to a machine. */
  const turn = (device: SimulatedDevice, action: "off" | "on", shot: Fired | null): void => {
    const before = dark(device.node);
    if (action === "off") off.add(device.name);
    else off.delete(device.name);
    const after = dark(device.node);
    if (!before && after) {
      tell(device.node, `is switched off by ${device.name}`);
      machine(device.node).cut();
      if (shot !== null) switches.fell?.(device.node, shot);
    } else if (before && !after) {
      tell(device.node, `is switched on by ${device.name}`);
      seen.switchedOn++;
      boots(device.node);
    }
  };
  const boots = (node: string): void => {
    timeline.after(random.between(0.3, 4) * scene.ttl, () => {
      if (!dark(node)) machine(node).boot();
    });
  };

  const duration = (device: SimulatedDevice, character: Character): Millis =>
    character === "slow"
      ? random.between(0.35, 0.5) * device.bound
      : random.between(0.02, 0.2) * device.bound;

  /** The device's own time: what a command does and when, and what is answered; null: nothing. */
  const command = (
    asker: Asker,
    device: SimulatedDevice,
    action: "off" | "on",
    answer: (accepted: boolean) => void,
  ): void => {
    const character = characterOf(device.name);
    const takes = duration(device, character);
    const shot: Fired = { shooter: asker.name, target: device.node, at: timeline.now, character };
    if (action === "off") {
      switches.fired?.(shot);
      tell(asker.name, `shoots ${device.node} by ${device.name}, which is ${character}`);
    }
    const mine = weather;
    const acts = (after: Millis, on: SimulatedDevice) =>
      timeline.after(after, () => {
        // What everything healed over switches nobody off any more.
        if (action === "on" || mine === weather) turn(on, action, action === "off" ? shot : null);
      });
    const says = (accepted: boolean) => timeline.after(takes, () => answer(accepted));
    const silent = () => timeline.after(device.timeout, () => answer(false));
    switch (character) {
      case "right":
        acts(random.between(0.2, 1) * takes, device);
        says(true);
        return;
      case "slow":
        seen.slowDevices++;
        // It has said yes before the power is gone.
        acts(random.between(0.8, 1.6) * takes, device);
        says(true);
        return;
      case "dead":
        seen.deadDevices++;
        silent();
        return;
      case "idle":
        seen.idleDevices++;
        says(true);
        return;
      case "liar":
        says(true);
        return;
      case "deaf":
        acts(random.between(0.2, 1) * takes, device);
        seen.falseFailures++;
        says(false);
        return;
      case "late": {
        const waits = device.timeout * random.between(1.05, 4);
        timeline.after(waits, () => {
          if (action === "off") seen.lateExecutions++;
          tell(asker.name, `${device.name} does now what was asked ${waits.toFixed(0)} ms ago`);
        });
        acts(waits, device);
        silent();
        return;
      }
      case "self": {
        seen.wrongOutlets++;
        const own = feeds(asker.name)[0];
        if (own !== undefined) acts(random.between(0.2, 1) * takes, own);
        says(true);
        return;
      }
      case "stray":
        seen.wrongOutlets++;
        says(true);
        return;
    }
  };
  const status = (device: SimulatedDevice, within: Millis, answer: (read: "off" | "on" | null) => void) => {
    const character = characterOf(device.name);
    const takes = character === "slow" ? random.between(0.02, 0.1) * device.bound : random.between(1, 20);
    if (character === "dead" || character === "late" || takes > within) {
      timeline.after(within, () => answer(null));
      return;
    }
    timeline.after(takes / 2, () => {
      const isOff = device.kind === "controller" ? !machine(device.node).powered() : off.has(device.name);
      const read = isOff || character === "liar" ? "off" : "on";
      if (read === "off" && !isOff && machine(device.node).powered()) {
        seen.lies++;
        switches.lied?.(device.node);
      }
      timeline.after(takes / 2, () => answer(read));
    });
  };

  const readStatus = (
    asker: Asker,
    device: SimulatedDevice,
    patient: boolean,
    done: (said: Pick<FenceAttempt, "duration" | "accepted" | "status">, askedAt: Millis) => void,
  ): void => {
    const { loop, now } = asker;
    const begun = now();
    const look = () => {
      const askedAt = now();
      status(device, Math.max(1, begun + device.timeout - askedAt), (read) =>
        loop.arrive(() => {
          const said = { duration: now() - begun, accepted: read !== null, status: read };
          if (read === "off" || !patient || now() + LOOK_AGAIN >= begun + device.timeout) done(said, askedAt);
          else timeline.after(LOOK_AGAIN, () => loop.arrive(look));
        }),
      );
    };
    look();
  };

  interface Outcome {
    readonly attempts: readonly FenceAttempt[];
    readonly askedAt: Millis | null;
  }
  const one = (asker: Asker, outlet: Outlet, action: Power["action"], done: (outcome: Outcome) => void) => {
    const { loop, now } = asker;
    const device = deviceOf(outlet.device);
    if (device === undefined) {
      done({
        attempts: [{ ...outlet, action, duration: 0, accepted: false, status: null }],
        askedAt: null,
      });
      return;
    }
    const attempts: FenceAttempt[] = [];
    const read = () =>
      readStatus(asker, device, action === "off", (said, askedAt) => {
        attempts.push({ ...outlet, action: "status", ...said });
        done({ attempts, askedAt: said.status === "off" ? askedAt : null });
      });
    if (action === "status") {
      read();
      return;
    }
    const begun = now();
    command(asker, device, action, (accepted) =>
      loop.arrive(() => {
        attempts.push({ ...outlet, action, duration: now() - begun, accepted, status: null });
        if (action === "on") done({ attempts, askedAt: null });
        else read();
      }),
    );
  };

  const byHand = (node: string): void => {
    const was = dark(node);
    for (const { name } of feeds(node)) off.delete(name);
    if (was) boots(node);
  };

  const switches: Switches = {
    characters,
    fired: null,
    fell: null,
    lied: null,
    dark,
    carryOut: (asker, { id, action, outlets, until }) => {
      const { loop, now, handle } = asker;
      const answer = (outcome: Outcome) => handle({ type: "powered", id, ...outcome });
      const begin = () => {
        if (action === "off" && now() > until) {
          answer({ attempts: [], askedAt: null });
          return;
        }
        const all: Outcome[] = [];
        for (const outlet of outlets) {
          one(asker, outlet, action, (outcome) => {
            all.push(outcome);
            if (all.length < outlets.length) return;
            const asked = all.map(({ askedAt }) => askedAt).filter((at) => at !== null);
            const attempts = all.flatMap((each) => each.attempts);
            answer({ attempts, askedAt: asked.length === all.length ? Math.min(...asked) : null });
          });
        }
      };
      // The journal's sync.
      if (action === "status") loop.follow(begin);
      else timeline.after(random.between(0.3, random.chance(0.95) ? 3 : 60), () => loop.arrive(begin));
    },
    byHand,
    heal: () => {
      weather++;
      characters.clear();
      for (const node of scene.names) byHand(node);
    },
  };
  return switches;
}
