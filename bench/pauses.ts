/** Every daemon is stopped for a random 0 to 100 ms about once a second: no such pause may cause a takeover. */
import type { ProfileName } from "../configuration/profiles.ts";
import { Cluster } from "../test/lab/cluster.ts";
import { GROUP } from "../test/lab/documents.ts";
import { whoHas } from "../test/lab/plan.ts";
import { startProber } from "../test/lab/probing.ts";
import { sleep } from "../test/lab/shell.ts";

const PAUSE_MAX_MS = 100;
/** Time between two pauses of one daemon: 800 to 1200 ms. */
const BETWEEN_MS = 800;
const BETWEEN_SPREAD_MS = 400;
/** The prober's memory is bounded: it measures in stretches. */
const STRETCH_MS = 60_000;

export interface Pauses {
  readonly seed: number;
  readonly minutes: number;
  readonly pauses: number;
  /** Changes of holder or of fencing token. */
  readonly takeovers: number;
  readonly lost: number;
  readonly dual_active_ms: number;
}

/** A small generator of numbers in [0, 1) (mulberry32): one seed gives one run. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export async function measurePauses(
  profile: ProfileName,
  minutes: number,
  seed: number,
  note: (text: string) => void,
): Promise<Pauses> {
  note(`pauses: seed ${seed}, ${minutes} minutes, profile ${profile}`);
  const cluster = await Cluster.raise({ profile });
  try {
    const before = webOf(await cluster.settled(30_000));
    const end = performance.now() + minutes * 60_000;
    let pauses = 0;
    const loops = cluster.names.map(async (node, i) => {
      const draw = random(seed + i);
      while (performance.now() < end) {
        await sleep(BETWEEN_MS + draw() * BETWEEN_SPREAD_MS);
        cluster.freeze(node);
        try {
          await sleep(draw() * PAUSE_MAX_MS);
        } finally {
          cluster.thaw(node);
        }
        pauses++;
      }
    });
    let lost = 0;
    let dual = 0;
    let moved = 0;
    while (performance.now() < end) {
      const prober = await startProber(cluster.lab);
      await sleep(Math.min(STRETCH_MS, Math.max(1000, end - performance.now())));
      const result = await prober.stop();
      lost += result.lost;
      dual += result.dual_active_ms;
      const owners = result.owners.flatMap((each) => each.owners.map((mac) => whoHas(cluster.lab.plan, mac)));
      moved += owners.filter((owner) => owner !== before.holder).length;
      const left = Math.max(0, Math.round((end - performance.now()) / 1000));
      note(`pauses: ${pauses} so far, ${result.lost} requests lost in this stretch, ${left} s to go`);
    }
    await Promise.all(loops);
    const after = webOf(await cluster.settled(30_000));
    // Every grant has a greater token: a takeover and back still shows.
    const again = after.token === before.token ? 0 : Math.max(1, countGrants(cluster));
    return {
      seed,
      minutes,
      pauses,
      takeovers: again + (again === 0 ? moved : 0),
      lost,
      dual_active_ms: dual,
    };
  } finally {
    await cluster.close();
  }
}

/** Different tokens the log names, less the first: each is one takeover. */
function countGrants(cluster: Cluster): number {
  const lines = cluster.names.flatMap((node) => cluster.log(node, 0));
  const tokens = lines.flatMap((line) => /\btoken (\d+)\b/.exec(line.msg)?.[1] ?? []);
  return new Set(tokens).size - 1;
}

function webOf(status: Awaited<ReturnType<Cluster["settled"]>>): { holder: string | null; token: string } {
  const group = status.groups.find((each) => each.name === GROUP);
  if (group === undefined) throw new Error(`the status names no group "${GROUP}"`);
  return group;
}
