/** The serial line: slow, it drops what it has no time for, and knows from which process to which a message goes. */
import type { Millis } from "../../../consensus/core/types.ts";
import type { Heartbeat } from "../../../consensus/sessions/types.ts";
import { type Envelope, SERIAL_BYTES } from "../../../consensus/types.ts";
import { decodeEnvelopes, encodeEnvelopes } from "../../../proto/codec.ts";
import type { Random } from "../random.ts";
import type { Seen } from "../seen.ts";
import type { Timeline } from "../timeline.ts";
import type { PairScene } from "./scene.ts";

export interface Line {
  /** While `end` has not been called, nothing comes through from `from` (null: from nobody). */
  cut(from: string | null): () => void;
  up(): boolean;
  beat(from: string, to: string, heartbeat: Heartbeat): void;
  letter(from: string, to: string, envelope: Envelope): void;
  /** `path` null: by the line. */
  heard(node: string, path: number | null, heartbeat: Heartbeat): void;
  heal(): void;
}
export interface LineOptions {
  readonly scene: PairScene;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly seen: Seen;
  readonly hear: (node: string, heartbeat: Heartbeat) => void;
  readonly receive: (from: string, to: string, envelope: Envelope) => void;
}

/** One end, as `consensus/transport/serialpath.ts` keeps it: what its process and the peer's newest one are. */
interface End {
  own: number;
  peers: number;
  received: number;
  sent: number;
  busyUntil: number;
  /** Per IP path: when anything genuine last came by it, in true time. */
  readonly heardAt: number[];
}
const HEARTBEAT_BYTES = 300;
const OVERHEAD = 80;
const BYTES_PER_MS = 11.5;
const PATHS = 2;

export function createLine(options: LineOptions): Line {
  const { scene, timeline, random, seen, hear, receive } = options;
  const ends = new Map<string, End>();
  const endOf = (node: string): End => {
    let end = ends.get(node);
    if (end === undefined) {
      end = { own: 0, peers: 0, received: 0, sent: 0, busyUntil: 0, heardAt: Array(PATHS).fill(-Infinity) };
      ends.set(node, end);
    }
    return end;
  };
  const cuts = new Map<string | null, number>();
  const passes = (from: string): boolean =>
    scene.serial && (cuts.get(null) ?? 0) === 0 && (cuts.get(from) ?? 0) === 0;

  /** Never waits: what finds the line busy is lost. */
  const put = (from: string, bytes: number, arrived: () => void): void => {
    const end = endOf(from);
    if (!passes(from) || timeline.now < end.busyUntil) return;
    end.busyUntil = timeline.now + bytes / BYTES_PER_MS;
    timeline.at(end.busyUntil + random.between(0.2, 2), () => {
      if (passes(from) && !random.chance(0.005)) arrived();
    });
  };
  const quiet = (): Millis => 3 * scene.heartbeat;
  const heard: Line["heard"] = (node, path, { incarnation }) => {
    const end = endOf(node);
    if (path !== null) end.heardAt[path] = timeline.now;
    if (incarnation <= end.peers) return;
    end.peers = incarnation;
    end.received = 0;
  };

  return {
    cut: (from) => {
      cuts.set(from, (cuts.get(from) ?? 0) + 1);
      let open = true;
      return () => {
        if (open) cuts.set(from, Math.max(0, (cuts.get(from) ?? 0) - 1));
        open = false;
      };
    },
    up() {
      return scene.serial && [...cuts.values()].every((count) => count === 0);
    },
    beat: (from, to, heartbeat) => {
      const end = endOf(from);
      if (heartbeat.incarnation !== end.own)
        Object.assign(end, { own: heartbeat.incarnation, peers: 0, received: 0, sent: 0 });
      put(from, HEARTBEAT_BYTES, () => {
        heard(to, null, heartbeat);
        hear(to, heartbeat);
      });
    },
    letter: (from, to, envelope) => {
      const end = endOf(from);
      if (!scene.serial || envelope.type === "snapshot-chunk" || end.own === 0 || end.peers === 0) return;
      // There and back by the same path: else no stream answers.
      const fresh = (at: number | undefined): boolean => timeline.now - (at ?? -Infinity) < quiet();
      const back = endOf(to).heardAt;
      if (end.heardAt.some((at, path) => fresh(at) && fresh(back[path]))) return;
      const bytes = encodeEnvelopes([envelope]);
      if (bytes.length > SERIAL_BYTES) return;
      const header = { sender: end.own, receiver: end.peers, seq: ++end.sent };
      put(from, bytes.length + OVERHEAD, () => {
        const there = endOf(to);
        // R1: of a process that no heartbeat has shown, nothing is taken.
        if (there.own !== header.receiver || there.peers !== header.sender) return;
        if (header.seq <= there.received) return;
        there.received = header.seq;
        seen.serialMessages++;
        for (const each of decodeEnvelopes(bytes)) receive(from, to, each);
      });
    },
    heard,
    heal: () => cuts.clear(),
  };
}
