/** What two machines have beside their networks: a power switch, a serial line, and what the documents say of them. */
import { join } from "node:path";
import type { Lab } from "./lab.ts";
import { type NullModem, plugNullModem } from "./nullmodem.ts";
import type { NodeName } from "./plan.ts";
import { type Mains, type PowerSwitch, startSwitch } from "./switching.ts";

export const PAIR_NAMES = ["alpha", "beta"] as const;
/**
 * switch: each can be switched off. calm: the same, and pings are as seldom as they are by default. serial: and a line joins them.
 * risk: `acceptNonTransitiveRisk`, and no switch, where it would be refused; risk-serial: and a line.
 */
export type PairKind = "switch" | "calm" | "serial" | "risk" | "risk-serial";

/** What the document says that the switch takes at most, milliseconds; when it is well it takes a tenth. */
export const BOUND_MS = 1000;
export const DEVICE_MS = 100;
export const PING_TIMEOUT_MS = 300;

export interface PairLab {
  /** Throws where there is none. */
  readonly switch: PowerSwitch;
  /** What the switch did to the power, oldest first; empty where there is none. */
  readonly throws: PowerSwitch["throws"];
  /** Whoever is shot is switched on again by the other; without a switch a person must. */
  readonly hasSwitch: boolean;
  readonly modem: NullModem;
  /** Lines of a node's own file. */
  nodeLines(node: NodeName): string[];
  /** Of its entry in the cluster document: what follows its addresses. */
  power(node: NodeName): string;
  documentLines(): string[];
  /** Throws if by a throw of the switch since then the last of the two went dark. Without a switch nobody is ever shot. */
  neverBothOff(since: number): void;
  close(): Promise<void>;
}

export async function raisePairLab(kind: PairKind, lab: Lab, mains: Mains): Promise<PairLab> {
  const socket = join(lab.folder, "pdu");
  const outlets = Object.fromEntries(PAIR_NAMES.map((node, i) => [String(i + 1), node]));
  const pdu = kind.startsWith("risk") ? null : await startSwitch(socket, outlets, mains);
  if (pdu !== null) lab.adopt(pdu.process);
  const modem = kind.endsWith("serial") ? await plugNullModem() : null;
  if (modem !== null) lab.adopt(modem);
  const there = <T>(thing: T | null): T => {
    if (thing === null) throw new Error(`a pair of the kind "${kind}" does not have that`);
    return thing;
  };
  return {
    get switch() {
      return there(pdu);
    },
    throws: pdu?.throws ?? [],
    hasSwitch: pdu !== null,
    get modem() {
      return there(modem);
    },
    nodeLines(node) {
      if (modem === null) return [];
      const port = modem.ports[node === PAIR_NAMES[0] ? 0 : 1];
      const peer = PAIR_NAMES.find((name) => name !== node);
      return [`serial: {device: ${port}, baud: 115200, peer: ${peer}}`];
    },
    power(node) {
      const outlet = [...PAIR_NAMES].indexOf(node as (typeof PAIR_NAMES)[number]) + 1;
      return pdu === null ? "" : `, power: [{device: pdu, outlet: ${outlet}}]`;
    },
    documentLines: () => [
      "arbitration:",
      `  targets: [${lab.plan.targets.join(", ")}]`,
      ...(kind === "calm" ? [] : ["  period: 1s"]),
      `  timeout: ${PING_TIMEOUT_MS}ms`,
      "  returnAfter: 3s",
      `  acceptNonTransitiveRisk: ${kind.startsWith("risk")}`,
      ...(pdu === null
        ? []
        : [
            "fencing:",
            "  devices:",
            `    - {name: pdu, type: lab, socket: ${socket}, bound: ${BOUND_MS}ms, timeout: 2s}`,
          ]),
    ],
    neverBothOff(since) {
      for (const { at, node, to, on } of pdu?.throws ?? []) {
        if (at >= since && to === "off" && on.length === 0)
          throw new Error(`both are off: ${node} was switched off while the other had no power`);
      }
    },
    async close() {
      await pdu?.close();
      await modem?.close();
    },
  };
}
