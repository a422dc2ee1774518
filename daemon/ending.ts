/** The two ends of a daemon: it stops and releases everything, or hands everything to its next incarnation (G4). */
import type { Logger } from "pino";
import { type ClusterDocument, servicesOf } from "../consensus/ledger/types.ts";
import type { Replica } from "../consensus/replica.ts";
import type { Store } from "../consensus/store/port.ts";
import type { GuardCheck } from "../network/gate.ts";
import { freshlyConfirmed, yieldLeadership } from "./handing.ts";
import { sentence } from "./machine.ts";
import type { LeaseholdNode } from "./node.ts";
import type { ServiceManager } from "./servicemanager.ts";
import { prepareSuccessor, type Successor } from "./successor.ts";

export interface Started {
  /** Stops everything in order, releases, and ends the process. */
  readonly shutdown: (why: string) => Promise<void>;
  /** Hands everything to a new process of this daemon; on failure this one goes on. */
  readonly restart: (why: string) => Promise<void>;
}

interface Closes {
  close(): unknown;
}

/** Everything that has to end, in the hands of whoever ends it. */
export interface Ends {
  readonly node: LeaseholdNode;
  readonly replica: Replica;
  readonly log: Logger;
  readonly manager: ServiceManager;
  /** The one in force. */
  readonly document: () => ClusterDocument;
  /** What clients see. */
  readonly front: Closes;
  readonly transports: readonly Closes[];
  /** What listens to the node and to the kernel. */
  readonly ears: Closes;
  readonly audit: { flush(): Promise<void> };
  readonly store: Store;
  readonly gate: Closes & { remove(): Promise<void> };
  readonly runner: Closes;
  /** Sockets towards the cards. */
  readonly cards: readonly Closes[];
  readonly bootId: string;
  readonly guard: GuardCheck;
  /** From here on what fails is no news. */
  readonly onEnding: () => void;
}

export function endings(ends: Ends): Started {
  let ending = false;
  const begin = (): void => {
    ending = true;
    ends.onEnding();
  };
  return {
    shutdown: async (why) => {
      if (ending) return;
      begin();
      await shutDown(ends, why);
    },
    restart: async (why) => {
      if (ending) return;
      ends.log.info(`${why}: handing over to the next incarnation of this daemon`);
      const successor = await prepareSuccessor(ends.manager.environment);
      if (!successor.ok) {
        ends.log.warn(`this daemon goes on as it is: ${successor.reason}`);
        return;
      }
      if (ending) return successor.dismiss();
      begin();
      await handOver(ends, successor);
    },
  };
}

async function shutDown(ends: Ends, why: string): Promise<void> {
  const { node, log } = ends;
  ends.manager.stopping();
  log.info(`${why}: stopping what is held, in reverse order`);
  const clean = await Promise.race([node.drain(), givenUpAfter(drainPatience(ends.document()))]);
  if (clean) {
    // What else is on its way arrives before it: whatever came later would make it worthless (R1).
    await new Promise((resolve) => setTimeout(resolve, LAST_WORD_AFTER_MS));
    node.toReplica({ type: "farewell" });
  }
  node.stop();
  log[clean ? "info" : "warn"](
    clean ? "everything is stopped and released" : "stopped; not everything could be released",
  );
  await ends.front.close();
  ends.ears.close();
  await Promise.allSettled(ends.transports.map((transport) => transport.close()));
  await ends.audit.flush();
  await ends.store.close();
  for (const card of ends.cards) card.close();
  if (clean) await ends.gate.remove().catch((error: unknown) => log.warn(sentence(error)));
  ends.gate.close();
  process.exit(0);
}

async function handOver(ends: Ends, successor: Extract<Successor, { ok: true }>): Promise<void> {
  const { node, replica, bootId, guard } = ends;
  await yieldLeadership(node, replica);
  // Clients hang on for a moment; meanwhile this node still beats.
  await ends.front.close();
  await freshlyConfirmed(replica);
  const holding = await node.handOver();
  node.stop();
  ends.ears.close();
  // Sockets are closed by the next turn; whoever is at their other ends is not waited for.
  for (const transport of ends.transports) void transport.close();
  await ends.audit.flush();
  await ends.store.close();
  ends.gate.close();
  ends.runner.close();
  ends.manager.mainProcess(successor.pid);
  await successor.take({ bootId, guard, holding });
  process.exit(0);
}

const LAST_WORD_AFTER_MS = 50;

/** Without a majority a release never commits: an orderly stop of everything, and then some, is long enough. */
const drainPatience = (document: ClusterDocument): number =>
  Math.max(
    0,
    ...document.groups.map((group) => servicesOf(group).reduce((sum, member) => sum + member.stopTimeout, 0)),
  ) + 5_000;

const givenUpAfter = (ms: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
  });
