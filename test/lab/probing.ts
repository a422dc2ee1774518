/** Starts the prober in the client's namespace and keeps what it says. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Lab } from "./lab.ts";
import { inside, until } from "./shell.ts";

export interface ProberOptions {
  readonly target: string;
  readonly echoCard: string;
  readonly arpCard: string;
  readonly arpSources: readonly string[];
  /** Room for a run of this length, ms; what comes later is not measured. Three minutes when left out. */
  readonly longestMs?: number;
}

/** Times in ms since the prober began; `began` is on the boot-time clock, the same in every namespace. */
export type ProberEvent =
  | { readonly event: "began"; readonly began: number; readonly realtime: boolean }
  /** `at`: the last answered request. */
  | { readonly event: "silent"; readonly at: number }
  | { readonly event: "served"; readonly at: number }
  /** MAC addresses that answer for the target, from this slot on. */
  | { readonly event: "owners"; readonly at: number; readonly owners: readonly string[] }
  | ProberResult;

export interface ProberResult {
  readonly event: "result";
  readonly began: number;
  readonly sent: number;
  readonly lost: number;
  /** Longest stretch without service: from the first lost request to the next answered one. */
  readonly outage_ms: number;
  /** Time in which two machines answered the same ARP question. */
  readonly dual_active_ms: number;
  /** Longest pause of the prober's own loop. */
  readonly paused_ms_max: number;
  readonly realtime: boolean;
  /** The address was silent to the end. */
  readonly open: boolean;
  readonly gaps: readonly {
    readonly from: number;
    readonly to: number;
    readonly lost: number;
    readonly open: boolean;
  }[];
  readonly owners: readonly {
    readonly from: number;
    readonly to: number;
    readonly owners: readonly string[];
  }[];
}

/** A run in which the prober itself paused longer than this says nothing. */
export const PAUSE_LIMIT_MS = 5;

export interface Prober {
  readonly began: number;
  readonly events: readonly ProberEvent[];
  /** The address answers, as of now. */
  serving(): boolean;
  /** MAC addresses that answer, as of now. */
  owners(): readonly string[];
  /** Ends the measuring. */
  stop(): Promise<ProberResult>;
}

export async function startProber(
  lab: Lab,
  target: string = lab.plan.floating,
  longestMs?: number,
): Promise<Prober> {
  const { icmp, arp, arpSources } = lab.plan.client;
  const options: ProberOptions = {
    target,
    echoCard: icmp.card,
    arpCard: arp.card,
    arpSources,
    ...(longestMs === undefined ? {} : { longestMs }),
  };
  const child = spawnProber(lab.plan.clientNamespace, options);
  lab.adopt(child);
  const events: ProberEvent[] = [];
  const lines = createInterface({ input: child.stdout! });
  lines.on("line", (line) => events.push(JSON.parse(line) as ProberEvent));
  const ended = once(child, "close");
  const began = await until("the prober to begin", 30_000, 5, () => {
    if (child.exitCode !== null) throw new Error("the prober ended before it began");
    return events.find((each) => each.event === "began") ?? null;
  });
  return {
    began: began.began,
    events,
    serving: () =>
      events.findLast((each) => each.event === "silent" || each.event === "served")?.event !== "silent",
    owners() {
      const last = events.findLast((each) => each.event === "owners");
      return last?.event === "owners" ? last.owners : [];
    },
    async stop() {
      child.stdin!.end();
      await ended;
      const last = events.at(-1);
      if (last?.event !== "result") throw new Error("the prober ended without a result");
      return last;
    },
  };
}

function spawnProber(namespace: string, options: ProberOptions): ChildProcess {
  const script = fileURLToPath(new URL("./prober.js", import.meta.url));
  // A large young generation: it collects rarely. And on its own thread: helper threads of the collector have no
  // real-time priority, so that waiting for them on a busy machine would stop the prober for tens of milliseconds.
  const flags = ["--max-semi-space-size=64", "--single-threaded-gc"];
  const command = [process.execPath, ...flags, script, JSON.stringify(options)];
  const [program, ...rest] = inside(namespace, command);
  return spawn(program!, rest, { stdio: ["pipe", "pipe", "inherit"], detached: true });
}
