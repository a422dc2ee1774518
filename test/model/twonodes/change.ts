/** What may happen in one step, and what comes of it. */
import type { Index, State } from "./world.ts";

export type Move =
  | {
      readonly type: "crash" | "farewell" | "freeze" | "wake" | "leave" | "remove" | "promote" | "propose";
      readonly node: Index;
    }
  | { readonly type: "boot"; readonly node: Index; readonly blank: boolean }
  | { readonly type: "elect"; readonly node: Index; readonly asked: boolean }
  | { readonly type: "replicate"; readonly node: Index; readonly answer: "heard" | "late" | "lost" }
  | { readonly type: "late answer"; readonly node: Index; readonly boots: number; readonly match: number }
  | { readonly type: "certify"; readonly node: Index; readonly boots: number }
  | {
      readonly type: "certificate";
      readonly node: Index;
      readonly boots: number;
      readonly configurationAt: number;
    }
  | {
      readonly type:
        | "shoot"
        | "hear"
        | "read off"
        | "off heard"
        | "solo"
        | "sync"
        | "word"
        | "farewell heard";
      readonly node: Index;
    };

export interface Successor {
  readonly move: Move;
  readonly state: State;
  /** What is broken by this very step; null: nothing. */
  readonly broken: string | null;
}
