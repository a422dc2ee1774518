/** The small web service behind the floating address: says which machine serves and under which fencing token. */
import { createServer } from "node:http";
import { networkInterfaces } from "node:os";

const port = Number(process.argv[2] ?? 80);
// The stationary address tells the machine; the floating one is on the same card, after it.
const stationary = networkInterfaces().lan0?.find((each) => each.family === "IPv4")?.address ?? "";
const token = process.env.LEASEHOLD_TOKEN ?? "";

createServer((_request, response) => {
  response.setHeader("connection", "close");
  response.setHeader("content-type", "application/json");
  response.end(`${JSON.stringify({ from: stationary, token })}\n`);
}).listen(port, "0.0.0.0");
