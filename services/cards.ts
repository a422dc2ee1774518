/**
 * This node's cards: which can carry an address now. Down counts at once; up counts when it has stayed up for a while,
 * so that a link that flaps does not make groups flap. Pure.
 */
import type { Millis } from "../consensus/core/types.ts";
import { inSubnet } from "../consensus/ledger/subnet.ts";
import { addressesOf, type CardFact, type GroupSpec } from "../consensus/ledger/types.ts";
import type { Card, NetworkChange } from "../network/port.ts";
import type { HoldingAction } from "./types.ts";

export interface CardLife {
  readonly card: Card;
  /** Null until the kernel has said something of it. */
  up: boolean | null;
  gone: boolean;
  /** It has carrier again, and is believed at this moment. */
  upAt: Millis | null;
}

export const newCards = (cards: readonly Card[]): CardLife[] =>
  cards.map((card) => ({ card, up: null, gone: false, upAt: null }));

/** So many TTL without a break, and a card that came back is used again. */
const STEADY_TTLS = 2;

export function takeLink(
  cards: readonly CardLife[],
  change: Omit<Extract<NetworkChange, { type: "link" }>, "type">,
  at: { readonly now: Millis; readonly ttl: Millis },
): HoldingAction[] {
  const life = cards.find(({ card }) => card.name === change.card);
  if (life === undefined) return [];
  life.gone = change.gone;
  const up = change.up && !change.gone;
  if (life.up === null) {
    life.up = up;
    return up ? [] : [tell("warn", wordsOf(life))];
  }
  if (!up) {
    life.upAt = null;
    if (!life.up) return [];
    life.up = false;
    return [tell("warn", wordsOf(life))];
  }
  if (!life.up) life.upAt ??= at.now + STEADY_TTLS * at.ttl;
  return [];
}

/** Cards that have been up for long enough. */
export function settleCards(cards: readonly CardLife[], now: Millis): HoldingAction[] {
  const actions: HoldingAction[] = [];
  for (const life of cards) {
    if (life.upAt === null || now < life.upAt) continue;
    life.up = true;
    life.upAt = null;
    actions.push(tell("info", `${life.card.name} has carrier again`));
  }
  return actions;
}

const tell = (level: "info" | "warn", text: string): HoldingAction => ({
  type: "note",
  level,
  group: null,
  text,
});

export const wordsOf = ({ card, gone, up }: CardLife): string =>
  up === true ? `${card.name} is up` : gone ? `${card.name} is gone` : `${card.name} has no carrier`;

/** The first card under an address of the group that cannot carry it now; null when all can, or are not known yet. */
export function brokenCard(cards: readonly CardLife[], spec: GroupSpec): CardLife | null {
  // Asked for each group at each turn, and mostly nothing is down.
  if (!cards.some(({ up }) => up === false)) return null;
  for (const { ip } of addressesOf(spec)) {
    const life = cards.find(({ card }) => card.addresses.some((address) => inSubnet(ip, address)));
    if (life?.up === false) return life;
  }
  return null;
}

/** What is to be in the ledger; null while a card has not been heard of. */
export function factsOf(cards: readonly CardLife[]): CardFact[] | null {
  const facts: CardFact[] = [];
  for (const { card, up } of cards) {
    if (up === null) return null;
    facts.push({ name: card.name, role: card.role, addresses: card.addresses, up });
  }
  return facts;
}

/** Whether the ledger says of these cards what they are. */
export function areShown(cards: readonly CardLife[], facts: readonly CardFact[] | null): boolean {
  if (facts === null || facts.length !== cards.length) return false;
  return cards.every(({ card, up }, index) => {
    const fact = facts[index]!;
    return card.name === fact.name && up === fact.up && sameAddresses(card.addresses, fact.addresses);
  });
}

const sameAddresses = (a: CardFact["addresses"], b: CardFact["addresses"]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every(({ ip, prefix }, index) => ip === b[index]!.ip && prefix === b[index]!.prefix));
