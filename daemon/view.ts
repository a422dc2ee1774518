/** What the API shows of this node, and where its wishes go. */
import type {
  ApplyReply,
  ApplyRequest,
  ChangeNodesRequest,
  ConfirmStopRequest,
  ExplainReply,
  GetDocumentReply,
  HistoryReply,
  LogReply,
  MoveProgress,
  MoveRequest,
  Progress,
  RollbackRequest,
  StatusReply,
} from "../api/messages.ts";
import type { ClusterView, Serving, Wish } from "../api/port.ts";
import type { NodeId } from "../consensus/core/types.ts";
import { currentSession } from "../consensus/ledger/query.ts";
import { type Decision, type GroupName, groupName, sameSession } from "../consensus/ledger/types.ts";
import { heardOf } from "../consensus/sessions/hearing.ts";
import { heardByMajority } from "../consensus/sessions/suspicion.ts";
import { LeaseholdError } from "../errors.ts";
import { explain } from "../services/placement/explain.ts";
import { AppLeases } from "./appleases.ts";
import { Applying } from "./applying.ts";
import { Aside } from "./aside.ts";
import { Checker, type Ports } from "./checker.ts";
import { confirmStop } from "./confirming.ts";
import { changeNodes } from "./membership.ts";
import type { LeaseholdNode } from "./node.ts";
import { move, operate } from "./operations.ts";
import type { NodeParts } from "./parts.ts";
import { statusOf } from "./status.ts";

export interface ViewOptions {
  readonly node: LeaseholdNode;
  readonly parts: NodeParts;
  readonly ports: Ports;
  /** Standing warnings of this daemon (guard off, ...). */
  readonly warnings: readonly string[];
}

/** Decisions that an explanation goes back. */
const DECISIONS_EXPLAINED = 20;

export class NodeView implements ClusterView {
  readonly leases: AppLeases;
  private readonly options: ViewOptions;
  private readonly aside: Aside;
  private readonly checker = new Checker();
  private readonly applying: Applying;

  constructor(options: ViewOptions) {
    this.options = options;
    const { node, parts } = options;
    this.aside = new Aside(
      {
        ledger: () => parts.replica.ledger,
        propose: (commands, done) => node.propose(commands, done),
        onChange: (listener) => node.onChange(listener),
      },
      (error) => parts.log.error(`the API: ${error instanceof Error ? error.stack : String(error)}`),
    );
    this.applying = new Applying(this.aside, this.checker, options.ports);
    this.leases = new AppLeases(this.aside, (beat, done) => node.keepAlive(beat, done));
  }

  close(): void {
    this.checker.close();
  }

  status(): StatusReply {
    return statusOf(this.options.parts, this.options.warnings);
  }

  log(newest: number): LogReply {
    const { history } = this.options.parts.replica.ledger;
    const kept = newest === 0 ? history : history.slice(-newest);
    return { decisions: kept.map(told) };
  }

  onChange(listener: () => void): () => void {
    return this.aside.onChange(listener);
  }

  move(request: MoveRequest, report: (progress: MoveProgress) => void): () => void {
    return move(this.aside, request, report);
  }

  operate(wish: Wish, report: (progress: Progress) => void): () => void {
    const why = (group: GroupName): string => this.explained(group)?.lines[0] ?? "";
    return operate(this.aside, wish, why, report);
  }

  changeNodes(request: ChangeNodesRequest, report: (progress: Progress) => void): () => void {
    const { replica } = this.options.parts;
    const around = {
      wisher: this.aside,
      configurations: () => replica.configurations,
      generationOf: (node: NodeId) => heardOf(replica.hearing, node)?.newest.store?.generation ?? null,
    };
    return changeNodes(around, request, report);
  }

  confirmStop(request: ConfirmStopRequest, report: (progress: Progress) => void): () => void {
    return confirmStop(this.options.node, request, report);
  }

  apply(request: ApplyRequest): Promise<ApplyReply> {
    return this.applying.apply(request);
  }

  rollback(request: RollbackRequest): Promise<ApplyReply> {
    return this.applying.rollback(request);
  }

  document(revision: number): Promise<GetDocumentReply> {
    return this.applying.document(revision);
  }

  history(): Promise<HistoryReply> {
    return this.applying.history();
  }

  async explain(group: string): Promise<ExplainReply> {
    const { ledger } = this.options.parts.replica;
    const explained = this.explained(groupName(group));
    if (explained === null) {
      const names = (ledger.document?.groups ?? []).map((spec) => spec.name);
      const known = names.length === 0 ? "there are none" : `the groups are ${names.slice(0, 20).join(", ")}`;
      throw new LeaseholdError("not-found", `${group} is no group of the cluster; ${known}`);
    }
    const about = ledger.history.filter(({ event }) => "group" in event && event.group === group);
    return { group, ...explained, decisions: about.slice(-DECISIONS_EXPLAINED).map(told) };
  }

  serving(group: string | null): Serving {
    const { replica, now } = this.options.parts;
    const { ledger, session } = replica;
    const valid = replica.validUntil > now();
    if (group === null) {
      const record = currentSession(ledger, replica.self);
      const ready = record?.ready?.revision === ledger.revision && sameSession(record?.id ?? null, session);
      return ready && valid ? "serving" : "not-serving";
    }
    const lease = ledger.leases.get(groupName(group));
    if (lease === undefined) return "unknown";
    const here = lease.state === "held" && sameSession(lease.holder, session);
    return here && valid && lease.report?.state === "running" ? "serving" : "not-serving";
  }

  private explained(group: GroupName): ReturnType<typeof explain> {
    const { replica, now } = this.options.parts;
    const { hearing, configurations, timing, ledger } = replica;
    const at = now();
    return explain(ledger, group, {
      alive: (session) => heardByMajority(hearing, configurations, session, timing.suspectAfter, at),
    });
  }
}

const told = ({ index, term, at, text, event }: Decision): LogReply["decisions"][number] => ({
  index,
  term,
  at,
  text,
  type: event.type,
});
