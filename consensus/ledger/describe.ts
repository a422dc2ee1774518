/** Events as one calm sentence for a person: `leasehold log`, log lines, Decision.text. */
import type { GroupName, Ledger, LedgerEvent, Proof, StopKind } from "./types.ts";

/** "x" without its full stop, so that it can stand inside a sentence. */
const bare = (text: string): string => (/[.\s]$/.test(text) ? text.replace(/[.\s]+$/, "") : text);
const because = (reason: string): string => {
  const said = bare(reason);
  return said === "" ? "." : `: ${said}.`;
};
const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;
const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

const STOPS: Readonly<Record<StopKind, string>> = {
  fenced: "was switched off, and read as off",
  watchdog: "was ended by its watchdog",
  rebooted: "has booted anew",
  operator: "is down by an operator's word",
};

/** The proof that the previous holder has stopped, in words. */
export function describeProof(proof: Proof): string {
  switch (proof.kind) {
    case "never-held":
      return "nobody has held it before";
    case "released":
      return `${proof.session.node} stopped it and released it`;
    case "guard":
      return `${proof.session.node} is silent, closed by its own kernel guard`;
    default:
      return `${proof.session.node} ${STOPS[proof.kind]}`;
  }
}

/** Groups that this Expire set free by the guard. */
const freedBy = (ledger: Ledger, event: Extract<LedgerEvent, { type: "expired" }>): GroupName[] =>
  [...ledger.leases.values()]
    .filter((l) => l.stopped?.kind === "guard" && l.stopped.expireIndex === event.index)
    .filter(
      (l) => l.holder?.node === event.session.node && l.holder.incarnation === event.session.incarnation,
    )
    .map((l) => l.group);

/** One sentence. `ledger`: as it is just after the event. */
export function describe(event: LedgerEvent, ledger: Ledger): string {
  switch (event.type) {
    case "configured": {
      const d = ledger.document;
      const size =
        d === null ? "" : ` (${count(d.nodes.length, "node")}, ${count(d.groups.length, "group")})`;
      const made = ledger.revisions.at(-1);
      const by = made === undefined || made.by === "" ? "" : `, by ${made.by}`;
      return `The configuration is now revision ${event.revision}${size}${by}${because(made?.note ?? "")}`;
    }
    case "opened":
      return `${event.session.node} is in, with session ${event.session.number} of incarnation ${event.session.incarnation}.`;
    case "readied":
      return `${event.session.node} is ready for revision ${event.revision}, ${event.guard ? "its kernel guard armed" : "without a kernel guard"}.`;
    case "suspected":
      return `${event.session.node} is suspected${because(event.reason)}`;
    case "cleared":
      return `${event.session.node} is no longer suspected${because(event.reason)}`;
    case "expired": {
      const freed = freedBy(ledger, event);
      const free =
        freed.length === 0 ? "" : `; ${list(freed)} ${freed.length === 1 ? "is" : "are"} free to be taken`;
      return `The session of ${event.session.node} has ended, its silence proven${free}${because(event.evidence)}`;
    }
    case "stop-proven": {
      const free = event.freed.length === 0 ? "" : `; ${list(event.freed)} can be taken over`;
      return `${event.node} ${STOPS[event.kind]}${free}${because(event.evidence)}`;
    }
    case "stopped":
      return `The session ${event.session.number} of ${event.session.node} has ended: nothing of it runs any more.`;
    case "closed":
      return `An earlier session of ${event.session.node} is closed; it holds nothing.`;
    case "claimed":
      return `${event.successor.node} is to take ${event.group}${because(event.reason)}`;
    case "promised":
      return `${event.group} will go to ${event.successor.node} with token ${event.token}, the moment its holder has stopped it${because(event.reason)}`;
    case "promise-ended":
      return `${event.group} is no longer promised to ${event.successor.node}: its session has ended.`;
    case "granted":
      return `${event.group} goes to ${event.session.node} with token ${event.token}, since ${describeProof(event.proof)}${because(event.reason)}`;
    case "released":
      return event.failed
        ? `${event.session.node} could not keep ${event.group} running and has released it, token ${event.token}.`
        : `${event.session.node} has stopped ${event.group} and released it, token ${event.token}.`;
    case "adopted":
      return `${event.to.node} has restarted and keeps ${event.group} with token ${event.token}.`;
    case "orphaned":
      return `${event.group} cannot be taken over from ${event.session.node} yet${because(event.reason)}`;
    case "reported":
      return `${event.group} is ${event.state} on ${event.session.node}${because(event.reason)}`;
    case "move-wanted":
      return `${event.group} is to move to ${event.to} (request ${event.requestId}).`;
    case "move-ended":
      return `The move ${event.requestId} of ${event.group} is over${because(event.reason)}`;
    case "forgiven":
      return `The failure of ${event.group} on ${event.node} no longer counts.`;
    case "certified":
      return `The disk of ${event.node} (${event.generation.slice(0, 12)}) has been vouched for: it counts from now on.`;
    case "recovered":
      return `The cluster was recovered by force on ${event.survivor}, by ${event.by}: ${list(event.lost)} ${event.lost.length === 1 ? "is" : "are"} given up for good; tokens begin with epoch ${event.epoch}.`;
    case "readmitted":
      return `Another disk (${event.generation.slice(0, 12)}) may be ${event.node}, by ${event.by}.`;
    case "standby":
      return event.on
        ? `${event.node} is on standby, by ${event.by}: it is to hold nothing.`
        : `${event.node} is online again, by ${event.by}.`;
    case "wanted":
      return `${event.group} is to be ${event.running ? "started" : "stopped"}, by ${event.by}.`;
    case "maintained": {
      const what = event.group ?? "Every group";
      return event.on
        ? `${what} is under maintenance, by ${event.by}: it is watched and not touched.`
        : `The maintenance of ${event.group ?? "every group"} is over, by ${event.by}.`;
    }
    case "restart-wanted":
      return `The daemon of ${event.node} is to restart and keep what it holds, by ${event.by} (request ${event.requestId}).`;
    case "cards":
      return event.down.length === 0
        ? `All cards of ${event.session.node} are up.`
        : `On ${event.session.node} the ${event.down.length === 1 ? "card" : "cards"} ${list(event.down)} ${event.down.length === 1 ? "is" : "are"} down.`;
    case "acquired": {
      const { name, token, note } = event.lease;
      return `The lease "${name}" was ${event.repeated ? "asked for again" : "granted"} with token ${token}${because(note)}`;
    }
    case "yielded":
      return event.how === "released"
        ? `The lease "${event.name}" with token ${event.token} was given back.`
        : `The lease "${event.name}" with token ${event.token} has lapsed: its owner was silent for too long.`;
    case "refused": {
      const about = event.group === null ? "" : ` for ${event.group}`;
      return `The command ${event.command}${about} was refused (${event.code})${because(event.detail)}`;
    }
  }
}
