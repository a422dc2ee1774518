/** What the holding tests have in common: one cluster, its groups in few words, one card. */
import { nodeId, term } from "../../consensus/core/types.ts";
import {
  type AddressMember,
  type ClusterDocument,
  type CommandMember,
  type GroupName,
  type GroupSpec,
  groupName,
  type Restarts,
} from "../../consensus/ledger/types.ts";
import type { Card } from "../../network/port.ts";
import { createHolding, type Holding } from "../../services/holding.ts";

export const TTL = 200;
export const SELF = nodeId("alfa");
export const OTHER = nodeId("beta");
export const T1 = term(1);

/** What a test says of a group; a group has an address and, unless `command` is null, a service "server" after it. */
export interface SpecWords extends Partial<GroupSpec> {
  readonly command?: readonly string[] | null;
  readonly restarts?: Restarts;
}

export const addressOf = (name: string): string => (name === "web" ? "10.0.0.10" : "10.0.0.11");

export const address = (name: string, ip: string): AddressMember => ({
  type: "address",
  name,
  ip,
  prefix: 24,
});
export const command = (name: string, words: Partial<CommandMember> = {}): CommandMember => ({
  type: "command",
  name,
  command: ["/usr/bin/web"],
  environment: {},
  startTimeout: 10_000,
  stopTimeout: 5000,
  restarts: { limit: 2, window: 60_000 },
  ...words,
});

export function spec(name: string, words: SpecWords = {}): GroupSpec {
  const { command: program = ["/usr/bin/web"], restarts, ...overrides } = words;
  const timing = restarts === undefined ? {} : { restarts };
  const service = program === null ? [] : [command("server", { command: program, ...timing })];
  return {
    name: groupName(name),
    members: [address("ip", addressOf(name)), ...service],
    prefers: [],
    failback: null,
    accepts: ["released", "guard"],
    ...overrides,
  };
}

export const CARDS: readonly Card[] = [
  {
    name: "lan0",
    role: "primary",
    stationary: { ip: "10.0.0.1", prefix: 24 },
    addresses: [{ ip: "10.0.0.1", prefix: 24 }],
  },
];
export const newHolding = (): Holding => createHolding({ self: SELF, ttl: TTL, cards: CARDS });

export function documentOf(groups: readonly GroupSpec[]): ClusterDocument {
  return {
    cluster: "test",
    timing: {
      ttl: TTL,
      rho: 0.01,
      heartbeat: 20,
      suspectAfter: 60,
      raftHeartbeat: 30,
      electionMin: 100,
      electionMax: 200,
    },
    nodes: [SELF, OTHER, nodeId("gamma")].map((name, i) => ({
      name,
      addresses: [`10.0.1.${i + 1}`],
      voter: true,
    })),
    groups,
  };
}

export const WEB: GroupName = groupName("web");
export const DB: GroupName = groupName("db");
