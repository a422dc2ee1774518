/** Whether two plain values say the same, bigints, maps and sets included; those keep their order, which counts too. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) || a instanceof Map || a instanceof Set) return sameLists(a, b, same);
  let more = 0;
  // No list of the names is made for what is asked so often.
  for (const name in a) {
    more++;
    if (!same((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name])) return false;
  }
  for (const _ in b) more--;
  return more === 0;
}

/** The same of two lists, maps or sets, where `alike` says whether what they hold is the same; of anything else, `alike` says it. */
export function sameLists(a: unknown, b: unknown, alike: (a: unknown, b: unknown) => boolean): boolean {
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let at = 0; at < a.length; at++) if (!alike(a[at], b[at])) return false;
    return true;
  }
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    return sameOrder(a.keys(), b.keys(), same) && sameOrder(a.values(), b.values(), alike);
  }
  if (a instanceof Set)
    return b instanceof Set && a.size === b.size && sameOrder(a.values(), b.values(), alike);
  return alike(a, b);
}

function sameOrder(
  a: Iterator<unknown>,
  b: Iterator<unknown>,
  alike: (a: unknown, b: unknown) => boolean,
): boolean {
  for (let next = a.next(); next.done !== true; next = a.next()) {
    if (!alike(next.value, b.next().value)) return false;
  }
  return true;
}

/** A plain value in words, for people. */
export function digest(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "bigint") return `${part}n`;
    if (part instanceof Map) return ["map", ...part];
    if (part instanceof Set) return ["set", ...part];
    return part;
  });
}
