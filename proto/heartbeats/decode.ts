/** Bytes into a heartbeat, read by hand as `encode.ts` writes it. */
import { logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { incarnation } from "../../consensus/ledger/types.ts";
import type {
  ArbitrationReport,
  Heartbeat,
  IdleAnswer,
  IdleRound,
  PeerReport,
  StoreDoubt,
  StoreWord,
} from "../../consensus/sessions/types.ts";
import { LeaseholdError } from "../../errors.ts";
import { checkFormat, duration, finite, MAX_HEARTBEAT_BYTES, name, refuse } from "../wire.ts";
import { BYTES, DOUBTS, FIXED64, STANDINGS, VARINT, WHAT } from "./fields.ts";

/** Filled field by field: it is read at every heartbeat, and copying costs more than reading. */
type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

let bytes: Buffer = Buffer.alloc(0);
let from = 0;
let limit = 0;

/** Refuses with `codec`; the caller has already checked the signature. Fields that are not known are refused too. */
export function decodeHeartbeat(body: Uint8Array): Heartbeat {
  checkFormat(body, WHAT, MAX_HEARTBEAT_BYTES, "codec");
  bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  from = 0;
  limit = bytes.length;
  try {
    return takeHeartbeat();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LeaseholdError("codec", `${WHAT} is malformed: ${why}`, { cause: error });
  }
}

function takeHeartbeat(): Heartbeat {
  let [sender, bootId] = ["", ""];
  let [born, number, seq, sentAt] = [0, 0, 0, 0];
  let round: IdleRound | null = null;
  let answer: IdleAnswer | null = null;
  let arbitration: ArbitrationReport | null = null;
  let store: StoreWord | null = null;
  const reports: PeerReport[] = [];
  while (from < limit) {
    const tag = takeVarint("a field");
    if (tag === tagOf(1, VARINT)) takeVarint("the format");
    else if (tag === tagOf(2, BYTES)) sender = takeText("the sender");
    else if (tag === tagOf(3, VARINT)) born = takeVarint("the incarnation");
    else if (tag === tagOf(4, VARINT)) number = takeVarint("the session's number");
    else if (tag === tagOf(5, VARINT)) seq = takeVarint("the sequence number");
    else if (tag === tagOf(6, FIXED64)) sentAt = takeDouble("the send time");
    else if (tag === tagOf(7, BYTES)) bootId = takeText("the boot id");
    else if (tag === tagOf(8, BYTES)) reports.push(within("a report", takeReport));
    else if (tag === tagOf(9, BYTES)) round = within("a round", takeRound);
    else if (tag === tagOf(10, BYTES)) answer = within("an answer", takeAnswer);
    else if (tag === tagOf(11, BYTES)) arbitration = within("scores", takeArbitration);
    else if (tag === tagOf(15, BYTES)) store = within("a store", takeStore);
    else unknown(tag);
  }
  const heartbeat: Writable<Heartbeat> = {
    from: nodeId(name(sender, "the sender")),
    incarnation: incarnation(born),
    number,
    seq,
    sentAt: finite(sentAt, "the send time"),
    bootId,
    reports,
  };
  if (round !== null) heartbeat.round = round;
  if (answer !== null) heartbeat.answer = answer;
  if (arbitration !== null) heartbeat.arbitration = arbitration;
  if (store !== null) heartbeat.store = store;
  return heartbeat;
}

function takeReport(end: number): PeerReport {
  let node = "";
  let [born, number, seq, age] = [0, 0, 0, 0];
  let hearsUs = false;
  let echo: PeerReport["echo"] = null;
  let doubt: StoreDoubt | null = null;
  while (from < end) {
    const tag = takeVarint("a field");
    if (tag === tagOf(1, BYTES)) node = takeText("a reported node");
    else if (tag === tagOf(2, VARINT)) born = takeVarint("a reported incarnation");
    else if (tag === tagOf(3, VARINT)) number = takeVarint("a reported session's number");
    else if (tag === tagOf(4, VARINT)) seq = takeVarint("a reported sequence number");
    else if (tag === tagOf(5, FIXED64)) age = takeDouble("a reported age");
    else if (tag === tagOf(6, VARINT)) hearsUs = takeVarint("whether it hears us") !== 0;
    else if (tag === tagOf(7, BYTES)) echo = within("an echo", takeEcho);
    else if (tag === tagOf(8, BYTES)) doubt = within("a doubt", takeDoubt);
    else unknown(tag);
  }
  const report: Writable<PeerReport> = {
    node: nodeId(name(node, "a reported node")),
    incarnation: incarnation(born),
    number,
    seq,
    age: duration(age, "a reported age"),
    hearsUs,
    echo,
  };
  if (doubt !== null) report.doubt = doubt;
  return report;
}

function takeDoubt(end: number): StoreDoubt {
  let [kind, index] = [0, 0];
  while (from < end) {
    const tag = takeVarint("a field");
    if (tag === tagOf(1, VARINT)) kind = takeVarint("a doubt");
    else if (tag === tagOf(2, VARINT)) index = takeVarint("a log index");
    else unknown(tag);
  }
  return {
    kind: DOUBTS[kind - 1] ?? refuse(`doubt ${kind} is unknown to this version`),
    index: logIndex(index),
  };
}

function takeStore(end: number): StoreWord {
  let generation = "";
  let founders: string | null = null;
  let [standing, epoch, vetted] = [0, 0, 0];
  while (from < end) {
    const tag = takeVarint("a field");
    if (tag === tagOf(1, BYTES)) generation = takeText("a generation");
    else if (tag === tagOf(2, VARINT)) standing = takeVarint("a standing");
    else if (tag === tagOf(3, BYTES)) founders = takeText("the founders");
    else if (tag === tagOf(4, VARINT)) epoch = takeVarint("an epoch");
    else if (tag === tagOf(5, VARINT)) vetted = takeVarint("a vetted incarnation");
    else unknown(tag);
  }
  const word: Writable<StoreWord> = {
    generation,
    standing: STANDINGS[standing] ?? refuse(`standing ${standing} is unknown to this version`),
  };
  if (founders !== null) word.founders = founders;
  if (epoch !== 0) word.epoch = epoch;
  if (vetted !== 0) word.vetted = incarnation(vetted);
  return word;
}

function takeEcho(end: number): NonNullable<PeerReport["echo"]> {
  let [number, seq, sentAt] = [0, 0, 0];
  while (from < end) {
    const tag = takeVarint("a field");
    if (tag === tagOf(1, VARINT)) number = takeVarint("an echoed session's number");
    else if (tag === tagOf(2, VARINT)) seq = takeVarint("an echoed sequence number");
    else if (tag === tagOf(3, FIXED64)) sentAt = takeDouble("an echoed send time");
    else unknown(tag);
  }
  return { number, seq, sentAt: finite(sentAt, "an echoed send time") };
}

function takeRound(end: number): IdleRound {
  let [own, prevIndex, prevTerm, commit, round] = [0, 0, 0, 0, 0];
  while (from < end) {
    const tag = takeVarint("a field");
    if (tag === tagOf(1, VARINT)) own = takeVarint("a term");
    else if (tag === tagOf(2, VARINT)) prevIndex = takeVarint("a log index");
    else if (tag === tagOf(3, VARINT)) prevTerm = takeVarint("a term");
    else if (tag === tagOf(4, VARINT)) commit = takeVarint("a commit index");
    else if (tag === tagOf(5, VARINT)) round = takeVarint("a round");
    else unknown(tag);
  }
  return {
    term: term(own),
    prevIndex: logIndex(prevIndex),
    prevTerm: term(prevTerm),
    commit: logIndex(commit),
    round,
  };
}

function takeAnswer(end: number): IdleAnswer {
  let to = "";
  let [own, round, match] = [0, 0, 0];
  while (from < end) {
    const tag = takeVarint("a field");
    if (tag === tagOf(1, BYTES)) to = takeText("the one who is answered");
    else if (tag === tagOf(2, VARINT)) own = takeVarint("a term");
    else if (tag === tagOf(3, VARINT)) round = takeVarint("a round");
    else if (tag === tagOf(4, VARINT)) match = takeVarint("a log index");
    else unknown(tag);
  }
  return {
    to: nodeId(name(to, "the one who is answered")),
    term: term(own),
    round,
    match: logIndex(match),
  };
}

function takeArbitration(end: number): ArbitrationReport {
  let [round, race] = [0, 0];
  const reached: string[] = [];
  let [surrenderPlease, farewell] = [false, false];
  let alone: ArbitrationReport["alone"] = null;
  let byIp: ArbitrationReport["byIp"] = null;
  while (from < end) {
    const tag = takeVarint("a field");
    if (tag === tagOf(1, VARINT)) round = takeVarint("a round of probes");
    else if (tag === tagOf(2, BYTES)) reached.push(name(takeText("a target"), "a target that was reached"));
    else if (tag === tagOf(3, VARINT)) surrenderPlease = takeVarint("whether to surrender") !== 0;
    else if (tag === tagOf(4, BYTES)) alone = within("a history", takeAlone);
    else if (tag === tagOf(5, VARINT)) farewell = takeVarint("a farewell") !== 0;
    else if (tag === tagOf(6, VARINT)) race = takeVarint("the state of a race");
    else if (tag === tagOf(7, BYTES)) byIp = within("what came by IP", takeByIp);
    else unknown(tag);
  }
  return { round, reached, race, surrenderPlease, farewell, alone, byIp };
}

function takeByIp(end: number): NonNullable<ArbitrationReport["byIp"]> {
  let [others, peer] = [false, false];
  while (from < end) {
    const tag = takeVarint("a field");
    if (tag === tagOf(1, VARINT)) others = takeVarint("whether others are heard by IP") !== 0;
    else if (tag === tagOf(2, VARINT)) peer = takeVarint("whether the other is heard by IP") !== 0;
    else unknown(tag);
  }
  return { others, peer };
}

function takeAlone(end: number): NonNullable<ArbitrationReport["alone"]> {
  let [own, commit] = [0, 0];
  while (from < end) {
    const tag = takeVarint("a field");
    if (tag === tagOf(1, VARINT)) own = takeVarint("a term");
    else if (tag === tagOf(2, VARINT)) commit = takeVarint("a commit index");
    else unknown(tag);
  }
  return { term: term(own), commit: logIndex(commit) };
}

function tagOf(field: number, wireType: number): number {
  return (field << 3) | wireType;
}

function unknown(tag: number): never {
  refuse(
    `field ${Math.floor(tag / 8)} (wire type ${tag % 8}) is unknown to this version, or of the wrong type`,
  );
}

function takeVarint(what: string): number {
  let value = 0;
  let factor = 1;
  for (let i = 0; i < 8; i++) {
    if (from >= limit) refuse(`${what} is cut short`);
    const byte = bytes[from++]!;
    value += (byte & 127) * factor;
    if (byte < 128) {
      if (value > Number.MAX_SAFE_INTEGER) refuse(`${what} must be an integer from 0 to 2^53-1`);
      return value;
    }
    factor *= 128;
  }
  refuse(`${what} must be an integer from 0 to 2^53-1`);
}

function takeDouble(what: string): number {
  if (from + 8 > limit) refuse(`${what} is cut short`);
  from += 8;
  return bytes.readDoubleLE(from - 8);
}

function takeText(what: string): string {
  const end = takeEnd(what);
  const text = bytes.toString("utf8", from, end);
  from = end;
  return text;
}

/** Where the bytes or the message that begins here ends. */
function takeEnd(what: string): number {
  const length = takeVarint(`the length of ${what}`);
  if (from + length > limit) refuse(`${what} is cut short`);
  return from + length;
}

/** A message within this one, which must not reach beyond its end. */
function within<T>(what: string, take: (end: number) => T): T {
  const end = takeEnd(what);
  const outer = limit;
  limit = end;
  const value = take(end);
  limit = outer;
  return value;
}
