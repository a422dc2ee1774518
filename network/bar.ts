/**
 * Addresses that are on this machine's cards and must never answer, whatever else opens (G3): somebody else's configuration has
 * put managed addresses there (R15). A table of their own, like the gate's, that nothing ever opens.
 */
import { gateSpec, gateTable, MANAGED } from "./gatetable.ts";
import { addressBytes } from "./kernel/ipv6.ts";
import { openNfnetlink } from "./kernel/nfnetlink.ts";
import { changeElements, dropTable, makeTable } from "./kernel/nftables.ts";
import { perform } from "./trial.ts";

export interface Bar {
  /**
   * Exactly these are barred from now on, on every card; made anew each time, so that what somebody took away is there again.
   * Throws KernelError, or LeaseholdError "invalid-argument".
   */
  set(addresses: readonly string[]): void;
  /** What is barred stays barred. */
  close(): void;
}

/** `guard`: "off" leaves the kernel alone, as the gate does. Acts in the network namespace of this call. */
export function createBar(node: string, cards: readonly string[], guard: "on" | "off"): Bar {
  if (guard === "off") return { set: () => {}, close: () => {} };
  const table = `${gateTable(node)}-bar`;
  const socket = openNfnetlink();
  return {
    set(addresses) {
      if (addresses.length === 0) {
        perform(socket, dropTable(table), "taking away the bar of foreign addresses");
        return;
      }
      const keys = addresses.map(addressBytes);
      const of = (family: 4 | 6, length: number) =>
        changeElements(
          "add",
          table,
          MANAGED[family],
          keys.filter((key) => key.length === length),
        );
      perform(
        socket,
        [...makeTable(gateSpec(table, cards)), ...of(4, 4), ...of(6, 16)],
        "barring foreign addresses",
      );
    },
    close: () => socket.close(),
  };
}
