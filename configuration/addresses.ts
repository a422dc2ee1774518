/** IPv4 arithmetic for the configuration: plain functions of strings. */

/** An unsigned 32-bit number, or null when it is not dotted IPv4. */
export function parseIp(ip: string): number | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(ip);
  if (match === null) return null;
  let value = 0;
  for (const part of match.slice(1)) {
    const byte = Number(part);
    if (byte > 255 || (part.length > 1 && part.startsWith("0"))) return null;
    value = value * 256 + byte;
  }
  return value;
}

/** `10.0.0.1/24` as address and prefix length, or null. */
export function parseCidr(text: string): { readonly ip: string; readonly prefix: number } | null {
  const [ip, prefix, ...rest] = text.split("/");
  if (ip === undefined || prefix === undefined || rest.length > 0 || !/^\d{1,2}$/.test(prefix)) return null;
  const bits = Number(prefix);
  return parseIp(ip) === null || bits < 1 || bits > 32 ? null : { ip, prefix: bits };
}

/** Whether `ip` lies in the subnet of `of`. */
export function inSubnet(ip: string, of: { readonly ip: string; readonly prefix: number }): boolean {
  const a = parseIp(ip);
  const b = parseIp(of.ip);
  if (a === null || b === null) return false;
  const size = 2 ** (32 - of.prefix);
  return Math.floor(a / size) === Math.floor(b / size);
}
