/** Whether two plain values say the same, bigints, maps and sets included; those keep their order, which counts too. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let at = 0; at < a.length; at++) if (!same(a[at], b[at])) return false;
    return true;
  }
  if (a instanceof Map) return b instanceof Map && a.size === b.size && sameOrder(a.entries(), b.entries());
  if (a instanceof Set) return b instanceof Set && a.size === b.size && sameOrder(a.values(), b.values());
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    if (!same((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name])) return false;
  }
  return true;
}

function sameOrder(a: Iterator<unknown>, b: Iterator<unknown>): boolean {
  for (let next = a.next(); next.done !== true; next = a.next()) {
    if (!same(next.value, b.next().value)) return false;
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
