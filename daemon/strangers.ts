/**
 * What was dropped at the ports of the nodes, for a status: numbers for tools, and sentences where it may be an attack. Each
 * node tells the others its own counters (H7), so that any of them can be asked.
 */
import type { Dropped } from "../api/messages.ts";
import type { NodeId } from "../consensus/core/types.ts";
import type { Counter, Envelope } from "../consensus/types.ts";
import type { NodeParts } from "./parts.ts";

/** Counted for other pages: no traffic of strangers, but of this node's own. */
const OWN = new Set(["send-failed", "too-large", "no-stream", "overflow", "stale"]);
/** A warning stands for so long after the last one. */
const FRESH_MS = 600_000;
const NAMED_MAX = 3;

/** This node's own, and then what the others have told. */
export function droppedOf(
  parts: Pick<NodeParts, "self" | "strangers" | "now" | "told" | "replica">,
): Dropped[] {
  const members = new Set((parts.replica.ledger.document?.nodes ?? []).map(({ name }) => name));
  return [
    ...countersOf(parts).map((counter) => ({ ...counter, node: parts.self })),
    ...(parts.told?.all(parts.now()) ?? []).filter(({ node }) => members.has(node as NodeId)),
  ];
}

function countersOf({ strangers, now }: Pick<NodeParts, "strangers" | "now">): Counter[] {
  const at = now();
  return (strangers?.() ?? []).flatMap(({ where, dropped }) =>
    dropped
      .filter(({ reason }) => !OWN.has(reason))
      .map(({ reason, count, lastAt, from }) => ({ where, reason, count, agoMs: at - lastAt, from })),
  );
}

const TELL_MS = 5_000;
/** Whoever has come since, or has lost the stream, hears it then. */
const TELL_AGAIN_MS = 60_000;

/** What this node tells now, and when it has to be told: whenever it has changed, and now and then. Pure but for its memory. */
export class Telling {
  #last = "";
  #at = Number.NEGATIVE_INFINITY;

  /** Null: nothing that is not known. */
  next(counters: readonly Counter[], now: number): Extract<Envelope, { type: "counters" }> | null {
    const what = counters.map(({ where, reason, count }) => `${where} ${reason} ${count}`).join();
    if (what === "" || (what === this.#last && now - this.#at < TELL_AGAIN_MS)) return null;
    this.#last = what;
    this.#at = now;
    const told = counters.map((counter) => ({
      ...counter,
      from: counter.from.slice(0, NAMED_MAX).map(bounded),
    }));
    return { type: "counters", counters: told };
  }
}

/** Names of clients may be long. */
const bounded = ({ address, count }: Counter["from"][number]) => ({
  address: address.slice(0, WORD_MAX),
  count,
});
const WORD_MAX = 64;

/** Tells the other nodes every few seconds, if there is something to tell; returns how to stop. */
export function tellOthers(parts: NodeParts): () => void {
  const telling = new Telling();
  const { self, replica, streams, told, now } = parts;
  const timer = setInterval(() => {
    const nodes = (replica.ledger.document?.nodes ?? []).map(({ name }) => name);
    told?.keep(new Set(nodes));
    const envelope = telling.next(countersOf(parts), now());
    if (envelope !== null) for (const node of nodes) if (node !== self) streams.send(node, envelope);
  }, TELL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** What only somebody who means it sends, and what it is called. */
const ATTEMPTS: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  heartbeats: {
    "bad-signature": ["packet with a wrong signature", "packets with a wrong signature"],
    replayed: ["replayed packet", "replayed packets"],
  },
  peers: {
    "foreign-certificate": [
      "connection to the peer port with another authority's certificate",
      "connections to the peer port with another authority's certificate",
    ],
    stranger: [
      "connection to the peer port by somebody who is no peer",
      "connections to the peer port by somebody who is no peer",
    ],
  },
  api: {
    "foreign-certificate": [
      "connection to the API with another authority's certificate",
      "connections to the API with another authority's certificate",
    ],
  },
};

/** A sentence for each kind of attempt to break in that is not long ago. */
export function intrusions(dropped: readonly Dropped[], self: string): string[] {
  return dropped.flatMap(({ where, reason, count, agoMs, from, node }) => {
    const words = ATTEMPTS[where]?.[reason];
    if (words === undefined || agoMs > FRESH_MS) return [];
    const named = from.slice(0, NAMED_MAX).map(({ address }) => address);
    const more = from.length > named.length ? " and others" : "";
    const origin = named.length === 0 ? "unknown addresses" : `${named.join(", ")}${more}`;
    const [one, many] = words;
    const whose = node === self ? "" : `${node}: `;
    return [
      `${whose}${count.toLocaleString("en-US")} ${count === 1 ? one : many} came from ${origin}: somebody may be trying to break in`,
    ];
  });
}
