/**
 * grpc.health.v1: the name "" is this daemon; "group/NAME" serves on the one node that holds the group and runs it now,
 * so that a load balancer of somebody else's finds it.
 */
import { service } from "grpc-health-check";
import { LeaseholdError } from "../errors.ts";
import { asBytes, type Desk, streaming, unary } from "./calls.ts";
import { checkWord } from "./checks.ts";
import type { Method } from "./methods.ts";
import type { ClusterView } from "./port.ts";

interface Asked {
  readonly service: string;
}
interface Answered {
  readonly status: "SERVING" | "NOT_SERVING" | "SERVICE_UNKNOWN";
}
/** A right to serve may end without any event: watchers are served by the clock as well. */
const LOOK_MS = 500;
const LIST_MAX = 100;

const methods = service as unknown as {
  readonly Check: Method<Asked, Answered>;
  readonly Watch: Method<Asked, Answered>;
  readonly List: Method<unknown, { statuses: Record<string, Answered> }>;
};
export const HEALTH_DEFINITION = {
  check: asBytes(methods.Check),
  watch: asBytes(methods.Watch),
  list: asBytes(methods.List),
};

export function healthService(desk: Desk, view: ClusterView) {
  const look = (name: string): Answered => {
    const group = /^group\/(.+)$/.exec(name)?.[1];
    if (name !== "" && group === undefined) return { status: "SERVICE_UNKNOWN" };
    switch (view.serving(group ?? null)) {
      case "serving":
        return { status: "SERVING" };
      case "not-serving":
        return { status: "NOT_SERVING" };
      case "unknown":
        return { status: "SERVICE_UNKNOWN" };
    }
  };
  return {
    check: unary(desk, methods.Check, (request) => {
      const name = checkWord(request.service, "the service", true);
      const answer = look(name);
      if (answer.status === "SERVICE_UNKNOWN") {
        throw new LeaseholdError("not-found", `${name} is not known here; expected "" or "group/NAME"`);
      }
      return answer;
    }),
    watch: streaming(desk, methods.Watch, (request, out) => {
      const name = checkWord(request.service, "the service", true);
      let last: Answered["status"] | null = null;
      const tell = (): void => {
        const answer = look(name);
        if (answer.status === last || out.unread > 0) return;
        last = answer.status;
        out.send(answer);
      };
      const stop = view.onChange(tell);
      const timer = setInterval(tell, LOOK_MS);
      tell();
      return () => {
        stop();
        clearInterval(timer);
      };
    }),
    list: unary(desk, methods.List, () => {
      const names = ["", ...view.status().groups.map((group) => `group/${group.name}`)];
      if (names.length > LIST_MAX) {
        throw new LeaseholdError(
          "busy",
          `${names.length} services; expected a Check of each: a list holds ${LIST_MAX}`,
        );
      }
      return { statuses: Object.fromEntries(names.map((name) => [name, look(name)])) };
    }),
  };
}
