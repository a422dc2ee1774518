/** What the API shows of this node, and the moves it takes. */
import { randomUUID } from "node:crypto";
import type { LogReply, MoveProgress, MoveRequest, StatusReply } from "../api/messages.ts";
import type { ClusterView } from "../api/port.ts";
import { nodeId } from "../consensus/core/types.ts";
import { describeProof } from "../consensus/ledger/describe.ts";
import { currentSession } from "../consensus/ledger/query.ts";
import { type GroupSpec, groupName, type Lease, NO_TOKEN } from "../consensus/ledger/types.ts";
import { heardOf } from "../consensus/sessions/hearing.ts";
import { snapshot } from "../services/holding.ts";
import type { LeaseholdNode, NodeParts } from "./node.ts";

export interface ViewOptions {
  readonly node: LeaseholdNode;
  readonly parts: NodeParts;
  /** Standing warnings of this daemon (guard off, ...). */
  readonly warnings: readonly string[];
}

export class NodeView implements ClusterView {
  private readonly options: ViewOptions;

  constructor(options: ViewOptions) {
    this.options = options;
  }

  status(): StatusReply {
    const { parts, warnings } = this.options;
    const { replica, holding, now } = parts;
    const { ledger } = replica;
    const seen = snapshot(holding, now());
    return {
      cluster: ledger.document?.cluster ?? "",
      node: parts.self,
      role: replica.role,
      term: replica.term,
      leader: replica.leader ?? "",
      commit: replica.commit,
      applied: ledger.applied,
      revision: ledger.revision,
      warnings: [...warnings, ...this.warnings()],
      members: this.members(),
      groups: (ledger.document?.groups ?? []).map((spec) =>
        groupStatus(
          spec,
          ledger.leases.get(spec.name),
          localWords(seen.groups.find((g) => g.group === spec.name)),
        ),
      ),
      session: {
        incarnation: replica.session.incarnation,
        number: replica.session.number,
        validForMs: Math.max(0, Math.min(1e9, replica.validUntil - now())),
        gate: seen.gate,
      },
    };
  }

  private warnings(): string[] {
    const { replica } = this.options.parts;
    const found: string[] = [];
    if (replica.leader === null) found.push("no leader is known: nothing can be granted or released now");
    for (const lease of replica.ledger.leases.values()) {
      if (lease.state === "orphaned") {
        found.push(
          `${lease.group} is held up: its last holder ended without a proof of stop strong enough for it`,
        );
      }
    }
    return found;
  }

  private members(): StatusReply["members"] {
    const { replica, heartbeats, now, self } = this.options.parts;
    const at = now();
    const silence = heartbeats.silence(at);
    return (replica.ledger.document?.nodes ?? []).map(({ name, voter }) => {
      const record = currentSession(replica.ledger, name);
      const heard = heardOf(replica.hearing, name);
      const ready = record?.ready ?? null;
      return {
        name,
        voter,
        alive: name === self || (heard !== null && at - heard.receivedAt < replica.timing.suspectAfter),
        silenceMs: (silence.get(name) ?? []).map((ms) => (Number.isFinite(ms) ? ms : -1)),
        session: record === null ? "none" : record.suspect === null ? "open" : "suspected",
        ready: ready !== null && ready.revision === replica.ledger.revision,
        reason: ready === null || ready.guard ? "" : ready.reason,
      };
    });
  }

  log(newest: number): LogReply {
    const { history } = this.options.parts.replica.ledger;
    const kept = newest === 0 ? history : history.slice(-newest);
    return {
      decisions: kept.map(({ index, term, at, text, event }) => ({
        index,
        term,
        at,
        text,
        type: event.type,
      })),
    };
  }

  onChange(listener: () => void): () => void {
    return this.options.node.onChange(listener);
  }

  move(request: MoveRequest, report: (progress: MoveProgress) => void): () => void {
    const { node, parts } = this.options;
    const requestId = request.requestId || randomUUID();
    const group = groupName(request.group);
    const to = nodeId(request.to);
    let stage: MoveProgress["stage"] | null = null;
    let stop = (): void => {};
    const say = (next: MoveProgress["stage"], text: string, done: boolean, ok: boolean): void => {
      if (stage === next) return;
      stage = next;
      if (done) stop();
      report({ requestId, stage: next, text, done, ok });
    };
    const look = (): void => {
      const lease = parts.replica.ledger.leases.get(group);
      if (lease === undefined || stage === "refused" || stage === null) return;
      const state = lease.report?.state;
      if (lease.state === "held" && lease.holder?.node === to) {
        if (state === "running")
          say("running", `${group} runs on ${to} with token ${lease.token}`, true, true);
        else say("granted", `${group} is granted to ${to} with token ${lease.token}`, false, true);
      } else if (lease.state === "vacant") {
        say("released", `${group} was stopped and released`, false, true);
      } else if (lease.lastMoveRequest === requestId && lease.move === null) {
        say(
          "refused",
          `${group} stays on ${lease.holder?.node ?? "nobody"}: the move was taken back`,
          true,
          false,
        );
      }
    };
    stop = node.onChange(look);
    node.propose([{ type: "move", group, to, requestId }], (outcome) => {
      if (!outcome.ok) {
        say("refused", `${outcome.reason}; ask again`, true, false);
        return;
      }
      const refused = outcome.events.find((e) => e.type === "refused");
      if (refused?.type === "refused" && refused.code !== "duplicate") {
        say("refused", refused.detail, true, false);
        return;
      }
      say("wanted", `${group} should go to ${to}`, false, true);
      look();
    });
    return stop;
  }
}

function localWords(seen: { readonly phase: string; readonly why: string } | undefined): string {
  if (seen === undefined) return "";
  return seen.why === "" ? seen.phase : `${seen.phase}: ${seen.why}`;
}

function groupStatus(
  spec: GroupSpec,
  lease: Lease | undefined,
  local: string,
): StatusReply["groups"][number] {
  const held = lease?.state === "held";
  const state = lease === undefined ? "vacant" : held ? (lease.report?.state ?? "granted") : lease.state;
  return {
    name: spec.name,
    address: `${spec.address.ip}/${spec.address.prefix}`,
    holder: held ? (lease?.holder?.node ?? "") : "",
    state,
    token: (lease?.token ?? NO_TOKEN).toString(),
    reason: lease?.reason ?? "",
    proof: lease?.grantedOn == null ? "" : describeProof(lease.grantedOn),
    movingTo: lease?.move?.to ?? "",
    local,
  };
}
