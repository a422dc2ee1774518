/** A daemon's API over real sockets, in front of a view of our own. */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  AcquireReply,
  AcquireRequest,
  ApplyReply,
  ApplyRequest,
  ChangeNodesRequest,
  ConfirmStopRequest,
  KeepAliveReply,
  KeepAliveRequest,
  LeaseState,
  LogReply,
  MoveProgress,
  MoveRequest,
  Progress,
  RollbackRequest,
  StatusReply,
} from "../../api/messages.ts";
import type { ClusterView, LeaseView, Serving, Wish } from "../../api/port.ts";
import { type Api, type ApiOptions, serveApi } from "../../api/server.ts";
import { LeaseholdError } from "../../errors.ts";
import { makeAuthority, makeNodeCertificate } from "../../identity/authority.ts";

export const folder = mkdtempSync(join(tmpdir(), "leasehold-api-"));
const open: Api[] = [];

export async function closeAll(): Promise<void> {
  await Promise.all(open.map((api) => api.close()));
  rmSync(folder, { recursive: true, force: true });
}

export const STATUS: StatusReply = {
  cluster: "shop",
  node: "alpha",
  role: "leader",
  term: 7,
  leader: "alpha",
  commit: 2 ** 40,
  applied: 2 ** 40,
  revision: 1,
  disk: "certified",
  warnings: ["mind the step"],
  members: [
    {
      name: "alpha",
      voter: true,
      alive: true,
      silenceMs: [],
      session: "open",
      ready: true,
      reason: "",
      standby: "",
      disk: "certified",
      role: "full",
      cards: [
        { name: "eth0", up: true },
        { name: "eth1", up: false },
      ],
    },
    {
      name: "beta",
      voter: false,
      alive: false,
      silenceMs: [12.5, -1],
      session: "none",
      ready: false,
      reason: "no guard",
      standby: "",
      disk: "certified",
      role: "full",
      cards: [],
    },
  ],
  groups: [
    {
      name: "web",
      address: "10.0.0.100/24",
      holder: "",
      state: "vacant",
      token: "281474976710656",
      reason: "nobody is ready",
      proof: "",
      movingTo: "",
      local: "",
      parts: [
        { name: "ip", type: "address", what: "10.0.0.100/24", state: "stopped" },
        { name: "server", type: "command", what: "/usr/bin/server", state: "" },
      ],
      stopped: "",
      maintained: "root@alpha",
    },
  ],
  session: { incarnation: 2 ** 50, number: 1, validForMs: 180.25, gate: "shut" },
  dropped: [
    {
      where: "heartbeats",
      reason: "bad-signature",
      count: 1234,
      agoMs: 20.5,
      from: [{ address: "10.0.0.9", count: 1200 }],
      node: "alpha",
    },
  ],
  outlook: {
    survives: false,
    sentence: "If alpha fails, beta takes nothing over: it is asleep",
    findings: [
      { level: "bad", text: "If alpha fails, beta takes nothing over: it is asleep" },
      { level: "warn", text: "beta is heard by one path only" },
    ],
  },
  pair: {
    phase: "together",
    peer: "beta",
    doing: "in contact with beta",
    ownScore: 2,
    peersScore: -1,
    targets: [
      { address: "10.0.0.254", answeredAgoMs: 12.5, probes: 7, answers: 6 },
      { address: "10.0.0.253", answeredAgoMs: -1, probes: 7, answers: 0 },
    ],
    rounds: [
      { agoMs: 61_000, own: 2, peers: -1 },
      { agoMs: 51_000, own: 2, peers: 2 },
      { agoMs: 11_000, own: 1, peers: 2 },
      { agoMs: 1_000, own: 2, peers: 2 },
    ],
    gate: true,
    gateReason: "2 of 2",
    eligible: false,
    eligibleReason: "not certified",
  },
};

export class FixedView implements ClusterView, LeaseView {
  readonly listeners = new Set<() => void>();
  readonly moves: MoveRequest[] = [];
  readonly wishes: Wish[] = [];
  readonly applies: ApplyRequest[] = [];
  health: Serving = "serving";
  /** What Acquire answers. */
  free = true;
  readonly gone: AbortSignal[] = [];
  readonly watchers = new Set<(state: LeaseState) => void>();

  status(): StatusReply {
    return STATUS;
  }
  log(newest: number): LogReply {
    const decisions = [1, 2, 3].map((index) => ({
      index,
      term: 1,
      at: 5,
      text: `decision ${index}`,
      type: "granted",
    }));
    return { decisions: newest === 0 ? decisions : decisions.slice(-newest) };
  }
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  change(): void {
    for (const listener of this.listeners) listener();
  }
  move(request: MoveRequest, report: (progress: MoveProgress) => void): () => void {
    this.moves.push(request);
    report({ requestId: "r1", stage: "wanted", text: "should go", done: false, ok: true });
    report({ requestId: "r1", stage: "running", text: "runs", done: true, ok: true });
    return () => {};
  }
  operate(wish: Wish, report: (progress: Progress) => void): () => void {
    this.wishes.push(wish);
    const { requestId } = wish;
    report({ requestId, stage: "wanted", text: "noted", done: false, ok: true });
    report({ requestId, stage: "done", text: "done so", done: true, ok: true });
    return () => {};
  }
  changeNodes({ requestId }: ChangeNodesRequest, report: (progress: Progress) => void): () => void {
    report({ requestId, stage: "done", text: "it votes", done: true, ok: true });
    return () => {};
  }
  confirmStop(
    { requestId, node, typed }: ConfirmStopRequest,
    report: (progress: Progress) => void,
  ): () => void {
    const ok = node === typed;
    report({ requestId, stage: ok ? "done" : "refused", text: `"${typed}" was typed`, done: true, ok });
    return () => {};
  }
  async apply(request: ApplyRequest): Promise<ApplyReply> {
    this.applies.push(request);
    return { ok: true, problems: [], changes: ["+ group web"], warnings: ["mind"], revision: 2 };
  }
  async rollback(_: RollbackRequest): Promise<ApplyReply> {
    throw new LeaseholdError("unavailable", "there is no leader now");
  }
  async document(revision: number) {
    if (revision === 9) throw new LeaseholdError("not-found", "revision 9 is not kept; kept are 1 to 2");
    return { yaml: "cluster: shop\n", revision: 2 };
  }
  async history() {
    return { revisions: [{ revision: 1, at: 5, by: "root@alpha", note: "first", changes: ["+ group web"] }] };
  }
  async explain(group: string) {
    return {
      group,
      lines: ["web is down."],
      candidates: [{ node: "beta", eligible: false, reason: "is on standby by root" }],
      decisions: this.log(1).decisions,
    };
  }
  serving(group: string | null): Serving {
    return group === null || group === "web" ? this.health : "unknown";
  }

  acquire(request: AcquireRequest, signal: AbortSignal): Promise<AcquireReply> {
    this.gone.push(signal);
    if (this.free) {
      return Promise.resolve({ acquired: true, token: "281474976710699", ttlMs: request.ttlMs, heldBy: "" });
    }
    return new Promise((resolve) => {
      const answer = { acquired: false, token: "", ttlMs: 0, heldBy: "the other one" };
      if (request.waitMs === 0) resolve(answer);
      signal.addEventListener("abort", () => resolve(answer));
    });
  }
  async keepAlive({ name, beat }: KeepAliveRequest): Promise<KeepAliveReply> {
    return { name, beat, held: this.free, ttlMs: 2000, reason: this.free ? "" : "it has lapsed" };
  }
  async release() {
    return { released: true, reason: "" };
  }
  watch(_: string, listener: (state: LeaseState) => void): () => void {
    this.watchers.add(listener);
    listener({ name: "job", held: true, token: "5", note: "", event: "held" });
    return () => this.watchers.delete(listener);
  }
}

export const authority = await makeAuthority(join(folder, "authority"));
const server = await makeNodeCertificate(authority, "alpha", ["127.0.0.1"]);
/** One that nobody listens on, as the kernel says: tests run beside each other. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

export async function serve(
  view: ClusterView & LeaseView,
  more: Partial<ApiOptions> = {},
): Promise<{ socket: string; port: number; api: Api }> {
  const port = await freePort();
  const socket = join(folder, `api-${port}.sock`);
  const { certificate, key } = server;
  const api = await serveApi({
    view,
    leases: view,
    socket,
    addresses: ["127.0.0.1"],
    port,
    tls: { ca: authority.certificate, certificate, key },
    ...more,
  });
  open.push(api);
  return { socket, port, api };
}
