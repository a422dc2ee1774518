/** leasehold.v1.Cluster: what is asked is checked here; what is answered is the view's. */
import { randomUUID } from "node:crypto";
import {
  asBytes,
  type Desk,
  DOCUMENT_BYTES_MAX,
  MESSAGE_BYTES_MAX,
  type Outflow,
  streaming,
  unary,
} from "./calls.ts";
import { checkRevision, checkWord, checkWords, invalid } from "./checks.ts";
import type { StatusFeed } from "./feed.ts";
import type { LogFeed } from "./logfeed.ts";
import type { GroupWish, NodeWish, Progress } from "./messages.ts";
import { CLUSTER, type Method } from "./methods.ts";
import type { ClusterView, Wish } from "./port.ts";

/** One for each path. */
const ADDRESSES_MAX = 16;

export const CLUSTER_DEFINITION = Object.fromEntries(
  Object.entries(CLUSTER).map(([name, method]) => [name, asBytes(method as Method<unknown, unknown>)]),
);

export function clusterService(desk: Desk, view: ClusterView, feed: StatusFeed, logs: LogFeed) {
  const operation = <Request>(method: Method<Request, Progress>, wishOf: (request: Request) => Wish) =>
    streaming(desk, method, (request, out) =>
      view.operate(wishOf(request), (progress) => pass(out, progress)),
    );
  const nodeWish =
    (type: "standby" | "online" | "restart") =>
    (request: NodeWish): Wish => ({
      type,
      node: checkWord(request.node, "the name of the node"),
      ...common(request),
    });
  const groupWish =
    (type: "stop" | "start") =>
    (request: GroupWish): Wish => ({
      type,
      group: checkWord(request.group, "the name of the group"),
      ...common(request),
    });

  return {
    status: unary(desk, CLUSTER.status, () => feed.now()),
    log: unary(desk, CLUSTER.log, ({ newest }) => logs.newest(newest)),
    watchStatus: streaming(desk, CLUSTER.watchStatus, (_, out) =>
      feed.join(out as unknown as Outflow<Buffer>),
    ),
    move: streaming(desk, CLUSTER.move, (request, out) => {
      if (request.group === "" || request.to === "") {
        throw invalid("a move needs the group's name and the node it should go to");
      }
      checkWord(request.group, "the name of the group");
      checkWord(request.to, "the name of the node");
      const requestId = checkWord(request.requestId, "the request's id", true) || randomUUID();
      return view.move({ ...request, requestId }, (progress) => pass(out, progress));
    }),

    apply: unary(
      desk,
      CLUSTER.apply,
      (request) => {
        const size = Buffer.byteLength(request.yaml);
        if (size > DOCUMENT_BYTES_MAX) {
          throw invalid(`the document has ${size} bytes; expected at most ${DOCUMENT_BYTES_MAX}`);
        }
        checkWord(request.file, "the file's name", true);
        checkRevision(request.baseRevision, "base_revision");
        checkWords(request.by, "who asks");
        checkWords(request.note, "the note");
        return view.apply(request);
      },
      MESSAGE_BYTES_MAX,
    ),
    getDocument: unary(desk, CLUSTER.getDocument, ({ revision }) =>
      view.document(checkRevision(revision, "revision")),
    ),
    history: unary(desk, CLUSTER.history, () => view.history()),
    rollback: unary(desk, CLUSTER.rollback, (request) => {
      if (checkRevision(request.revision, "revision") === 0) {
        throw invalid("a rollback needs the number of a revision; `leasehold history` lists them");
      }
      checkWords(request.by, "who asks");
      return view.rollback(request);
    }),
    explain: unary(desk, CLUSTER.explain, ({ group }) =>
      view.explain(checkWord(group, "the name of the group")),
    ),

    changeNodes: streaming(desk, CLUSTER.changeNodes, (request, out) => {
      const { action, node, addresses, other, learner } = request;
      if (addresses.length > ADDRESSES_MAX) throw invalid(`a node has at most ${ADDRESSES_MAX} addresses`);
      const checked = {
        action,
        node: checkWord(node, "the name of the node"),
        addresses: addresses.map((address) => checkWord(address, "an address")),
        other: checkWord(other, "the name of the other node", action !== "replace"),
        learner,
        ...common(request),
      };
      return view.changeNodes(checked, (progress) => pass(out, progress));
    }),
    confirmStop: streaming(desk, CLUSTER.confirmStop, (request, out) => {
      const checked = {
        node: checkWord(request.node, "the name of the node"),
        typed: checkWord(request.typed, "the name as it was typed"),
        ...common(request),
      };
      return view.confirmStop(checked, (progress) => pass(out, progress));
    }),
    standby: operation(CLUSTER.standby, nodeWish("standby")),
    online: operation(CLUSTER.online, nodeWish("online")),
    restart: operation(CLUSTER.restart, nodeWish("restart")),
    stop: operation(CLUSTER.stop, groupWish("stop")),
    start: operation(CLUSTER.start, groupWish("start")),
    maintain: operation(CLUSTER.maintain, ({ group, on, by }) => ({
      type: "maintain",
      group: checkWord(group, "the name of the group", true) || null,
      on,
      ...common({ requestId: "", by }),
    })),
  };
}

function common({ requestId, by }: { requestId: string; by: string }): { requestId: string; by: string } {
  return {
    requestId: checkWord(requestId, "the request's id", true) || randomUUID(),
    by: checkWords(by, "who asks"),
  };
}

function pass<Step extends { readonly done: boolean }>(out: Outflow<Step>, step: Step): void {
  out.send(step);
  if (step.done) out.end();
}
