/**
 * Making a process holds the event loop for a millisecond or two; many at once would make it late for its heartbeats. So each
 * waits for a turn of the loop of its own.
 */
const waiting: (() => void)[] = [];

/** Resolves in a turn of the loop that nobody else of these has. */
export function ownTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(next);
  });
}

function next(): void {
  waiting[0]?.();
  waiting.shift();
  if (waiting.length > 0) setImmediate(next);
}
