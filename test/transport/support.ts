/** What the transport's tests share: identities made once, loopback addresses of their own, awaited events. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeId, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import type { OpenPeerStreams, PeerStreamOptions } from "../../consensus/transport/streams.ts";
import { openPeerStreams } from "../../consensus/transport/streams.ts";
import type { Envelope } from "../../consensus/types.ts";
import type { Authority, CertifiedKey } from "../../identity/authority.ts";
import { makeAuthority, makeNodeCertificate } from "../../identity/authority.ts";
import { decodeEnvelopes, encodeEnvelopes } from "../../proto/codec.ts";

const PATIENCE_MS = 60_000;

/** Things that happen, kept in order; `until` waits for one of them, also if it has happened before. */
export class Events<T> {
  readonly all: T[] = [];
  #waiting: { wanted: (item: T) => boolean; resolve: (item: T) => void }[] = [];

  push(item: T): void {
    this.all.push(item);
    const [found, rest] = [
      this.#waiting.filter((w) => w.wanted(item)),
      this.#waiting.filter((w) => !w.wanted(item)),
    ];
    this.#waiting = rest;
    for (const waiter of found) waiter.resolve(item);
  }

  until(what: string, wanted: (item: T) => boolean): Promise<T> {
    const already = this.all.find(wanted);
    if (already !== undefined) return Promise.resolve(already);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`waited in vain for ${what}; saw ${JSON.stringify(this.all).slice(0, 1000)}`)),
        PATIENCE_MS,
      );
      this.#waiting.push({
        wanted,
        resolve: (item) => {
          clearTimeout(timer);
          resolve(item);
        },
      });
    });
  }

  clear(): void {
    this.all.length = 0;
  }
}

export const now = (): number => performance.now();

let lastHost = (process.pid * 7) % 60_000;
/** A loopback address that no other test uses: every address of 127/8 is this machine. */
export function freshAddress(): string {
  lastHost = (lastHost + 1) % 62_500;
  return `127.${64 + (process.pid % 64)}.${1 + Math.floor(lastHost / 250)}.${1 + (lastHost % 250)}`;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

export interface Identities {
  readonly authority: Authority;
  of(node: string): Promise<CertifiedKey>;
  remove(): void;
}
export async function makeIdentities(): Promise<Identities> {
  const dir = mkdtempSync(join(tmpdir(), "leasehold-test-"));
  const authority = await makeAuthority(join(dir, "authority"));
  const made = new Map<string, Promise<CertifiedKey>>();
  return {
    authority,
    of: (node) => {
      const known = made.get(node) ?? makeNodeCertificate(authority, node, ["127.0.0.1"]);
      made.set(node, known);
      return known;
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** The n-th of some numbered envelopes. */
export const numbered = (n: number): Envelope => ({
  type: "raft",
  message: { type: "timeout-now", term: term(n) },
  ages: [],
});
export const numberOf = (envelope: Envelope): number =>
  envelope.type === "raft" ? envelope.message.term : Number.NaN;

export interface TestNode {
  readonly streams: OpenPeerStreams;
  readonly received: Events<{ from: string; n: number }>;
  readonly notes: Events<string>;
}
export const QUICK = { silenceAfter: 90, dialTimeout: 400, retryMin: 10, retryMax: 50 };

/** Peer streams of one node with the real codec; `peers` as name to addresses. */
export async function openNode(
  identities: Identities,
  self: string,
  where: { readonly addresses: readonly string[]; readonly port: number },
  peers: Readonly<Record<string, readonly string[]>>,
  change: Partial<PeerStreamOptions> = {},
): Promise<TestNode> {
  const received = new Events<{ from: string; n: number }>();
  const notes = new Events<string>();
  const certified = await identities.of(self);
  const streams = await openPeerStreams({
    self: nodeId(self),
    cluster: "test",
    incarnation: incarnation(1),
    addresses: where.addresses,
    port: where.port,
    peers: Object.entries(peers).map(([node, addresses]) => ({ node: nodeId(node), addresses })),
    tls: { ca: identities.authority.certificate, cert: certified.certificate, key: certified.key },
    timing: QUICK,
    codec: { encodeEnvelopes, decodeEnvelopes },
    onEnvelope: (from, envelope) => received.push({ from, n: numberOf(envelope) }),
    note: (_level, text) => notes.push(text),
    now,
    ...change,
  });
  return { streams, received, notes };
}

/** Resolves when `node` has a stream to `peer`. */
export const isUp = (node: TestNode, peer: string): Promise<string> =>
  node.notes.until(`a stream to ${peer}`, (text) => text.startsWith(`peer stream to ${peer} is up`));
