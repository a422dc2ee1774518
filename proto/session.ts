/** A session: wire <-> core types. */
import { nodeId } from "../consensus/core/types.ts";
import { incarnation, type SessionId } from "../consensus/ledger/types.ts";
import type { leasehold } from "./generated/leasehold.js";
import { fromUint64, name, required, toUint64 } from "./wire.ts";

export function sessionToWire(session: SessionId): leasehold.v1.LedgerSession.$Properties {
  return {
    node: name(session.node, "a session's node"),
    incarnation: toUint64(session.incarnation, "a session's incarnation"),
    number: toUint64(session.number, "a session's number"),
  };
}

export function sessionFromWire(wire: leasehold.v1.LedgerSession | null | undefined): SessionId {
  const session = required(wire, "a session");
  return {
    node: nodeId(name(session.node, "a session's node")),
    incarnation: incarnation(fromUint64(session.incarnation, "a session's incarnation")),
    number: fromUint64(session.number, "a session's number"),
  };
}
