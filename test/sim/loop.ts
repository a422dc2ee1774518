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
  return new OneAtATime(timeline, random, first, ticking);
}

// A class, and no literal with getters: see `timeline.ts`.
class OneAtATime implements Loop {
  slow = 0;
  hiccups = 0;
  frozen = false;
  stopped = false;
  readonly #timeline: Timeline;
  readonly #random: Random;
  readonly #ticking: Ticking;
  readonly #arrived = new Queue();
  readonly #work = new Queue();
  #tickDue = false;
  #timer = 0;
  #running = false;
  #idleFrom = 0;
  #wakeAt = Number.NEGATIVE_INFINITY;

  constructor(timeline: Timeline, random: Random, first: number, ticking: Ticking) {
    this.#timeline = timeline;
    this.#random = random;
    this.#ticking = ticking;
    timeline.after(first, () => {
      this.#tickDue = !this.stopped;
      this.#run();
    });
  }

  arrive(task: Task, what?: unknown): void {
    if (this.stopped || this.#arrived.length >= SOCKET_BUFFER) return;
    this.#arrived.add(task, what);
    this.#run();
  }
  follow(task: Task, what?: unknown): void {
    if (this.stopped) return;
    this.#work.add(task, what);
    this.#run();
  }
  next(task: () => void): void {
    if (this.stopped) return;
    this.#work.addFirst(task);
    this.#run();
  }
  freeze(): void {
    this.frozen = true;
  }
  thaw(): void {
    this.frozen = false;
    this.#run();
  }
  pause(duration: number): void {
    this.#idleFrom = Math.max(this.#idleFrom, this.#timeline.now + duration);
  }
  resume(): void {
    this.#idleFrom = this.#timeline.now;
    this.#run();
  }
  stop(): void {
    this.stopped = true;
    this.#arrived.clear();
    this.#work.clear();
  }

  /** Whose turn it is; null: nothing is to be done. */
  #whose(): Queue | "tick" | null {
    if (this.#work.length === 0) this.#ticking.beforeTurn();
    if (this.#work.length > 0) return this.#work;
    // After a pause timers may come before or after the sockets' backlog.
    if (this.#tickDue && (this.#arrived.length === 0 || this.#random.chance(0.3))) return "tick";
    if (this.#arrived.length > 0) return this.#arrived;
    return this.#ticking.worthwhile() ? "tick" : null;
  }
  #tick(): void {
    this.#tickDue = false;
    const mine = ++this.#timer;
    this.#timeline.after(this.#ticking.tick(), () => {
      if (this.stopped || mine !== this.#timer) return;
      this.#tickDue = true;
      this.#run();
    });
  }
  #run(): void {
    if (this.#running) return;
    this.#running = true;
    while (!this.stopped && !this.frozen) {
      if (this.#timeline.now < this.#idleFrom) {
        if (this.#wakeAt !== this.#idleFrom) {
          this.#wakeAt = this.#idleFrom;
          this.#timeline.at(this.#idleFrom, () => this.#run());
        }
        break;
      }
      const turn = this.#whose();
      if (turn === null) break;
      if (turn === "tick") this.#tick();
      else turn.perform();
      if (this.slow > 0) this.pause(this.slow);
      if (this.hiccups > 0 && this.#random.chance(this.hiccups))
        this.pause(this.#random.exponential(this.#random.chance(0.1) ? 80 : 4));
    }
    this.#running = false;
  }
}
