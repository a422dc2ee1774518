/** Actions and commands as lines of a transcript. */
import type { Command } from "../../consensus/ledger/types.ts";
import type { HoldingAction } from "../../services/types.ts";
import type { MemberName } from "./machine.ts";

export function wordsOf(command: Command): string {
  switch (command.type) {
    case "report":
      return `report ${command.group} ${command.state}`;
    case "release":
      return `release ${command.group}${command.failed ? " failed" : ""}`;
    case "ready":
      return `ready guard=${command.guard}`;
    case "adopt":
      return `adopt ${command.group}`;
    case "cards":
      return `cards ${command.cards.map(({ name, up }) => `${name} ${up ? "up" : "down"}`).join(", ")}`;
    default:
      return command.type;
  }
}

/** "web" for its only service, "web.first" for one of several. */
export const wordsFor = ({ group, member }: MemberName): string =>
  member === "server" ? group : `${group}.${member}`;

export function nameOf(action: HoldingAction): string {
  switch (action.type) {
    case "arm-gate":
      return `arm ${action.addresses.join(" ")}${action.keep ? " (keep)" : ""}`;
    case "probe":
      return `probe ${action.ip}`;
    case "add-address":
      return `add ${action.ip}`;
    case "remove-address":
      return `remove ${action.ip}`;
    case "start-service":
      return `start ${wordsFor(action)}${action.adopt ? " (adopt)" : ""}`;
    case "stop-service":
      return `stop ${wordsFor(action)}`;
    case "kill-service":
      return `kill ${wordsFor(action)}`;
    case "let-go":
      return `let-go ${action.word.release.group} to ${action.to}`;
    default:
      return action.type;
  }
}
