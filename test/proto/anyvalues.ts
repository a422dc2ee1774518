/** What random values of the core's types are made of: within what the wire can carry. */
import fc from "fast-check";
import { logIndex, nodeId, term } from "../../consensus/core/types.ts";
import { groupName, incarnation, type SessionId, token } from "../../consensus/ledger/types.ts";

/** Plain objects, as the codec makes them. */
export const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;

/** Whole Unicode, without halves of surrogate pairs, which UTF-8 does not have. */
export const text = fc.string({ unit: "grapheme", maxLength: 12 });
export const named = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
export const integer = fc.oneof(
  fc.nat(300),
  fc.maxSafeNat(),
  fc.constantFrom(0, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER),
);
export const number = fc.double({ noNaN: true, noDefaultInfinity: true });
export const millis = fc.double({ min: 0, max: 1e15, noNaN: true }).map((value) => value + 0);
export const anyNode = named.map(nodeId);
export const anyTerm = integer.map(term);
export const anyIndex = integer.map(logIndex);
export const anyGroup = named.map(groupName);
export const anyToken = fc
  .oneof(fc.bigInt(0n, 2n ** 63n - 1n), fc.constantFrom(0n, 2n ** 32n, 2n ** 63n - 1n))
  .map(token);
export const anySession: fc.Arbitrary<SessionId> = record({
  node: anyNode,
  incarnation: integer.map(incarnation),
  number: integer,
});

export const timing = record({
  ttl: millis,
  rho: number,
  heartbeat: millis,
  suspectAfter: millis,
  raftHeartbeat: millis,
  electionMin: millis,
  electionMax: millis,
});
