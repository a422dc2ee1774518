/** How this daemon wishes something of the group for a client: proposed until a leader takes it, then followed. */
import type { Command, Ledger, LedgerEvent } from "../consensus/ledger/types.ts";

/** What the API's services need of a node. */
export interface Wisher {
  /** The replica's own object: read at once, never kept. */
  readonly ledger: () => Ledger;
  propose(
    commands: readonly Command[],
    done: (
      outcome:
        | { readonly ok: true; readonly index: number; readonly events: readonly LedgerEvent[] }
        | { readonly ok: false; readonly reason: string },
    ) => void,
  ): void;
  onChange(listener: () => void): () => void;
}

export type Verdict =
  | { readonly ok: true; readonly events: readonly LedgerEvent[] }
  /** Lost: no leader took it in time; it may still come to pass. */
  | { readonly ok: false; readonly reason: string };

const AGAIN_MS = 200;
/** An election or two fit in. */
const PATIENCE_MS = 10_000;

/**
 * Proposes until some leader's log has it, or `patience` milliseconds have passed. Every command is a compare-and-swap
 * or may be repeated, so one that was lost on its way is wished again. Calls back once; returns how to give up.
 */
export function wish(
  wisher: Wisher,
  commands: readonly Command[],
  done: (verdict: Verdict) => void,
  patience = PATIENCE_MS,
): () => void {
  const since = performance.now();
  let timer: NodeJS.Timeout | null = null;
  let givenUp = false;
  const attempt = (): void => {
    timer = null;
    wisher.propose(commands, (outcome) => {
      if (givenUp) return;
      if (outcome.ok) done({ ok: true, events: outcome.events });
      else if (performance.now() - since >= patience) done({ ok: false, reason: outcome.reason });
      else timer = setTimeout(attempt, AGAIN_MS);
    });
  };
  attempt();
  return () => {
    givenUp = true;
    if (timer !== null) clearTimeout(timer);
  };
}

export const wished = (
  wisher: Wisher,
  commands: readonly Command[],
  patience = PATIENCE_MS,
): Promise<Verdict> =>
  new Promise((resolve) => {
    wish(wisher, commands, resolve, patience);
  });

type Refused = Extract<LedgerEvent, { type: "refused" }>;

/** The refusal among the events of a single command; null when it stands. */
export const refusalIn = (events: readonly LedgerEvent[]): Refused | null =>
  events.find((event) => event.type === "refused") ?? null;

export interface Step<Stage extends string> {
  readonly stage: Stage | "wanted" | "refused";
  readonly text: string;
  readonly done: boolean;
  readonly ok: boolean;
}

export interface Course<Stage extends string> {
  readonly commands: readonly Command[];
  /** Said once the ledger has the wish. */
  readonly wanted: string;
  /** How far it has come; null: nothing to say. */
  readonly look: (ledger: Ledger) => Step<Stage> | null;
}

/** Nothing is waited for in silence for longer than this. */
const STANDSTILL_MS = 60_000;

/**
 * Takes a wish from its proposal to its end, reporting each step once. Ends with the course's own last step, with the
 * ledger's refusal, or when nothing has changed for `standstill` milliseconds: the wish itself stands then. Returns how to
 * stop listening.
 */
export function follow<Stage extends string>(
  wisher: Wisher,
  { commands, wanted, look }: Course<Stage>,
  report: (step: Step<Stage>) => void,
  standstill = STANDSTILL_MS,
): () => void {
  let over = false;
  let last: Step<Stage> | null = null;
  let deadline: NodeJS.Timeout | null = null;
  let unlisten = (): void => {};
  let giveUp = (): void => {};
  const stop = (): void => {
    over = true;
    unlisten();
    giveUp();
    if (deadline !== null) clearTimeout(deadline);
  };
  const say = (step: Step<Stage>): void => {
    if (over || (last?.stage === step.stage && last.text === step.text)) return;
    last = step;
    if (step.done) stop();
    else {
      if (deadline !== null) clearTimeout(deadline);
      deadline = setTimeout(() => say(stood()), standstill);
    }
    report(step);
  };
  const stood = (): Step<Stage> => ({
    stage: "refused",
    text: `nothing has changed for ${standstill / 1000} s: ${last?.text ?? "nothing was said"}. The wish stands; \`leasehold explain\` says what it waits for`,
    done: true,
    ok: false,
  });
  const refuse = (text: string): void => say({ stage: "refused", text, done: true, ok: false });
  const advance = (): void => {
    if (over) return;
    const step = look(wisher.ledger());
    if (step !== null) say(step);
  };
  giveUp = wish(wisher, commands, (verdict) => {
    if (!verdict.ok) {
      refuse(`${verdict.reason}; ask again, a repeat does no harm`);
      return;
    }
    const refused = refusalIn(verdict.events);
    if (refused !== null && refused.code !== "duplicate") {
      refuse(refused.detail);
      return;
    }
    say({ stage: "wanted", text: wanted, done: false, ok: true });
    unlisten = wisher.onChange(advance);
    advance();
  });
  return stop;
}
