/**
 * The `ping` package, which reads what the system's program prints. It reads in a listener of the child process, so what it
 * throws there could be caught by nobody and would end this process: its parser takes a line of fewer words than it
 * expects for granted. Here a line that it cannot read says nothing, and a target of which nothing was read did not answer.
 */
import { createRequire } from "node:module";

/** What of the package is used. */
export interface PingProgram {
  probe(
    target: string,
    options: { numeric: boolean; timeout: number; min_reply: number; v6: boolean },
  ): Promise<{ readonly alive: boolean }>;
}

interface Parser {
  eat(line: string): Parser;
}
interface ParserFactory {
  createParser(...words: unknown[]): Parser;
}

const require = createRequire(import.meta.url);

/** Loads the package. Its `probe` rejects where there is no `ping`, and throws nothing later. */
export function loadPingProgram(): PingProgram {
  const factory = require("ping/lib/parser/factory") as ParserFactory;
  const create = factory.createParser;
  factory.createParser = (...words) => patient(create.apply(factory, words));
  return (require("ping") as { readonly promise: PingProgram }).promise;
}

function patient(parser: Parser): Parser {
  const eat = parser.eat;
  parser.eat = (line) => {
    try {
      eat.call(parser, line);
    } catch {
      // Not a line of `ping` as the package knows it; the next one may be.
    }
    return parser;
  };
  return parser;
}
