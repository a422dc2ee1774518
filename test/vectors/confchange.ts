/** The outside vectors of configuration changes: which configuration follows, or why none does, to match exactly. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeConfiguration, enterJoint, leaveJoint, simple } from "../../consensus/core/change.ts";
import { membersOf } from "../../consensus/core/config.ts";
import { type Change, type ChangeFault, type Configuration, nodeId } from "../../consensus/core/types.ts";
import { type Command, parseScript } from "./datadriven.ts";
import type { Outcome } from "./outside.ts";

/** Numbers as names whose order is that of the numbers. */
const nameOf = (id: string): string => id.padStart(4, "0");
const plainly = (text: string): string => text.replace(/\b0+(?=\d)/g, "");

interface Standing {
  configuration: Configuration;
  /** Where a leader that knows nothing of a member yet begins: the last entry when it became one. */
  readonly next: Map<string, number>;
  lastIndex: number;
}

export function judgeChanges(folder: string): Outcome[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((file) => judgeFile(file, readFileSync(join(folder, file), "utf8")));
}

function judgeFile(file: string, text: string): Outcome[] {
  const standing: Standing = {
    configuration: { voters: [], outgoing: null, learners: [] },
    next: new Map(),
    lastIndex: 0,
  };
  return parseScript(text).map((command) => {
    const found = run(standing, command);
    standing.lastIndex++;
    const expected = command.expected.join("\n");
    const name = `confchange/${file}:${command.at} ${[command.line, ...command.input].join(" ")}`;
    return found === expected
      ? { name, result: "passed", detail: "" }
      : { name, result: "failed", detail: `found ${found}; expected ${expected}` };
  });
}

function run(standing: Standing, { name, named, input }: Command): string {
  const changes = input.flatMap((line) => line.split(" ").flatMap(changeOf));
  const current = standing.configuration;
  const changed =
    name === "simple"
      ? simple(current, changes)
      : name === "enter-joint"
        ? enterJoint(current, changes, named.get("autoleave")?.[0] === "true")
        : leaveJoint(current);
  if (!changed.ok) return refusal(name, changed.reason);
  standing.configuration = changed.configuration;
  for (const node of changed.fresh) standing.next.set(node, Math.max(standing.lastIndex, 1));
  const members = [...membersOf(changed.configuration)].sort();
  for (const node of standing.next.keys())
    if (!members.some((one) => one === node)) standing.next.delete(node);
  const lines = members.map((node) => {
    const learns = changed.configuration.learners.includes(node) ? " learner" : "";
    return `${node}: StateProbe match=0 next=${standing.next.get(node)}${learns}`;
  });
  return [describeConfiguration(changed.configuration), ...lines].map(plainly).join("\n");
}

/** `v1`, `l1`, `r1`: a voter, a learner, out. `u1` says something about a member that the core does not hold; 0 is nobody. */
function changeOf(word: string): Change[] {
  const id = word.slice(1);
  const type = { v: "add-voter", l: "add-learner", r: "remove" } as const;
  const kind = type[word[0] as keyof typeof type];
  return kind === undefined || id === "0" ? [] : [{ type: kind, node: nodeId(nameOf(id)) }];
}

function refusal(command: string, reason: ChangeFault): string {
  switch (reason) {
    case "already-joint":
      return command === "simple"
        ? "can't apply simple config change in joint config"
        : "config is already joint";
    case "not-joint":
      return "can't leave a non-joint config";
    case "no-voters-yet":
      return "can't make a zero-voter config joint";
    case "no-voters-left":
      return "removed all voters";
    case "more-than-one-voter":
      return "more than one voter changed without entering joint config";
    default:
      return reason;
  }
}
