/**
 * Pings by the system's own `ping`, which needs no privilege of ours and is what a person would try by hand. One round at
 * a time; a target whose ping has not ended yet is not asked again, so there is never more than one process for each.
 */
import { isIP } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Millis } from "../../consensus/core/types.ts";
import { LeaseholdError } from "../../errors.ts";
import type { PingAnswer, Pings } from "../port.ts";
import type { PingProgram } from "./pingprogram.ts";

export interface PingOptions {
  /** The daemon's one clock, milliseconds. */
  readonly now: () => Millis;
  /** There is no ping, or it may not be used; said once for each time that it stops working. */
  readonly trouble: (text: string) => void;
  /** In place of the package. */
  readonly program?: PingProgram;
}

/** What a target must be to be given to a program as an argument: an IP address; so no name, no option, no scope. */
export const isPingTarget = (text: string): boolean => isIP(text) !== 0 && !text.includes("%");

/** Throws `invalid-argument` from `probe` for a target that is no IP address; for nothing else. */
export function createPings({ now, trouble, program }: PingOptions): Pings {
  const pinger = new Pinger(now, trouble, program ?? null);
  let round: Promise<readonly PingAnswer[]> | null = null;
  return {
    probe(targets, timeout) {
      const wrong = targets.find((target) => !isPingTarget(target));
      if (wrong !== undefined)
        throw new LeaseholdError("invalid-argument", `${JSON.stringify(wrong)} is no IP address to ping`);
      // Who asks during a round gets that round: its answers say themselves when they were sent.
      round ??= pinger.round(targets, timeout).finally(() => {
        round = null;
      });
      return round;
    },
  };
}

interface Asked {
  readonly target: string;
  readonly sentAt: Millis;
  /** Null: its last ping has not ended yet. */
  readonly answer: Promise<boolean> | null;
}

class Pinger {
  readonly #now: () => Millis;
  readonly #trouble: (text: string) => void;
  readonly #underWay = new Set<string>();
  #program: PingProgram | null;
  #troubled = false;

  constructor(now: () => Millis, trouble: (text: string) => void, program: PingProgram | null) {
    this.#now = now;
    this.#trouble = trouble;
    this.#program = program;
  }

  async round(targets: readonly string[], timeout: Millis): Promise<readonly PingAnswer[]> {
    // Loaded when it is first needed: most clusters ping nobody.
    this.#program ??= (await import("./pingprogram.ts")).loadPingProgram();
    const asked: Asked[] = [];
    for (const target of new Set(targets)) {
      asked.push(this.#ask(this.#program, target, timeout));
      await nextTurn(); // making a process takes milliseconds: heartbeats may pass between two
    }
    return Promise.all(
      asked.map(async ({ target, sentAt, answer }) => {
        const answered = answer !== null && (await within(answer, sentAt + timeout - this.#now()));
        return { target, sentAt, answered };
      }),
    );
  }

  #ask(program: PingProgram, target: string, timeout: Millis): Asked {
    const sentAt = this.#now(); // before the send: what is counted from it is never too late
    if (this.#underWay.has(target)) return { target, sentAt, answer: null };
    this.#underWay.add(target);
    // It ends by itself after one answer or `timeout` seconds, and so leaves no process behind.
    const options = {
      numeric: true,
      timeout: Math.max(0.01, timeout / 1000),
      min_reply: 1,
      v6: isIP(target) === 6,
    };
    const answer = keepingLocale(() => program.probe(target, options))
      .then(({ alive }) => {
        this.#troubled = false;
        return alive;
      })
      .catch((error: unknown) => {
        this.#failed(error);
        return false;
      })
      .finally(() => this.#underWay.delete(target));
    return { target, sentAt, answer };
  }

  #failed(error: unknown): void {
    if (this.#troubled) return;
    this.#troubled = true;
    const why = error instanceof Error ? error.message : String(error);
    this.#trouble(`pings do not work, so nothing can be concluded from them: ${why} Is ping installed?`);
  }
}

/** False at the latest after `ms`: a late answer counts for nobody. */
function within(answer: Promise<boolean>, ms: Millis): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), Math.max(0, ms));
    void answer.then((alive) => {
      clearTimeout(timer);
      resolve(alive);
    });
  });
}

/**
 * The package reads what ping prints in English, and sets LANG of this whole process to have it so. What it starts must be
 * English whatever LC_ALL says, and services that we start must get their own language.
 */
function keepingLocale<T>(start: () => T): T {
  const { env } = process;
  const before = ["LANG", "LC_ALL"].map((name) => [name, env[name]] as const);
  env.LC_ALL = "C";
  try {
    return start();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete env[name];
      else env[name] = value;
    }
  }
}
