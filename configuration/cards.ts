/** The cards of a node's file: names, stationary addresses, and which card carries a floating address. */
import type { Card, Cidr } from "../network/port.ts";
import { formatCidr, inSubnet, parseAddress, parseCidr, unusable } from "./addresses.ts";
import { isGiven, type Place, type Reading } from "./reading.ts";

const CARD = /^[^\s/]{1,15}$/;
const STATIONARY = "its stationary address with the prefix length, such as 10.0.0.1/24";

/** A card as far as it could be read, and where its parts stand. */
interface WrittenCard {
  readonly card: Card;
  readonly places: readonly Place[];
}

/** None where there is nothing. Null when something about them is wrong (and has been complained of). */
export function readCards(reading: Reading, at: Place): Card[] | null {
  if (!isGiven(at)) return [];
  const items = reading.items(at, "a list of cards", 1, 32);
  if (items === null) return null;
  const names = new Set<string>();
  const read = items.map((item) => readCard(reading, item, names));
  const cards = read.filter((card) => card !== null);
  for (const [i, later] of cards.entries()) {
    for (const earlier of cards.slice(0, i)) checkApart(reading, earlier.card, later);
  }
  return cards.length === read.length ? cards.map(({ card }) => card) : null;
}

function readCard(reading: Reading, at: Place, names: Set<string>): WrittenCard | null {
  const fields = reading.fields(at, "a card: a map with name, role and address", [
    "name",
    "role",
    "address",
    "addresses",
  ]);
  if (fields === null) return null;
  const name = reading.text(fields("name"), "a card's name such as eth0", (text) => CARD.test(text));
  if (name !== null && names.has(name)) reading.complain(fields("name"), `${name} is named twice`);
  if (name !== null) names.add(name);
  const role = reading.choice(fields("role"), ["primary"], "primary");
  const several = isGiven(fields("addresses"));
  if (several && isGiven(fields("address")))
    reading.complain(fields("address"), "stands beside addresses; expected one of the two");
  const places = several ? reading.items(fields("addresses"), STATIONARY, 1, 32) : [fields("address")];
  const addresses = places?.map((place) => readFixed(reading, place)) ?? [];
  const [stationary] = addresses;
  if (name === null || role === null || places === null) return null;
  if (stationary === undefined || stationary === null || addresses.includes(null)) return null;
  const fixed = addresses.filter((address) => address !== null);
  const [first] = places;
  if (first !== undefined && parseAddress(stationary.ip)?.family !== 4) {
    reading.complain(first, `is ${formatCidr(stationary)}; expected an IPv4 address first: ${STATIONARY}`); // F3
    return null;
  }
  fixed.forEach((address, i) => {
    const place = places[i];
    if (place === undefined || parseAddress(address.ip)?.family !== 4) return;
    if (!inSubnet(address.ip, stationary) || address.prefix !== stationary.prefix) {
      const text = `${formatCidr(address)} lies in another subnet than ${formatCidr(stationary)}`;
      reading.complain(place, `${text}; expected one IPv4 subnet for a card`); // S6
    }
  });
  return { card: { name, role, stationary, addresses: fixed }, places };
}

function readFixed(reading: Reading, at: Place): Cidr | null {
  const text = reading.text(at, STATIONARY, (written) => parseCidr(written) !== null);
  const cidr = text === null ? null : parseCidr(text);
  const address = cidr === null ? null : parseAddress(cidr.ip);
  if (cidr === null || address === null) return null;
  const why = unusable(address, cidr.prefix);
  if (why === null) return cidr;
  reading.complain(at, `${text} ${why}; expected ${STATIONARY}`);
  return null;
}

/** Two cards in one subnet: nobody could say which of them carries a floating address. */
function checkApart(reading: Reading, earlier: Card, later: WrittenCard): void {
  later.card.addresses.forEach((address, i) => {
    const place = later.places[i];
    const same = earlier.addresses.find((a) => inSubnet(address.ip, a) || inSubnet(a.ip, address));
    if (place === undefined || same === undefined) return;
    const text = `${formatCidr(address)} lies in the subnet of card ${earlier.name} (${formatCidr(same)})`;
    reading.complain(place, `${text}; expected a subnet for each card`);
  });
}

/** The card of this node that carries an address: the one with a stationary address in the same subnet. */
export function cardFor(cards: readonly Card[], ip: string): Card | null {
  return cards.find((card) => card.addresses.some((address) => inSubnet(ip, address))) ?? null;
}
