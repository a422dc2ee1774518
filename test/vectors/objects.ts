/** Sequential objects that histories are judged against. */
import type { SequentialModel } from "./linearizability.ts";

// ---------------------------------------------------------------- a register

export type RegisterInput =
  | { readonly type: "read" }
  | { readonly type: "write"; readonly value: string }
  | { readonly type: "cas"; readonly from: string; readonly to: string };
/** Of a read: the value, null when unset. Of a cas: whether it found `from`. */
export type RegisterOutput =
  | { readonly type: "value"; readonly value: string | null }
  | { readonly type: "written" }
  | { readonly type: "swapped"; readonly swapped: boolean };

interface Register {
  readonly value: string | null;
}

/** A register that is read, written, and compared and set; unset at first. */
export const register: SequentialModel<Register, RegisterInput, RegisterOutput> = {
  initial: { value: null },
  step(state, input, output) {
    switch (input.type) {
      case "read":
        if (output === undefined) return state;
        return output.type === "value" && output.value === state.value ? state : null;
      case "write":
        return output === undefined || output.type === "written" ? { value: input.value } : null;
      case "cas": {
        const fits = state.value === input.from;
        if (output !== undefined && (output.type !== "swapped" || output.swapped !== fits)) return null;
        return fits ? { value: input.to } : state;
      }
    }
  },
  keyOf: ({ value }) => (value === null ? "-" : `=${value}`),
};

// ---------------------------------------------------------------- a lock with fencing tokens

export type LockInput =
  | { readonly type: "acquire"; readonly owner: string }
  | { readonly type: "yield"; readonly owner: string; readonly token: bigint }
  /** The owner asks whether it still holds the lock, and keeps it alive. */
  | { readonly type: "keep"; readonly owner: string; readonly token: bigint }
  /** The cluster's own act: it has waited for the owner long enough. */
  | { readonly type: "lapse"; readonly token: bigint };
export type LockOutput =
  | { readonly type: "granted"; readonly token: bigint }
  | { readonly type: "done" }
  /** Held by another, or not (or no longer) held by the one who asks. */
  | { readonly type: "refused" };

interface Lock {
  readonly owner: string | null;
  /** Of the newest grant that is named; survives its end (P2). */
  readonly token: bigint;
  /** The newest grant was never told to anybody: its token is some greater one, until something names it. */
  readonly unnamed: boolean;
}

/** One lock: one owner at a time, a greater token with each new grant, the same token for the owner who asks again. */
export const lock: SequentialModel<Lock, LockInput, LockOutput> = {
  initial: { owner: null, token: 0n, unnamed: false },
  step(state, input, output) {
    if (input.type === "acquire") return acquire(state, input.owner, output);
    const held = naming(state, input.token);
    const fits = held !== null && (input.type === "lapse" || input.owner === held.owner);
    if (output !== undefined && output.type !== (fits ? "done" : "refused")) return null;
    if (!fits) return state;
    return input.type === "keep" ? held : { ...held, owner: null };
  },
  keyOf: ({ owner, token, unnamed }) => `${token}${unnamed ? "+" : ""} ${owner ?? ""}`,
};

/** The state once its grant is known to have this token; null when it is not held, or has another. */
function naming(state: Lock, token: bigint): Lock | null {
  if (state.owner === null) return null;
  if (state.unnamed) return token > state.token ? { owner: state.owner, token, unnamed: false } : null;
  return token === state.token ? state : null;
}

function acquire(state: Lock, owner: string, output: LockOutput | undefined): Lock | null {
  if (output?.type === "done") return null;
  if (output === undefined) return state.owner === null ? { ...state, owner, unnamed: true } : state;
  if (state.owner !== null && state.owner !== owner) return output.type === "refused" ? state : null;
  if (output.type === "refused") return null;
  if (state.owner === owner) return naming(state, output.token);
  return output.token > state.token ? { owner, token: output.token, unnamed: false } : null;
}
