/** What was dropped at this node's ports, for a status: numbers for tools, and sentences where it may be an attack. */
import type { Dropped } from "../api/messages.ts";
import type { NodeParts } from "./node.ts";

/** Counted for other pages: no traffic of strangers, but of this node's own. */
const OWN = new Set(["send-failed", "too-large", "no-stream", "overflow", "stale"]);
/** A warning stands for so long after the last one. */
const FRESH_MS = 600_000;
const NAMED_MAX = 3;

export function droppedOf({ strangers, now }: Pick<NodeParts, "strangers" | "now">): Dropped[] {
  const at = now();
  return (strangers?.() ?? []).flatMap(({ where, dropped }) =>
    dropped
      .filter(({ reason }) => !OWN.has(reason))
      .map(({ reason, count, lastAt, from }) => ({ where, reason, count, agoMs: at - lastAt, from })),
  );
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
export function intrusions(dropped: readonly Dropped[]): string[] {
  return dropped.flatMap(({ where, reason, count, agoMs, from }) => {
    const words = ATTEMPTS[where]?.[reason];
    if (words === undefined || agoMs > FRESH_MS) return [];
    const named = from.slice(0, NAMED_MAX).map(({ address }) => address);
    const more = from.length > named.length ? " and others" : "";
    const origin = named.length === 0 ? "unknown addresses" : `${named.join(", ")}${more}`;
    const [one, many] = words;
    return [
      `${count.toLocaleString("en-US")} ${count === 1 ? one : many} came from ${origin}: somebody may be trying to break in`,
    ];
  });
}
