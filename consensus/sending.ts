/**
 * A leader's snapshots on their way to peers: one piece in flight for each peer, the next one when that is answered, so
 * that nothing else waits behind them. The disk is read at the edge; a stream keeps the snapshot it began with.
 */
import type { CoreEvent, LogIndex, Millis, NodeId, SnapshotMark, Term } from "./core/types.ts";
import type { Envelope, ReplicaEffect, ReplicaEvent } from "./types.ts";

interface Stream {
  readonly number: number;
  readonly to: NodeId;
  readonly term: Term;
  /** The snapshot that the core asked for, which it will be answered with. */
  readonly asked: LogIndex;
  /** What is being sent, once it has been read for the first time. */
  mark: SnapshotMark | null;
  /** Where the piece begins that is being read, or is on its way. */
  offset: number;
  reading: boolean;
  sentAt: Millis;
  /** When the receiver had more than ever before. */
  progressAt: Millis;
}

export interface Sending {
  readonly streams: Map<NodeId, Stream>;
  next: number;
}
export const newSending = (): Sending => ({ streams: new Map(), next: 1 });

type Sent = Extract<CoreEvent, { type: "snapshot-sent" }>;
type Read = Extract<ReplicaEvent, { type: "snapshot-read" }>;
type Answer = Extract<Envelope, { type: "snapshot-answer" }>;

/** What follows for the edge, and what the core is told. */
export interface Step {
  readonly effects: readonly ReplicaEffect[];
  readonly sent: Sent | null;
}
const nothing: Step = { effects: [], sent: null };

/** Milliseconds without progress after which a snapshot is given up: a disk may be slow to put a large one in place. */
const PATIENCE = 10_000;

/** The core wants `to` to have a snapshot. One under way to the same peer was asked for by an earlier term: it ends. */
export function begin(
  sending: Sending,
  { to, term, snapshot }: { readonly to: NodeId; readonly term: Term; readonly snapshot: SnapshotMark },
  now: Millis,
): ReplicaEffect[] {
  const before = sending.streams.get(to);
  const number = sending.next++;
  sending.streams.set(to, {
    number,
    to,
    term,
    asked: snapshot.index,
    mark: null,
    offset: 0,
    reading: true,
    sentAt: now,
    progressAt: now,
  });
  const closed: ReplicaEffect[] = before ? [{ type: "close-snapshot", stream: before.number }] : [];
  return [...closed, { type: "read-snapshot", stream: number, offset: 0 }];
}

/** A piece was read: it goes out. */
export function pieceRead(sending: Sending, { stream: number, chunk }: Read, now: Millis): Step {
  const stream = [...sending.streams.values()].find((each) => each.number === number);
  if (stream === undefined) return nothing;
  if (chunk === null) return end(sending, stream, false);
  stream.reading = false;
  stream.mark = chunk.snapshot;
  stream.offset = chunk.offset;
  stream.sentAt = now;
  const envelope: Envelope = { type: "snapshot-chunk", term: stream.term, ...chunk };
  return { effects: [{ type: "send", to: stream.to, envelope }], sent: null };
}

/** The receiver says how far it is. */
export function answered(sending: Sending, from: NodeId, { index, result }: Answer, now: Millis): Step {
  const stream = sending.streams.get(from);
  if (stream?.mark?.index !== index) return nothing;
  switch (result.type) {
    case "done":
      return end(sending, stream, true);
    case "refused":
      return end(sending, stream, false);
    case "wanted":
      // Doubled or late, or after a restart of the receiver from the beginning: whatever it wants now is read now.
      if (stream.reading || result.offset === stream.offset) return nothing;
      if (result.offset > stream.offset) stream.progressAt = now;
      return read(stream, result.offset);
  }
}

function read(stream: Stream, offset: number): Step {
  stream.reading = true;
  stream.offset = offset;
  return { effects: [{ type: "read-snapshot", stream: stream.number, offset }], sent: null };
}

/** What was lost with a peer stream is sent again, and what goes nowhere is given up. `again`: after how long, milliseconds. */
export function tend(sending: Sending, again: Millis, now: Millis): Step[] {
  const steps: Step[] = [];
  for (const stream of [...sending.streams.values()]) {
    if (now - stream.progressAt >= PATIENCE) steps.push(end(sending, stream, false));
    else if (!stream.reading && now - stream.sentAt >= again) steps.push(read(stream, stream.offset));
  }
  return steps;
}

/** It leads no more: nothing is sent, and the core does not ask what became of it. */
export function stop(sending: Sending): ReplicaEffect[] {
  const open = [...sending.streams.values()];
  sending.streams.clear();
  return open.map(({ number }) => ({ type: "close-snapshot", stream: number }));
}

function end(sending: Sending, { number, to, asked }: Stream, ok: boolean): Step {
  sending.streams.delete(to);
  return {
    effects: [{ type: "close-snapshot", stream: number }],
    sent: { type: "snapshot-sent", to, index: asked, ok },
  };
}
