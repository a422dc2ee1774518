/** Frames of the peer stream: bytes <-> core types. A frame carries as many envelopes as were waiting. */
import {
  type LogIndex,
  logIndex,
  type Message,
  type RefusalReason,
  type Term,
  term,
} from "../consensus/core/types.ts";
import { token } from "../consensus/ledger/types.ts";
import type { AgeReport } from "../consensus/sessions/types.ts";
import type { Envelope } from "../consensus/types.ts";
import { commandFromWire, commandToWire } from "./commands.ts";
import { countersFromWire, countersToWire } from "./counters.ts";
import { decodeEntry, encodeEntry } from "./entries.ts";
import { certificateFromWire, pairToWire, questionAskedFromWire } from "./fencing.ts";
import { leasehold } from "./generated/leasehold.js";
import { sessionFromWire, sessionToWire } from "./session.ts";
import {
  snapshotAnswerFromWire,
  snapshotAnswerToWire,
  snapshotChunkFromWire,
  snapshotChunkToWire,
} from "./snapshots.ts";
import {
  decodeRecord,
  duration,
  enumeration,
  FORMAT,
  finish,
  fromToken,
  fromUint64,
  MAX_FRAME_BYTES,
  refuse,
  required,
  toToken,
  toUint64,
} from "./wire.ts";

const { PeerFrame } = leasehold.v1;

type WireUint64 = ReturnType<typeof toUint64>;
const indexFromWire = (value: WireUint64): LogIndex => logIndex(fromUint64(value, "a log index"));
const termFromWire = (value: WireUint64): Term => term(fromUint64(value, "a term"));

/** The part that a oneof names is there. */
const body = <T>(part: T | null): T => required(part, "a body");

const refusal = enumeration<RefusalReason>("refusal", {
  "not-leader": 1,
  "term-changed": 2,
  transferring: 3,
  "too-much-uncommitted": 4,
});

/** Throws `codec` when a value cannot be written or the frame would be longer than MAX_FRAME_BYTES. */
export function encodeEnvelopes(envelopes: readonly Envelope[]): Uint8Array {
  const wire = { format: FORMAT, envelopes: envelopes.map(envelopeToWire) };
  return finish(PeerFrame.encode(wire), "a peer frame", MAX_FRAME_BYTES);
}

/** Throws `codec` for anything malformed, of an unknown format, or of an unknown kind. */
export function decodeEnvelopes(bytes: Uint8Array): Envelope[] {
  const record = { what: "a peer frame", limit: MAX_FRAME_BYTES, unknownFormat: "codec" } as const;
  return decodeRecord(
    bytes,
    record,
    (reader) => PeerFrame.decode(reader),
    (wire: leasehold.v1.PeerFrame) => wire.envelopes.map(envelopeFromWire),
  );
}

function envelopeToWire(envelope: Envelope): leasehold.v1.PeerEnvelope.$Properties {
  switch (envelope.type) {
    case "raft": {
      const raft = messageToWire(envelope.message);
      if (envelope.ages.length > 0) raft.ages = envelope.ages.map(ageToWire);
      return { raft };
    }
    case "propose": {
      const commands = envelope.commands.map(commandToWire);
      return {
        propose: { id: toUint64(envelope.id, "an id"), term: toUint64(envelope.term, "a term"), commands },
      };
    }
    case "proposed": {
      const id = toUint64(envelope.id, "an id");
      const result = envelope.result;
      if (!result.ok) return { proposed: { id, refused: refusal.toWire(result.reason) } };
      const appended = {
        index: toUint64(result.index, "a log index"),
        term: toUint64(result.term, "a term"),
      };
      return { proposed: { id, appended } };
    }
    case "keep-alive": {
      const { name, owner } = envelope;
      const id = toUint64(envelope.id, "an id");
      return { keepAlive: { id, name, owner, token: toToken(envelope.token, "a token") } };
    }
    case "kept": {
      const id = toUint64(envelope.id, "an id");
      const { result } = envelope;
      if (result.ok) return { kept: { id, ttl: duration(result.ttl, "a lease's ttl") } };
      return { kept: result.lost ? { id, lost: result.reason } : { id, unconfirmed: result.reason } };
    }
    case "let-go": {
      const { release, successor } = envelope;
      const given = toToken(envelope.token, "a token");
      return {
        letGo: { release: commandToWire(release), successor: sessionToWire(successor), token: given },
      };
    }
    case "counters":
      return countersToWire(envelope);
    case "snapshot-chunk":
      return { snapshotChunk: snapshotChunkToWire(envelope) };
    case "snapshot-answer":
      return { snapshotAnswer: snapshotAnswerToWire(envelope) };
    case "question":
    case "certificate":
      return pairToWire(envelope);
    default:
      return refuse(`an envelope of type "${(envelope as { type?: unknown }).type}" is unknown`);
  }
}

function envelopeFromWire(wire: leasehold.v1.PeerEnvelope): Envelope {
  switch (wire.body) {
    case "raft":
      return {
        type: "raft",
        message: messageFromWire(body(wire.raft)),
        ages: body(wire.raft).ages.map(ageFromWire),
      };
    case "propose": {
      const { id, term: proposed, commands } = body(wire.propose);
      return {
        type: "propose",
        id: fromUint64(id, "an id"),
        term: termFromWire(proposed),
        commands: commands.map(commandFromWire),
      };
    }
    case "proposed":
      return proposedFromWire(body(wire.proposed));
    case "keepAlive": {
      const { id, name, owner } = body(wire.keepAlive);
      const held = token(fromToken(body(wire.keepAlive).token, "a token"));
      return { type: "keep-alive", id: fromUint64(id, "an id"), name, owner, token: held };
    }
    case "kept":
      return keptFromWire(body(wire.kept));
    case "letGo": {
      const { release, successor, token: given } = body(wire.letGo);
      const command = commandFromWire(body(release));
      if (command.type !== "release") return refuse(`a word to an heir carries a ${command.type}`);
      const promised = token(fromToken(given, "a token"));
      return { type: "let-go", release: command, successor: sessionFromWire(successor), token: promised };
    }
    case "counters":
      return countersFromWire(body(wire.counters));
    case "snapshotChunk":
      return snapshotChunkFromWire(body(wire.snapshotChunk));
    case "snapshotAnswer":
      return snapshotAnswerFromWire(body(wire.snapshotAnswer));
    case "question":
      return questionAskedFromWire(body(wire.question));
    case "certificate":
      return certificateFromWire(body(wire.certificate));
    default:
      return refuse("an envelope is of no kind that this version knows");
  }
}

function proposedFromWire(wire: leasehold.v1.PeerProposed): Envelope {
  const id = fromUint64(wire.id, "an id");
  switch (wire.result) {
    case "appended": {
      const { index, term: appended } = body(wire.appended);
      return {
        type: "proposed",
        id,
        result: { ok: true, index: indexFromWire(index), term: termFromWire(appended) },
      };
    }
    case "refused":
      return { type: "proposed", id, result: { ok: false, reason: refusal.fromWire(body(wire.refused)) } };
    default:
      return refuse("the answer to a proposal has no result that this version knows");
  }
}

function keptFromWire(wire: leasehold.v1.PeerKept): Envelope {
  const id = fromUint64(wire.id, "an id");
  switch (wire.result) {
    case "ttl":
      return { type: "kept", id, result: { ok: true, ttl: duration(body(wire.ttl), "a lease's ttl") } };
    case "lost":
      return { type: "kept", id, result: { ok: false, lost: true, reason: body(wire.lost) } };
    case "unconfirmed":
      return { type: "kept", id, result: { ok: false, lost: false, reason: body(wire.unconfirmed) } };
    default:
      return refuse("the answer to a keep-alive has no result that this version knows");
  }
}

function ageToWire(age: AgeReport): leasehold.v1.PeerAge.$Properties {
  return {
    session: sessionToWire(age.session),
    suspectIndex: toUint64(age.suspectIndex, "a Suspect's index"),
    suspectTerm: toUint64(age.suspectTerm, "a Suspect's term"),
    // A double, so exactly what was measured: an age that grew on the way would end a lease too early (N3).
    age: duration(age.age, "an age"),
  };
}

function ageFromWire(wire: leasehold.v1.PeerAge): AgeReport {
  return {
    session: sessionFromWire(wire.session),
    suspectIndex: indexFromWire(wire.suspectIndex),
    suspectTerm: termFromWire(wire.suspectTerm),
    age: duration(wire.age, "an age"),
  };
}

function messageToWire(m: Message): leasehold.v1.PeerRaft.$Properties {
  const own = toUint64(m.term, "a term");
  switch (m.type) {
    case "pre-vote-request":
      return { term: own, preVoteRequest: position(m) };
    case "pre-vote-response": {
      const requestTerm = toUint64(m.requestTerm, "a term");
      return { term: own, preVoteResponse: { requestTerm, granted: m.granted } };
    }
    case "vote-request":
      return { term: own, voteRequest: { ...position(m), transfer: m.transfer } };
    case "vote-response":
      return { term: own, voteResponse: { granted: m.granted } };
    case "append-request":
      return {
        term: own,
        appendRequest: {
          prevIndex: toUint64(m.prevIndex, "a log index"),
          prevTerm: toUint64(m.prevTerm, "a term"),
          entries: m.entries.map(encodeEntry),
          commit: toUint64(m.commit, "a commit index"),
          round: toUint64(m.round, "a round"),
        },
      };
    case "append-response":
      return { term: own, appendResponse: appendResponseToWire(m) };
    case "timeout-now":
      return { term: own, timeoutNow: {} };
    default:
      return refuse(`a message of type "${(m as { type?: unknown }).type}" is unknown`);
  }
}

const position = (m: { readonly lastIndex: LogIndex; readonly lastTerm: Term }) => ({
  lastIndex: toUint64(m.lastIndex, "a log index"),
  lastTerm: toUint64(m.lastTerm, "a term"),
});

type AppendResponse = Extract<Message, { type: "append-response" }>;

function appendResponseToWire(m: AppendResponse): leasehold.v1.PeerRaft.AppendResponse.$Properties {
  const round = toUint64(m.round, "a round");
  const { result, uncertified = false } = m;
  if (result.ok) return { round, uncertified, match: toUint64(result.match, "a log index") };
  return {
    round,
    uncertified,
    rejection: {
      rejected: toUint64(result.rejected, "a log index"),
      hintIndex: toUint64(result.hintIndex, "a log index"),
      hintTerm: toUint64(result.hintTerm, "a term"),
    },
  };
}

function messageFromWire(wire: leasehold.v1.PeerRaft): Message {
  const own = termFromWire(wire.term);
  switch (wire.message) {
    case "preVoteRequest": {
      const { lastIndex, lastTerm } = body(wire.preVoteRequest);
      const last = { lastIndex: indexFromWire(lastIndex), lastTerm: termFromWire(lastTerm) };
      return { type: "pre-vote-request", term: own, ...last };
    }
    case "preVoteResponse": {
      const { requestTerm, granted } = body(wire.preVoteResponse);
      return { type: "pre-vote-response", term: own, requestTerm: termFromWire(requestTerm), granted };
    }
    case "voteRequest": {
      const { lastIndex, lastTerm, transfer } = body(wire.voteRequest);
      const last = { lastIndex: indexFromWire(lastIndex), lastTerm: termFromWire(lastTerm) };
      return { type: "vote-request", term: own, ...last, transfer };
    }
    case "voteResponse":
      return { type: "vote-response", term: own, granted: body(wire.voteResponse).granted };
    case "appendRequest":
      return appendRequestFromWire(own, body(wire.appendRequest));
    case "appendResponse": {
      const { round, uncertified } = body(wire.appendResponse);
      const result = appendResultFromWire(body(wire.appendResponse));
      const answer = {
        type: "append-response",
        term: own,
        round: fromUint64(round, "a round"),
        result,
      } as const;
      return uncertified ? { ...answer, uncertified } : answer;
    }
    case "timeoutNow":
      return { type: "timeout-now", term: own };
    default:
      return refuse("a message is of no kind that this version knows");
  }
}

function appendRequestFromWire(own: Term, wire: leasehold.v1.PeerRaft.AppendRequest): Message {
  return {
    type: "append-request",
    term: own,
    prevIndex: indexFromWire(wire.prevIndex),
    prevTerm: termFromWire(wire.prevTerm),
    entries: wire.entries.map((bytes) => decodeEntry(bytes, "peer")),
    commit: indexFromWire(wire.commit),
    round: fromUint64(wire.round, "a round"),
  };
}

function appendResultFromWire(wire: leasehold.v1.PeerRaft.AppendResponse): AppendResponse["result"] {
  switch (wire.result) {
    case "match":
      return { ok: true, match: indexFromWire(required(wire.match, "a log index")) };
    case "rejection": {
      const { rejected, hintIndex, hintTerm } = required(wire.rejection, "a rejection");
      return {
        ok: false,
        rejected: indexFromWire(rejected),
        hintIndex: indexFromWire(hintIndex),
        hintTerm: termFromWire(hintTerm),
      };
    }
    default:
      return refuse("an append response has no result that this version knows");
  }
}
