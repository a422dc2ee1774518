/** A node that was taken out of the cluster while its daemon runs on: it says so plainly, and asks for its peers ever more seldom. */
import type { Logger } from "pino";
import type { NodeId } from "../consensus/core/types.ts";
import type { Ledger } from "../consensus/ledger/types.ts";

/** A name that was removed is used up, so this never ends. */
export const isRemoved = (ledger: Ledger, self: NodeId): boolean => ledger.retired.has(self);

export const removalWords = (self: NodeId): string =>
  `${self} was removed from the cluster: it holds nothing and is given nothing any more; stop this daemon for good (systemctl disable --now leaseholdd), or give this machine a new name and an empty data folder and add it`;

/** Calls back once, when it is so; returns how to stop listening. */
export function followRemoval(
  self: NodeId,
  ledger: () => Ledger,
  onChange: (listener: () => void) => () => void,
  removed: () => void,
): () => void {
  let told = false;
  const look = (): void => {
    if (told || !isRemoved(ledger(), self)) return;
    told = true;
    stop();
    removed();
  };
  const stop = onChange(look);
  look();
  return stop;
}

/** In a transport, the log and the status: `streams` dials its peers seldom from then on. */
export function sayRemoval(
  self: NodeId,
  replica: { readonly ledger: Ledger },
  onChange: (listener: () => void) => () => void,
  streams: { seldom(): void },
  log: Logger,
): () => void {
  return followRemoval(
    self,
    () => replica.ledger,
    onChange,
    () => {
      log.warn(removalWords(self));
      streams.seldom();
    },
  );
}
