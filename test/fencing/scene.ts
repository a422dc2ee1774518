/** A pair's node in a time of its own, for tests of what it does from facts alone. */
import assert from "node:assert/strict";
import { logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import { considerPair, powerCame, probesCame } from "../../fencing/pair.ts";
import type { PairAct, PairFacts } from "../../fencing/pairfacts.ts";
import { createPair, type Pair } from "../../fencing/pairstanding.ts";

export const [a, b] = ["a", "b"].map(nodeId) as [ReturnType<typeof nodeId>, ReturnType<typeof nodeId>];
export const TARGETS = ["10.0.0.1", "10.0.0.2", "10.0.0.3"];

/** b, which holds the group, and its peer a; they are in contact, and b leads. */
export class Scene {
  now = 10_000;
  readonly pair: Pair = createPair(0);
  facts: PairFacts = {
    self: b,
    peer: a,
    incarnation: incarnation(7),
    arbitration: {
      targets: TARGETS,
      period: 200,
      timeout: 50,
      rounds: 3,
      returnAfter: 1000,
      switchOn: true,
      acceptNonTransitiveRisk: false,
    },
    timing: { ttl: 200, heartbeat: 40, suspectAfter: 140 },
    peerIncarnation: incarnation(5),
    heard: null,
    contactAt: null,
    placed: { index: logIndex(2), configuration: { voters: [a, b], outgoing: null, learners: [] } },
    commit: logIndex(9),
    leads: null,
    leader: null,
    confirmedAt: 0,
    storeCertified: true,
    holds: new Map([[b, 1]]),
    peerStillHolds: 0,
    stops: [],
    race: 9,
    levels: [[{ device: "left", outlet: "1" }], [{ device: "right", outlet: "1" }]],
    ownLevels: [[{ device: "left", outlet: "2" }]],
    devices: [],
    standby: null,
    peerTakesNothing: false,
    maintained: false,
    restarting: false,
    risk: {
      accepted: false,
      fencingDevices: 2,
      thirdVoter: false,
      accepts: [],
      guardOnRecord: true,
      silentFor: 0,
      wait: 205,
    },
    random: () => 42,
  };

  set(more: Partial<PairFacts>): this {
    this.facts = { ...this.facts, ...more };
    return this;
  }
  heard(
    more: { hearsUs?: boolean; reached?: readonly string[]; round?: number; please?: boolean } = {},
  ): this {
    const { hearsUs = true, reached = TARGETS, round = 1, please = false } = more;
    const words = { race: 9, surrenderPlease: please, farewell: false, alone: null, byIp: null };
    const report = { round, reached, ...words };
    return this.set({
      heard: { at: this.now, incarnation: this.facts.peerIncarnation, hearsUs, seq: 3, report },
      contactAt: this.now,
    });
  }
  consider(): PairAct[] {
    const acts = considerPair(this.pair, this.facts, this.now);
    return acts.filter(({ type }) => type !== "probe");
  }
  /** A round of pings, sent and answered now. */
  pinged(reached: readonly string[] = TARGETS): this {
    this.pair.probing = this.now;
    const answers = TARGETS.map((target) => ({
      target,
      sentAt: this.now,
      answered: reached.includes(target),
    }));
    probesCame(this.pair, answers, this.facts);
    return this;
  }
  leading(): this {
    const view = { self: b, term: term(3), firstIndex: logIndex(4), commit: logIndex(9), acknowledged: null };
    return this.set({
      leads: { ...view, configuration: this.facts.placed },
      leader: b,
      confirmedAt: this.now,
    });
  }
  /** Certified, in contact with scores known, and then without a for `ms`. */
  lost(ms = 150): this {
    this.heard().leading().consider();
    this.pinged().consider();
    this.set({ leads: null, leader: null });
    this.now += ms;
    this.consider();
    return this.pinged();
  }
  /** Answers what was asked of the devices. */
  answer(act: PairAct | undefined, status: "off" | "on" | null, askedAt = this.now): this {
    assert.ok(act?.type === "power");
    const attempts = act.outlets.map((outlet) => ({
      ...outlet,
      action: "status" as const,
      duration: 10,
      accepted: status !== null,
      status,
    }));
    powerCame(
      this.pair,
      { id: act.id, attempts, askedAt: status === "off" ? askedAt : null },
      this.facts,
      this.now,
    );
    return this;
  }
  shoots(): PairAct | undefined {
    return this.consider().find(({ type }) => type === "power");
  }
}
export const types = (acts: readonly PairAct[]): string => acts.map(({ type }) => type).join(" ");
