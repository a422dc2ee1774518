/** Leasehold on a lab: one daemon per machine, a web service behind one floating address, and the faults of a daemon. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProfileName } from "../../configuration/profiles.ts";
import type { Timing } from "../../consensus/ledger/types.ts";
import { clusterDocument, GROUP, nodeDocument, program, WEB_PORT } from "./documents.ts";
import { Lab, type SmallDisk } from "./lab.ts";
import type { NodeName, NodePlan } from "./plan.ts";
import { type LogLine, parseLogLine, type Status, whatIsMissing } from "./reading.ts";
import { inside, type Ran, run, sleep, tryRun, until } from "./shell.ts";
import type { Mains } from "./switching.ts";
import { timingOf } from "./times.ts";
import { PAIR_NAMES, type PairKind, type PairLab, raisePairLab } from "./twolab.ts";

export interface ClusterOptions {
  readonly profile: ProfileName;
  /** "off" only for the control run. */
  readonly guard?: "on" | "off";
  /** "pair": a second group as well, which prefers another node. */
  readonly groups?: "one" | "pair";
  /** The lab's machines; absent: three. */
  readonly nodes?: readonly NodeName[];
  /** How many of them are nodes of the cluster at first; absent: all. Every one has secrets. */
  readonly founders?: number;
  readonly smallDisk?: SmallDisk;
  /** It votes and holds nothing; its node file names no cards. */
  readonly witness?: NodeName;
  /** Two machines that go by arbitration: alpha and beta. */
  readonly pair?: PairKind;
  /** Times so long that a busy machine costs no node its life: where what happens is asked, not how fast. */
  readonly patient?: boolean;
}

const DAEMON = program("daemon/main.js");
const CLI = program("cli/main.js");

export class Cluster {
  readonly lab: Lab;
  readonly profile: ProfileName;
  readonly #guard: "on" | "off";
  readonly groups: "one" | "pair";
  readonly #founders: number;
  readonly #witness: NodeName | null;
  readonly #daemons = new Set<NodeName>();
  #pair: PairLab | null = null;
  readonly #patient: boolean;
  /** What is being done to a machine's power: one thing after the other. */
  #power: Promise<unknown> = Promise.resolve();

  private constructor(lab: Lab, options: ClusterOptions) {
    this.lab = lab;
    this.profile = options.profile;
    this.#guard = options.guard ?? "on";
    this.groups = options.groups ?? "one";
    this.#witness = options.witness ?? null;
    this.#founders = options.founders ?? lab.plan.nodes.length;
    this.#patient = options.patient === true;
  }

  /** Writes the documents, makes the secrets, starts every daemon and waits until the web service is served. */
  static async raise(options: ClusterOptions): Promise<Cluster> {
    const { smallDisk } = options;
    const nodes = options.pair === undefined ? options.nodes : PAIR_NAMES;
    const lab = await Lab.build({ ...(nodes && { nodes }), ...(smallDisk && { smallDisk }) });
    const cluster = new Cluster(lab, options);
    try {
      if (options.pair !== undefined) cluster.#pair = await raisePairLab(options.pair, lab, cluster.#mains());
      await cluster.#prepare();
      const founders = lab.plan.nodes.slice(0, cluster.#founders);
      await Promise.all(founders.map((node) => cluster.start(node.name)));
      await cluster.settled(90_000);
      return cluster;
    } catch (error) {
      const words = cluster.lastWords();
      await lab.close();
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${words}`);
    }
  }

  /** What two machines have beside their networks; throws where there are more. */
  get pair(): PairLab {
    if (this.#pair === null) throw new Error("this cluster is no pair");
    return this.#pair;
  }

  /** What a power switch does to a machine: one that is switched on boots, and starts its daemon by itself. */
  #mains(): Mains {
    return {
      isOn: (node) => this.lab.isOn(node),
      powerCut: (node) =>
        this.#inTurn(
          () => this.lab.isOn(node),
          () => this.powerCut(node),
        ),
      powerOn: (node) =>
        this.#inTurn(
          () => !this.lab.isOn(node),
          () => this.#boot(node),
        ),
    };
  }

  #inTurn(wanted: () => boolean, act: () => Promise<void>): Promise<void> {
    const mine = this.#power.then(() => (wanted() ? act() : undefined));
    this.#power = mine.catch(() => {});
    return mine;
  }

  async #boot(node: NodeName): Promise<void> {
    await this.lab.powerOn(node);
    // The machine may be cut off again before its daemon is there.
    this.start(node).catch(() => {});
  }

  /** Switches a machine on that nobody else has switched on meanwhile; it starts its daemon by itself. */
  ensureOn(node: NodeName): Promise<void> {
    return this.#inTurn(
      () => !this.lab.isOn(node),
      () => this.#boot(node),
    );
  }

  /** What is in force: the profile's times, or the patient ones. */
  get timing(): Timing {
    return timingOf(this.profile, this.#patient);
  }

  get names(): readonly NodeName[] {
    return this.lab.plan.nodes.map((node) => node.name);
  }

  get url(): string {
    return `http://${this.lab.plan.floating}:${WEB_PORT}/`;
  }

  configOf(node: NodeName): string {
    return join(this.lab.disk(node), "node.yaml");
  }

  logOf(node: NodeName): string {
    return join(this.lab.disk(node), "daemon.log");
  }

  async #prepare(): Promise<void> {
    const { plan, folder } = this.lab;
    const document = join(folder, "cluster.yaml");
    const everybody = join(folder, "everybody.yaml");
    writeFileSync(document, this.#clusterDocument(plan.nodes.slice(0, this.#founders)));
    writeFileSync(everybody, this.#clusterDocument(plan.nodes));
    const secrets = join(folder, "secrets");
    await run([process.execPath, CLI, "init", "--cluster", everybody, "--out", secrets], {
      timeoutMs: 60_000,
    });
    for (const node of plan.nodes) {
      const disk = this.lab.disk(node.name);
      mkdirSync(join(disk, "run"), { recursive: true });
      const lines = nodeDocument(node, {
        disk,
        secrets: join(secrets, node.name),
        cluster: document,
        log: this.logOf(node.name),
        guard: this.#guard,
        isWitness: node.name === this.#witness,
      });
      const more = this.#pair?.nodeLines(node.name) ?? [];
      writeFileSync(this.configOf(node.name), `${[...lines, ...more].join("\n")}\n`);
    }
  }

  #clusterDocument(nodes: readonly NodePlan[]): string {
    return clusterDocument(this.lab.plan, nodes, {
      profile: this.profile,
      patient: this.#patient,
      witness: this.#witness,
      groups: this.groups,
      pair: this.#pair,
    });
  }

  /** Starts the daemon of a machine that is on and has none. */
  async start(node: NodeName): Promise<void> {
    const console = join(this.lab.disk(node), "console.log");
    const command = [process.execPath, DAEMON, "--config", this.configOf(node)];
    rmSync(this.#pidFile(node), { force: true });
    await this.lab.machine(node).start(command, console);
    await until(`the daemon of ${node} to write its number down`, 60_000, 10, () => this.#pid(node));
    this.#daemons.add(node);
  }

  #pidFile(node: NodeName): string {
    return join(this.lab.disk(node), "run", "leaseholdd.pid");
  }

  #pid(node: NodeName): number | null {
    try {
      return this.lab.machine(node).outerPid(Number(readFileSync(this.#pidFile(node), "utf8")));
    } catch {
      return null;
    }
  }

  /** A new node's daemon, from the document that is in force now. */
  async join(node: NodeName, via: NodeName): Promise<void> {
    const document = await until(`the document to name ${node}`, 60_000, 200, async () => {
      const text = await this.order(via, ["config"]);
      return text.includes(`name: ${node},`) ? text : null;
    });
    writeFileSync(join(this.lab.folder, "cluster.yaml"), document);
    await this.start(node);
  }

  /** The daemon ends in order. */
  async end(node: NodeName): Promise<void> {
    await this.#signalToEnd(node, "SIGTERM", 50);
  }

  /** Resolves when its process is gone: until then its disk, its sockets and its addresses are its own. */
  async #signalToEnd(node: NodeName, signal: NodeJS.Signals, everyMs: number): Promise<void> {
    const pid = this.pid(node);
    process.kill(pid, signal);
    this.#daemons.delete(node);
    await until(`the daemon of ${node} to end`, 60_000, everyMs, () => {
      try {
        process.kill(pid, 0);
        return null;
      } catch {
        return true;
      }
    });
  }

  /** The daemon's pid as this system sees it; another one after each restart in place. */
  pid(node: NodeName): number {
    const pid = this.#pid(node);
    if (pid === null) throw new Error(`no daemon runs on ${node}`);
    return pid;
  }

  /** SIGSTOP: its sockets stay open, its timers stand still, the kernel goes on without it. */
  freeze(node: NodeName): void {
    process.kill(this.pid(node), "SIGSTOP");
  }

  thaw(node: NodeName): void {
    process.kill(this.pid(node), "SIGCONT");
  }

  /** SIGKILL of the daemon alone, until it is dead; the machine, the service and its guard live on. */
  async kill(node: NodeName): Promise<void> {
    await this.#signalToEnd(node, "SIGKILL", 5);
  }

  async powerCut(node: NodeName): Promise<void> {
    this.#daemons.delete(node);
    await this.lab.powerCut(node);
  }

  async powerOn(node: NodeName): Promise<void> {
    await this.lab.powerOn(node);
    await this.start(node);
  }

  /** As `leasehold fence confirm NODE`, with its name typed, told to the daemon of `via`. */
  async confirmStop(node: NodeName, via: NodeName): Promise<void> {
    const command = [process.execPath, CLI, "--config", this.configOf(via), "fence", "confirm", node];
    await run(command, { timeoutMs: 60_000, input: `${node}\n` });
  }

  /** Null when the daemon does not answer. */
  async status(node: NodeName): Promise<Status | null> {
    const ran = await this.#cli(node, ["status", "--json"], 20_000);
    if (ran.status !== 0) return null;
    return JSON.parse(ran.stdout) as Status;
  }

  /** `leasehold move`, told to that node's daemon. Throws when it is refused. */
  async move(node: NodeName, via: NodeName, group: string = GROUP): Promise<void> {
    await this.order(via, ["move", group, node]);
  }

  /** The same until it is done: where a machine paused it may be refused, or taken back, and is asked for again. */
  async bring(node: NodeName, via: NodeName, group: string = GROUP): Promise<void> {
    let why = "";
    await until(`${group} to be moved to ${node}`, 60_000, 500, () =>
      this.move(node, via, group).then(
        () => true,
        (error: Error) => {
          why = error.message;
          return null;
        },
      ),
    ).catch((error: Error) => {
      throw new Error(`${error.message}: ${why}`);
    });
  }

  /** Until the disk of `node` is what it should be in the eyes of `via`: what `via` is told of it is about that very disk. */
  async knownAs(node: NodeName, disk: string, via: NodeName): Promise<void> {
    await until(`the disk of ${node} to be ${disk}, seen by ${via}`, 60_000, 200, async () => {
      const members = (await this.status(via))?.members ?? [];
      return members.some((each) => each.name === node && each.disk === disk) ? true : null;
    });
  }

  /** `leasehold restart NODE`, told to the daemon of `via`. Resolves when its next incarnation is at work. */
  async restart(node: NodeName, via: NodeName): Promise<void> {
    await this.order(via, ["restart", node]);
  }

  /** Any command of `leasehold`, told to the daemon of `via`; returns what it printed. Throws when it is refused. */
  async order(via: NodeName, words: readonly string[]): Promise<string> {
    const ran = await this.#cli(via, words, 60_000);
    if (ran.status === 0) return ran.stdout;
    throw new Error(`leasehold ${words.join(" ")} failed: ${(ran.stderr || ran.stdout).trim()}`);
  }

  /** A daemon that is expected to refuse its start, to its end. */
  startInVain(node: NodeName): Promise<Ran> {
    const command = [process.execPath, DAEMON, "--config", this.configOf(node)];
    return tryRun(inside(this.lab.node(node).namespace, command), { timeoutMs: 30_000 });
  }

  /** A command typed on that very machine, which need not have a daemon, with what is typed then. */
  type(node: NodeName, words: readonly string[], input: string): Promise<Ran> {
    const command = [process.execPath, CLI, "--config", this.configOf(node), ...words];
    return tryRun(inside(this.lab.node(node).namespace, command), { input, timeoutMs: 60_000 });
  }

  #cli(node: NodeName, words: readonly string[], timeoutMs: number) {
    return tryRun([process.execPath, CLI, "--config", this.configOf(node), ...words], { timeoutMs });
  }

  /**
   * Waits until every daemon that runs sees every other alive, one leader, and the group running. Resolves with the
   * leader's status; throws with what was still missing.
   */
  async settled(timeoutMs: number): Promise<Status> {
    let missing = "no daemon answered";
    const end = performance.now() + timeoutMs;
    for (;;) {
      const daemons = [...this.#daemons];
      const seen = await Promise.all(daemons.map((node) => this.status(node)));
      const answer = whatIsMissing(daemons, seen, GROUP);
      if (typeof answer !== "string") return answer;
      missing = answer;
      if (performance.now() > end)
        throw new Error(`the cluster did not settle in ${timeoutMs} ms: ${missing}`);
      await sleep(200);
    }
  }

  /** Everything a daemon logged from `since` (ms since 1970) on. */
  log(node: NodeName, since: number): LogLine[] {
    let text: string;
    try {
      text = readFileSync(this.logOf(node), "utf8");
    } catch {
      return [];
    }
    return text.split("\n").flatMap((line) => {
      const parsed = parseLogLine(line, node);
      return parsed !== null && parsed.time >= since ? [parsed] : [];
    });
  }

  /** The last words of the daemons, for an error message. */
  lastWords(): string {
    return this.names.map((node) => this.lastWordsOf(node)).join("\n");
  }

  lastWordsOf(node: NodeName): string {
    const lines = this.log(node, 0).slice(-8);
    let console = "";
    try {
      console = readFileSync(join(this.lab.disk(node), "console.log"), "utf8").slice(-1500);
    } catch {
      // it never started
    }
    return [`${node}:`, ...lines.map((line) => `  ${line.msg}`), console].join("\n");
  }

  /** Copies every daemon's log and journal of shots out of the lab's folder; returns where to. */
  keepLogs(): string {
    const folder = mkdtempSync(join(tmpdir(), "leasehold-lab-logs-"));
    for (const node of this.names)
      for (const file of ["daemon.log", "console.log", "data/fencing.jsonl"]) {
        const from = join(this.lab.disk(node), file);
        if (existsSync(from)) copyFileSync(from, join(folder, `${node}-${file.replace("data/", "")}`));
      }
    return folder;
  }

  async close(): Promise<void> {
    await this.#pair?.close();
    await this.lab.close();
  }
}
