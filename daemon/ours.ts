/**
 * Which addresses on this machine's cards Leasehold has put there, in a file that a restarted daemon reads: what a
 * crashed predecessor left is cleaned up, and what somebody else configured is not touched (R15).
 */
import { closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import type { Addresses } from "../network/port.ts";

export interface OwnAddresses {
  /** Written down before the address is added: a crash between the two leaves a record of nothing, which harms nobody. */
  adding(ip: string): void;
  removed(ip: string): void;
  has(ip: string): boolean;
}

/** `bootId`: what was there in another boot is gone, and whatever is there now came from somewhere else. */
export function openOwnAddresses(file: string, bootId: string): OwnAddresses {
  const ours = new Set(readRecord(file, bootId));
  let lines = 0;
  const begin = (): number => {
    writeFileSync(`${file}.new`, [bootId, ...ours, ""].join("\n"), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    lines = ours.size;
    return openSync(file, "a");
  };
  // A line for each change: with a thousand addresses the whole file at each of them would hold up the loop.
  let record = begin();
  const write = (line: string): void => {
    writeSync(record, `${line}\n`);
    lines += 1;
    if (lines < LINES_MAX + 2 * ours.size) return;
    closeSync(record);
    record = begin();
  };
  return {
    adding(ip) {
      if (ours.has(ip)) return;
      ours.add(ip);
      write(ip);
    },
    removed(ip) {
      if (ours.delete(ip)) write(`${GONE}${ip}`);
    },
    has: (ip) => ours.has(ip),
  };
}

/** Then it is written afresh: a group may come and go for years within one boot. */
export const LINES_MAX = 4096;
/** Before an address that was removed. */
const GONE = "-";

function readRecord(file: string, bootId: string): string[] {
  try {
    const [boot, ...ips] = readFileSync(file, "utf8").trim().split("\n");
    if (boot !== bootId) return [];
    const ours = new Set<string>();
    for (const line of ips) {
      if (line.startsWith(GONE)) ours.delete(line.slice(GONE.length));
      else if (line !== "") ours.add(line);
    }
    return [...ours];
  } catch {
    return []; // none yet
  }
}

type Cards = Required<Addresses> & { close(): void };

/** Every address that comes and goes through us is written down. */
export function recorded(addresses: Cards, ours: OwnAddresses): Cards {
  return {
    add(card, ip, prefix) {
      ours.adding(ip);
      addresses.add(card, ip, prefix);
    },
    remove(card, ip, prefix) {
      addresses.remove(card, ip, prefix);
      ours.removed(ip);
    },
    removeAll(card, all) {
      addresses.removeAll(card, all);
      for (const { ip } of all) ours.removed(ip);
    },
    list: (card) => addresses.list(card),
    close: () => addresses.close(),
  };
}
