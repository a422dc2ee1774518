/** What this daemon says to the service manager that started it (systemd), and how it proves that it is alive. */
import type { Millis } from "../consensus/core/types.ts";
import { openNotifySocket } from "../network/kernel/notify.ts";

export interface ServiceManager {
  /** Under the wings of one at all. */
  readonly present: boolean;
  /** How often to call `alive`; null when nobody waits for it. */
  readonly watchdogPeriod: Millis | null;
  ready(status: string): void;
  status(text: string): void;
  stopping(): void;
  alive(): void;
  /** Another process of this service is the main one from here on. */
  mainProcess(pid: number): void;
  /** For the environment of the next incarnation, and of nothing else. */
  readonly environment: Readonly<Record<string, string>>;
}

const OURS = ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"] as const;

/**
 * Takes what concerns the manager out of `environment`, so that no child of this daemon can speak for it. The period is
 * a third of what the manager allows: two pings may be late.
 */
export function meetServiceManager(environment: NodeJS.ProcessEnv, pid: number): ServiceManager {
  const kept: Record<string, string> = {};
  for (const name of OURS) {
    const value = environment[name];
    delete environment[name];
    if (value !== undefined && value !== "") kept[name] = value;
  }
  const socket = kept.NOTIFY_SOCKET === undefined ? null : openNotifySocket(kept.NOTIFY_SOCKET);
  const tell = (...lines: string[]): void => {
    socket?.tell(lines);
  };
  const patience = Number(kept.WATCHDOG_USEC ?? 0) / 1000;
  const meant = kept.WATCHDOG_PID === undefined || Number(kept.WATCHDOG_PID) === pid;
  const inherited: Record<string, string> = { ...kept };
  // The next incarnation is another process; the manager's patience is for whichever is the main one.
  delete inherited.WATCHDOG_PID;
  return {
    present: socket !== null,
    watchdogPeriod: socket !== null && meant && patience > 0 ? patience / 3 : null,
    ready: (status) => tell("READY=1", `STATUS=${oneLine(status)}`, `MAINPID=${pid}`),
    status: (text) => tell(`STATUS=${oneLine(text)}`),
    stopping: () => tell("STOPPING=1", "STATUS=stopping what is held, in reverse order"),
    alive: () => tell("WATCHDOG=1"),
    mainProcess: (other) => tell(`MAINPID=${other}`),
    environment: inherited,
  };
}

const oneLine = (text: string): string => text.replaceAll("\n", " ");

/** What is told of a node. */
interface Told {
  isTurning(): boolean;
  summary(): string;
  onChange(listener: () => void): () => void;
}

/** Status lines for the service manager, and its watchdog: a loop that does not turn does not ping. */
export function keepTelling(manager: ServiceManager, node: Told): () => void {
  if (!manager.present) return () => {};
  const period = manager.watchdogPeriod;
  const timer =
    period === null
      ? null
      : setInterval(() => {
          if (node.isTurning()) manager.alive();
        }, period);
  const stop = node.onChange(() => manager.status(node.summary()));
  return () => {
    if (timer !== null) clearInterval(timer);
    stop();
  };
}
