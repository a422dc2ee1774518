/**
 * R10a: by which facts a holder of two takes its own IP stack for what is dead, where no ping target says so. Each side tells, over
 * whatever way lives, what comes to it by IP: from hosts that are neither of the two, and from the other. What is concluded here lets go, and
 * nothing else; nobody takes over by it.
 */
import type { Millis } from "../consensus/core/types.ts";
import type { Arbitration, Timing } from "../consensus/ledger/types.ts";
import type { IpWord } from "../consensus/sessions/types.ts";
import { allow, refuse, type Verdict } from "./types.ts";

/** What was measured here, by the clock of `now`. Nothing in it counts what came over a serial line. */
export interface IpHearing {
  /** Since when it has been measured without a break. */
  readonly since: Millis;
  /** When it was looked at last. */
  readonly at: Millis;
  /** When it was last found that something had come by IP from a host that is neither of the two; null: never since then. */
  readonly othersAt: Millis | null;
  /** When a datagram of the other of the two last came by IP; null: never. */
  readonly peerAt: Millis | null;
}

export interface Spans {
  readonly suspectAfter: Millis;
  /** For how long other hosts may be quiet. */
  readonly quiet: Millis;
}

/**
 * The other of the two beats all the time, so its silence shows within `suspectAfter`. Other hosts owe nobody a packet: a
 * node counts as unheard by them no sooner than after one period of the pings.
 */
export const spansOf = (
  { suspectAfter }: Pick<Timing, "suspectAfter">,
  { period }: Pick<Arbitration, "period">,
): Spans => ({ suspectAfter, quiet: Math.max(suspectAfter, period) });

/** Null: not known, because it has not been measured for that long, or not lately. */
export function ipWordOf(hearing: IpHearing | null, spans: Spans, now: Millis): IpWord | null {
  const { suspectAfter, quiet } = spans;
  if (hearing === null || now - hearing.since < quiet || now - hearing.at >= suspectAfter) return null;
  const within = (at: Millis | null, span: Millis): boolean => at !== null && now - at < span;
  return { others: within(hearing.othersAt, quiet), peer: within(hearing.peerAt, suspectAfter) };
}

/** How often it is looked at: often enough that what was found still counts when it is told. */
export const listenEvery = ({
  heartbeat,
  suspectAfter,
}: Pick<Timing, "heartbeat" | "suspectAfter">): Millis => Math.max(heartbeat, suspectAfter / 4);

/**
 * For how long the finding must last before anything follows. By `quiet` two may differ in when they notice that a network went
 * silent for both, by `suspectAfter` in how old the other's word is; and as many rounds as a surrender takes.
 */
export const letGoAfter = (
  { suspectAfter, quiet }: Spans,
  { rounds, timeout }: Pick<Arbitration, "rounds" | "timeout">,
): Millis => quiet + suspectAfter + rounds * timeout;

export interface StackFacts {
  readonly peer: string;
  /** This node's own word and the peer's newest; null: not known, or not said. */
  readonly own: IpWord | null;
  readonly peers: IpWord | null;
}

/**
 * R10a: whether it is this node's own IP stack that passes nothing, by both words of this moment; ok means yes. Deaf: nothing comes to
 * this node from anybody, and the peer hears other hosts. Mute: this node hears the peer, which hears other hosts and not this node. With
 * the words exchanged each of the two is refused: deaf denies the peer what it needs, mute that it is not heard.
 */
export function judgeOwnStack({ peer, own, peers }: StackFacts): Verdict {
  if (own === null) return refuse("it is not known yet what comes to this node by IP");
  if (peers === null) return refuse(`${peer} does not say what comes to it by IP`);
  if (!peers.others)
    return refuse(
      own.others
        ? `this node hears other hosts by IP, and ${peer} hears none`
        : "neither node hears any other host by IP, so nothing tells whose fault it is",
    );
  if (!own.others && !own.peer)
    return allow(`nothing comes to this node by IP, from anybody, and ${peer} hears other hosts`);
  if (own.peer && !peers.peer)
    return allow(`${peer} hears other hosts by IP and not this node, which hears ${peer}`);
  return refuse(`this node hears ${own.others ? "other hosts" : peer} by IP, as ${peer} hears other hosts`);
}

/** Whether what let this node go is over: it and the peer hear each other by IP, or it hears other hosts and R10a finds nothing. */
export function judgeStackWell(facts: StackFacts): Verdict {
  const { peer, own, peers } = facts;
  if (own?.peer === true && peers?.peer === true) return allow(`it and ${peer} hear each other by IP again`);
  if (own?.others === true && !judgeOwnStack(facts).ok) return allow("it hears other hosts by IP again");
  return refuse("nothing shows that this node's IP stack passes anything again");
}
