/** The daemon's log: JSON lines that tell a failover in a dozen lines at info. */
import { type Logger, pino } from "pino";

/** Written synchronously: a line that was logged is there after a SIGKILL, and lines are few. */
export function openLog(node: string, file: string | null, level: string): Logger {
  const destination = pino.destination({ dest: file ?? 1, sync: true, mkdir: true });
  return pino({ level, base: { node }, timestamp: pino.stdTimeFunctions.epochTime }, destination);
}
