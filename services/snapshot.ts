/** What this node is doing with each group, for people. Pure. */
import type { Millis } from "../consensus/core/types.ts";
import { type GroupName, NO_TOKEN, type SessionId, type Token } from "../consensus/ledger/types.ts";
import { wordsOf } from "./cards.ts";
import { isLive } from "./gating.ts";
import type { GroupPhase } from "./life.ts";
import { type MemberLife, type MemberState, stateOf } from "./member.ts";
import type { Holding } from "./state.ts";

export interface MemberSnapshot {
  readonly name: string;
  readonly type: "address" | "command" | "unit" | "unknown";
  /** The address with its prefix length, the program, the unit. */
  readonly what: string;
  readonly state: MemberState;
}

export interface HoldingSnapshot {
  readonly session: SessionId | null;
  readonly validUntil: Millis;
  readonly gate: "open" | "shut";
  readonly groups: readonly {
    readonly group: GroupName;
    readonly phase: GroupPhase;
    /** When the phase began, on the clock of `now`. */
    readonly since: Millis;
    readonly why: string;
    readonly token: Token;
    /** In the order of the document; empty where nothing of the group has been here. */
    readonly members: readonly MemberSnapshot[];
  }[];
  /** `up` null: the kernel has not said anything of it yet. */
  readonly cards: readonly { readonly name: string; readonly up: boolean | null; readonly words: string }[];
  /** What the daemon found wrong with the machine (R15). */
  readonly foreign: readonly string[];
  /** How often somebody else's hands on our addresses were seen. */
  readonly hands: number;
}

export function snapshot(holding: Holding, now: Millis): HoldingSnapshot {
  const { standing, lives } = holding;
  const names = new Set([...standing.view.groups.keys(), ...lives.keys()]);
  return {
    session: standing.session,
    validUntil: standing.validUntil,
    gate: isLive(holding.gating, now) ? "open" : "shut",
    groups: [...names].map((group) => {
      const life = lives.get(group);
      if (life === undefined) {
        return { group, phase: "idle", since: now, why: "", token: NO_TOKEN, members: [] };
      }
      const { phase, since, why, token } = life;
      return { group, phase, since, why, token, members: life.members.map(memberSnapshot) };
    }),
    cards: standing.cards.map((life) => ({
      name: life.card.name,
      up: life.up,
      words: life.up === null ? `${life.card.name} has not been looked at yet` : wordsOf(life),
    })),
    foreign: holding.foreign.map(({ text }) => text),
    hands: holding.hands.count,
  };
}

function memberSnapshot(member: MemberLife): MemberSnapshot {
  const { name, spec } = member;
  const state = stateOf(member);
  switch (spec?.type) {
    case undefined:
      return { name, type: "unknown", what: "processes of an earlier daemon", state };
    case "address":
      return { name, type: "address", what: `${spec.ip}/${spec.prefix}`, state };
    case "command":
      return { name, type: "command", what: spec.command.join(" "), state };
    case "unit":
      return { name, type: "unit", what: spec.unit, state };
  }
}
