/**
 * What a daemon asks of its machine, at the moment it decides it: nothing that could outlast its right, were it done as late as it
 * can be (G1, G2, G4); the gate opens beside nothing that is not this node's (G3); a token that it wished to release is done with.
 */
import {
  addressesOf,
  type Lease,
  type Ledger,
  type SessionId,
  sameSession,
  type Token,
} from "../../../consensus/ledger/types.ts";
import type { HandedOver, HoldingAction, HoldingEvent } from "../../../services/types.ts";
import type { Machine } from "../machine.ts";

export interface GateEye {
  /** The group life is told. */
  told(event: HoldingEvent): void;
  decides(action: HoldingAction): void;
}
export interface Watched {
  readonly name: string;
  readonly machine: Machine;
  /** The session on which the daemon stands. */
  readonly session: () => SessionId;
  readonly broken: (invariant: string, detail: string) => void;
}
/** A group as the ledger said it that the group life was told of last. */
type Told = Pick<Lease, "holder" | "heir" | "token">;
/** By right of whom it is served here: of its holder, or from that one's word on of its heir (S2, S3). */
type Right = { readonly holder: SessionId | null; readonly token: Token };
const EPSILON = 1e-6;
/** So often a group life may be told something before it says what it has to. */
const PATIENCE = 5;

export function createGateEye({ name, machine, session, broken }: Watched): GateEye {
  let groups: ReadonlyMap<string, Told> | null = null;
  const owners = new Map<string, string>();
  let revision = -1;
  let handed: HandedOver | null = null;
  const released = new Map<string, Set<Token>>();
  /** Per group: the token of the heir to whom a word has come. */
  const words = new Map<string, Token>();
  /** Per group that is served by a word: how often its group life was told anything since. */
  const silent = new Map<string, number>();

  const follow = (ledger: Ledger) => {
    groups = new Map(ledger.leases);
    if (revision === ledger.revision || ledger.document === null) return;
    revision = ledger.revision;
    owners.clear();
    for (const spec of ledger.document.groups)
      for (const { ip } of addressesOf(spec)) owners.set(ip, spec.name);
  };
  const rightTo = (group: string): Right | undefined => {
    const told = groups?.get(group);
    if (told?.heir == null || words.get(group) !== told.heir.token) return told;
    return { holder: told.heir.session, token: told.heir.token };
  };
  /** What was handed over is newer than this copy of the ledger (G4). */
  const lags = (group: string, { token }: Right): boolean =>
    handed?.groups.some((each) => each.spec.name === group && each.token > token) === true;

  const isOurs = (group: string): boolean => {
    const holder = rightTo(group)?.holder ?? null;
    return holder !== null && sameSession(holder, session());
  };

  const holdsAny = (): boolean => {
    if (groups !== null) for (const group of groups.keys()) if (isOurs(group)) return true;
    return false;
  };
  /** The address is on this machine, and its group another's. */
  const isForgotten = (ip: string): boolean => {
    const owner = owners.get(ip);
    const right = owner === undefined ? undefined : rightTo(owner);
    if (machine.foreign.has(ip) || owner === undefined || right === undefined) return false;
    return right.holder?.node !== name && !lags(owner, right);
  };

  const opens = (operation: Extract<HoldingAction, { type: "gate" }>["operation"]) => {
    if (operation.type !== "open" && operation.type !== "renew") return;
    if (groups === null) return;
    for (const ip of machine.addresses.keys()) {
      if (!isForgotten(ip)) continue;
      broken("G3", `${name} wants to ${operation.type} the gate beside ${ip}, which is not its own`);
      break;
    }
    if (handed === null || holdsAny()) return;
    const over = machine.latest(operation) - machine.trueTime(handed.validUntil);
    if (over > EPSILON)
      broken(
        "G4",
        `${name} wants to ${operation.type} the gate for ${over.toFixed(3)} ms past the V it was handed`,
      );
  };
  const isReleased = (group: string, token: Token): boolean => released.get(group)?.has(token) === true;
  const starts = (group: string, what: string) => {
    const token = rightTo(group)?.token;
    if (token !== undefined && isReleased(group, token))
      broken(
        "released",
        `${name} wants ${what} for token ${token} of ${group}, whose release it has proposed`,
      );
  };

  /** S6: whoever serves by a word proposes the Release of whoever gave it. */
  const testifies = () => {
    for (const group of words.keys()) {
      const told = groups?.get(group);
      const byWord = told?.heir?.token === words.get(group) && isOurs(group);
      const proposed = told === undefined || isReleased(group, told.token);
      const turns = byWord && !proposed ? (silent.get(group) ?? 0) + 1 : 0;
      silent.set(group, turns);
      if (turns > PATIENCE)
        broken(
          "S6",
          `${name} has ${group} by a word, and does not propose the release of token ${told?.token}`,
        );
    }
  };
  /** S5: whoever was promised it may serve it already. */
  const adopts = (group: string, token: Token) => {
    const heir = groups?.get(group)?.heir;
    if (heir != null && groups?.get(group)?.token === token)
      broken("S5", `${name} wants to adopt ${group}, which is promised to ${heir.session.node}`);
  };

  return {
    told: (event) => {
      testifies();
      if (event.type === "ledger") follow(event.ledger);
      else if (event.type === "inherit") handed = event.handed;
      else if (event.type === "let-go") words.set(event.word.release.group, event.word.token);
    },
    decides: (action) => {
      if (action.type === "gate") opens(action.operation);
      else if (action.type === "add-address") starts(action.group, action.ip);
      else if (action.type === "start-service") starts(action.group, action.member);
      else if (action.type === "propose") {
        for (const command of action.commands)
          if (command.type === "release")
            released.set(command.group, (released.get(command.group) ?? new Set()).add(command.token));
          else if (command.type === "adopt") adopts(command.group, command.token);
      }
    },
  };
}
