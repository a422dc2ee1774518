/** Many seeds over several worker threads; the result does not depend on how they were dealt. */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { addReport, addSeed, emptyReport, type Report } from "./report.ts";
import type { Profile } from "./scene.ts";
import { playSeed, STANDARD } from "./seed.ts";

interface Share {
  readonly simulate: true;
  readonly first: number;
  readonly step: number;
  readonly end: number;
  readonly events: number;
  readonly profile: Profile;
}

function playShare({ first, step, end, events, profile }: Share): Report {
  const report = emptyReport();
  for (let seed = first; seed < end; seed += step) addSeed(report, playSeed(seed, { events, profile }));
  return report;
}

export interface Play {
  readonly from: number;
  readonly count: number;
  readonly jobs: number;
  /** Of each seed, at least. */
  readonly events?: number;
  readonly profile?: Profile;
}

/** Plays seeds `from` to `from + count - 1` on `jobs` threads (1: on this one). */
export async function playSeeds(play: Play): Promise<Report> {
  const { from, count, jobs, events = STANDARD.events, profile = STANDARD.profile } = play;
  const started = process.hrtime.bigint();
  const shares = Array.from({ length: Math.min(jobs, Math.max(count, 1)) }, (_, index): Share => {
    return { simulate: true, first: from + index, step: jobs, end: from + count, events, profile };
  });
  const parts =
    shares.length === 1 ? [playShare(shares[0]!)] : await Promise.all(shares.map((share) => inThread(share)));
  const report = emptyReport();
  for (const part of parts) addReport(report, part);
  report.violations.sort((a, b) => a.seed - b.seed);
  report.simulatedSeconds = Math.round(report.simulatedSeconds);
  report.seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1_000;
  return report;
}

function inThread(share: Share): Promise<Report> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

const share = workerData as Share | null;
if (!isMainThread && share?.simulate === true) parentPort?.postMessage(playShare(share));
