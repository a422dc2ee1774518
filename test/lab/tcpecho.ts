/** A TCP echo server that says when it listens, or a client that talks to it every 20 ms and prints each answer. For tests of the lab itself. */
import { connect, createServer } from "node:net";

const [role, ip] = process.argv.slice(2);
if (role === "server") {
  createServer((socket) => {
    socket.on("error", () => {});
    socket.pipe(socket);
  }).listen(7, ip, () => process.stdout.write("listening\n"));
} else {
  dial();
}

function dial(): void {
  const socket = connect({ host: ip ?? "", port: 7 });
  socket.on("error", () => setTimeout(dial, 50)); // the kernel may still be looking for the way
  socket.on("connect", () => {
    setInterval(() => socket.write("x"), 20);
    socket.on("data", () => process.stdout.write("echo\n"));
    socket.on("close", () => process.exit(0));
  });
}
