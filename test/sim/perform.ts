/**
 * Performs the group life's actions on the simulated machine, as the daemon's driver does on the real one: it reads
 * the clock immediately before (T4), and a pause may still hit between the look and the deed.
 */
import type { GateAnswer } from "../../network/port.ts";
import type { HoldingAction } from "../../services/types.ts";
import type { Daemon } from "./daemon.ts";
import type { Surroundings } from "./surroundings.ts";

type Action<Type extends HoldingAction["type"]> = Extract<HoldingAction, { type: Type }>;
type Deed<Type extends HoldingAction["type"]> = (
  action: Action<Type>,
  daemon: Daemon,
  around: Surroundings,
) => void;

const done = (daemon: Daemon, id: number, ok: boolean, detail = "") =>
  daemon.loop.arrive(() => daemon.feed({ type: "done", action: id, ok, detail }));

/** T4. */
const late = (daemon: Daemon, deadline: number): boolean => daemon.now() >= deadline;

/** Neither done nor expired, as far as the kernel's answer goes: it may be either. */
const FAILED: GateAnswer = { ok: false, reason: "failed", detail: "no answer" };

const gate: Deed<"gate"> = ({ operation }, daemon, around) => {
  const { name, machine, random, judge, trouble, trace } = around;
  if (daemon.mustShut && operation.type !== "close")
    judge.broken("T1", `${name} does ${operation.type} on a gate that it has not shut after a suspend`);
  daemon.mustShut = false;
  judge.lasts(name, `the gate, after a late ${operation.type},`, machine.latest(operation));
  const lost = random.chance(trouble.gateFails);
  const took = !lost || random.chance(0.5) ? machine.gate(operation) : FAILED;
  const answer = lost ? FAILED : took;
  if (operation.type !== "renew" || !answer.ok) {
    trace?.(`gate ${JSON.stringify(operation)} -> ${answer.ok ? "ok" : answer.reason}`);
  }
  const answered = () => daemon.feed({ type: "gate-answer", operation, answer });
  // At once, or after what was asked for together with it.
  if (random.chance(0.5)) daemon.loop.next(answered);
  else daemon.loop.follow(answered);
};

const armGate: Deed<"arm-gate"> = ({ id, addresses, keep }, daemon, { machine, timeline, random, trace }) => {
  timeline.after(random.between(1, 8), () => {
    if (daemon.loop.stopped) return;
    const how = machine.armGate(addresses, keep);
    trace?.(`gate tables for ${addresses.join(" ")}: ${how}`);
    done(daemon, id, how !== null, how ?? "the kernel refused");
  });
};

const probe: Deed<"probe"> = ({ id, ip, window, deadline }, daemon, around) => {
  const { timeline, random, judge, trace } = around;
  if (late(daemon, deadline)) {
    done(daemon, id, false, "late");
    return;
  }
  timeline.after(random.between(0.1, 0.8), () => {
    const other = around.answering(ip);
    if (other === null) {
      timeline.after(window, () => done(daemon, id, true));
      return;
    }
    judge.seen.probeConflicts++;
    trace?.(`probe of ${ip}: ${other} answers`);
    done(daemon, id, false, `02:00:00:00:00:${other}`);
  });
};

const addAddress: Deed<"add-address"> = ({ id, ip, prefix, deadline }, daemon, around) => {
  const { machine, random, trouble, trace } = around;
  if (late(daemon, deadline)) {
    done(daemon, id, false, "late");
    return;
  }
  const ok = !random.chance(trouble.addressFails);
  daemon.loop.next(() => {
    if (ok) machine.addAddress(ip, prefix);
    trace?.(`add ${ip}: ${ok}`);
    done(daemon, id, ok, ok ? "" : "ENOBUFS");
  });
};

const removeAddress: Deed<"remove-address"> = ({ id, ip }, daemon, around) => {
  const { machine, timeline, random, trouble, trace } = around;
  timeline.after(random.chance(0.7) ? 0 : random.between(0, 5), () => {
    if (daemon.loop.stopped) return;
    const ok = !random.chance(trouble.addressFails);
    if (ok) machine.removeAddress(ip);
    trace?.(`remove ${ip}: ${ok}`);
    done(daemon, id, ok, ok ? "" : "EBUSY");
  });
};

const announce: Deed<"announce"> = ({ ip, deadline }, daemon, around) => {
  if (late(daemon, deadline)) return;
  daemon.loop.next(() => {
    // The gate drops what a closed machine says.
    if (around.machine.answers(ip)) around.judge.announced.set(ip, around.machine.name);
  });
};

const startService: Deed<"start-service"> = (action, daemon, around) => {
  const { machine, timeline, random, trouble, trace } = around;
  const { id, token, deadline, adopt } = action;
  const service = `${action.group}.${action.member}`;
  if (late(daemon, deadline)) {
    done(daemon, id, false, "late");
    return;
  }
  trace?.(`start ${service} token ${token} until ${deadline.toFixed(1)} adopt ${adopt}`);
  // The guard process comes up by itself, also when the daemon dies meanwhile.
  timeline.after(random.between(0.5, 15), () => {
    if (!machine.powered || (daemon.loop.stopped && random.chance(0.5))) return;
    if (random.chance(trouble.startFails)) {
      machine.kill(service);
      trace?.(`start ${service} failed`);
      done(daemon, id, false, "exit code 1");
      return;
    }
    const life = machine.spawn(service, token, deadline, adopt);
    if (life !== null) {
      daemon.watched.set(service, life);
      around.judge.served(action.group, token, around.name);
    }
    done(daemon, id, life !== null, life === null ? "its deadline was over before it started" : "");
  });
};

const stopService: Deed<"stop-service" | "kill-service"> = (action, daemon, around) => {
  const { machine, timeline, random, trouble, trace } = around;
  const { id } = action;
  const service = `${action.group}.${action.member}`;
  const orderly = action.type === "stop-service";
  const takes = orderly ? Math.min(random.exponential(10), action.timeout + 25) : random.between(1, 25);
  trace?.(`${orderly ? "stop" : "kill"} ${service}`);
  timeline.after(takes, () => {
    if (random.chance(trouble.stopFails)) {
      done(daemon, id, false, "the cgroup is not empty");
      return;
    }
    machine.kill(service);
    daemon.watched.delete(service);
    trace?.(`${service} stopped`);
    done(daemon, id, true);
  });
};

export function perform(action: HoldingAction, daemon: Daemon, around: Surroundings): void {
  const { machine, trace } = around;
  switch (action.type) {
    case "gate":
      gate(action, daemon, around);
      return;
    case "arm-gate":
      armGate(action, daemon, around);
      return;
    case "probe":
      probe(action, daemon, around);
      return;
    case "add-address":
      addAddress(action, daemon, around);
      return;
    case "remove-address":
      removeAddress(action, daemon, around);
      return;
    case "announce":
      announce(action, daemon, around);
      return;
    case "start-service":
      startService(action, daemon, around);
      return;
    case "extend-service":
      machine.extend(`${action.group}.${action.member}`, action.deadline);
      return;
    case "stop-service":
    case "kill-service":
      stopService(action, daemon, around);
      return;
    case "propose":
      for (const command of action.commands) {
        const carrier = command.type === "release" && command.evidence.includes("has no carrier");
        if (carrier) around.judge.seen.carrierReleases++;
      }
      trace?.(`wishes ${action.commands.map((c) => c.type).join(", ")}`);
      daemon.propose(action.commands, (result) => daemon.feed({ type: "outcome", id: action.id, result }));
      return;
    case "let-go": {
      const { to, word } = action;
      trace?.(`gives ${to} its word on ${word.release.group}, token ${word.token}`);
      around.judge.seen.words++;
      daemon.letGo(to, word);
      return;
    }
    case "note":
      trace?.(`note: ${action.text}`);
      return;
    case "look":
      daemon.loop.next(() =>
        daemon.feed({ type: "looked", addresses: machine.found(), links: machine.links() }),
      );
      return;
    case "handed-over":
      trace?.(`hands over ${action.state.groups.map(({ spec }) => spec.name).join(" ") || "nothing"}`);
      daemon.handedOver(action.state);
      return;
    case "drained":
      trace?.(`drained, clean: ${action.clean}`);
      daemon.drained(action.clean);
      return;
  }
}
