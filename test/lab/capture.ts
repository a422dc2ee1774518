/** Prints every TCP segment that passes one card, as JSON lines, until stdin closes. For tests of the lab itself. */
import { ipText } from "../../network/kernel/ipv4.ts";
import { ETH_P_ALL, ETH_P_IP, openPacketSocket } from "../../network/kernel/packet.ts";

const socket = openPacketSocket(process.argv[2] ?? "", ETH_P_ALL);
function tell(bytes: Buffer): void {
  if (bytes.length < 54 || bytes.readUInt16BE(12) !== ETH_P_IP || bytes[23] !== 6) return;
  const tcp = 14 + (bytes[14]! & 15) * 4;
  const flags = bytes[tcp + 13] ?? 0;
  const segment = { from: ipText(bytes.subarray(26, 30)), fin: (flags & 1) !== 0, rst: (flags & 4) !== 0 };
  process.stdout.write(`${JSON.stringify(segment)}\n`);
}
socket.listen(({ bytes }) => tell(bytes));
process.stdin.on("end", () => {
  // What came before the word to end is told, also when both are heard of in one turn.
  for (let frame = socket.receive(); frame !== null; frame = socket.receive()) tell(frame.bytes);
  socket.close();
});
process.stdin.resume();
