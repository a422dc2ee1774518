/** Two nodes, devices, proven stops, and what the two say to each other about it: wire <-> core types. */
import { logIndex, nodeId, type Position, term } from "../consensus/core/types.ts";
import {
  type Arbitration,
  type ClusterDocument,
  type Command,
  type FenceAttempt,
  type FenceDeviceSpec,
  incarnation,
  type NodeRole,
  type Outlet,
  type StopKind,
  type StopRecord,
} from "../consensus/ledger/types.ts";
import type { Envelope } from "../consensus/types.ts";
import type { Question } from "../fencing/solo.ts";
import type { leasehold } from "./generated/leasehold.js";
import { duration, enumeration, finite, fromUint64, name, refuse, required, toUint64 } from "./wire.ts";

export const nodeRole = enumeration<NodeRole>("node role", { full: 1, witness: 2 });
const deviceType = enumeration<FenceDeviceSpec["type"]>("fence device type", { lab: 1 });
const powerAction = enumeration<FenceAttempt["action"]>("power action", { off: 1, on: 2, status: 3 });
const powerStatus = enumeration<"off" | "on">("power status", { off: 1, on: 2 });
/** The numbers are those of every proof. */
const stopKind = enumeration<StopKind>("proof of a stop", {
  fenced: 4,
  watchdog: 5,
  rebooted: 6,
  operator: 7,
});

export const outletToWire = ({ device, outlet }: Outlet): leasehold.v1.LedgerOutlet.$Properties => ({
  device: name(device, "a fence device's name"),
  outlet,
});
export const outletFromWire = (wire: leasehold.v1.LedgerOutlet): Outlet => ({
  device: name(wire.device, "a fence device's name"),
  outlet: wire.outlet,
});

/** What is absent is left out. */
export function arbitrationToWire({
  arbitration: a,
  devices,
}: ClusterDocument): Pick<leasehold.v1.LedgerDocument.$Properties, "arbitration" | "devices"> {
  const { returnAfter = null } = a ?? {};
  return {
    ...(a === undefined
      ? {}
      : {
          arbitration: {
            targets: [...a.targets],
            period: duration(a.period, "arbitration.period"),
            timeout: duration(a.timeout, "arbitration.timeout"),
            rounds: toUint64(a.rounds, "arbitration.rounds"),
            returnAfter: returnAfter === null ? null : duration(returnAfter, "arbitration.returnAfter"),
            switchOn: a.switchOn,
            acceptNonTransitiveRisk: a.acceptNonTransitiveRisk,
          },
        }),
    ...(devices === undefined ? {} : { devices: devices.map(deviceToWire) }),
  };
}

export function arbitrationFromWire({
  arbitration,
  devices,
}: leasehold.v1.LedgerDocument): Pick<ClusterDocument, "arbitration" | "devices"> {
  return {
    ...(arbitration ? { arbitration: termsFromWire(arbitration) } : {}),
    ...(devices.length === 0 ? {} : { devices: devices.map(deviceFromWire) }),
  };
}

function termsFromWire(wire: leasehold.v1.LedgerArbitration): Arbitration {
  const after = wire.returnAfter ?? null;
  return {
    targets: wire.targets,
    period: duration(wire.period, "arbitration.period"),
    timeout: duration(wire.timeout, "arbitration.timeout"),
    rounds: fromUint64(wire.rounds, "arbitration.rounds"),
    returnAfter: after === null ? null : duration(after, "arbitration.returnAfter"),
    switchOn: wire.switchOn,
    acceptNonTransitiveRisk: wire.acceptNonTransitiveRisk,
  };
}

const deviceToWire = (device: FenceDeviceSpec): leasehold.v1.LedgerFenceDevice.$Properties => ({
  name: name(device.name, "a fence device's name"),
  type: deviceType.toWire(device.type),
  socket: device.socket,
  bound: duration(device.bound, "a fence device's bound"),
  timeout: duration(device.timeout, "a fence device's timeout"),
});
const deviceFromWire = (wire: leasehold.v1.LedgerFenceDevice): FenceDeviceSpec => ({
  name: name(wire.name, "a fence device's name"),
  type: deviceType.fromWire(wire.type),
  socket: wire.socket,
  bound: duration(wire.bound, "a fence device's bound"),
  timeout: duration(wire.timeout, "a fence device's timeout"),
});

const attemptToWire = (attempt: FenceAttempt): leasehold.v1.LedgerFenceAttempt.$Properties => ({
  ...outletToWire(attempt),
  action: powerAction.toWire(attempt.action),
  duration: duration(attempt.duration, "an attempt's duration"),
  accepted: attempt.accepted,
  ...(attempt.status === null ? {} : { status: powerStatus.toWire(attempt.status) }),
});
const attemptFromWire = (wire: leasehold.v1.LedgerFenceAttempt): FenceAttempt => ({
  ...outletFromWire(wire),
  action: powerAction.fromWire(wire.action),
  duration: duration(wire.duration, "an attempt's duration"),
  accepted: wire.accepted,
  status: wire.status === 0 ? null : powerStatus.fromWire(wire.status),
});

type ProveStop = Extract<Command, { type: "prove-stop" }>;
type Facts = Pick<StopRecord, "node" | "incarnation" | "kind" | "by" | "evidence" | "attempts">;

const factsToWire = (stop: Facts) => ({
  node: name(stop.node, "a stopped node's name"),
  incarnation: toUint64(stop.incarnation, "an incarnation"),
  kind: stopKind.toWire(stop.kind),
  by: stop.by,
  evidence: stop.evidence,
  attempts: stop.attempts.map(attemptToWire),
});
const factsFromWire = (
  wire: leasehold.v1.LedgerCommand.ProveStop | leasehold.v1.LedgerStateRecord.Stop,
): Facts => ({
  node: nodeId(name(wire.node, "a stopped node's name")),
  incarnation: incarnation(fromUint64(wire.incarnation, "an incarnation")),
  kind: stopKind.fromWire(wire.kind),
  by: nodeId(wire.by),
  evidence: wire.evidence,
  attempts: wire.attempts.map(attemptFromWire),
});

export const proveStopToWire = (command: ProveStop): leasehold.v1.LedgerCommand.ProveStop.$Properties =>
  factsToWire(command);
export const proveStopFromWire = (wire: leasehold.v1.LedgerCommand.ProveStop): ProveStop => ({
  type: "prove-stop",
  ...factsFromWire(wire),
});
export const stopToWire = (stop: StopRecord): leasehold.v1.LedgerStateRecord.Stop.$Properties => ({
  ...factsToWire(stop),
  index: toUint64(stop.index, "a stop's index"),
  at: finite(stop.at, "a stop's date"),
});
export const stopFromWire = (wire: leasehold.v1.LedgerStateRecord.Stop): StopRecord => ({
  ...factsFromWire(wire),
  index: logIndex(fromUint64(wire.index, "a stop's index")),
  at: finite(wire.at, "a stop's date"),
});

type Asked = Extract<Envelope, { type: "question" }>;
type Certified = Extract<Envelope, { type: "certificate" }>;

const questionToWire = ({ node, incarnation: asker, challenge, response }: Question) => ({
  node: name(node, "the asking node"),
  incarnation: toUint64(asker, "an incarnation"),
  challenge: toUint64(challenge, "a challenge"),
  response: toUint64(response, "a response"),
});
function questionFromWire(wire: leasehold.v1.PeerQuestion | null | undefined): Question {
  const { node, incarnation: asker, challenge, response } = required(wire, "a question");
  return {
    node: nodeId(name(node, "the asking node")),
    incarnation: incarnation(fromUint64(asker, "an incarnation")),
    challenge: fromUint64(challenge, "a challenge"),
    response: fromUint64(response, "a response"),
  };
}

export function pairToWire(envelope: Asked | Certified): leasehold.v1.PeerEnvelope.$Properties {
  switch (envelope.type) {
    case "question": {
      const { index, term: last } = envelope.log;
      const [lastIndex, lastTerm] = [toUint64(index, "a log index"), toUint64(last, "a term")];
      return { question: { question: questionToWire(envelope.question), lastIndex, lastTerm } };
    }
    case "certificate": {
      const { question, leader, term: proposed, configurationIndex } = envelope.certificate;
      return {
        certificate: {
          question: questionToWire(question),
          leader: name(leader, "the certifying leader"),
          term: toUint64(proposed, "a term"),
          configurationIndex: toUint64(configurationIndex, "a configuration's index"),
        },
      };
    }
    default:
      return refuse(`an envelope of type "${(envelope as { type?: unknown }).type}" is unknown`);
  }
}

export function questionAskedFromWire(wire: leasehold.v1.PeerQuestionAsked): Asked {
  const log: Position = {
    index: logIndex(fromUint64(wire.lastIndex, "a log index")),
    term: term(fromUint64(wire.lastTerm, "a term")),
  };
  return { type: "question", question: questionFromWire(wire.question), log };
}
export const certificateFromWire = (wire: leasehold.v1.PeerCertificate): Certified => ({
  type: "certificate",
  certificate: {
    question: questionFromWire(wire.question),
    leader: nodeId(name(wire.leader, "the certifying leader")),
    term: term(fromUint64(wire.term, "a term")),
    configurationIndex: logIndex(fromUint64(wire.configurationIndex, "a configuration's index")),
  },
});
