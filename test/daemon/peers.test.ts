/** Whom a daemon talks to: its peers, and while it is lost whoever calls it in the cluster's name. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type NodeId, nodeId } from "../../consensus/core/types.ts";
import { createLedger } from "../../consensus/ledger/apply.ts";
import type { Peer } from "../../consensus/transport/port.ts";
import { Callers, followPeers } from "../../daemon/peers.ts";
import { TIMING } from "../replica/group.ts";

const [self, former, leader] = [nodeId("n1"), nodeId("n2"), nodeId("n9")];
const document = {
  cluster: "test",
  timing: TIMING,
  nodes: [self, former].map((name) => ({ name, addresses: [`10.0.0.${name.slice(1)}`], voter: true })),
  groups: [],
};

function following() {
  const ledger = createLedger();
  let listened: (caller: NodeId) => boolean = () => true;
  let changed = (): void => {};
  const told: (readonly Peer[])[] = [];
  const callers = new Callers();
  const replica = { ledger, configurations: [], mayCall: (caller: NodeId) => listened(caller) };
  const heartbeats = { setPeers: (peers: readonly Peer[]) => told.push(peers) };
  const onChange = (listener: () => void) => {
    changed = listener;
    return () => {};
  };
  followPeers(document, replica, onChange, { heartbeats, streams: { setPeers: () => {} } }, callers);
  return {
    callers,
    names: () => told.at(-1)?.map(({ node }) => node),
    addresses: (node: NodeId) => told.at(-1)?.find((peer) => peer.node === node)?.addresses,
    listen: (to: (caller: NodeId) => boolean) => {
      listened = to;
      changed();
    },
  };
}

test("a caller that its file does not know becomes a peer of a lost node, at the addresses that it called from", () => {
  const node = following();
  assert.deepEqual(node.names(), [self, former]);
  node.callers.called(leader, 1, "10.0.1.9");
  assert.deepEqual(node.names(), [self, former, leader]);
  assert.deepEqual(
    node.addresses(leader),
    ["10.0.1.9", "10.0.1.9"],
    "by every path, as long as no other is known",
  );
  node.callers.called(leader, 0, "10.0.0.9");
  assert.deepEqual(node.addresses(leader), ["10.0.0.9", "10.0.1.9"]);
});

test("a node that knows its leader listens to no caller, and again when it is lost", () => {
  const node = following();
  node.listen(() => false);
  node.callers.called(leader, 0, "10.0.0.9");
  assert.deepEqual(node.names(), [self, former]);
  node.listen(() => true);
  assert.deepEqual(node.names(), [self, former, leader]);
  node.listen(() => false);
  assert.deepEqual(node.names(), [self, former]);
});

test("callers are remembered up to a bound, so that nobody fills the memory with names", () => {
  const node = following();
  for (let i = 0; i < 1000; i++) node.callers.called(nodeId(`m${i}`), 0, "10.0.0.7");
  assert.equal(node.names()?.length, 2 + 64);
});
