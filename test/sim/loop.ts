/**
 * The event loop of one simulated daemon: one thing at a time, and it may stop anywhere. Between two effects of one
 * event, between a computed action and its performance, between an answer and its reading: a pause can hit, as the
 * scheduler, the collector or SIGSTOP make it. What arrives meanwhile waits in the sockets.
 */
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

type Task = () => void;
export interface Loop {
  /** Something arrived from outside: handled when everything before it is. */
  arrive(task: Task): void;
  /** What the event at hand asks for: performed before anything else arrives. */
  follow(task: Task): void;
  /** As `follow`, and before what was asked for earlier: the answer to a synchronous call. */
  next(task: Task): void;
  freeze(): void;
  thaw(): void;
  /** Nothing runs for this long. */
  pause(duration: number): void;
  /** Ends a pause. */
  resume(): void;
  /** Every task takes this long, milliseconds (0: nothing). */
  slow: number;
  /** Chance of a pause after a task. */
  hiccups: number;
  stop(): void;
  readonly frozen: boolean;
  readonly stopped: boolean;
}

/** Datagrams and letters that a frozen daemon's sockets hold before they drop. */
const SOCKET_BUFFER = 3_000;

export interface Ticking {
  /** Returns after how many milliseconds of true time the next is due; it comes late after a pause. */
  readonly tick: () => number;
  /** Being awake anyway, is it worth ticking now? */
  readonly worthwhile: () => boolean;
  /** Comes before anything that waited; what it asks for with `follow` does too. */
  readonly beforeTurn: () => void;
}

/** `first`: true milliseconds until the first tick. */
export function createLoop(timeline: Timeline, random: Random, first: number, ticking: Ticking): Loop {
  let arrived: Task[] = [];
  let arrivedAt = 0;
  let work: Task[] = [];
  let workAt = 0;
  let tickDue = false;
  let timer = 0;
  let frozen = false;
  let stopped = false;
  let running = false;
  let idleFrom = 0;
  let wakeAt = Number.NEGATIVE_INFINITY;

  const nextTask = (): Task | undefined => {
    if (workAt >= work.length) ticking.beforeTurn();
    if (workAt < work.length) return work[workAt++];
    if (work.length > 0) {
      work = [];
      workAt = 0;
    }
    const waiting = arrived.length - arrivedAt;
    // After a pause timers may come before or after the sockets' backlog.
    if (tickDue && (waiting === 0 || random.chance(0.3))) {
      return tick;
    }
    if (waiting > 0) return arrived[arrivedAt++];
    if (arrived.length > 0) {
      arrived = [];
      arrivedAt = 0;
    }
    return ticking.worthwhile() ? tick : undefined;
  };
  const tick = () => {
    tickDue = false;
    const mine = ++timer;
    timeline.after(ticking.tick(), () => {
      if (stopped || mine !== timer) return;
      tickDue = true;
      run();
    });
  };
  const run = () => {
    if (running) return;
    running = true;
    while (!stopped && !frozen) {
      if (timeline.now < idleFrom) {
        if (wakeAt !== idleFrom) {
          wakeAt = idleFrom;
          timeline.at(idleFrom, run);
        }
        break;
      }
      const task = nextTask();
      if (task === undefined) break;
      task();
      if (loop.slow > 0) loop.pause(loop.slow);
      if (loop.hiccups > 0 && random.chance(loop.hiccups))
        loop.pause(random.exponential(random.chance(0.1) ? 80 : 4));
    }
    running = false;
  };
  timeline.after(first, () => {
    tickDue = !stopped;
    run();
  });

  const loop: Loop = {
    arrive: (task) => {
      if (stopped || arrived.length - arrivedAt >= SOCKET_BUFFER) return;
      arrived.push(task);
      run();
    },
    follow: (task) => {
      if (stopped) return;
      work.push(task);
      run();
    },
    next: (task) => {
      if (stopped) return;
      work.splice(workAt, 0, task);
      run();
    },
    freeze: () => {
      frozen = true;
    },
    thaw: () => {
      frozen = false;
      run();
    },
    pause: (duration) => {
      idleFrom = Math.max(idleFrom, timeline.now + duration);
    },
    resume: () => {
      idleFrom = timeline.now;
      run();
    },
    slow: 0,
    hiccups: 0,
    stop: () => {
      stopped = true;
      arrived = [];
      work = [];
    },
    get frozen() {
      return frozen;
    },
    get stopped() {
      return stopped;
    },
  };
  return loop;
}
