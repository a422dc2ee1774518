/** A trace in plain words. */
import type { Move } from "./change.ts";
import { NAMES, other } from "./world.ts";

const incarnationWords = (boots: number): string =>
  boots === 0 ? "its first process" : "its second process";

/** One move as one sentence. */
export function moveWords(move: Move): string {
  const self = NAMES[move.node];
  const peer = NAMES[other(move.node)];
  switch (move.type) {
    case "crash":
      return `${self} loses its power, by a crash or a shot.`;
    case "farewell":
      return `${self} stops and releases everything, says farewell, and ends; the word is under way.`;
    case "farewell heard":
      return `${self} hears the farewell of ${peer}.`;
    case "freeze":
      return `${self} stands still; its machine has power.`;
    case "wake":
      return `${self} goes on, after more than ten seconds.`;
    case "word":
      return `A person takes ${peer} for dead and types its name: ${self} goes on alone, and appends a configuration in which only it votes.`;
    case "boot":
      return move.blank ? `${self} boots again with a blank disk.` : `${self} boots again.`;
    case "sync":
      return `${self}'s disk has its last entry.`;
    case "elect":
      return move.asked
        ? `${self} is elected with ${peer}'s vote.`
        : `${self} elects itself, the only voter.`;
    case "propose":
      return `${self} appends an entry.`;
    case "promote":
      return `${self} appends {A, B}: ${peer} is to vote again.`;
    case "remove":
      return `${self} appends a configuration without ${peer}'s vote.`;
    case "leave":
      return `${self} leaves the joint configuration: it alone votes.`;
    case "replicate":
      return `${self} sends its log to ${peer}, which syncs it; the acknowledgement ${move.answer === "heard" ? "arrives" : "is under way"}.`;
    case "late answer":
      return `A late acknowledgement of ${peer}, by ${incarnationWords(move.boots)}, of ${move.match} entries reaches ${self}.`;
    case "certify":
      return `${self} certifies ${peer} (${incarnationWords(move.boots)}) as up to date.`;
    case "certificate":
      return `${self} receives a certificate for ${incarnationWords(move.boots)} under configuration ${move.configurationAt}.`;
    case "hear":
      return `${self} hears a heartbeat of ${peer}.`;
    case "shoot":
      return `${self} shoots ${peer}: the switch says that it accepted.`;
    case "read off":
      return `${self} asks the switch, which sees ${peer} off; its answer is under way.`;
    case "off heard":
      return `${self} hears from the switch that ${peer} is off.`;
    case "solo":
      return `${self} goes on alone: it appends a configuration in which only it votes.`;
  }
}
