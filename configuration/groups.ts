/** One group of the cluster document: its members, where it likes to be, whether it goes back there. */
import { nodeId } from "../consensus/core/types.ts";
import {
  type ClusterDocument,
  type GroupSpec,
  groupName,
  type Preference,
  type ProofKind,
} from "../consensus/ledger/types.ts";
import { type Neighbourhood, readMembers, SHORTHAND } from "./members.ts";
import { isGiven, type Place, type Reading, readName } from "./reading.ts";

export const ACCEPTS: readonly ProofKind[] = [
  "released",
  "guard",
  "fenced",
  "watchdog",
  "rebooted",
  "operator",
];
/** Proofs that nobody can bring while the last holder still serves. */
export const HARD: readonly ProofKind[] = ["never-held", "released", "fenced", "rebooted", "operator"];

/**
 * Which proofs are enough for a group that does not say so itself. Two voters that can each be switched off take over on
 * hard proofs alone, so that a holder that is cut off may serve on; where the operator accepts the risk, on the guard's too.
 */
export function defaultAccepts({
  nodes,
  arbitration,
}: Pick<ClusterDocument, "nodes" | "arbitration">): readonly ProofKind[] {
  const voters = nodes.filter(({ voter }) => voter);
  if (voters.length !== 2 || arbitration === undefined) return ACCEPTS;
  const hard = voters.every(({ power = [] }) => power.length > 0);
  return hard && !arbitration.acceptNonTransitiveRisk ? HARD : ACCEPTS;
}

/** The weight of the first node of a plain list; each one after it weighs one less. */
export const FIRST_WEIGHT = 100;
const HEAVIEST = 1_000_000;

export interface GroupSurroundings extends Neighbourhood {
  /** Null: the nodes themselves could not be read, so that nobody can tell which names are wrong. */
  readonly nodes: ReadonlySet<string> | null;
  /** The proofs that are enough for a group. */
  readonly accepts: readonly ProofKind[];
}

export function readGroup(reading: Reading, at: Place, around: GroupSurroundings): GroupSpec | null {
  const known = ["name", "members", "prefers", "failback", ...SHORTHAND];
  const fields = reading.fields(at, "a group: a map with name and members", known);
  if (fields === null) return null;
  const name = readName(reading, fields("name"));
  const owner = name === null ? `groups[${at.key}]` : `group ${name}`;
  if (name !== null) around.claims.take("group", name, owner, fields("name"));
  const members = readMembers(reading, fields, owner, around);
  const prefers = readPreferences(reading, fields("prefers"), around.nodes);
  const failback = readFailback(reading, fields("failback"));
  if (name === null || members === null || prefers === null || failback === undefined) return null;
  return { name: groupName(name), members, prefers, failback, accepts: around.accepts };
}

/** A list, best first; or a map of weights. */
function readPreferences(
  reading: Reading,
  at: Place,
  nodes: ReadonlySet<string> | null,
): Preference[] | null {
  if (!isGiven(at)) return [];
  const seen = new Set<string>();
  const accept = (place: Place, name: string): void => {
    if (seen.has(name)) reading.complain(place, `${name} is named twice`);
    else if (nodes !== null && !nodes.has(name))
      reading.complain(place, `${name} is not a node; nodes are ${[...nodes].join(", ")}`);
    seen.add(name);
  };
  if (at.value instanceof Map) {
    const read = (reading.entries(at, "a map of weights") ?? []).map((place): Preference | null => {
      const name = String(place.key);
      accept(place, name);
      if (!isGiven(place)) return reading.wrong(place, `a weight from 0 to ${HEAVIEST}`);
      const weight = reading.whole(place, 0, HEAVIEST, 0);
      return weight === null ? null : { node: nodeId(name), weight };
    });
    const preferences = read.filter((preference) => preference !== null);
    // Stable: among equal weights the order of the document stays.
    return preferences.length === read.length ? preferences.sort((a, b) => b.weight - a.weight) : null;
  }
  const items = reading.items(at, "a list of nodes, best first, or a map such as {a: 100, b: 50}", 0, 16);
  if (items === null) return null;
  return items.flatMap((place, i) => {
    const name = readName(reading, place);
    if (name === null) return [];
    accept(place, name);
    return [{ node: nodeId(name), weight: FIRST_WEIGHT - i }];
  });
}

/** Undefined when it is wrong: null already says "never". */
function readFailback(reading: Reading, at: Place): GroupSpec["failback"] | undefined {
  if (!isGiven(at) || at.value === "never") return null;
  if (at.value === "immediate") return { after: 0 };
  const expected = "never, immediate or a map such as {after: 30s}";
  if (!(at.value instanceof Map)) {
    reading.wrong(at, expected);
    return undefined;
  }
  const fields = reading.fields(at, expected, ["after"]);
  if (fields === null) return undefined;
  if (!isGiven(fields("after"))) {
    reading.wrong(fields("after"), "a time such as 30s");
    return undefined;
  }
  const after = reading.duration(fields("after"), 0, 0);
  return after === null ? undefined : { after };
}
