/**
 * Bounds what calls cost whose request has not come yet: only so many at once, and each only for a while. A message is
 * kept in memory until it is whole, and a client can begin many that it never ends. When there are too many the oldest
 * goes: an honest request follows its call at once.
 */
import {
  ResponderBuilder,
  ServerInterceptingCall,
  type ServerInterceptor,
  ServerListenerBuilder,
  status,
} from "@grpc/grpc-js";

export interface PatienceOptions {
  /** Calls without a request, of all clients together; more than one connection may have. */
  readonly waitingMax?: number;
  readonly patienceMs?: number;
}

export function boundRequests({
  waitingMax = 192,
  patienceMs = 10_000,
}: PatienceOptions = {}): ServerInterceptor {
  /** How each is ended, the oldest first. */
  const waiting = new Set<(code: status, details: string) => void>();
  return (_method, call) => {
    let timer: NodeJS.Timeout | null = null;
    const end = (code: status, details: string): void => {
      came();
      call.sendStatus({ code, details });
    };
    const came = (): void => {
      if (timer === null) return;
      clearTimeout(timer);
      timer = null;
      waiting.delete(end);
    };
    const listener = new ServerListenerBuilder()
      .withOnReceiveMetadata((metadata, next) => {
        if (waiting.size >= waitingMax) {
          const [oldest] = waiting;
          oldest?.(
            status.RESOURCE_EXHAUSTED,
            `${waitingMax} younger calls wait as well; send the request at once`,
          );
        }
        const late = `the request did not come within ${patienceMs} ms`;
        timer = setTimeout(() => end(status.DEADLINE_EXCEEDED, late), patienceMs);
        waiting.add(end);
        next(metadata);
      })
      .withOnReceiveMessage((message, next) => {
        came();
        next(message);
      })
      .withOnReceiveHalfClose((next) => {
        came();
        next();
      })
      .withOnCancel(came)
      .build();
    const responder = new ResponderBuilder()
      .withStart((next) => next(listener))
      .withSendStatus((given, next) => {
        came();
        next(given);
      })
      .build();
    return new ServerInterceptingCall(call, responder);
  };
}
