/** Wakes every 2 ms until stdin ends, then says by how many milliseconds it came late at worst. */
const PERIOD_MS = 2;
let last = performance.now();
let longest = 0;
const look = (): void => {
  const now = performance.now();
  longest = Math.max(longest, now - last - PERIOD_MS);
  last = now;
};
const timer = setInterval(look, PERIOD_MS);
process.stdin.on("end", () => {
  look();
  clearInterval(timer);
  process.stdout.write(`${longest.toFixed(1)}\n`);
});
process.stdin.resume();
setTimeout(() => {
  last = performance.now();
  longest = 0;
  process.stdout.write("awake\n");
}, 100);
