/** A lab: machines on two networks and a client, made in a second and gone without a trace. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { applyFaults, type Drop, filterAll, type Mute, partition } from "./faults.ts";
import { cgroupRoot, type Machine, powerOn } from "./machine.ts";
import { type LabPlan, type Net, type NodeName, type NodePlan, nodeOf, planLab } from "./plan.ts";
import { type RunRecord, recordRun, runsFolder, startTime, sweepDeadRuns, sweepRun } from "./runs.ts";
import { inside, run } from "./shell.ts";
import { layNetworks, pullCables, setTargets, switchPort, unwireNode, wireNode } from "./wires.ts";

/** The folder `data` of this node's disk is a file system of its own, so that it can be filled. */
export interface SmallDisk {
  readonly node: NodeName;
  readonly megabytes: number;
}

export class Lab {
  readonly plan: LabPlan;
  /** Everything on disk: one folder per node, gone at the end. */
  readonly folder: string;
  readonly #record: RunRecord;
  readonly #machines = new Map<NodeName, Machine>();
  readonly #processes = new Set<{ kill(signal: NodeJS.Signals): unknown }>();
  #closing: Promise<void> | null = null;

  private constructor(plan: LabPlan, record: RunRecord) {
    this.plan = plan;
    this.folder = record.folder;
    this.#record = record;
  }

  /** Builds the networks and switches every machine on. Needs root. `prefix` must be short: it begins every name. */
  static async build(
    options: {
      readonly prefix?: string;
      readonly nodes?: readonly NodeName[];
      readonly smallDisk?: SmallDisk;
    } = {},
  ): Promise<Lab> {
    await sweepDeadRuns();
    const name = `${options.prefix ?? "lh"}${randomBytes(2).toString("hex")}`;
    const plan = planLab(name, options.nodes);
    const record: RunRecord = {
      run: name,
      pid: process.pid,
      started: startTime(process.pid) ?? "",
      folder: join(runsFolder(), name),
      cgroup: join(cgroupRoot(), `leasehold-lab-${name}`),
    };
    recordRun(record);
    const lab = new Lab(plan, record);
    open.add(lab);
    catchSignals();
    try {
      mkdirSync(lab.folder, { recursive: true, mode: 0o755 });
      await layNetworks(plan);
      if (options.smallDisk !== undefined) await lab.#mount(options.smallDisk);
      for (const node of plan.nodes) await lab.powerOn(node.name);
    } catch (error) {
      await lab.close();
      throw error;
    }
    return lab;
  }

  node(name: NodeName): NodePlan {
    return nodeOf(this.plan, name);
  }

  machine(name: NodeName): Machine {
    const machine = this.#machines.get(name);
    if (machine === undefined) throw new Error(`${name} is switched off`);
    return machine;
  }

  isOn(name: NodeName): boolean {
    return this.#machines.has(name);
  }

  /** A node's own folder, its disk: it survives a power cut. */
  disk(name: NodeName): string {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Before the machine is switched on: it sees what was mounted by then. It lasts through power cuts, as a disk does. */
  async #mount({ node, megabytes }: SmallDisk): Promise<void> {
    const folder = join(this.disk(node), "data");
    mkdirSync(folder, { recursive: true });
    await run(["mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=0700`, "leasehold-lab", folder]);
  }

  /** Links first, then everything in the machine at once, then what its kernel knew. Its disk stays. */
  async powerCut(name: NodeName): Promise<void> {
    const node = this.node(name);
    const machine = this.machine(name);
    await pullCables(this.plan, node);
    this.#machines.delete(name);
    await machine.kill();
    await unwireNode(this.plan, node);
  }

  /** A new boot: new kernel state, new boot id, no processes yet. */
  async powerOn(name: NodeName): Promise<Machine> {
    const node = this.node(name);
    await wireNode(this.plan, node);
    const machine = await powerOn(`/run/netns/${node.namespace}`, join(this.#record.cgroup, name));
    this.#machines.set(name, machine);
    return machine;
  }

  /** Pulls one cable of a node at the switch; its card loses its carrier. */
  async pullCable(name: NodeName, net: Net): Promise<void> {
    await switchPort(this.plan, this.node(name), net, "down");
  }

  async plugCable(name: NodeName, net: Net): Promise<void> {
    await switchPort(this.plan, this.node(name), net, "up");
  }

  /** Cut off from all other nodes on both networks; the client still reaches it. */
  async partition(name: NodeName): Promise<void> {
    await applyFaults(this.plan, partition(this.plan, name));
  }

  /** Replaces all network faults by these. */
  async faults(drops: readonly Drop[]): Promise<void> {
    await applyFaults(this.plan, drops);
  }

  /** Ports that pass nothing while their cards keep the carrier; replaces all network faults. */
  async mute(mutes: readonly Mute[]): Promise<void> {
    await applyFaults(this.plan, [], mutes);
  }

  /** Whether a machine's own packet filter drops all IP, both ways. */
  async filterAll(name: NodeName, all: boolean): Promise<void> {
    await filterAll(this.node(name), all);
  }

  /** The client asks a machine's own address again and again, as a supervisor does; until the lab closes, or `end`. */
  supervise(name: NodeName): { readonly end: () => void } {
    const address = this.node(name).cards.lan.ip;
    const [program, ...rest] = inside(this.plan.clientNamespace, ["ping", "-q", "-i", "0.2", address]);
    const child = spawn(program!, rest, { stdio: "ignore" });
    this.adopt(child);
    return { end: () => child.kill("SIGKILL") };
  }

  /** Whether the devices on the LAN that answer pings are there. */
  async targets(there: boolean): Promise<void> {
    await setTargets(this.plan, there);
  }

  async heal(): Promise<void> {
    await applyFaults(this.plan, []);
  }

  /** A process outside the machines (a prober) that must not outlive the lab. */
  adopt(child: {
    kill(signal: NodeJS.Signals): unknown;
    once(event: "exit", listener: () => void): unknown;
  }): void {
    this.#processes.add(child);
    child.once("exit", () => this.#processes.delete(child));
  }

  /** Takes everything down. Safe to call twice. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    for (const child of this.#processes) child.kill("SIGKILL");
    await Promise.all([...this.#machines.values()].map((machine) => machine.kill()));
    this.#machines.clear();
    await sweepRun(this.#record);
    open.delete(this);
  }
}

const open = new Set<Lab>();
let catching = false;

/** Takes down every open lab, then ends the process the way the signal would have. */
async function leave(signal: NodeJS.Signals): Promise<void> {
  await Promise.allSettled([...open].map((lab) => lab.close()));
  process.exit(signal === "SIGINT" ? 130 : 143);
}

function catchSignals(): void {
  if (catching) return;
  catching = true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave(signal));
}
