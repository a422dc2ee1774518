/**
 * Starts and stops services, each in a cgroup of its own under a guard process of its own. The order is the point:
 * the guard holds the deadline before the command exists, and goes only when the cgroup is verified empty.
 */
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Millis } from "../consensus/core/types.ts";
import { LeaseholdError } from "../errors.ts";
import {
  cgroupMount,
  createCgroup,
  isPopulated,
  killAll,
  removeCgroup,
  signalAll,
  waitEmpty,
  watchEvents,
} from "./agents/cgroup.ts";
import {
  endOf,
  forgetMain,
  identify,
  isAlive,
  type MainProcess,
  recallMain,
  recordMain,
  startCommand,
} from "./agents/exec.ts";
import { endOtherGuards, guardDeadline, type ServiceGuard, startGuard } from "./agents/guard.ts";
import { closeQuietly, type Output, openOutput } from "./agents/output.ts";
import { forgetPlace, type Place, recallPlaces, recordPlace } from "./agents/place.ts";
import { ownTurn } from "./agents/turns.ts";
import { foreignUnit, forgetUnit, prepareUnit, startUnit, stopUnit, unitState } from "./agents/unit.ts";
import type { ServiceRunner, ServiceSpec } from "./port.ts";

export interface RunnerOptions {
  readonly node: string;
  /** For the services' output pipes and the record of their main processes; made when missing. */
  readonly runtimeDirectory: string;
  /** A line a service wrote. */
  readonly onOutput: (service: string, line: string) => void;
  /** What went wrong with a service though its stop came to its end; one sentence. */
  readonly onTrouble: (service: string, text: string) => void;
  /** The boot-time clock. */
  readonly now: () => Millis;
}

/** How long the kernel may take to end killed processes before a stop counts as failed. */
const KILL_MS = 5000;
/** How often an adopted main process, which is no child of ours, is looked at. */
const LOOK_MS = 200;
/** How often systemd is asked for a unit; that its cgroup became empty is told at once. */
const ASK_UNIT_MS = 5000;
/** Not a group's name, so never in the way of one. */
const GUARDS = "@guards";

/** What runs, from the start or adoption until the cgroup is empty. */
interface Life {
  readonly guard: ServiceGuard;
  readonly unwatch: (() => void)[];
  /** Null when adopted. */
  child: ChildProcess | null;
  /** Set once it was asked to end, or its end has been told. */
  over: boolean;
}

/** Throws LeaseholdError "service" when this machine cannot contain services. */
export function createRunner(options: RunnerOptions): ServiceRunner & { close(): void } {
  return new CgroupRunner(options);
}

class CgroupRunner implements ServiceRunner {
  readonly #options: RunnerOptions;
  readonly #home: string;
  readonly #guards: string;
  readonly #lives = new Map<string, Life>();
  /** Services that are not where commands are: units. */
  readonly #places: Map<string, Place>;
  readonly #outputs = new Map<string, Promise<Output>>();
  /** Starts and stops of one group follow each other; a kill does not wait. */
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #listeners: ((name: string, why: string, byGuard: boolean) => void)[] = [];
  /** The latest deadline of each group: one that comes while its guard is still starting counts as well. */
  readonly #extended = new Map<string, Millis>();

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#home = join(cgroupMount(), "leasehold", checkedName(options.node));
    this.#guards = join(this.#home, GUARDS);
    mkdirSync(options.runtimeDirectory, { recursive: true, mode: 0o700 });
    this.#places = recallPlaces(options.runtimeDirectory);
    createCgroup(this.#guards); // at once: a machine that forbids it says so at the start
  }

  start(spec: ServiceSpec, token: bigint, deadline: Millis, adopt: boolean): Promise<void> {
    return this.#inTurn(spec.name, () => this.#start(spec, token, deadline, adopt));
  }

  async #start(spec: ServiceSpec, token: bigint, deadline: Millis, adopt: boolean): Promise<void> {
    await this.#settle(spec);
    const cgroup = this.#cgroup(spec.name);
    const left = adopt ? this.#left(spec) : null;
    if (left === null) await this.#clear(spec.name);
    else this.#retire(spec.name);
    await this.#settle(spec);
    createCgroup(this.#guards);
    if (spec.type === "command") createCgroup(cgroup);
    const opening = spec.type === "command" ? this.#output(spec.name) : null; // meanwhile
    opening?.catch(() => {});
    const unit = spec.type === "unit" ? spec.unit : "";
    await ownTurn();
    const guard = await startGuard(cgroup, this.#guards, this.#latest(spec.name, deadline), unit);
    // The old guard goes only now, so that what is adopted was guarded at every moment.
    await endOtherGuards(cgroup, this.#guards, guard.pid, this.#guardsOfOthers(spec.name));
    const life: Life = { guard, unwatch: [], child: null, over: false };
    this.#lives.set(spec.name, life);
    guard.extend(this.#latest(spec.name, deadline));
    guard.onEnd((why, atDeadline) => this.#guardEnded(spec.name, life, why, atDeadline));
    try {
      if (spec.type === "unit") return await this.#runUnit(spec, token, deadline, life, left !== null);
      const output = await opening!;
      if (left?.main != null && isAlive(left.main) && isPopulated(cgroup)) {
        return this.#watch(spec.name, life, left.main);
      }
      if (left !== null) await this.#empty(cgroup, KILL_MS);
      await this.#launch(spec, token, deadline, life, output);
    } catch (error) {
      await this.#clear(spec.name);
      throw error;
    }
  }

  /** Where it runs; a service of this name that ran elsewhere is ended there first. */
  async #settle(spec: ServiceSpec): Promise<void> {
    const known = this.#places.get(spec.name);
    if (spec.type === "command") {
      if (known !== undefined) await this.#clear(spec.name);
      return;
    }
    if (known !== undefined && known.unit !== spec.unit) await this.#clear(spec.name);
    const state = await unitState(spec.unit);
    // Recorded before anything runs: whoever comes after a crash must find it.
    const place: Place = { unit: spec.unit, cgroup: state.cgroup };
    const foreign = foreignUnit(spec.unit, state, known?.unit === spec.unit);
    if (foreign !== null) throw new LeaseholdError("service", foreign); // R15
    recordPlace(this.#options.runtimeDirectory, spec.name, place);
    this.#places.set(spec.name, place);
  }

  /** What a predecessor left of it and can be kept; null: nothing. */
  #left(spec: ServiceSpec): { readonly main: MainProcess | null } | null {
    if (spec.type === "unit") return isPopulated(this.#cgroup(spec.name)) ? { main: null } : null;
    const main = recallMain(this.#record(spec.name));
    return main === null ? null : { main };
  }

  async #runUnit(
    spec: Extract<ServiceSpec, { type: "unit" }>,
    token: bigint,
    granted: Millis,
    life: Life,
    adopted: boolean,
  ): Promise<void> {
    const { name, unit } = spec;
    if (!adopted) {
      const deadline = this.#latest(name, granted);
      if (life.over || this.#options.now() >= deadline) {
        throw new LeaseholdError("service", `${name} was not started: its deadline has passed`); // T4
      }
      await prepareUnit(unit, this.#environmentFile(name), {
        LEASEHOLD_NODE: this.#options.node,
        LEASEHOLD_GROUP: groupOf(name),
        LEASEHOLD_TOKEN: token.toString(),
        LEASEHOLD_DEADLINE: String(guardDeadline(deadline)),
      });
      await startUnit(unit, spec.startTimeout);
    }
    this.#watchUnit(name, unit, life);
  }

  async #launch(
    spec: Extract<ServiceSpec, { type: "command" }>,
    token: bigint,
    granted: Millis,
    life: Life,
    output: Output,
  ): Promise<void> {
    await ownTurn();
    const deadline = this.#latest(spec.name, granted);
    if (life.over || this.#options.now() >= deadline) {
      throw new LeaseholdError("service", `${spec.name} was not started: its deadline has passed`); // T4
    }
    const writer = output.openWriter();
    try {
      const child = await startCommand({
        command: spec.command,
        environment: {
          ...spec.environment,
          LEASEHOLD_NODE: this.#options.node,
          LEASEHOLD_GROUP: groupOf(spec.name),
          LEASEHOLD_TOKEN: token.toString(),
        },
        cgroup: this.#cgroup(spec.name),
        deadline: guardDeadline(deadline),
        output: writer,
      });
      life.child = child;
      const ended = (code: number | null, signal: NodeJS.Signals | null): void => {
        const guarded = signal === "SIGKILL" && life.guard.isDue(this.#options.now());
        const why = guarded ? "its guard killed it at the deadline" : endOf(code, signal);
        this.#ended(spec.name, life, why, guarded);
      };
      if (child.exitCode !== null || child.signalCode !== null) ended(child.exitCode, child.signalCode);
      else child.once("exit", ended);
      const main = identify(child.pid!);
      if (main !== null) recordMain(this.#record(spec.name), main);
    } finally {
      closeQuietly(writer);
    }
  }

  #latest(name: string, deadline: Millis): Millis {
    return Math.max(deadline, this.#extended.get(name) ?? Number.NEGATIVE_INFINITY);
  }

  extend(name: string, deadline: Millis): void {
    this.#extended.set(name, this.#latest(name, deadline));
    this.#lives.get(name)?.guard.extend(deadline);
  }

  stop(name: string, timeout: Millis): Promise<void> {
    return this.#inTurn(name, async () => {
      const cgroup = this.#cgroup(name);
      this.#extended.delete(name);
      this.#retire(name);
      const unit = this.#places.get(name)?.unit;
      // What does not stop in time is killed, and then it has to be gone.
      if (unit !== undefined) {
        await stopUnit(unit, timeout).catch((error: Error) => {
          this.#options.onTrouble(name, `${unit} was not stopped in order and is killed: ${error.message}`);
        });
      } else {
        signalAll(cgroup, "SIGTERM");
        if (!(await waitEmpty(cgroup, timeout)))
          this.#options.onTrouble(name, `it did not end within ${timeout} ms of SIGTERM and is killed`);
      }
      await this.#clear(name);
    });
  }

  async kill(name: string): Promise<void> {
    this.#extended.delete(name);
    this.#retire(name);
    killAll(this.#cgroup(name)); // at once, also while a start or an orderly stop is under way
    await this.#inTurn(name, () => this.#clear(name));
  }

  async running(): Promise<string[]> {
    const commands = existsSync(this.#home)
      ? readdirSync(this.#home, { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && entry.name !== GUARDS)
          .map((entry) => entry.name)
      : [];
    const names = new Set([...commands, ...this.#places.keys()]);
    return [...names].filter((name) => isPopulated(this.#cgroup(name)));
  }

  onExit(listener: (name: string, why: string, byGuard: boolean) => void): void {
    this.#listeners.push(listener);
  }

  /** Lets go of pipes and watches; services and guards stay as they are. Empty cgroups are removed. */
  close(): void {
    for (const life of this.#lives.values()) {
      this.#silence(life);
      life.child?.unref();
    }
    for (const output of this.#outputs.values()) output.then((open) => open.close()).catch(() => {});
    this.#outputs.clear();
    this.#lives.clear();
    removeCgroup(this.#home);
    try {
      rmdirSync(dirname(this.#home));
    } catch {
      // Another node of this machine is in there.
    }
  }

  // -------------------------------------------------------------- the end of a life

  /** From here on, what ends was asked to. */
  #retire(name: string): void {
    const life = this.#lives.get(name);
    if (life !== undefined) this.#silence(life);
  }

  #silence(life: Life): void {
    life.over = true;
    for (const unwatch of life.unwatch.splice(0)) unwatch();
  }

  /** Kills what is in the service's cgroup, verifies that it is empty, and only then ends its guards. */
  async #clear(name: string): Promise<void> {
    const cgroup = this.#cgroup(name);
    const place = this.#places.get(name);
    this.#retire(name);
    await this.#empty(cgroup, KILL_MS);
    if (place !== undefined) await this.#endUnit(place.unit, cgroup);
    await this.#lives.get(name)?.guard.end();
    this.#lives.delete(name);
    await endOtherGuards(cgroup, this.#guards, null, this.#guardsOfOthers(name));
    if (place === undefined) {
      removeCgroup(cgroup);
      forgetMain(this.#record(name));
    } else {
      forgetUnit(place.unit, this.#environmentFile(name));
      forgetPlace(this.#options.runtimeDirectory, name);
      this.#places.delete(name);
    }
  }

  /** systemd may be between two processes of it: only when it calls the unit stopped is an empty cgroup the end. */
  async #endUnit(unit: string, cgroup: string): Promise<void> {
    await stopUnit(unit, KILL_MS);
    await this.#empty(cgroup, KILL_MS);
  }

  async #empty(cgroup: string, timeout: Millis): Promise<void> {
    if (!isPopulated(cgroup)) return;
    killAll(cgroup);
    if (await waitEmpty(cgroup, timeout, () => killAll(cgroup))) return;
    throw new LeaseholdError(
      "service",
      `processes in ${cgroup} do not die (waiting for a device or a network disk?); its guard goes on trying`,
    );
  }

  #guardEnded(name: string, life: Life, why: string, atDeadline: boolean): void {
    // Without its guard a service may outlive its lease; after a kill at the deadline this finds nothing.
    if (this.#lives.get(name) === life) killAll(this.#cgroup(name));
    this.#ended(name, life, why, atDeadline);
  }

  #ended(name: string, life: Life, why: string, byGuard = false): void {
    if (life.over) return;
    this.#silence(life);
    for (const listener of this.#listeners) listener(name, why, byGuard);
  }

  /** An adopted main process tells nobody here when it ends. */
  #watch(name: string, life: Life, main: MainProcess): void {
    const look = (): void => {
      if (!isAlive(main)) this.#ended(name, life, "ended (it was adopted, so its status is not known)");
    };
    const timer = setInterval(look, LOOK_MS);
    timer.unref();
    life.unwatch.push(() => clearInterval(timer), watchEvents(this.#cgroup(name), look));
  }

  /** systemd starts it; that it has ended shows in its cgroup, or when systemd is asked. */
  #watchUnit(name: string, unit: string, life: Life): void {
    let asking = false;
    const look = async (): Promise<void> => {
      if (asking || life.over) return;
      asking = true;
      try {
        const { active, result } = await unitState(unit);
        const runs = active === "active" || active === "reloading" || active === "activating";
        const why = active === "failed" ? `its unit failed (${result})` : `its unit is ${active}`;
        if (!runs) this.#ended(name, life, why, life.guard.isDue(this.#options.now()));
      } catch {
        // systemd did not answer; its guard holds the deadline all the same.
      } finally {
        asking = false;
      }
    };
    const timer = setInterval(look, ASK_UNIT_MS);
    timer.unref();
    life.unwatch.push(() => clearInterval(timer), watchEvents(this.#cgroup(name), look));
  }

  /** What is known to guard something else need not be asked. */
  #guardsOfOthers(name: string): ReadonlySet<number> {
    const pids = new Set<number>();
    for (const [other, { guard }] of this.#lives) if (other !== name && guard.isAlive()) pids.add(guard.pid);
    return pids;
  }

  // -------------------------------------------------------------- names and turns

  #cgroup(name: string): string {
    return this.#places.get(name)?.cgroup ?? join(this.#home, checkedName(name));
  }

  #environmentFile(name: string): string {
    return join(this.#options.runtimeDirectory, `${checkedName(name)}.env`);
  }

  #record(name: string): string {
    return join(this.#options.runtimeDirectory, `${checkedName(name)}.main`);
  }

  #output(name: string): Promise<Output> {
    let output = this.#outputs.get(name);
    if (output === undefined) {
      const path = join(this.#options.runtimeDirectory, `${checkedName(name)}.output`);
      output = openOutput(path, (line) => this.#options.onOutput(name, line));
      this.#outputs.set(name, output);
      output.catch(() => this.#outputs.delete(name));
    }
    return output;
  }

  #inTurn<T>(name: string, act: () => Promise<T>): Promise<T> {
    const result = (this.#turns.get(name) ?? Promise.resolve()).then(act);
    this.#turns.set(
      name,
      result.catch(() => {}),
    );
    return result;
  }
}

/** A service's name is "GROUP.MEMBER". */
const groupOf = (name: string): string => name.split(".")[0] ?? name;

/** A name that is safe as one part of a path. */
function checkedName(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,126}$/.test(name)) return name;
  throw new LeaseholdError("invalid-argument", `"${name}" cannot name a cgroup: letters, digits, . _ - only`);
}
