/**
 * The power switch of the test lab: a Unix socket on which one line is asked and one answered. Each question is a connection
 * of its own, so that a status is never what is left of the conversation with the command (R8).
 */
import { connect } from "node:net";
import type { Millis } from "../../consensus/core/types.ts";
import type { FenceDevice } from "../port.ts";

/** A longer answer is none. */
const ANSWER_CHARACTERS_MAX = 256;

export function createLabDevice({
  name,
  socket,
}: {
  readonly name: string;
  readonly socket: string;
}): FenceDevice {
  return {
    name,
    async command(outlet, action, timeout) {
      return (await ask(socket, `${action} ${outlet}`, timeout)) === "ok";
    },
    async status(outlet, timeout) {
      const answer = await ask(socket, `status ${outlet}`, timeout);
      return answer === "on" || answer === "off" ? answer : null;
    },
  };
}

/** Null: unreachable, no whole line within `timeout`, or too long a one. */
function ask(socket: string, question: string, timeout: Millis): Promise<string | null> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    let said = "";
    const end = (answer: string | null): void => {
      clearTimeout(timer);
      connection.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), timeout);
    connection.setEncoding("utf8");
    connection.on("connect", () => connection.write(`${question}\n`));
    connection.on("data", (text: string) => {
      said += text;
      const line = said.indexOf("\n");
      if (line >= 0) end(said.slice(0, line));
      else if (said.length > ANSWER_CHARACTERS_MAX) end(null);
    });
    connection.on("error", () => end(null));
    connection.on("close", () => end(null));
  });
}
