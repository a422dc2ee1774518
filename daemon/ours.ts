/**
 * Which addresses on this machine's cards Leasehold has put there, in a file that a restarted daemon reads: what a
 * crashed predecessor left is cleaned up, and what somebody else configured is not touched (R15).
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";

export interface OwnAddresses {
  /** Written down before the address is added: a crash between the two leaves a record of nothing, which harms nobody. */
  adding(ip: string): void;
  removed(ip: string): void;
  has(ip: string): boolean;
}

/** `bootId`: what was there in another boot is gone, and whatever is there now came from somewhere else. */
export function openOwnAddresses(file: string, bootId: string): OwnAddresses {
  const ours = new Set(readRecord(file, bootId));
  const write = (): void => {
    const text = `${bootId}\n${[...ours].join("\n")}\n`;
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    adding(ip) {
      if (ours.has(ip)) return;
      ours.add(ip);
      write();
    },
    removed(ip) {
      if (ours.delete(ip)) write();
    },
    has: (ip) => ours.has(ip),
  };
}

function readRecord(file: string, bootId: string): string[] {
  try {
    const [boot, ...ips] = readFileSync(file, "utf8").trim().split("\n");
    return boot === bootId ? ips.filter((ip) => ip !== "") : [];
  } catch {
    return []; // none yet
  }
}
