/**
 * A systemd unit as a service of Leasehold: systemd starts and stops it, in its own cgroup; the deadline is kept by
 * the same guard process as everybody's. A drop-in in /run takes away what would start it behind our back.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Millis } from "../../consensus/core/types.ts";
import { LeaseholdError } from "../../errors.ts";
import { cgroupMount } from "./cgroup.ts";

/** Where systemd looks for what holds until the next boot. */
const RUNTIME_UNITS = "/run/systemd/system";
const DROP_IN = "90-leasehold.conf";
/** How long systemd may take to answer a question. */
const ASK_MS = 10_000;

/**
 * The condition runs inside the unit's cgroup before anything else of it: from there on the guard can end it, and a
 * start that systemd put off until after the deadline does not happen (T4).
 */
const dropIn = (environmentFile: string): string => `# Written by Leasehold, which starts and stops this unit.
[Service]
Restart=no
EnvironmentFile=-${environmentFile}
ExecCondition=/bin/sh -c 'read -r up rest < /proc/uptime; [ "$\${up%%.*}$\${up#*.}" -lt "$$LEASEHOLD_DEADLINE" ]'
`;

export interface UnitState {
  /** active, inactive, failed, activating, deactivating, ... */
  readonly active: string;
  readonly result: string;
  /** enabled, disabled, static, masked, ...; empty when there is no such unit. */
  readonly file: string;
  readonly loaded: boolean;
  /** Where its processes are, whether it runs now or not. */
  readonly cgroup: string;
}

/** Whether systemd runs this machine at all. */
export const hasSystemd = (): boolean => existsSync(RUNTIME_UNITS);

const PROPERTIES = ["Id", "ActiveState", "Result", "UnitFileState", "LoadState", "ControlGroup", "Slice"];

/** What systemd says of a unit. Throws LeaseholdError "service". */
export async function unitState(unit: string): Promise<UnitState> {
  const [state] = (await unitStates([unit])).values();
  if (state === undefined) throw new LeaseholdError("service", `systemd says nothing of the unit ${unit}`);
  return state;
}

/** The same of many in one question, by the names they were asked by. */
export async function unitStates(units: readonly string[]): Promise<Map<string, UnitState>> {
  const said = await systemctl(["show", `--property=${PROPERTIES.join(",")}`, "--", ...units], ASK_MS);
  // One paragraph for each, in the order of the question.
  const paragraphs = said.trim().split(/\n\n+/);
  return new Map(
    units.flatMap((unit, i) => {
      const paragraph = paragraphs[i];
      return paragraph === undefined ? [] : [[unit, stateOf(unit, paragraph)] as const];
    }),
  );
}

function stateOf(unit: string, said: string): UnitState {
  const value = (name: string): string => new RegExp(`^${name}=(.*)$`, "m").exec(said)?.[1] ?? "";
  const path =
    value("ControlGroup") || `${slicePath(value("Slice") || "system.slice")}/${value("Id") || unit}`;
  return {
    active: value("ActiveState"),
    result: value("Result"),
    file: value("UnitFileState"),
    loaded: value("LoadState") === "loaded",
    cgroup: join(cgroupMount(), path),
  };
}

/** `a-b.slice` lies in `a.slice`. */
export function slicePath(slice: string): string {
  if (slice === "-.slice") return "";
  const words = slice.replace(/\.slice$/, "").split("-");
  return words.map((_, i) => `/${words.slice(0, i + 1).join("-")}.slice`).join("");
}

/** Puts the drop-in and the environment of this start in place; systemd reads the former anew only if it changed. */
export async function prepareUnit(
  unit: string,
  environmentFile: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(environmentFile, lines.join(""), { mode: 0o600 });
  const folder = join(RUNTIME_UNITS, `${unit}.d`);
  const file = join(folder, DROP_IN);
  const wanted = dropIn(environmentFile);
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, wanted);
  await systemctl(["daemon-reload"], ASK_MS);
}

/** Takes the drop-in away: the unit is its owner's again. */
export function forgetUnit(unit: string, environmentFile: string): void {
  rmSync(join(RUNTIME_UNITS, `${unit}.d`, DROP_IN), { force: true });
  rmSync(environmentFile, { force: true });
}

/** Resolves once systemd calls it active. Throws LeaseholdError "service" with systemd's own words. */
export async function startUnit(unit: string, timeout: Millis): Promise<void> {
  await systemctl(["reset-failed", "--", unit], ASK_MS).catch(() => {}); // it had not failed
  await systemctl(["start", "--", unit], timeout);
  const state = await unitState(unit);
  if (state.active === "active") return;
  throw new LeaseholdError(
    "service",
    `the unit ${unit} was started and is ${state.active} (${state.result}); see: journalctl -u ${unit}`,
  );
}

/** Resolves once it is stopped, as its own ExecStop does it; rejects when that takes longer than `timeout` ms. */
export async function stopUnit(unit: string, timeout: Millis): Promise<void> {
  await systemctl(["stop", "--", unit], timeout);
}

/** What would start or keep the unit without Leasehold (R15); null when nothing does. */
export function foreignUnit(unit: string, state: UnitState, ours: boolean): string | null {
  if (!state.loaded) return `the unit ${unit} is not known to systemd here`;
  if (state.file === "enabled" || state.file === "enabled-runtime") {
    return `the unit ${unit} is enabled: systemd would start it at boot without a lease; run: systemctl disable ${unit}`;
  }
  const runs = state.active === "active" || state.active === "activating";
  return runs && !ours
    ? `the unit ${unit} runs already, started by somebody else; run: systemctl stop ${unit}`
    : null;
}

function systemctl(words: readonly string[], timeout: Millis): Promise<string> {
  if (!hasSystemd()) {
    const text = "no systemd runs this machine, so it cannot run units; use a command member instead";
    return Promise.reject(new LeaseholdError("service", text));
  }
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", SYSTEMD_COLORS: "0" };
    execFile("systemctl", [...words], { timeout, killSignal: "SIGKILL", env }, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      const why = error.killed ? `no answer in ${timeout} ms` : stderr.trim().split("\n")[0] || error.message;
      reject(new LeaseholdError("service", `systemctl ${words.join(" ")}: ${why}`));
    });
  });
}
