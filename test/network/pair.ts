/** Two network namespaces joined by a veth pair: `here`, which this process enters, and `peer`. Needs root. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { openEcho6Socket } from "../../network/kernel/echo6.ts";
import { buildQuestion, ETH_P_IPV6, parseNeighbour } from "../../network/kernel/nd.ts";
import {
  arpQuestion,
  type EchoSocket,
  ETH_P_ARP,
  openEchoSocket,
  openPacketSocket,
  type PacketSocket,
  parseArp,
} from "../../network/kernel/packet.ts";
import { enterNetworkNamespace, waitReadable } from "../../network/kernel/syscalls.ts";

export const CARD = "lan0";
export const HERE = "10.77.0.1";
export const PEER = "10.77.0.2";
export const FLOATING = "10.77.0.100";
export const PREFIX = 24;
export const HERE6 = "2001:db8:77::1";
export const PEER6 = "2001:db8:77::2";
export const FLOATING6 = "2001:db8:77::100";
export const PREFIX6 = 64;

const PREFIX_OF_NAMES = "lhed";
const here = `${PREFIX_OF_NAMES}-${process.pid}-a`;
const peer = `${PREFIX_OF_NAMES}-${process.pid}-b`;

export function ip(...words: string[]): void {
  execFileSync("ip", words, { stdio: ["ignore", "ignore", "inherit"] });
}
export const inHere = (...words: string[]): void => ip("-n", here, ...words);
export const inPeer = (...words: string[]): void => ip("-n", peer, ...words);

/** Makes both namespaces and moves this thread, and what it spawns, into `here`. They go when this process exits. */
export function makePair(): void {
  removeStale();
  process.on("exit", () => {
    for (const name of [here, peer]) spawnSync("ip", ["netns", "del", name], { stdio: "ignore" });
  });
  ip("netns", "add", here);
  ip("netns", "add", peer);
  joinCards();
  enterNetworkNamespace(`/run/netns/${here}`);
}

export function joinCards(): void {
  ip("link", "add", CARD, "netns", here, "type", "veth", "peer", "name", CARD, "netns", peer);
  for (const [name, address, address6] of [
    [here, HERE, HERE6],
    [peer, PEER, PEER6],
  ] as const) {
    ip("-n", name, "addr", "add", `${address}/${PREFIX}`, "dev", CARD);
    ip("-n", name, "addr", "add", `${address6}/${PREFIX6}`, "dev", CARD, "nodad");
    ip("-n", name, "link", "set", CARD, "up");
  }
}

/** What a killed run left behind. */
function removeStale(): void {
  if (!existsSync("/run/netns")) return;
  for (const name of readdirSync("/run/netns")) {
    const pid = new RegExp(`^${PREFIX_OF_NAMES}-(\\d+)-[ab]$`).exec(name)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) spawnSync("ip", ["netns", "del", name]);
  }
}

/** Runs `act` in the peer's namespace; sockets it opens stay there. Synchronous only. */
export function atPeer<T>(act: () => T): T {
  enterNetworkNamespace(`/run/netns/${peer}`);
  try {
    return act();
  } finally {
    enterNetworkNamespace(`/run/netns/${here}`);
  }
}

/** A client at the peer that asks for one address. */
export interface Client {
  /** Whether a question for the owner, ARP or neighbour solicitation, is answered within `patience` ms. */
  ownerAnswers(patience: number): boolean;
  /** Whether an echo is answered within `patience` ms, the owner's MAC being known. */
  pingAnswered(patience: number): boolean;
  close(): void;
}

let identifier = 0;

export function makeClient(address: string, ownerMac: string): Client {
  inPeer("neigh", "replace", address, "lladdr", ownerMac, "dev", CARD, "nud", "permanent");
  const six = address.includes(":");
  const [asking, echo] = atPeer((): [PacketSocket, EchoSocket] => [
    openPacketSocket(CARD, six ? ETH_P_IPV6 : ETH_P_ARP),
    six ? openEcho6Socket(CARD) : openEchoSocket(CARD),
  ]);
  const isAnswer = (frame: Buffer): boolean => {
    if (six) {
      const said = parseNeighbour(frame);
      return said?.type === "advertisement" && said.targetIp === address;
    }
    const said = parseArp(frame);
    return said?.operation === "reply" && said.senderIp === address;
  };
  identifier += 1;
  const mine = identifier;
  let sequence = 0;
  const waitFor = (fd: number, patience: number, found: () => boolean): boolean => {
    const end = performance.now() + patience;
    for (;;) {
      if (found()) return true;
      const left = end - performance.now();
      if (left <= 0) return false;
      waitReadable([fd], left);
    }
  };
  return {
    ownerAnswers(patience) {
      while (asking.receive() !== null);
      const { mac } = asking;
      asking.send(six ? buildQuestion(mac, PEER6, address) : arpQuestion(mac, PEER, address));
      return waitFor(asking.fd, patience, () => {
        for (let frame = asking.receive(); frame !== null; frame = asking.receive()) {
          if (!frame.outgoing && isAnswer(frame.bytes)) return true;
        }
        return false;
      });
    },
    pingAnswered(patience) {
      sequence += 1;
      echo.send(address, mine, sequence);
      return waitFor(echo.fd, patience, () => {
        for (let reply = echo.receive(); reply !== null; reply = echo.receive()) {
          if (reply.from === address && reply.identifier === mine && reply.sequence === sequence) return true;
        }
        return false;
      });
    },
    close() {
      asking.close();
      echo.close();
    },
  };
}
