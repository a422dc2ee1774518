/** A trace in plain words. */

import type { Move } from "./change.ts";
import type { ModelEntry } from "./logs.ts";
import { NAMES, type World } from "./world.ts";

const entryWords = (entry: ModelEntry, world: World): string => {
  switch (entry.type) {
    case "noop":
      return `the first entry of term ${entry.term}`;
    case "configuration": {
      const { voters, outgoing } = world.configurations[entry.which] ?? { voters: [], outgoing: null };
      const joint = outgoing === null ? "" : ` jointly with {${outgoing.join(", ")}}`;
      return `the configuration {${voters.join(", ")}}${joint}`;
    }
    case "command":
      return `"${entry.words}"`;
  }
};

const ago = (steps: number): string => (steps === 0 ? "sent just now" : `sent ${steps} of a's steps ago`);

/** One move as one sentence. */
export function moveWords(move: Move, world: World): string {
  switch (move.type) {
    case "time": {
      const [a, b, c] = move.drift;
      return `Time passes: a's clock moves by ${a}, b's by ${b}, c's by ${c}.`;
    }
    case "heard": {
      const name = NAMES[move.by];
      const answer = move.echoed
        ? world.promptEchoes
          ? " and its echo reaches a"
          : " and echoes it"
        : " and does not echo it";
      return `${name} receives a heartbeat of a, ${ago(move.sentAgo)},${answer}.`;
    }
    case "echo":
      return `a receives from ${NAMES[move.from]} the echo of a heartbeat ${ago(move.sentAgo)}.`;
    case "append": {
      const [from, to] = [NAMES[move.from], NAMES[move.to]];
      const what = move.entry === null ? "an empty append" : entryWords(move.entry, world);
      const answer = move.answered
        ? `and ${from} gets the answer with ${to}'s ages`
        : world.promptDisks
          ? "and the answer is lost"
          : "which is not on its disk yet";
      return `${to} receives from ${from} ${what}, ${answer}.`;
    }
    case "synced":
      return `The disk of ${NAMES[move.at]} has its whole log; it says so.`;
    case "elected":
      return `${NAMES[move.node]} is elected in term ${move.term} by ${move.by.map((one) => NAMES[one]).join(", ") || "itself alone"}.`;
    case "proposed":
      return `${NAMES[move.leader]}, leading term ${move.entry.term}, appends ${entryWords(move.entry, world)}.`;
    case "restarted":
      return `${NAMES[move.node]} crashes and restarts${move.forgot ? ", not knowing what is committed" : ""}.`;
  }
}
