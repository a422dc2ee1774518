/** Two processes of one daemon, one after the other: the best moments to let go and to begin (G4). */
import { sameSession } from "../consensus/ledger/types.ts";
import type { Replica } from "../consensus/replica.ts";
import { heardOf } from "../consensus/sessions/hearing.ts";
import { bootNow } from "../network/kernel/clock.ts";
import type { LeaseholdNode } from "./node.ts";

/** How long a leader waits for its successor in office before it hands over all the same. */
const YIELD_MS = 1000;

/** A leader that goes away for a moment costs the cluster an election; one that hands over does not. */
export async function yieldLeadership(node: LeaseholdNode, replica: Replica): Promise<void> {
  const others = replica.ledger.document?.nodes.filter((n) => n.voter && n.name !== replica.self) ?? [];
  const to = others.find(({ name }) => {
    const heard = heardOf(replica.hearing, name);
    return heard !== null && bootNow() - heard.receivedAt < replica.timing.suspectAfter;
  });
  if (replica.role !== "leader" || to === undefined) return;
  const given = changed(node, YIELD_MS, () => replica.role !== "leader" && replica.leader !== null);
  node.toReplica({ type: "transfer", to: to.name });
  await given;
}

/** Resolves when a change of the node has made it so, or after `ms`; nothing listens any more then. */
function changed(node: Pick<LeaseholdNode, "onChange">, ms: number, so: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, ms);
    const stop = node.onChange(() => {
      if (so()) end();
    });
  });
}

/** Waits until this incarnation has a session and every lease of its node is its own; or for one TTL. */
export async function atWork(node: LeaseholdNode, replica: Replica): Promise<void> {
  const { ttl } = replica.timing;
  const settled = (): boolean =>
    replica.validUntil > bootNow() &&
    [...replica.ledger.leases.values()].every(
      ({ state, holder }) =>
        state !== "held" || holder?.node !== replica.self || sameSession(holder, replica.session),
    );
  await changed(node, ttl, settled);
}

/** Waits for the best moment to hand over: straight after a majority's echo, with nearly a whole TTL left; or not long. */
export async function freshlyConfirmed(replica: Replica): Promise<void> {
  const { ttl, heartbeat } = replica.timing;
  const end = bootNow() + 3 * heartbeat;
  while (bootNow() < end && replica.validUntil - bootNow() < 0.95 * ttl) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
