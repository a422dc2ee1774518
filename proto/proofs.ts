/** How it is known that a holder has stopped: wire <-> core types. */
import { logIndex } from "../consensus/core/types.ts";
import { type Proof, token } from "../consensus/ledger/types.ts";
import { proofKind } from "./document.ts";
import type { leasehold } from "./generated/leasehold.js";
import { sessionFromWire, sessionToWire } from "./session.ts";
import { fromToken, fromUint64, toToken, toUint64 } from "./wire.ts";

export function proofToWire(proof: Proof): leasehold.v1.LedgerProof.$Properties {
  const kind = proofKind.toWire(proof.kind);
  if (proof.kind === "never-held") return { kind };
  const { session, evidence } = proof;
  const about = { kind, session: sessionToWire(session), token: toToken(proof.token, "a token"), evidence };
  switch (proof.kind) {
    case "released":
      return { ...about, index: toUint64(proof.index, "a Release's index") };
    case "guard":
      return {
        ...about,
        suspectIndex: toUint64(proof.suspectIndex, "a Suspect's index"),
        index: toUint64(proof.expireIndex, "an Expire's index"),
      };
    default:
      return { ...about, index: toUint64(proof.index, "a proven stop's index") };
  }
}

export function proofFromWire(wire: leasehold.v1.LedgerProof): Proof {
  const kind = proofKind.fromWire(wire.kind);
  if (kind === "never-held") return { kind };
  const about = {
    session: sessionFromWire(wire.session),
    token: token(fromToken(wire.token, "a token")),
    evidence: wire.evidence,
  };
  const index = logIndex(fromUint64(wire.index, "an index"));
  switch (kind) {
    case "released":
      return { kind, ...about, index };
    case "guard": {
      const suspectIndex = logIndex(fromUint64(wire.suspectIndex, "a Suspect's index"));
      return { kind, ...about, suspectIndex, expireIndex: index };
    }
    default:
      return { kind, ...about, index };
  }
}
