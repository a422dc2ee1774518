/** Reads recorded histories of a compare-and-set register: `process :invoke|:ok|:fail|:info :function value`. */
import type { Operation } from "./linearizability.ts";
import type { RegisterInput, RegisterOutput } from "./objects.ts";

type RegisterOperation = Operation<RegisterInput, RegisterOutput>;

const LINE = /^INFO\s+jepsen\.util - (\S+)\s+:(\w+)\s+:(\w+)\s+(.*)$/;

/** The operations of one recorded history; time is the number of the line. Throws on a line that is not understood. */
export function readHistory(text: string): RegisterOperation[] {
  const operations: RegisterOperation[] = [];
  const open = new Map<string, { readonly input: RegisterInput; readonly called: number }>();
  for (const [line, words] of text.split("\n").entries()) {
    if (words.trim() === "") continue;
    const [, process = "", kind, name = "", value = ""] = LINE.exec(words) ?? [];
    if (kind === "invoke") {
      open.set(process, { input: inputOf(name, value), called: line });
      continue;
    }
    const begun = open.get(process);
    if (kind === undefined || begun === undefined) throw new SyntaxError(`line ${line + 1}: ${words}`);
    open.delete(process);
    if (kind === "info") forget(operations, begun);
    else operations.push({ ...begun, output: outputOf(begun.input, kind, value), returned: line });
  }
  for (const begun of open.values()) forget(operations, begun);
  return operations;
}

/** Nobody was told how it ended: a read says nothing then; a write or cas may happen at any later time. */
function forget(operations: RegisterOperation[], begun: { input: RegisterInput; called: number }): void {
  if (begun.input.type === "read") return;
  operations.push({ ...begun, output: undefined, returned: Number.POSITIVE_INFINITY });
}

function inputOf(name: string, value: string): RegisterInput {
  if (name === "read") return { type: "read" };
  if (name === "write") return { type: "write", value };
  const [, from, to] = /^\[(\S+) (\S+)\]$/.exec(value) ?? [];
  if (name !== "cas" || from === undefined || to === undefined) throw new SyntaxError(`:${name} ${value}`);
  return { type: "cas", from, to };
}

function outputOf(input: RegisterInput, kind: string, value: string): RegisterOutput {
  if (input.type === "cas") return { type: "swapped", swapped: kind === "ok" };
  if (kind !== "ok") throw new SyntaxError(`a ${input.type} that :${kind}ed`);
  return input.type === "read"
    ? { type: "value", value: value === "nil" ? null : value }
    : { type: "written" };
}
