/** PURE: one run as a timeline a person understands, merged from what the lab did, the client saw and the daemons said. */

import { type LabPlan, whoHas } from "./plan.ts";
import type { LogLine } from "./reading.ts";
import type { Bound, Run } from "./scenarios.ts";
import type { Visit } from "./visiting.ts";

export interface Moment {
  /** Milliseconds from the fault. */
  readonly at: number;
  /** `lab`, `client`, `web`, or a node's name. */
  readonly who: string;
  readonly text: string;
  readonly tone: "plain" | "good" | "bad" | "act";
}

export interface Sources {
  readonly plan: LabPlan;
  readonly run: Run;
  readonly visits: readonly Visit[];
  readonly log: readonly LogLine[];
}

/** All moments of a run in order. Client silence shorter than 3 ms is left to the numbers. */
export function tellStory(sources: Sources): Moment[] {
  const moments = [
    ...labMoments(sources),
    ...clientMoments(sources),
    ...webMoments(sources),
    ...daemonMoments(sources),
  ];
  return moments.sort((a, b) => a.at - b.at);
}

function labMoments({ run }: Sources): Moment[] {
  return run.deeds.map((deed) => ({ at: deed.at - run.fault, who: "lab", text: deed.text, tone: "act" }));
}

function clientMoments({ plan, run }: Sources): Moment[] {
  const zero = run.fault - run.probe.began;
  const moments: Moment[] = [];
  for (const gap of run.probe.gaps) {
    if (gap.to - gap.from < 3 && !gap.open) continue;
    moments.push({ at: gap.from - zero, who: "client", text: "hears nothing any more", tone: "bad" });
    if (gap.open) continue;
    const words = `is served again: ${ms(gap.to - gap.from)} of silence, ${gap.lost} requests lost`;
    moments.push({ at: gap.to - zero, who: "client", text: words, tone: "good" });
  }
  for (const [i, stretch] of run.probe.owners.entries()) {
    const names = stretch.owners.map((mac) => whoHas(plan, mac));
    if (names.length === 1 && i > 0) {
      moments.push({
        at: stretch.from - zero,
        who: "client",
        text: `the address is at ${names[0]}`,
        tone: "good",
      });
    } else if (names.length > 1) {
      const words = `${names.join(" and ")} BOTH answer for the address, for ${ms(stretch.to - stretch.from)}`;
      moments.push({ at: stretch.from - zero, who: "client", text: words, tone: "bad" });
    }
  }
  return moments;
}

function webMoments({ plan, run, visits }: Sources): Moment[] {
  const end = run.probe.sent - (run.fault - run.probe.began);
  return visits.flatMap((visit): Moment[] => {
    const at = visit.at - run.fault;
    if (at < 0 || at > end) return [];
    if (visit.from === null) return [{ at, who: "web", text: "the page does not answer", tone: "bad" }];
    const node = plan.nodes.find((each) => each.cards.lan.ip === visit.from)?.name ?? visit.from;
    return [
      { at, who: "web", text: `the page comes from ${node}, fencing token ${visit.token}`, tone: "good" },
    ];
  });
}

/** Streams going down and coming up again are plumbing: true, and not what a person wants to read here. */
const PLUMBING =
  /peer stream|cannot reach|answers (again )?on path|no longer answers on path|could not be sent/;
/** The same words of several daemons within this time are one moment. */
const TOGETHER_MS = 150;

/**
 * What the daemons said, told once: every node applies every decision and says so, and a node that comes back applies
 * again what it has missed. The second is left out, the first gets all names.
 */
function daemonMoments({ run, log }: Sources): Moment[] {
  const told = new Map<string, { at: number; who: string[]; text: string; tone: Moment["tone"] }>();
  for (const line of log.toSorted((a, b) => a.time - b.time)) {
    if (PLUMBING.test(line.msg)) continue;
    const at = line.time - run.faultWall;
    const before = told.get(line.msg);
    if (before === undefined || (before.who.includes(line.node) && at - before.at > TOGETHER_MS)) {
      const key = before === undefined ? line.msg : `${line.msg} ${at}`;
      told.set(key, { at, who: [line.node], text: line.msg, tone: line.level >= 40 ? "bad" : "plain" });
    } else if (at - before.at <= TOGETHER_MS && !before.who.includes(line.node)) {
      before.who.push(line.node);
    }
  }
  return [...told.values()].map(({ at, who, text, tone }) => ({ at, who: nameAll(who), text, tone }));
}

/** Three daemons that say the same are the cluster. */
function nameAll(who: readonly string[]): string {
  return who.length > 2 ? "all" : who.toSorted().join("+");
}

const COLOUR = { plain: "", good: "\x1b[32m", bad: "\x1b[31m", act: "\x1b[1m" } as const;

/** Lines of text; the time is relative to the fault. */
export function printStory(moments: readonly Moment[], colour: boolean): string[] {
  const width = Math.max(6, ...moments.map((moment) => moment.who.length));
  return moments.map(({ at, who, text, tone }) => {
    const time = `${at < 0 ? "-" : "+"}${ms(Math.abs(at))}`.padStart(11);
    const paint = colour ? COLOUR[tone] : "";
    const off = paint === "" ? "" : "\x1b[0m";
    return `${time}  ${who.padEnd(width)}  ${paint}${text}${off}`;
  });
}

export function ms(value: number): string {
  return value >= 9_950 ? `${(value / 1000).toFixed(2)} s` : `${Math.round(value)} ms`;
}

/** Whether an outage kept its bound, and by how much. */
export function judgeBound(outage: number, { ms: most, words }: Bound): string {
  const left = Math.round(most - outage);
  return `${left >= 0 ? "WITHIN" : "OVER"} its bound of ${most} ms (${words}), by ${Math.abs(left)} ms`;
}
