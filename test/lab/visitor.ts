/** A visitor of the web service in the client's namespace: asks every 100 ms, says on stdout when the answer changes. */
import { get } from "node:http";
import { bootNow } from "../../network/kernel/clock.ts";
import type { Visit } from "./visiting.ts";

const PERIOD_MS = 100;
const PATIENCE_MS = 300;
const url = process.argv[2] ?? "";
let asked = 0;
/** The newest question that was answered, or given up. */
let settled = 0;
let last = "";

/** A question of the silence that is given up later than a newer one was answered says nothing any more. */
function tell(question: number, visit: Visit): void {
  if (question < settled) return;
  settled = question;
  const key = `${visit.from} ${visit.token}`;
  if (key === last) return;
  last = key;
  process.stdout.write(`${JSON.stringify(visit)}\n`);
}

function ask(): void {
  const question = ++asked;
  const request = get(url, { agent: false, timeout: PATIENCE_MS }, (response) => {
    let body = "";
    response.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    response.on("end", () => {
      try {
        const page = JSON.parse(body) as { from: string; token: string };
        tell(question, { at: bootNow(), from: page.from, token: page.token });
      } catch {
        tell(question, { at: bootNow(), from: null, token: null });
      }
    });
  });
  request.on("timeout", () => request.destroy(new Error("no answer")));
  request.on("error", () => tell(question, { at: bootNow(), from: null, token: null }));
}

setInterval(ask, PERIOD_MS);
process.stdin.on("end", () => process.exit(0));
process.stdin.resume();
