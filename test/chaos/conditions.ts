/**
 * The faults that are in force, and what they do to the lab. Faults overlap: what a machine should be is worked out from
 * all of them each time one begins or ends, one change after the other on each machine.
 */
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { connectCluster } from "../../client/cluster.ts";
import type { Cluster } from "../lab/cluster.ts";
import { GROUP } from "../lab/documents.ts";
import { type Drop, loss, oneWay, partition } from "../lab/faults.ts";
import type { Net, NodeName } from "../lab/plan.ts";
import { sleep, until } from "../lab/shell.ts";
import { daemonsOf, killDaemons, signalDaemons } from "./daemons.ts";
import type { Fault, FaultKind } from "./weather.ts";

const ORDER_MS = 6000;
const NETS: readonly Net[] = ["lan", "hb"];

export class Conditions {
  readonly #cluster: Cluster;
  readonly #active = new Set<Fault>();
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #pulled = new Set<string>();
  readonly #trouble: (text: string) => void;
  #orders = 0;

  /** `trouble` hears of each change of the lab that did not go as it should. */
  constructor(cluster: Cluster, trouble: (text: string) => void) {
    this.#cluster = cluster;
    this.#trouble = trouble;
  }

  /** Whether something keeps the daemon of this node from running, or is being changed there. */
  excuses(node: NodeName): boolean {
    const busy = this.#lanes.has(node);
    return busy || ["kill", "power-cut", "full-disk"].some((kind) => this.#has(kind as FaultKind, node));
  }

  async begin(fault: Fault): Promise<void> {
    const { kind } = fault;
    if (kind === "restart" || kind === "move") {
      await this.#inLane(fault.node, () => this.#order(kind, fault.node));
      return;
    }
    this.#active.add(fault);
    await this.#settle(fault.node);
  }

  async end(fault: Fault): Promise<void> {
    // What a full disk left of a daemon goes before there is room again.
    if (fault.kind === "full-disk")
      await this.#inLane(fault.node, () => killDaemons(this.#cluster.lab, fault.node));
    if (this.#active.delete(fault)) await this.#settle(fault.node);
  }

  /** Other faults of this very node, in force now. */
  othersOn(fault: Fault): number {
    return [...this.#active].filter((each) => each !== fault && each.node === fault.node).length;
  }

  /** What still lasts ends, and every daemon runs. */
  async endAll(): Promise<void> {
    this.#active.clear();
    await Promise.all(this.#cluster.names.map((node) => this.#settle(node)));
  }

  /** Starts the daemon of a node where it ended by itself. */
  async revive(node: NodeName): Promise<void> {
    await this.#settle(node);
  }

  #has(kind: FaultKind, node: NodeName): boolean {
    return [...this.#active].some((fault) => fault.kind === kind && fault.node === node);
  }

  async #settle(node: NodeName): Promise<void> {
    await Promise.all([
      this.#inLane("net", () => this.#cluster.lab.faults(this.#drops())),
      this.#inLane(node, () => this.#settleNode(node)),
    ]);
  }

  #inLane(lane: string, work: () => Promise<void>): Promise<void> {
    const before = this.#lanes.get(lane) ?? Promise.resolve();
    const mine = before.then(work).catch((error: unknown) => {
      this.#trouble(`${lane}: ${error instanceof Error ? error.message : String(error)}`);
    });
    this.#lanes.set(lane, mine);
    return mine.finally(() => {
      if (this.#lanes.get(lane) === mine) this.#lanes.delete(lane);
    });
  }

  #drops(): Drop[] {
    const { plan } = this.#cluster.lab;
    return [...this.#active].flatMap((fault) => {
      if (fault.kind === "partition") return partition(plan, fault.node);
      if (fault.kind === "one-way") return oneWay(fault.node, fault.to);
      return fault.kind === "loss" ? loss(plan, fault.percent) : [];
    });
  }

  async #settleNode(node: NodeName): Promise<void> {
    const { lab } = this.#cluster;
    if (this.#has("full-disk", node)) fill(this.#ballast(node));
    else rmSync(this.#ballast(node), { force: true });
    if (this.#has("power-cut", node)) {
      if (lab.isOn(node)) await this.#cluster.powerCut(node);
      for (const net of NETS) this.#pulled.delete(`${node} ${net}`);
      return;
    }
    if (!lab.isOn(node)) await lab.powerOn(node);
    for (const net of NETS) await this.#settleCable(node, net);
    if (this.#has("kill", node)) await killDaemons(lab, node);
    else if (!this.#has("full-disk", node)) await this.#run(node);
    signalDaemons(lab, node, this.#has("freeze", node) ? "SIGSTOP" : "SIGCONT");
  }

  /** A daemon runs: the one that is there, or a new one. One that ends for a full disk is waited for. */
  async #run(node: NodeName): Promise<void> {
    await sleep(50);
    if (daemonsOf(this.#cluster.lab, node).length === 0) await this.#cluster.start(node);
  }

  async #settleCable(node: NodeName, net: Net): Promise<void> {
    const key = `${node} ${net}`;
    const pulled = [...this.#active].some(
      (fault) => fault.kind === "cable" && fault.node === node && fault.net === net,
    );
    if (pulled === this.#pulled.has(key)) return;
    if (pulled) await this.#cluster.lab.pullCable(node, net);
    else await this.#cluster.lab.plugCable(node, net);
    if (pulled) this.#pulled.add(key);
    else this.#pulled.delete(key);
  }

  #ballast(node: NodeName): string {
    return join(this.#cluster.lab.disk(node), "data", "ballast");
  }

  /** What an operator types in the middle of it may well be refused. */
  async #order(kind: "restart" | "move", node: NodeName): Promise<void> {
    const { lab } = this.#cluster;
    const requestId = `chaos-${process.pid}-${this.#orders++}`;
    const via = connectCluster(`unix:${join(lab.disk(node), "run", "api.sock")}`);
    const asked =
      kind === "restart"
        ? via.restart({ node, requestId, by: "chaos" }, () => {})
        : via.move({ group: GROUP, to: node, requestId }, () => {});
    await Promise.race([asked.catch(() => {}), sleep(ORDER_MS)]);
    via.close();
    if (kind === "move" || this.#has("kill", node) || !lab.isOn(node)) return;
    // The old process and the new one overlap for a moment.
    await until("one daemon to be left", ORDER_MS, 50, () =>
      daemonsOf(lab, node).length <= 1 ? true : null,
    ).catch(() => {});
  }
}

/** Not a byte is left. */
function fill(ballast: string): void {
  const file = openSync(ballast, "a");
  try {
    for (const page of [Buffer.alloc(65_536, 1), Buffer.alloc(4096, 1)]) fillWith(file, page);
  } finally {
    closeSync(file);
  }
}

function fillWith(file: number, page: Buffer): void {
  for (;;) {
    try {
      writeSync(file, page);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOSPC") return;
      throw error;
    }
  }
}
