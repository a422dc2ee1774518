/**
 * A heartbeat into bytes: the message PeerHeartbeat of peer.proto, written by hand, for an idle node does little else and the generated
 * code makes an object for each number. The transport puts cluster, path and signature around it.
 */
import type {
  ArbitrationReport,
  Heartbeat,
  IdleAnswer,
  IdleRound,
  PeerReport,
  StoreWord,
} from "../../consensus/sessions/types.ts";
import { duration, FORMAT, finite, MAX_HEARTBEAT_BYTES, name, refuse } from "../wire.ts";
import { BYTES, DOUBTS, FIXED64, STANDINGS, VARINT, WHAT } from "./fields.ts";

/** Room beyond the bound, so that what crosses it is noticed rather than cut: more than all fixed fields together. */
const page = Buffer.alloc(MAX_HEARTBEAT_BYTES + 1024);
let at = 0;

export function encodeHeartbeat(heartbeat: Heartbeat): Uint8Array {
  at = 0;
  putInteger(1, FORMAT, "the format");
  putText(2, name(heartbeat.from, "the sender"));
  putInteger(3, heartbeat.incarnation, "the incarnation");
  putInteger(4, heartbeat.number, "the session's number");
  putInteger(5, heartbeat.seq, "the sequence number");
  putDouble(6, finite(heartbeat.sentAt, "the send time"));
  putText(7, heartbeat.bootId);
  for (const report of heartbeat.reports) putReport(report);
  if (heartbeat.round !== undefined) putRound(heartbeat.round);
  if (heartbeat.answer !== undefined) putAnswer(heartbeat.answer);
  if (heartbeat.arbitration !== undefined) putArbitration(heartbeat.arbitration);
  if (heartbeat.store !== undefined) putStore(heartbeat.store);
  checkRoom(0);
  return Uint8Array.prototype.slice.call(page, 0, at);
}

function putReport(report: PeerReport): void {
  const start = begin(8);
  putText(1, name(report.node, "a reported node"));
  putInteger(2, report.incarnation, "a reported incarnation");
  putInteger(3, report.number, "a reported session's number");
  putInteger(4, report.seq, "a reported sequence number");
  putDouble(5, duration(report.age, "a reported age"));
  putInteger(6, report.hearsUs ? 1 : 0, "whether it hears us");
  if (report.echo !== null) {
    const echo = begin(7);
    putInteger(1, report.echo.number, "an echoed session's number");
    putInteger(2, report.echo.seq, "an echoed sequence number");
    putDouble(3, finite(report.echo.sentAt, "an echoed send time"));
    end(echo);
  }
  if (report.doubt !== undefined) {
    const doubt = begin(8);
    putInteger(1, DOUBTS.indexOf(report.doubt.kind) + 1, "a doubt");
    putInteger(2, report.doubt.index, "a log index");
    end(doubt);
  }
  end(start);
}

function putStore(store: StoreWord): void {
  const start = begin(15);
  putText(1, store.generation);
  putInteger(2, STANDINGS.indexOf(store.standing), "a standing");
  if (store.founders !== undefined) putText(3, store.founders);
  if (store.epoch !== undefined) putInteger(4, store.epoch, "an epoch");
  if (store.vetted !== undefined) putInteger(5, store.vetted, "a vetted incarnation");
  end(start);
}

function putRound(round: IdleRound): void {
  const start = begin(9);
  putInteger(1, round.term, "a term");
  putInteger(2, round.prevIndex, "a log index");
  putInteger(3, round.prevTerm, "a term");
  putInteger(4, round.commit, "a commit index");
  putInteger(5, round.round, "a round");
  end(start);
}

function putAnswer(answer: IdleAnswer): void {
  const start = begin(10);
  putText(1, name(answer.to, "the one who is answered"));
  putInteger(2, answer.term, "a term");
  putInteger(3, answer.round, "a round");
  putInteger(4, answer.match, "a log index");
  end(start);
}

function putArbitration(report: ArbitrationReport): void {
  const { round, reached, race, surrenderPlease, farewell, alone, byIp } = report;
  const start = begin(11);
  putInteger(1, round, "a round of probes");
  for (const target of reached) putText(2, name(target, "a target that was reached"));
  putInteger(3, surrenderPlease ? 1 : 0, "whether to surrender");
  if (alone !== null) {
    const inner = begin(4);
    putInteger(1, alone.term, "a term");
    putInteger(2, alone.commit, "a commit index");
    end(inner);
  }
  if (farewell) putInteger(5, 1, "a farewell");
  putInteger(6, race, "the state of a race");
  if (byIp !== null) {
    const inner = begin(7);
    putInteger(1, byIp.others ? 1 : 0, "whether others are heard by IP");
    putInteger(2, byIp.peer ? 1 : 0, "whether the other is heard by IP");
    end(inner);
  }
  end(start);
}

function checkRoom(more: number): void {
  if (at + more > MAX_HEARTBEAT_BYTES)
    refuse(`${WHAT} is too long: over the ${MAX_HEARTBEAT_BYTES} bytes that are allowed`);
}

function putVarint(value: number): void {
  let rest = value;
  while (rest >= 128) {
    page[at++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  page[at++] = rest;
}

function putInteger(field: number, value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0)
    refuse(`${what} must be an integer from 0 to 2^53-1, not ${value}`);
  page[at++] = (field << 3) | VARINT;
  putVarint(value);
}

function putDouble(field: number, value: number): void {
  page[at++] = (field << 3) | FIXED64;
  page.writeDoubleLE(value, at);
  at += 8;
}

function putText(field: number, text: string): void {
  const length = Buffer.byteLength(text);
  checkRoom(length);
  page[at++] = (field << 3) | BYTES;
  putVarint(length);
  page.write(text, at, length, "utf8");
  at += length;
}

/** Opens a message within this one, with one byte kept for its length; `end` makes room where that is not enough. */
function begin(field: number): number {
  checkRoom(0);
  page[at++] = (field << 3) | BYTES;
  return ++at;
}

function end(start: number): void {
  const length = at - start;
  const extra = length < 128 ? 0 : length < 16_384 ? 1 : 2;
  if (extra > 0) page.copyWithin(start + extra, start, at);
  at = start - 1;
  putVarint(length);
  at += length;
}
