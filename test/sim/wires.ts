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
  /** Every link as new. */
  heal(): void;
}
const calm = (): Link => ({ blocked: 0, muted: 0, deaf: 0, loss: 0, lag: 0, doubling: 0 });

interface Stream<Letter> {
  open: boolean;
  path: number;
  queue: { readonly ready: number; readonly letter: Letter }[];
  pumping: boolean;
  stalledSince: number | null;
  redialAt: number;
}
interface Way<Letter> {
  readonly links: Link[];
  readonly stream: Stream<Letter>;
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
      way = {
        links: Array.from({ length: options.paths }, () => calm()),
        stream: { open: false, path: 0, queue: [], pumping: false, stalledSince: null, redialAt: 0 },
      };
      ofNode.set(to, way);
    }
    return way;
  };
  const linksOf = (from: string, to: string) => wayOf(from, to).links;
  const delay = (link: Link) =>
    random.between(0.05, 0.5) +
    (link.lag > 0 ? random.exponential(link.lag) : 0) +
    (random.chance(0.002) ? 20 : 0);
  const passes = (from: string, to: string, path: number) =>
    linksOf(from, to)[path]!.blocked === 0 && linksOf(to, from)[path]!.blocked === 0;
  const flows = (from: string, to: string, path: number) =>
    passes(from, to, path) && linksOf(from, to)[path]!.muted === 0 && linksOf(to, from)[path]!.muted === 0;

  const sever = (stream: Stream<Letter>) => {
    stream.open = false;
    stream.queue = [];
    stream.pumping = false;
    stream.stalledSince = null;
    stream.redialAt = timeline.now + random.between(2, 60);
  };
  /** A dial succeeds over the first path that passes; else it is tried again a little later. */
  const dial = (stream: Stream<Letter>, from: string, to: string) => {
    if (timeline.now < stream.redialAt) return;
    for (let path = 0; path < options.paths; path++) {
      if (!flows(from, to, path) || !options.listening(to)) continue;
      stream.open = true;
      stream.path = path;
      return;
    }
    stream.redialAt = timeline.now + random.between(10, 60);
  };
  /** Delivers what is ready, in order; comes again for the rest. */
  const pump = (stream: Stream<Letter>, from: string, to: string) => {
    const queue = stream.queue;
    stream.pumping = true;
    const again = (at: number) =>
      timeline.at(at, () => {
        if (stream.queue === queue) pump(stream, from, to);
      });
    while (stream.queue === queue) {
      const head = queue[0];
      if (head === undefined) {
        stream.pumping = false;
        return;
      }
      if (!flows(from, to, stream.path)) {
        stream.stalledSince ??= timeline.now;
        if (timeline.now - stream.stalledSince > random.between(150, 1_000)) sever(stream);
        else again(timeline.now + random.between(5, 40));
        return;
      }
      if (stream.stalledSince !== null) {
        // TCP sends again only after its own timeout.
        stream.stalledSince = null;
        again(timeline.now + random.between(1, 120));
        return;
      }
      if (head.ready > timeline.now) {
        again(head.ready);
        return;
      }
      queue.shift();
      options.onLetter(from, to, head.letter);
    }
  };

  return {
    link: (from, to, path) => linksOf(from, to)[path]!,
    datagram: (from, to, datagram) => {
      for (let path = 0; path < options.paths; path++) {
        const link = linksOf(from, to)[path]!;
        if (link.blocked > 0 || link.deaf > 0 || random.chance(link.loss)) continue;
        timeline.after(delay(link), () => options.onDatagram(from, to, path, datagram));
        if (random.chance(link.doubling)) {
          timeline.after(delay(link) + random.exponential(200), () =>
            options.onDatagram(from, to, path, datagram),
          );
        }
      }
    },
    letter: (from, to, letter) => {
      const { stream } = wayOf(from, to);
      if (!stream.open) dial(stream, from, to);
      if (!stream.open || stream.queue.length > 2_000) return;
      const link = linksOf(from, to)[stream.path]!;
      const resent = random.chance(link.loss) ? random.between(20, 200) : 0;
      const earliest = stream.queue.at(-1)?.ready ?? 0;
      stream.queue.push({ ready: Math.max(earliest, timeline.now + delay(link) + resent), letter });
      if (!stream.pumping) pump(stream, from, to);
    },
    reaches: (from, to) => passes(from, to, 0),
    breakStreams: (node, died) => {
      for (const other of [...ways.keys()]) {
        if (other === node) continue;
        const outward = wayOf(node, other).stream;
        const inward = wayOf(other, node).stream;
        if (died && outward.open && outward.stalledSince === null) {
          // What left the dead process's socket still arrives.
          for (const { ready, letter } of outward.queue) {
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
  };
}
