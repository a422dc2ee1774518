/** Commands, sessions and batches of the ledger: wire <-> core types. */
import { logIndex, nodeId, term } from "../consensus/core/types.ts";
import {
  type Batch,
  type Command,
  type GroupName,
  type GroupState,
  groupName,
  type Token,
  token,
  type Unfit,
} from "../consensus/ledger/types.ts";
import { documentFromWire, documentToWire } from "./document.ts";
import { proveStopFromWire, proveStopToWire } from "./fencing.ts";
import type { leasehold } from "./generated/leasehold.js";
import { sessionFromWire, sessionToWire } from "./session.ts";
import {
  enumeration,
  finite,
  fromToken,
  fromUint64,
  name,
  refuse,
  required,
  toToken,
  toUint64,
} from "./wire.ts";
import { isWish, type Wish, wishFromWire, wishToWire } from "./wishes.ts";

type WireUint64 = ReturnType<typeof toUint64>;

export const groupState = enumeration<GroupState>("group state", {
  starting: 1,
  running: 2,
  stopping: 3,
  "stop-failed": 4,
  restarting: 5,
});

/** The part that a oneof names is there. */
const body = <T>(part: T | null): T => required(part, "a command's body");

const group = (value: string): GroupName => groupName(name(value, "a group's name"));

export const unfitFromWire = ({ group: about, reason }: leasehold.v1.LedgerUnfit): Unfit => ({
  group: group(about),
  reason,
});
const tokenToWire = (value: Token): WireUint64 => toToken(value, "a token");
const tokenFromWire = (value: WireUint64): Token => token(fromToken(value, "a token"));

export function batchToWire(batch: Batch): leasehold.v1.LedgerBatch.$Properties {
  if (!Array.isArray(batch.commands)) refuse("a command entry must carry a batch of commands");
  return { at: finite(batch.at, "a batch's date"), commands: batch.commands.map(commandToWire) };
}

export function batchFromWire(wire: leasehold.v1.LedgerBatch): Batch {
  return { at: finite(wire.at, "a batch's date"), commands: wire.commands.map(commandFromWire) };
}

export function commandToWire(c: Command): leasehold.v1.LedgerCommand.$Properties {
  switch (c.type) {
    case "configure":
      return {
        configure: {
          baseRevision: toUint64(c.baseRevision, "a base revision"),
          document: documentToWire(c.document),
          by: c.by,
          note: c.note,
        },
      };
    case "open":
      return {
        open: { session: sessionToWire(c.session), bootId: c.bootId, generation: c.generation ?? "" },
      };
    case "ready": {
      const revision = toUint64(c.revision, "a revision");
      const { guard, reason, unfit = [] } = c;
      const groups = unfit.map((each) => ({ group: group(each.group), reason: each.reason }));
      return { ready: { session: sessionToWire(c.session), revision, guard, reason, unfit: groups } };
    }
    case "suspect":
      return { suspect: { session: sessionToWire(c.session), reason: c.reason } };
    case "clear": {
      const suspectIndex = toUint64(c.suspectIndex, "a Suspect's index");
      return { clear: { session: sessionToWire(c.session), suspectIndex, reason: c.reason } };
    }
    case "expire": {
      const suspectIndex = toUint64(c.suspectIndex, "a Suspect's index");
      const proposed = toUint64(c.term, "an Expire's term");
      return {
        expire: { session: sessionToWire(c.session), suspectIndex, term: proposed, evidence: c.evidence },
      };
    }
    case "prove-stop":
      return { proveStop: proveStopToWire(c) };
    default:
      return isWish(c) ? wishToWire(c) : leaseCommandToWire(c);
  }
}

type LeaseCommand = Exclude<
  Command,
  { readonly type: "configure" | "open" | "ready" | "suspect" | "clear" | "expire" | "prove-stop" } | Wish
>;

function leaseCommandToWire(c: LeaseCommand): leasehold.v1.LedgerCommand.$Properties {
  // Also reached by a command of no type at all: the core passes payloads on without looking at them.
  const about = group(c.group);
  switch (c.type) {
    case "claim": {
      const successor = sessionToWire(c.successor);
      return { claim: { group: about, successor, fromToken: tokenToWire(c.fromToken), reason: c.reason } };
    }
    case "grant": {
      const session = sessionToWire(c.session);
      return { grant: { group: about, session, fromToken: tokenToWire(c.fromToken), reason: c.reason } };
    }
    case "promise": {
      const successor = sessionToWire(c.successor);
      return { promise: { group: about, successor, fromToken: tokenToWire(c.fromToken), reason: c.reason } };
    }
    case "release": {
      const [session, held] = [sessionToWire(c.session), tokenToWire(c.token)];
      return { release: { group: about, session, token: held, failed: c.failed, evidence: c.evidence } };
    }
    case "adopt": {
      const [from, to] = [sessionToWire(c.from), sessionToWire(c.to)];
      return { adopt: { group: about, token: tokenToWire(c.token), from, to } };
    }
    case "report": {
      const [session, held] = [sessionToWire(c.session), tokenToWire(c.token)];
      const state = groupState.toWire(c.state);
      return { report: { group: about, session, token: held, state, reason: c.reason } };
    }
    case "move":
      return { move: { group: about, to: name(c.to, "a move's target"), requestId: c.requestId } };
    case "cancel-move":
      return { cancelMove: { group: about, requestId: c.requestId, reason: c.reason } };
    case "forgive":
      return { forgive: { group: about, node: name(c.node, "a forgiven node") } };
    default:
      return refuse(`a command of type "${(c as { type?: unknown }).type}" is unknown`);
  }
}

export function commandFromWire(wire: leasehold.v1.LedgerCommand): Command {
  switch (wire.body) {
    case "configure": {
      const { baseRevision, document, by, note } = body(wire.configure);
      return {
        type: "configure",
        baseRevision: fromUint64(baseRevision, "a base revision"),
        document: documentFromWire(required(document, "a document")),
        by,
        note,
      };
    }
    case "open": {
      const { session, bootId, generation } = body(wire.open);
      const open = { type: "open", session: sessionFromWire(session), bootId } as const;
      return generation === "" ? open : { ...open, generation };
    }
    case "ready": {
      const { session, revision, guard, reason, unfit } = body(wire.ready);
      const known = fromUint64(revision, "a revision");
      const ready = {
        type: "ready",
        session: sessionFromWire(session),
        revision: known,
        guard,
        reason,
      } as const;
      return unfit.length === 0 ? ready : { ...ready, unfit: unfit.map(unfitFromWire) };
    }
    case "suspect":
      return {
        type: "suspect",
        session: sessionFromWire(body(wire.suspect).session),
        reason: body(wire.suspect).reason,
      };
    case "clear": {
      const { session, reason } = body(wire.clear);
      const suspectIndex = logIndex(fromUint64(body(wire.clear).suspectIndex, "a Suspect's index"));
      return { type: "clear", session: sessionFromWire(session), suspectIndex, reason };
    }
    case "expire": {
      const { session, evidence } = body(wire.expire);
      const suspectIndex = logIndex(fromUint64(body(wire.expire).suspectIndex, "a Suspect's index"));
      const proposed = term(fromUint64(body(wire.expire).term, "an Expire's term"));
      return { type: "expire", session: sessionFromWire(session), suspectIndex, term: proposed, evidence };
    }
    case "proveStop":
      return proveStopFromWire(body(wire.proveStop));
    default:
      return wishFromWire(wire) ?? leaseCommandFromWire(wire);
  }
}

function leaseCommandFromWire(wire: leasehold.v1.LedgerCommand): Command {
  switch (wire.body) {
    case "claim": {
      const { successor, reason } = body(wire.claim);
      const fromToken = tokenFromWire(body(wire.claim).fromToken);
      return {
        type: "claim",
        group: group(body(wire.claim).group),
        successor: sessionFromWire(successor),
        fromToken,
        reason,
      };
    }
    case "grant": {
      const { session, reason } = body(wire.grant);
      const fromToken = tokenFromWire(body(wire.grant).fromToken);
      return {
        type: "grant",
        group: group(body(wire.grant).group),
        session: sessionFromWire(session),
        fromToken,
        reason,
      };
    }
    case "promise": {
      const { successor, reason } = body(wire.promise);
      return {
        type: "promise",
        group: group(body(wire.promise).group),
        successor: sessionFromWire(successor),
        fromToken: tokenFromWire(body(wire.promise).fromToken),
        reason,
      };
    }
    case "release": {
      const { failed, evidence } = body(wire.release);
      const [session, held] = [
        sessionFromWire(body(wire.release).session),
        tokenFromWire(body(wire.release).token),
      ];
      return {
        type: "release",
        group: group(body(wire.release).group),
        session,
        token: held,
        failed,
        evidence,
      };
    }
    case "adopt": {
      const [from, to] = [sessionFromWire(body(wire.adopt).from), sessionFromWire(body(wire.adopt).to)];
      return {
        type: "adopt",
        group: group(body(wire.adopt).group),
        token: tokenFromWire(body(wire.adopt).token),
        from,
        to,
      };
    }
    case "report": {
      const [session, held] = [
        sessionFromWire(body(wire.report).session),
        tokenFromWire(body(wire.report).token),
      ];
      const state = groupState.fromWire(body(wire.report).state);
      return {
        type: "report",
        group: group(body(wire.report).group),
        session,
        token: held,
        state,
        reason: body(wire.report).reason,
      };
    }
    case "move": {
      const to = nodeId(name(body(wire.move).to, "a move's target"));
      return { type: "move", group: group(body(wire.move).group), to, requestId: body(wire.move).requestId };
    }
    case "cancelMove": {
      const { requestId, reason } = body(wire.cancelMove);
      return { type: "cancel-move", group: group(body(wire.cancelMove).group), requestId, reason };
    }
    case "forgive":
      return {
        type: "forgive",
        group: group(body(wire.forgive).group),
        node: nodeId(name(body(wire.forgive).node, "a forgiven node")),
      };
    default:
      return refuse("a command is of no kind that this version knows");
  }
}
