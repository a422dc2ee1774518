/**
 * Which genuine heartbeats are new. Pure. The same sequence number arrives once on each path; the listener gets it
 * once, and only ever a newer one. What was seen before on a path, or belongs to an earlier incarnation, is replayed.
 */
import type { NodeId } from "../core/types.ts";

/** Sequence numbers behind the newest of a path that may still arrive late, once each. */
export const WINDOW = 32;

export type Freshness =
  /** Newer than anything from this node on any path. */
  | { readonly type: "new"; readonly latestOnPath: true }
  /** Genuine and the newest on this path; another path brought it, or a later one, before. */
  | { readonly type: "copy"; readonly latestOnPath: true }
  /** Overtaken on its own path. */
  | { readonly type: "stale"; readonly latestOnPath: false }
  | { readonly type: "replayed"; readonly latestOnPath: false };

interface PathWindow {
  newest: number;
  /** Bit i: `newest - i` was seen. */
  seen: number;
}
interface Known {
  incarnation: number;
  newest: number;
  paths: PathWindow[];
}

const NEW: Freshness = { type: "new", latestOnPath: true };
const COPY: Freshness = { type: "copy", latestOnPath: true };
const STALE: Freshness = { type: "stale", latestOnPath: false };
const REPLAYED: Freshness = { type: "replayed", latestOnPath: false };

export class ReplayFilter {
  readonly #paths: number;
  readonly #known = new Map<NodeId, Known>();

  constructor(paths: number) {
    this.#paths = paths;
  }

  /** Judges one authentic heartbeat, and remembers it. `seq` starts at 1 or later in each incarnation. */
  judge(from: NodeId, incarnation: number, seq: number, path: number): Freshness {
    let known = this.#known.get(from);
    if (known !== undefined && incarnation < known.incarnation) return REPLAYED; // R1
    if (known === undefined || incarnation > known.incarnation) {
      known = { incarnation, newest: -1, paths: [] };
      for (let i = 0; i < this.#paths; i++) known.paths.push({ newest: -1, seen: 0 });
      this.#known.set(from, known);
    }
    const window = known.paths[path];
    if (window === undefined) return REPLAYED;
    const ahead = seq - window.newest;
    if (ahead <= 0) {
      const behind = -ahead;
      if (behind >= WINDOW || (window.seen >>> behind) & 1) return REPLAYED;
      window.seen |= 1 << behind;
      return STALE;
    }
    window.seen = ahead >= WINDOW ? 1 : (window.seen << ahead) | 1;
    window.newest = seq;
    if (seq <= known.newest) return COPY;
    known.newest = seq;
    return NEW;
  }
}
