/** Which nodes can carry an address: its card must be in the same subnet (S6). */
import type { NodeId } from "../consensus/core/types.ts";
import type { CardFact } from "../consensus/ledger/types.ts";
import { type Address, formatCidr, networkOf, parseAddress, parseCidr, unusable } from "./addresses.ts";

/** What nodes have said of their cards; null: nothing is known of any node, the document must make sense by itself. */
export type KnownCards = ReadonlyMap<NodeId, readonly CardFact[]> | null;

export interface Place {
  readonly node: string;
  /** The paths of the node, as far as they could be read. */
  readonly paths: readonly Address[];
}

interface Subnet {
  readonly text: string;
  readonly address: Address;
  readonly prefix: number;
}

interface Carrier {
  readonly node: string;
  readonly paths: readonly Address[];
  /** Null: the node is away and has not said. */
  readonly subnets: readonly Subnet[] | null;
  /** Its cards, for people. */
  readonly cards: string;
}

export interface Reach {
  /** Why some node cannot carry this address; empty when all can. */
  problems(text: string, address: Address, prefix: number): string[];
  /** Lawful, but odd. */
  doubts(text: string, address: Address, prefix: number): string[];
}

export function reachOf(places: readonly Place[], cards: KnownCards): Reach {
  const carriers = places.map((place) => carrierOf(place, cards));
  const lacking = new Map<string, string>();
  const withoutPath = (address: Address, prefix: number): string => {
    const network = networkOf(address, prefix);
    let names = lacking.get(network);
    if (names === undefined) {
      names = carriers
        .filter(({ paths }) => paths.length > 0 && !paths.some((path) => networkOf(path, prefix) === network))
        .map(({ node }) => node)
        .join(", ");
      lacking.set(network, names);
    }
    return names;
  };
  return {
    problems(text, address, prefix) {
      if (cards === null) {
        // Paths are IPv4: of IPv6 subnets only the cards can tell.
        const names = address.family === 4 ? withoutPath(address, prefix) : "";
        if (names === "") return [];
        return [
          `${text} lies in no subnet of the addresses of ${names}; expected every node to have an address in that subnet`,
        ];
      }
      return carriers.flatMap((carrier) => cardProblem(carrier, text, address));
    },
    doubts(text, address, prefix) {
      return carriers.flatMap(({ node, subnets }) => {
        const subnet = subnets?.find((s) => holds(s, address));
        if (subnet === undefined || subnet.prefix === prefix) return [];
        return [`${text} has the prefix length ${prefix}; on ${node} its subnet is that of ${subnet.text}`];
      });
    },
  };
}

const holds = (subnet: Subnet, address: Address): boolean =>
  subnet.address.family === address.family &&
  networkOf(subnet.address, subnet.prefix) === networkOf(address, subnet.prefix);

function carrierOf({ node, paths }: Place, cards: KnownCards): Carrier {
  const said = cards?.get(node as NodeId);
  if (said === undefined) return { node, paths, subnets: null, cards: "" };
  const subnets = said.flatMap((card) =>
    card.addresses.flatMap((cidr): Subnet[] => {
      const address = parseAddress(cidr.ip);
      return address === null || parseCidr(formatCidr(cidr)) === null
        ? []
        : [{ text: `${card.name} (${formatCidr(cidr)})`, address, prefix: cidr.prefix }];
    }),
  );
  const described = said.map(({ name, addresses }) => {
    const list = addresses.map(formatCidr).join(" ");
    return list === "" ? `${name} without a stationary address` : `${name} ${list}`;
  });
  return { node, paths, subnets, cards: described.join(", ") || "none" };
}

function cardProblem({ node, subnets, cards }: Carrier, text: string, address: Address): string[] {
  if (subnets === null) return [];
  const subnet = subnets.find((s) => holds(s, address));
  if (subnet === undefined) {
    return [`${text} lies in the subnet of no primary card of ${node}; its cards: ${cards}`];
  }
  const why = unusable(address, subnet.prefix);
  if (why !== null) return [`${text} ${why} on ${node}, whose card is ${subnet.text}`];
  const taken = subnets.find((s) => s.address.family === address.family && s.address.value === address.value);
  return taken === undefined ? [] : [`${text} is the stationary address of ${node}: ${taken.text}`];
}
