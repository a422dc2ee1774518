/** What the recording clients write down, one JSON object a line. Times in ms on the boot-time clock of the machine. */

export type Asked =
  | { readonly type: "acquire"; readonly owner: string }
  | { readonly type: "keep"; readonly owner: string; readonly token: string }
  | { readonly type: "release"; readonly owner: string; readonly token: string };
/** Of a release, `done`: nobody holds by this token any more, whoever ended it. */
export type Answer =
  | { readonly type: "granted"; readonly token: string }
  | { readonly type: "done" }
  | { readonly type: "refused" };

/** One call; `answer` and `returned` are null when its client was never told. */
export interface Call {
  readonly record: "call";
  readonly name: string;
  readonly asked: Asked;
  readonly answer: Answer | null;
  readonly called: number;
  readonly returned: number | null;
  /** It may have asked more than once: a repeat may take effect later, whatever was answered. */
  readonly repeated: boolean;
}

/** A worker believed that it might act, by its lease's own word. */
export interface Belief {
  readonly record: "belief";
  readonly worker: string;
  readonly name: string;
  readonly token: string;
  readonly from: number;
  readonly until: number;
}

/** A watcher of one node was told of a grant; `owner` is in the lease's note. */
export interface Sighting {
  readonly record: "sighting";
  readonly via: string;
  readonly name: string;
  readonly token: string;
  readonly owner: string;
  readonly at: number;
}

/** An answer that no fault explains. */
export interface Oddity {
  readonly record: "oddity";
  readonly text: string;
}

export type Recorded = Call | Belief | Sighting | Oddity;

export interface WorkerOptions {
  readonly endpoints: readonly string[];
  /** The folder of the client's certificate. */
  readonly secrets: string;
  readonly names: readonly string[];
  readonly ttlMs: number;
  /** Workers that speak the API themselves, and workers that use the client library. */
  readonly plain: number;
  readonly byClient: number;
  readonly seed: number;
}
