/** Dotted IPv4 and colon-separated MAC addresses to bytes and back. */
import { isIPv4 } from "node:net";
import { LeaseholdError } from "../../errors.ts";

/** Four bytes, network order. Throws LeaseholdError "invalid-argument". */
export function ipBytes(ip: string): Buffer {
  if (!isIPv4(ip)) throw new LeaseholdError("invalid-argument", `"${ip}" is not an IPv4 address`);
  return Buffer.from(ip.split(".").map(Number));
}

export function ipText(bytes: Uint8Array): string {
  return `${bytes[0]}.${bytes[1]}.${bytes[2]}.${bytes[3]}`; // at every heartbeat
}

/** Six bytes. Throws LeaseholdError "invalid-argument". */
export function macBytes(mac: string): Buffer {
  if (!/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(mac)) {
    throw new LeaseholdError("invalid-argument", `"${mac}" is not a MAC address`);
  }
  return Buffer.from(mac.replaceAll(":", ""), "hex");
}

export function macText(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 6), (byte) => byte.toString(16).padStart(2, "0")).join(":");
}
