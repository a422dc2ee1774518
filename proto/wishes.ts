/** What operators, nodes and applications ask for that is no lease of a group: wire <-> core types. */
import { nodeId, term } from "../consensus/core/types.ts";
import { type CardFact, type Command, groupName, incarnation, token } from "../consensus/ledger/types.ts";
import { cidrFromWire, cidrToWire } from "./document.ts";
import type { leasehold } from "./generated/leasehold.js";
import { sessionFromWire, sessionToWire } from "./session.ts";
import {
  duration,
  enumeration,
  fromToken,
  fromUint64,
  name,
  refuse,
  required,
  toToken,
  toUint64,
} from "./wire.ts";

const KINDS = [
  "standby",
  "want",
  "maintain",
  "restart",
  "cards",
  "acquire",
  "yield",
  "lapse",
  "certify",
  "readmit",
  "recover",
] as const;
export type Wish = Extract<Command, { readonly type: (typeof KINDS)[number] }>;
export const isWish = (c: Command): c is Wish => (KINDS as readonly string[]).includes(c.type);

const cardRole = enumeration<CardFact["role"]>("card role", { primary: 1 });

/** The part that a oneof names is there. */
const body = <T>(part: T | null): T => required(part, "a command's body");

export function wishToWire(c: Wish): leasehold.v1.LedgerCommand.$Properties {
  switch (c.type) {
    case "standby":
      return { standby: { node: name(c.node, "a node on standby"), on: c.on, by: c.by } };
    case "want":
      return { want: { group: name(c.group, "a group's name"), running: c.running, by: c.by } };
    case "maintain": {
      const group = c.group === null ? null : name(c.group, "a group's name");
      return { maintain: { group, on: c.on, by: c.by } };
    }
    case "restart":
      return { restart: { node: name(c.node, "a node's name"), requestId: c.requestId, by: c.by } };
    case "certify": {
      const start = toUint64(c.incarnation, "an incarnation");
      const generation = name(c.generation, "a generation");
      return { certify: { node: name(c.node, "a node's name"), generation, incarnation: start } };
    }
    case "recover":
      return { recover: { survivor: name(c.survivor, "a survivor"), lost: [...c.lost], by: c.by } };
    case "readmit":
      return { readmit: { node: name(c.node, "a node's name"), generation: c.generation, by: c.by } };
    case "cards":
      return { cards: { session: sessionToWire(c.session), cards: c.cards.map(cardToWire) } };
    case "acquire": {
      const ttl = duration(c.ttl, "a lease's ttl");
      return { acquire: { name: c.name, owner: c.owner, ttl, note: c.note } };
    }
    case "yield":
      return { yield: { name: c.name, owner: c.owner, token: toToken(c.token, "a token") } };
    case "lapse": {
      const proposed = toUint64(c.term, "a Lapse's term");
      return { lapse: { name: c.name, token: toToken(c.token, "a token"), term: proposed } };
    }
    default:
      return refuse(`a command of type "${(c as { type?: unknown }).type}" is unknown`);
  }
}

/** Null where it is no wish. */
export function wishFromWire(wire: leasehold.v1.LedgerCommand): Wish | null {
  switch (wire.body) {
    case "standby": {
      const { node, on, by } = body(wire.standby);
      return { type: "standby", node: nodeId(name(node, "a node on standby")), on, by };
    }
    case "want": {
      const { group, running, by } = body(wire.want);
      return { type: "want", group: groupName(name(group, "a group's name")), running, by };
    }
    case "maintain": {
      const { on, by } = body(wire.maintain);
      const group = body(wire.maintain).group ?? null;
      const named = group === null ? null : groupName(name(group, "a group's name"));
      return { type: "maintain", group: named, on, by };
    }
    case "restart": {
      const { node, requestId, by } = body(wire.restart);
      return { type: "restart", node: nodeId(name(node, "a node's name")), requestId, by };
    }
    case "cards": {
      const { session, cards } = body(wire.cards);
      return { type: "cards", session: sessionFromWire(session), cards: cards.map(cardFromWire) };
    }
    case "certify": {
      const { node, generation } = body(wire.certify);
      const start = incarnation(fromUint64(body(wire.certify).incarnation, "an incarnation"));
      const named = nodeId(name(node, "a node's name"));
      return {
        type: "certify",
        node: named,
        generation: name(generation, "a generation"),
        incarnation: start,
      };
    }
    case "recover": {
      const { survivor, lost, by } = body(wire.recover);
      const gone = lost.map((each) => nodeId(name(each, "a lost node")));
      return { type: "recover", survivor: nodeId(name(survivor, "a survivor")), lost: gone, by };
    }
    case "readmit": {
      const { node, generation, by } = body(wire.readmit);
      return { type: "readmit", node: nodeId(name(node, "a node's name")), generation, by };
    }
    default:
      return appFromWire(wire);
  }
}

function appFromWire(wire: leasehold.v1.LedgerCommand): Wish | null {
  switch (wire.body) {
    case "acquire": {
      const { name: lease, owner, ttl, note } = body(wire.acquire);
      return { type: "acquire", name: lease, owner, ttl: duration(ttl, "a lease's ttl"), note };
    }
    case "yield": {
      const { name: lease, owner } = body(wire.yield);
      return {
        type: "yield",
        name: lease,
        owner,
        token: token(fromToken(body(wire.yield).token, "a token")),
      };
    }
    case "lapse": {
      const { name: lease } = body(wire.lapse);
      const named = token(fromToken(body(wire.lapse).token, "a token"));
      const proposed = term(fromUint64(body(wire.lapse).term, "a Lapse's term"));
      return { type: "lapse", name: lease, token: named, term: proposed };
    }
    default:
      return null;
  }
}

export const cardToWire = (card: CardFact): leasehold.v1.LedgerCard.$Properties => ({
  name: name(card.name, "a card's name"),
  role: cardRole.toWire(card.role),
  addresses: card.addresses.map(cidrToWire),
  up: card.up,
});
export const cardFromWire = (wire: leasehold.v1.LedgerCard): CardFact => ({
  name: name(wire.name, "a card's name"),
  role: cardRole.fromWire(wire.role),
  addresses: wire.addresses.map(cidrFromWire),
  up: wire.up,
});
