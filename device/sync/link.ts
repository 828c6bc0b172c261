import type { LinkFailure } from '../../core/link/sync';
import { ANSWER_DEADLINE } from '../../core/link/sync';
import type { RequestMessage } from '../../core/link/request';
import type { Clock } from '../watch/clock';

/** A page's connection to the phone. */
export interface PhoneLink {
  /**
   * Rejects when there is no answer within `timeout` ms (60,000 by default), and may throw. The message has to survive
   * JSON.
   */
  request(message: RequestMessage, options?: { readonly timeout?: number }): Promise<unknown>;
  /** Closes the connection, if there is one; the next request opens another. */
  close(): void;
}

/** The result of a request; an answer can be anything. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly failure: LinkFailure };

/**
 * Sends a request and reports its result once, within `ANSWER_DEADLINE`. ZML alone may wait forever, throw, or reject
 * late (docs/platform.md). Anything after the deadline is ignored.
 */
export function send(
  clock: Clock,
  link: PhoneLink,
  message: RequestMessage,
  heard: (reply: Reply) => void,
): void {
  let waiting = true;
  const once = (reply: Reply): void => {
    if (!waiting) return;
    waiting = false;
    undoDeadline();
    heard(reply);
  };
  const undoDeadline = clock.after(ANSWER_DEADLINE, () => {
    once({ kind: 'failure', failure: 'timeout' });
  });
  const fail = (error: unknown): void => {
    once({ kind: 'failure', failure: failureOf(error) });
  };
  try {
    link.request(message, { timeout: ANSWER_DEADLINE }).then((answer) => {
      once({ kind: 'answer', answer });
    }, fail);
  } catch (error) {
    fail(error);
  }
}

/** ZML's codes (zml 0.0.43): 1 no handshake, 2 no connection, 3 no side service, 4 no answer. */
function failureOf(error: unknown): LinkFailure {
  const code =
    typeof error === 'object' && error !== null ? (error as { readonly code?: unknown }).code : undefined;
  if (code === 2) return 'disconnected';
  return code === 1 || code === 3 ? 'appNotRunning' : 'timeout';
}
