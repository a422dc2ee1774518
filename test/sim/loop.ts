/**
 * The event loop of one simulated daemon: one thing at a time, and it may stop anywhere. Between two effects of one
 * event, between a computed action and its performance, between an answer and its reading: a pause can hit, as the
 * scheduler, the collector or SIGSTOP make it. What arrives meanwhile waits in the sockets.
 */
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

export interface Loop {
  /** Something arrived from outside: handled when everything before it is. `what`: handed to the task. */
  arrive(task: () => void): void;
  arrive<What>(task: (what: What) => void, what: What): void;
  /** What the event at hand asks for: performed before anything else arrives. */
  follow(task: () => void): void;
  follow<What>(task: (what: What) => void, what: What): void;
  /** As `follow`, and before what was asked for earlier: the answer to a synchronous call. */
  next(task: () => void): void;
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

/** Each task is kept with what it is given. */
// biome-ignore lint/suspicious/noExplicitAny: each is given what came with it
type Task = (what: any) => void;

/** What waits, in order. Its places are used again once it is empty. */
class Queue {
  readonly #tasks: Task[] = [];
  readonly #whats: unknown[] = [];
  #first = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#first;
  }
  add(task: Task, what: unknown): void {
    this.#tasks[this.#end] = task;
    this.#whats[this.#end++] = what;
  }
  addFirst(task: Task): void {
    if (this.#first === 0) {
      this.#tasks.unshift(task);
      this.#whats.unshift(undefined);
      this.#end++;
      return;
    }
    this.#tasks[--this.#first] = task;
    this.#whats[this.#first] = undefined;
  }
  perform(): void {
    const task = this.#tasks[this.#first]!;
    const what = this.#whats[this.#first++];
    if (this.#first === this.#end) this.clear();
    task(what);
  }
  clear(): void {
    this.#first = 0;
    this.#end = 0;
  }
}

/** `first`: true milliseconds until the first tick. */
export function createLoop(timeline: Timeline, random: Random, first: number, ticking: Ticking): Loop {
  const arrived = new Queue();
  const work = new Queue();
  let tickDue = false;
  let timer = 0;
  let frozen = false;
  let stopped = false;
  let running = false;
  let idleFrom = 0;
  let wakeAt = Number.NEGATIVE_INFINITY;

  /** Whose turn it is; null: nothing is to be done. */
  const whose = (): Queue | "tick" | null => {
    if (work.length === 0) ticking.beforeTurn();
    if (work.length > 0) return work;
    // After a pause timers may come before or after the sockets' backlog.
    if (tickDue && (arrived.length === 0 || random.chance(0.3))) return "tick";
    if (arrived.length > 0) return arrived;
    return ticking.worthwhile() ? "tick" : null;
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
      const turn = whose();
      if (turn === null) break;
      if (turn === "tick") tick();
      else turn.perform();
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
    arrive: (task: Task, what?: unknown) => {
      if (stopped || arrived.length >= SOCKET_BUFFER) return;
      arrived.add(task, what);
      run();
    },
    follow: (task: Task, what?: unknown) => {
      if (stopped) return;
      work.add(task, what);
      run();
    },
    next: (task) => {
      if (stopped) return;
      work.addFirst(task);
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
      arrived.clear();
      work.clear();
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
