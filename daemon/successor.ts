/**
 * A daemon's restart in place: the next process is started and made ready while this one still works; only then this
 * one lets go, hands over what it holds, and ends. Whatever fails before that moment changes nothing (G4).
 */
import { type ChildProcess, fork } from "node:child_process";
import type { GuardCheck } from "../network/gate.ts";
import type { HandedOver } from "../services/types.ts";

/** What goes from one process to the next, on one machine within one boot. */
export interface Inheritance {
  readonly bootId: string;
  /** What the kernel answered when it was asked whether it guards addresses. */
  readonly guard: GuardCheck;
  readonly holding: HandedOver;
}

type FromSuccessor = { readonly type: "ready" } | { readonly type: "taken" };
type ToSuccessor = { readonly type: "inherit"; readonly state: Inheritance };

/** In the environment of a successor only. */
const MARK = "LEASEHOLD_SUCCESSOR";
/** How long the next process may take to load and check its configuration. */
const READY_MS = 20_000;
/** How long it may take to be at work; then this one ends anyway. */
const TAKEN_MS = 10_000;

export type Successor =
  | {
      readonly ok: true;
      readonly pid: number;
      /** Hands over; resolves when it is at work, has ended, or time is up. */
      take(state: Inheritance): Promise<void>;
      /** It is not needed after all. */
      dismiss(): void;
    }
  | { readonly ok: false; readonly reason: string };

/** Starts this same program anew, as installed now, and waits until it is ready to inherit. */
export async function prepareSuccessor(environment: Readonly<Record<string, string>>): Promise<Successor> {
  const [, program = "", ...words] = process.argv;
  const child = fork(program, words, {
    execArgv: process.execArgv,
    env: { ...process.env, ...environment, [MARK]: String(process.pid) },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    serialization: "advanced",
    detached: true,
  });
  const why = await readiness(child);
  if (why !== null) {
    child.kill("SIGKILL");
    return { ok: false, reason: `the next incarnation did not come up: ${why}` };
  }
  return {
    ok: true,
    pid: child.pid!,
    dismiss: () => {
      child.disconnect();
    },
    take: (state) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, TAKEN_MS);
        child.once("exit", () => {
          clearTimeout(timer);
          resolve();
        });
        child.on("message", (message: FromSuccessor) => {
          if (message.type !== "taken") return;
          clearTimeout(timer);
          resolve();
        });
        child.send({ type: "inherit", state } satisfies ToSuccessor);
      }),
  };
}

/** Null once it says that it is ready, else why it is not. */
function readiness(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(`not ready within ${READY_MS / 1000} s`), READY_MS);
    const end = (why: string | null): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on("error", () => {});
      resolve(why);
    };
    child.once("error", (error) => end(error.message));
    child.once("exit", (code, signal) =>
      end(`it ended with ${signal ?? `status ${code}`}; its log says why`),
    );
    child.on("message", (message: FromSuccessor) => {
      if (message.type === "ready") end(null);
    });
  });
}

export const isSuccessor = (): boolean => process.env[MARK] !== undefined && process.send !== undefined;

/**
 * Says that this process is ready and waits for what the one before hands over. Without it there is nothing to do: the
 * one before goes on, or its end is the service manager's business.
 */
export function awaitInheritance(): Promise<{ readonly state: Inheritance; taken(): void }> {
  delete process.env[MARK];
  return new Promise((resolve) => {
    const leave = (): void => process.exit(0);
    process.once("disconnect", leave);
    process.on("message", (message: ToSuccessor) => {
      if (message.type !== "inherit") return;
      process.off("disconnect", leave);
      const taken = (): void => {
        // The one before may be gone already: then nobody waits.
        if (!process.connected) return;
        process.send?.({ type: "taken" } satisfies FromSuccessor, undefined, undefined, () =>
          process.disconnect?.(),
        );
      };
      resolve({ state: message.state, taken });
    });
    process.send?.({ type: "ready" } satisfies FromSuccessor);
  });
}
