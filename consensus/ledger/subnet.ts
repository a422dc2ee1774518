/** Whether two addresses lie in one subnet: by this a group's address finds its card. Canonical text only. */

export interface Cidr {
  readonly ip: string;
  readonly prefix: number;
}
type Parts = { readonly size: 8 | 16; readonly parts: readonly number[] };

/** The address as numbers of 8 bits (IPv4) or 16 bits (IPv6); null for what is no address. */
function partsOf(ip: string): Parts | null {
  if (ip.includes(":")) return partsOf6(ip);
  const parts = ip.split(".").map((part) => (/^(0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256));
  return parts.length === 4 && parts.every((part) => part < 256) ? { size: 8, parts } : null;
}

function partsOf6(ip: string): Parts | null {
  const halves = ip.split("::").map((half) => (half === "" ? [] : half.split(":")));
  const [head = [], tail = []] = halves;
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return null;
  const words = [...head, ...new Array<string>(missing).fill("0"), ...tail];
  if (!words.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return null;
  return { size: 16, parts: words.map((word) => Number.parseInt(word, 16)) };
}

export const isAddress = ({ ip, prefix }: Cidr): boolean => {
  const address = partsOf(ip);
  if (address === null) return false;
  return Number.isInteger(prefix) && prefix >= 1 && prefix <= address.size * address.parts.length;
};

/** Two ways to write one address are one address. Throws nothing: what is no address is its own text. */
export const sameAddressKey = (ip: string): string => partsOf(ip)?.parts.join(".") ?? ip;

/** Whether `ip` lies in the subnet of `of`; false for different families and for what is no address. */
export function inSubnet(ip: string, of: Cidr): boolean {
  const a = partsOf(ip);
  const b = partsOf(of.ip);
  if (a === null || b === null || a.size !== b.size) return false;
  let bits = of.prefix;
  for (let i = 0; i < a.parts.length && bits > 0; i++, bits -= a.size) {
    const shift = Math.max(0, a.size - bits);
    if ((a.parts[i] as number) >> shift !== (b.parts[i] as number) >> shift) return false;
  }
  return true;
}
