/** Whose wish each proposal to the core carries: a local caller's, a peer's, or this leader's own duty. */
import type { LogIndex, NodeId } from "./core/types.ts";
import { failed, type Proposals, placed } from "./proposals.ts";
import type { Envelope, ReplicaEffect } from "./types.ts";

export type Asker =
  | { readonly type: "local"; readonly id: number }
  | { readonly type: "peer"; readonly node: NodeId; readonly id: number }
  | { readonly type: "duty"; readonly key: string };

type Result = Extract<Envelope, { type: "proposed" }>["result"];

export interface Asked {
  readonly askers: Map<number, Asker>;
  /** The leader's own wishes on their way: key to the index that will settle them. */
  readonly underway: Map<string, LogIndex>;
  next: number;
}
export const newAsked = (): Asked => ({ askers: new Map(), underway: new Map(), next: 1 });

/** The id under which the core is asked. A duty is under way from here on: until the core has said where, no second one. */
export function ask(asked: Asked, asker: Asker): number {
  const id = asked.next++;
  asked.askers.set(id, asker);
  if (asker.type === "duty") asked.underway.set(asker.key, Number.MAX_SAFE_INTEGER as LogIndex);
  return id;
}

/** The core's word on where it went, or why it did not, to whoever asked. */
export function tell(asked: Asked, id: number, result: Result, waiting: Proposals): ReplicaEffect[] {
  const asker = asked.askers.get(id);
  asked.askers.delete(id);
  switch (asker?.type) {
    case "local":
      return result.ok
        ? placed(waiting, asker.id, result.index, result.term)
        : failed(waiting, asker.id, result.reason);
    case "peer":
      return [{ type: "send", to: asker.node, envelope: { type: "proposed", id: asker.id, result } }];
    case "duty":
      if (result.ok) asked.underway.set(asker.key, result.index);
      else asked.underway.delete(asker.key);
      return [];
    default:
      return [];
  }
}

/** Everything up to `applied` has been applied. */
export function settleDuties({ underway }: Asked, applied: LogIndex): void {
  for (const [key, at] of underway) if (at <= applied) underway.delete(key);
}
