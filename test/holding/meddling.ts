/** Somebody else is root on the machine too: takes addresses, sets them, flushes the packet filter, pulls cables. */
import type { NetworkChange } from "../../network/port.ts";
import { crowdAddress, type nothingSeen } from "./draws.ts";
import type { Machine } from "./machine.ts";
import { addressOf } from "./specs.ts";

/** One thing, drawn by `random`; returns what the kernel has to say after it, `words` being what it had not said before. */
export function meddle(
  machine: Machine,
  words: readonly NetworkChange[],
  random: () => number,
  crowdSize: number,
  seen: ReturnType<typeof nothingSeen>,
): NetworkChange[] {
  const r = random();
  const ip =
    crowdSize > 0 && random() < 0.5
      ? crowdAddress(Math.floor(random() * crowdSize))
      : addressOf(random() < 0.5 ? "web" : "db");
  const said = (type: "address-added" | "address-gone"): NetworkChange[] => [
    ...words,
    { type, card: "lan0", ip, prefix: 24 },
  ];
  if (r < 0.3 && machine.addresses.delete(ip)) {
    seen.taken++;
    return said("address-gone");
  }
  if (r < 0.5 && !machine.addresses.has(ip)) {
    seen.set++;
    machine.foreign.add(ip);
    machine.addresses.set(ip, 24);
    return said("address-added");
  }
  if (r < 0.65 && machine.managed !== null) {
    seen.flushed++;
    machine.flush();
    return [...words, { type: "gate-disturbed", detail: "flushed" }];
  }
  if (r < 0.75) return [{ type: "overrun" }];
  seen.cables++;
  return [...words, { type: "link", card: "lan0", up: random() < 0.6, gone: false }];
}
