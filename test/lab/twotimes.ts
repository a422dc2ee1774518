/** How long the protocol of two may take, by the timing that is in force: for bounds, and for waits that must outlast it. */
import { type NodeId, nodeId } from "../../consensus/core/types.ts";
import { shotDelay } from "../../fencing/arbitration.ts";
import { detectionSkew } from "../../fencing/turns.ts";
import type { Cluster } from "./cluster.ts";
import type { Bound } from "./scenarios.ts";
import { BOUND_MS, DEVICE_MS, PING_TIMEOUT_MS } from "./twolab.ts";

/** What the one that does not shoot first waits after it has noticed, by configuration and while nothing is measured; milliseconds. */
export function delayOf({ timing, names }: Cluster): number {
  const [a, b] = names.map(nodeId) as [NodeId, NodeId];
  const skew = detectionSkew(timing);
  const delay = shotDelay(b, a, { holds: new Map(), measured: [], bound: BOUND_MS, detectionSkew: skew });
  return delay + Math.max(PING_TIMEOUT_MS, timing.heartbeat);
}

/** Detection, the delay of the one that is not first, off and status, and what is left for the log and the service. */
export function boundOfPowerCut(cluster: Cluster): Bound {
  const { suspectAfter } = cluster.timing;
  const delay = delayOf(cluster);
  const words = `detection ${suspectAfter} + delay ${delay} + 2 x switch ${DEVICE_MS} + 150`;
  return { ms: suspectAfter + delay + 2 * DEVICE_MS + 150, words };
}

const QUIET_LEAST_MS = 5000;
const LATE_MS = 1500;

/**
 * Longer than detection, both sides' turns and a shot together, milliseconds: what has not happened by then waits for something else.
 * With patient times a lawful takeover alone takes over seven seconds, so that five of silence would show nothing.
 */
export function quietOf(cluster: Cluster): number {
  return Math.max(QUIET_LEAST_MS, boundOfPowerCut(cluster).ms + LATE_MS);
}
