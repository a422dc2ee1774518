/** A person's word that a node is down, followed until it is written down or refused. */
import type { ConfirmStopRequest, Progress } from "../api/messages.ts";
import { nodeId } from "../consensus/core/types.ts";
import type { LeaseholdNode } from "./node.ts";
import type { Outcome } from "./outcomes.ts";
import { refusalIn } from "./wishing.ts";

const AGAIN_MS = 200;
/** A node that goes on alone needs a sync or two; more voters, an election. */
const PATIENCE_MS = 10_000;

/** What passes by itself: the same word is then given again. */
const SOON = /^(?:there is no leader|no leader answered|not-leader|term-changed|transferring)/;

export function confirmStop(
  node: LeaseholdNode,
  request: ConfirmStopRequest,
  report: (progress: Progress) => void,
): () => void {
  const { requestId, typed, by } = request;
  const since = performance.now();
  let over = false;
  let timer: NodeJS.Timeout | null = null;
  const end = (stage: Progress["stage"], text: string, ok: boolean): void => {
    over = true;
    report({ requestId, stage, text, done: true, ok });
  };
  const attempt = (): void => {
    node.confirmStop({ node: nodeId(request.node), typed, by }, take);
  };
  const take = (outcome: Outcome): void => {
    if (over) return;
    if (!outcome.ok) {
      if (!SOON.test(outcome.reason) || performance.now() - since > PATIENCE_MS)
        end("refused", outcome.reason, false);
      else timer = setTimeout(attempt, AGAIN_MS);
      return;
    }
    const refused = refusalIn(outcome.events);
    if (refused !== null && refused.code !== "duplicate") end("refused", refused.detail, false);
    else end("done", `${request.node} counts as down, by ${by}: what it held can be taken over`, true);
  };
  attempt();
  return () => {
    over = true;
    if (timer !== null) clearTimeout(timer);
  };
}
