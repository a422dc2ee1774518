/** What one of two asks of the outside, made and joined to the loop: pings, power devices, the journal of shots. */
import { open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Millis, NodeId } from "../consensus/core/types.ts";
import type { ClusterDocument, FenceDeviceSpec } from "../consensus/ledger/types.ts";
import type { Envelope, ReplicaEffect, ReplicaEvent } from "../consensus/types.ts";
import { SERIAL_BYTES } from "../consensus/types.ts";
import { openDevice } from "../fencing/devices/open.ts";
import { carryOut } from "../fencing/edges/executor.ts";
import { createPings } from "../fencing/edges/ping.ts";
import type { FenceDevice } from "../fencing/port.ts";
import type { Hearing } from "./hearing.ts";
import { sentence } from "./machine.ts";

export interface FencingParts {
  readonly document: () => ClusterDocument | null;
  /** The file in which every shot is written down, and synced, before it is fired. */
  readonly journal: string;
  readonly log: Logger;
  readonly now: () => Millis;
  readonly wallClock: () => number;
  readonly feed: (event: ReplicaEvent) => void;
  readonly hearing: Pick<Hearing, "listen">;
}

type Effect = Extract<ReplicaEffect, { type: "probe" | "listen" | "power" | "arbitration" }>;

export interface Fencing {
  perform(effect: Effect): void;
}

export function createFencing(parts: FencingParts): Fencing {
  const { document, journal, log, now, wallClock, feed, hearing } = parts;
  const pings = createPings({ now, trouble: (text) => log.warn(text) });
  const devices = new Map<string, { readonly spec: FenceDeviceSpec; readonly device: FenceDevice }>();
  const deviceOf = (name: string) => {
    const spec = document()?.devices?.find((each) => each.name === name);
    if (spec === undefined) return null;
    const known = devices.get(name);
    const { device } = known?.spec === spec ? known : { device: openDevice(spec) };
    devices.set(name, { spec, device });
    return { device, timeout: spec.timeout };
  };
  const write = async (line: object): Promise<void> => {
    try {
      const file = await open(journal, "a", 0o600);
      try {
        await file.appendFile(`${JSON.stringify({ at: wallClock(), ...line })}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      log.warn(`the journal of shots cannot be written, so nobody is shot: ${sentence(error)}`);
      throw error;
    }
  };
  let said = "";
  let warned: readonly string[] = [];
  const tell = (state: Extract<Effect, { type: "arbitration" }>["state"]): void => {
    const { phase, peer, doing, warnings } = state;
    for (const text of warnings) if (!warned.includes(text)) log.warn({ peer }, text);
    warned = warnings;
    if (said === doing) return;
    said = doing;
    const calm = phase === "together" || phase === "off";
    log[calm ? "info" : "warn"]({ phase, peer }, `two nodes: ${doing}`);
  };
  return {
    perform: (effect) => {
      switch (effect.type) {
        case "probe":
          pings.probe(effect.targets, effect.timeout).then(
            (answers) => feed({ type: "probed", answers }),
            (error: unknown) => {
              log.warn(`no ping target could be asked: ${sentence(error)}`);
              feed({ type: "probed", answers: [] });
            },
          );
          return;
        case "listen": {
          const { peer, anew } = effect;
          queueMicrotask(() => feed({ type: "listened", heard: hearing.listen(peer, anew) }));
          return;
        }
        case "power": {
          const { id, node, action, outlets } = effect;
          const where = outlets.map(({ device, outlet }) => `${device} (${outlet})`).join(", ");
          log.warn({ node, action }, `power ${action} of ${node} is asked of ${where}`);
          const power = { device: deviceOf, now, journal: write, sleep: (ms: Millis) => sleep(ms) };
          void carryOut(power, effect).then(({ attempts, askedAt }) => {
            const off = action === "on" ? "" : askedAt === null ? ": not read as off" : ": read as off";
            log.warn({ node, action, attempts }, `power ${action} of ${node} was asked${off}`);
            feed({ type: "powered", id, attempts, askedAt });
          });
          return;
        }
        case "arbitration":
          tell(effect.state);
          return;
      }
    },
  };
}

/**
 * Takes a message of the serial line apart. Genuine bytes that cannot be read, from a build that speaks otherwise, are told
 * by `false`, and nothing of them is delivered.
 */
export function envelopesOf(
  decode: (bytes: Uint8Array) => readonly Envelope[],
  deliver: (from: NodeId, envelope: Envelope) => void,
): (from: NodeId, bytes: Uint8Array) => boolean {
  return (from, bytes) => {
    let envelopes: readonly Envelope[];
    try {
      envelopes = decode(bytes);
    } catch {
      return false; // P0: the caller counts it
    }
    for (const envelope of envelopes) deliver(from, envelope);
    return true;
  };
}

/**
 * Sends an envelope over the serial line as well, while no IP path to that peer carries anything there and back. Its heartbeats may
 * still come by one that carries nothing to it: then no stream answers.
 */
export function alsoOverSerial(line: {
  readonly peer: NodeId;
  readonly paths: number;
  /** After this much silence a path carries nothing. */
  readonly quiet: () => Millis;
  readonly silenceOf: (peer: NodeId, path: number) => Millis;
  /** A stream to the peer is up, and answers. */
  readonly answers: (peer: NodeId) => boolean;
  readonly encode: (envelopes: readonly Envelope[]) => Uint8Array;
  readonly send: (to: NodeId, bytes: Uint8Array) => boolean;
}): (to: NodeId, envelope: Envelope) => void {
  const { peer, paths, quiet, silenceOf, answers, encode, send } = line;
  return (to, envelope) => {
    if (to !== peer || envelope.type === "snapshot-chunk") return;
    let heard = false;
    for (let path = 0; path < paths; path++) heard ||= silenceOf(peer, path) < quiet();
    if (heard && answers(peer)) return;
    const bytes = encode([envelope]);
    if (bytes.length <= SERIAL_BYTES) send(to, bytes);
  };
}
