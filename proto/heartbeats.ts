/** The body of a heartbeat: bytes <-> core types. The transport puts cluster, path and signature around it. */
import { nodeId } from "../consensus/core/types.ts";
import { incarnation } from "../consensus/ledger/types.ts";
import type { Heartbeat, PeerReport } from "../consensus/sessions/types.ts";
import { leasehold } from "./generated/leasehold.js";
import {
  decodeRecord,
  duration,
  FORMAT,
  finish,
  finite,
  fromUint64,
  MAX_HEARTBEAT_BYTES,
  name,
  toUint64,
} from "./wire.ts";

const { PeerHeartbeat } = leasehold.v1;

export function encodeHeartbeat(heartbeat: Heartbeat): Uint8Array {
  const wire: leasehold.v1.PeerHeartbeat.$Properties = {
    format: FORMAT,
    from: name(heartbeat.from, "the sender"),
    incarnation: toUint64(heartbeat.incarnation, "the incarnation"),
    number: toUint64(heartbeat.number, "the session's number"),
    seq: toUint64(heartbeat.seq, "the sequence number"),
    sentAt: finite(heartbeat.sentAt, "the send time"),
    bootId: heartbeat.bootId,
    reports: heartbeat.reports.map(reportToWire),
  };
  return finish(PeerHeartbeat.encode(wire), "a heartbeat", MAX_HEARTBEAT_BYTES);
}

/** Refuses with `codec`; the caller has already checked the signature. */
export function decodeHeartbeat(bytes: Uint8Array): Heartbeat {
  const record = { what: "a heartbeat", limit: MAX_HEARTBEAT_BYTES, unknownFormat: "codec" } as const;
  return decodeRecord(bytes, record, (reader) => PeerHeartbeat.decode(reader), heartbeatFromWire);
}

function heartbeatFromWire(wire: leasehold.v1.PeerHeartbeat): Heartbeat {
  return {
    from: nodeId(name(wire.from, "the sender")),
    incarnation: incarnation(fromUint64(wire.incarnation, "the incarnation")),
    number: fromUint64(wire.number, "the session's number"),
    seq: fromUint64(wire.seq, "the sequence number"),
    sentAt: finite(wire.sentAt, "the send time"),
    bootId: wire.bootId,
    reports: wire.reports.map(reportFromWire),
  };
}

function reportToWire(report: PeerReport): leasehold.v1.PeerReport.$Properties {
  const echo = report.echo;
  return {
    node: name(report.node, "a reported node"),
    incarnation: toUint64(report.incarnation, "a reported incarnation"),
    number: toUint64(report.number, "a reported session's number"),
    seq: toUint64(report.seq, "a reported sequence number"),
    age: duration(report.age, "a reported age"),
    hearsUs: report.hearsUs,
    echo:
      echo === null
        ? null
        : {
            number: toUint64(echo.number, "an echoed session's number"),
            seq: toUint64(echo.seq, "an echoed sequence number"),
            sentAt: finite(echo.sentAt, "an echoed send time"),
          },
  };
}

function reportFromWire(wire: leasehold.v1.PeerReport): PeerReport {
  const echo = wire.echo;
  return {
    node: nodeId(name(wire.node, "a reported node")),
    incarnation: incarnation(fromUint64(wire.incarnation, "a reported incarnation")),
    number: fromUint64(wire.number, "a reported session's number"),
    seq: fromUint64(wire.seq, "a reported sequence number"),
    age: duration(wire.age, "a reported age"),
    hearsUs: wire.hearsUs,
    echo:
      echo === null
        ? null
        : {
            number: fromUint64(echo.number, "an echoed session's number"),
            seq: fromUint64(echo.seq, "an echoed sequence number"),
            sentAt: finite(echo.sentAt, "an echoed send time"),
          },
  };
}
