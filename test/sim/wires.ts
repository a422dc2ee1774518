/**
 * The network between the machines. Each directed link of each path can be blocked, lossy, slow and doubling.
 * Datagrams are lost, doubled and overtaken; peer streams keep their order, stall while either direction of their
 * path is blocked, and break after a while with everything in flight.
 */
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

export interface Link {
  /** How many faults block it. */
  blocked: number;
  /** How many stop streams only, as a packet filter may. */
  muted: number;
  /** How many stop datagrams only. */
  deaf: number;
  loss: number;
  /** Added to the base delay of 0.05 to 0.5 ms: mean of an exponential, milliseconds. */
  lag: number;
  doubling: number;
}
export interface Wires<Datagram, Letter> {
  link(from: string, to: string, path: number): Link;
  datagram(from: string, to: string, datagram: Datagram): void;
  /** Drops silently when there is no stream. */
  letter(from: string, to: string, letter: Letter): void;
  /** Whether a link-level exchange on the LAN (path 0) works both ways now. */
  reaches(from: string, to: string): boolean;
  /** Both directions of every stream of `node` break; `died` leaves what it had sent on the wire. */
  breakStreams(node: string, died: boolean): void;
  /** Every link as new. What has been sent takes as long as it would have. */
  heal(): void;
  /** When the last of what has been sent so far over streams will have come. */
  clearAt(): number;
}
const calm = (): Link => ({ blocked: 0, muted: 0, deaf: 0, loss: 0, lag: 0, doubling: 0 });

/** What is on its way over one stream, in order. */
interface Line<Letter> {
  readonly way: Way<Letter>;
  readonly letters: { readonly ready: number; readonly letter: Letter }[];
}
/** From one node to another: its links, and its stream. */
interface Way<Letter> {
  readonly from: string;
  readonly to: string;
  readonly links: readonly Link[];
  /** The links of the way back; null: nobody has asked for them. */
  back: readonly Link[] | null;
  /** Null: there is no stream. */
  line: Line<Letter> | null;
  path: number;
  pumping: boolean;
  stalledSince: number | null;
  redialAt: number;
}
/** One datagram on one path. */
interface Flight<Datagram> {
  readonly from: string;
  readonly to: string;
  readonly path: number;
  readonly datagram: Datagram;
}
export interface WiresOptions<Datagram, Letter> {
  readonly paths: number;
  readonly timeline: Timeline;
  readonly random: Random;
  /** A daemon listens there. */
  readonly listening: (node: string) => boolean;
  readonly onDatagram: (from: string, to: string, path: number, datagram: Datagram) => void;
  readonly onLetter: (from: string, to: string, letter: Letter) => void;
}

export function createWires<Datagram, Letter>(
  options: WiresOptions<Datagram, Letter>,
): Wires<Datagram, Letter> {
  const { timeline, random } = options;
  const ways = new Map<string, Map<string, Way<Letter>>>();
  /** From one node to another; there as soon as somebody asks. */
  const wayOf = (from: string, to: string): Way<Letter> => {
    let ofNode = ways.get(from);
    if (ofNode === undefined) {
      ofNode = new Map();
      ways.set(from, ofNode);
    }
    let way = ofNode.get(to);
    if (way === undefined) {
      const links = Array.from({ length: options.paths }, () => calm());
      const dialled = { path: 0, pumping: false, stalledSince: null, redialAt: 0 };
      way = { from, to, links, back: null, line: null, ...dialled };
      ofNode.set(to, way);
    }
    return way;
  };
  const backOf = (way: Way<Letter>): readonly Link[] => {
    way.back ??= wayOf(way.to, way.from).links;
    return way.back;
  };
  const delay = (link: Link) =>
    random.between(0.05, 0.5) +
    (link.lag > 0 ? random.exponential(link.lag) : 0) +
    (random.chance(0.002) ? 20 : 0);
  const passes = (way: Way<Letter>, path: number) =>
    way.links[path]!.blocked === 0 && backOf(way)[path]!.blocked === 0;
  const flows = (way: Way<Letter>, path: number) =>
    passes(way, path) && way.links[path]!.muted === 0 && backOf(way)[path]!.muted === 0;

  const sever = (way: Way<Letter>) => {
    way.line = null;
    way.pumping = false;
    way.stalledSince = null;
    way.redialAt = timeline.now + random.between(2, 60);
  };
  /** A dial succeeds over the first path that passes; else it is tried again a little later. */
  const dial = (way: Way<Letter>) => {
    if (timeline.now < way.redialAt) return;
    for (let path = 0; path < options.paths; path++) {
      if (!flows(way, path) || !options.listening(way.to)) continue;
      way.line = { way, letters: [] };
      way.path = path;
      return;
    }
    way.redialAt = timeline.now + random.between(10, 60);
  };
  /** Delivers what is ready, in order; comes again for the rest. */
  const pump = (line: Line<Letter>) => {
    const { way, letters } = line;
    way.pumping = true;
    while (way.line === line) {
      const head = letters[0];
      if (head === undefined) {
        way.pumping = false;
        return;
      }
      if (!flows(way, way.path)) {
        way.stalledSince ??= timeline.now;
        if (timeline.now - way.stalledSince > random.between(150, 1_000)) sever(way);
        else timeline.at(timeline.now + random.between(5, 40), again, line);
        return;
      }
      if (way.stalledSince !== null) {
        // TCP sends again only after its own timeout.
        way.stalledSince = null;
        timeline.at(timeline.now + random.between(1, 120), again, line);
        return;
      }
      if (head.ready > timeline.now) {
        timeline.at(head.ready, again, line);
        return;
      }
      letters.shift();
      options.onLetter(way.from, way.to, head.letter);
    }
  };
  const again = (line: Line<Letter>) => {
    if (line.way.line === line) pump(line);
  };
  const arrives = ({ from, to, path, datagram }: Flight<Datagram>) =>
    options.onDatagram(from, to, path, datagram);

  return {
    link: (from, to, path) => wayOf(from, to).links[path]!,
    datagram: (from, to, datagram) => {
      const { links } = wayOf(from, to);
      for (let path = 0; path < options.paths; path++) {
        const link = links[path]!;
        if (link.blocked > 0 || link.deaf > 0 || random.chance(link.loss)) continue;
        const flight: Flight<Datagram> = { from, to, path, datagram };
        timeline.after(delay(link), arrives, flight);
        if (random.chance(link.doubling))
          timeline.after(delay(link) + random.exponential(200), arrives, flight);
      }
    },
    letter: (from, to, letter) => {
      const way = wayOf(from, to);
      if (way.line === null) dial(way);
      const { line } = way;
      if (line === null || line.letters.length > 2_000) return;
      const link = way.links[way.path]!;
      const resent = random.chance(link.loss) ? random.between(20, 200) : 0;
      const earliest = line.letters.at(-1)?.ready ?? 0;
      line.letters.push({ ready: Math.max(earliest, timeline.now + delay(link) + resent), letter });
      if (!way.pumping) pump(line);
    },
    reaches: (from, to) => passes(wayOf(from, to), 0),
    breakStreams: (node, died) => {
      for (const other of [...ways.keys()]) {
        if (other === node) continue;
        const outward = wayOf(node, other);
        const inward = wayOf(other, node);
        if (died && outward.line !== null && outward.stalledSince === null) {
          // What left the dead process's socket still arrives.
          for (const { ready, letter } of outward.line.letters) {
            timeline.at(ready, () => options.onLetter(node, other, letter));
          }
        }
        sever(outward);
        sever(inward);
      }
    },
    heal: () => {
      for (const from of ways.values()) {
        for (const { links } of from.values()) for (const link of links) Object.assign(link, calm());
      }
    },
    clearAt: () => {
      let last = timeline.now;
      for (const from of ways.values())
        for (const { line } of from.values()) last = Math.max(last, line?.letters.at(-1)?.ready ?? 0);
      return last;
    },
  };
}
