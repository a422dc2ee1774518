/** This node's picture of the cluster, for status. */
import type { StatusReply } from "../api/messages.ts";
import { isVoter } from "../consensus/core/config.ts";
import { describeProof } from "../consensus/ledger/describe.ts";
import { currentSession } from "../consensus/ledger/query.ts";
import {
  addressesOf,
  type GroupSpec,
  type Lease,
  type Ledger,
  type MemberSpec,
  NO_TOKEN,
  type Readiness,
} from "../consensus/ledger/types.ts";
import { heardOf } from "../consensus/sessions/hearing.ts";
import { type HoldingSnapshot, snapshot } from "../services/holding.ts";
import { diskOf, diskWarnings } from "./disk.ts";
import { outlookNow, pairNow } from "./outlook.ts";
import type { NodeParts } from "./parts.ts";
import { isRemoved, removalWords } from "./removal.ts";
import { droppedOf, intrusions } from "./strangers.ts";

type Seen = HoldingSnapshot["groups"][number];

/** `warnings`: standing ones of this daemon. Nothing is kept of what is returned. */
export function statusOf(parts: NodeParts, warnings: readonly string[]): StatusReply {
  const { replica, holding, now } = parts;
  const { ledger } = replica;
  const seen = snapshot(holding, now());
  const dropped = droppedOf(parts);
  const local = new Map(seen.groups.map((group) => [group.group, group]));
  return {
    cluster: ledger.document?.cluster ?? "",
    node: parts.self,
    role: replica.role,
    term: replica.term,
    leader: replica.leader ?? "",
    commit: replica.commit,
    applied: ledger.applied,
    revision: ledger.revision,
    disk: replica.vouched.type,
    warnings: [
      ...(isRemoved(ledger, parts.self) ? [removalWords(parts.self)] : []),
      ...diskWarnings(parts),
      ...warnings,
      ...warningsOf(ledger, replica.leader !== null),
      ...replica.arbitration.warnings,
      ...intrusions(dropped, parts.self),
    ],
    members: membersOf(parts),
    groups: (ledger.document?.groups ?? []).map((spec) =>
      groupStatus(spec, ledger, ledger.leases.get(spec.name), local.get(spec.name)),
    ),
    session: {
      incarnation: replica.session.incarnation,
      number: replica.session.number,
      validForMs: Math.max(0, Math.min(1e9, replica.validUntil - now())),
      gate: seen.gate,
    },
    dropped,
    outlook: outlookNow(parts, seen.foreign),
    pair: pairNow(parts),
  };
}

function warningsOf(ledger: Ledger, led: boolean): string[] {
  const found: string[] = [];
  if (!led) found.push("no leader is known: nothing can be granted or released now");
  for (const lease of ledger.leases.values()) {
    if (lease.state === "orphaned") {
      found.push(
        `${lease.group} is held up: its last holder ended without a proof of stop strong enough for it`,
      );
    }
  }
  for (const [node, cards] of ledger.cards) {
    const down = cards.filter((card) => !card.up).map((card) => card.name);
    if (down.length > 0) found.push(`${node}: no carrier on ${down.join(", ")}; is a cable out?`);
  }
  const all = ledger.maintained.get(null);
  if (all !== undefined)
    found.push(`every group is under maintenance, by ${all}: nothing is moved or restarted`);
  return found;
}

function membersOf({ replica, heartbeats, now, self }: NodeParts): StatusReply["members"] {
  const { ledger } = replica;
  const at = now();
  const silence = heartbeats.silence(at);
  const inForce = replica.configurations.at(-1); // checklist 30
  return (ledger.document?.nodes ?? []).map(({ name, role }) => {
    const record = currentSession(ledger, name);
    const heard = heardOf(replica.hearing, name);
    const ready = record?.ready ?? null;
    return {
      name,
      voter: inForce !== undefined && isVoter(inForce, name),
      alive: name === self || (heard !== null && at - heard.receivedAt < replica.timing.suspectAfter),
      silenceMs: (silence.get(name) ?? []).map((ms) => (Number.isFinite(ms) ? ms : -1)),
      session: record === null ? "none" : record.suspect === null ? "open" : "suspected",
      ready: ready !== null && ready.revision === ledger.revision,
      reason: ready === null ? "" : ready.guard ? unfitWords(ready) : ready.reason,
      standby: ledger.standby.get(name) ?? "",
      disk: diskOf(replica, name),
      role: role ?? "full",
      cards: (ledger.cards.get(name) ?? []).map((card) => ({ name: card.name, up: card.up })),
    };
  });
}

function localWords(seen: Seen | undefined): string {
  if (seen === undefined) return "";
  return seen.why === "" ? seen.phase : `${seen.phase}: ${seen.why}`;
}

function groupStatus(
  spec: GroupSpec,
  ledger: Ledger,
  lease: Lease | undefined,
  seen: Seen | undefined,
): StatusReply["groups"][number] {
  const held = lease?.state === "held";
  const state = lease === undefined ? "vacant" : held ? (lease.report?.state ?? "granted") : lease.state;
  return {
    name: spec.name,
    address: addressesOf(spec)
      .map(({ ip, prefix }) => `${ip}/${prefix}`)
      .join(", "),
    holder: held ? (lease?.holder?.node ?? "") : "",
    state,
    token: (lease?.token ?? NO_TOKEN).toString(),
    reason: lease?.reason ?? "",
    proof: lease?.grantedOn == null ? "" : describeProof(lease.grantedOn),
    movingTo: lease?.move?.to ?? "",
    local: localWords(seen),
    parts: spec.members.map((member) => ({
      name: member.name,
      type: member.type,
      what: whatOf(member),
      state: seen?.members.find((part) => part.name === member.name)?.state ?? "",
    })),
    stopped: ledger.stopped.get(spec.name) ?? "",
    maintained: ledger.maintained.get(spec.name) ?? ledger.maintained.get(null) ?? "",
  };
}

function whatOf(member: MemberSpec): string {
  switch (member.type) {
    case "address":
      return `${member.ip}/${member.prefix}`;
    case "command":
      return member.command.join(" ");
    case "unit":
      return member.unit;
  }
}

/** R15: fit, but not for these. */
const unfitWords = ({ unfit = [] }: Readiness): string =>
  unfit.length === 0 ? "" : `not for ${unfit.map(({ group, reason }) => `${group} (${reason})`).join(", ")}`;
