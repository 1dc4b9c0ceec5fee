import { errorCode } from '../model/index.ts';
import type { Webhook } from '../settings/index.ts';

/** Longest wait for an answer. */
const MOST_MS = 10_000;

/** Why a message was not delivered, without naming its URL, which is a secret; `null` if it was delivered. */
export type Post = (webhook: Webhook, text: string, facts: Readonly<Record<string, string | null>>, signal: AbortSignal) => Promise<string | null>;

/** Posts a message: its text alone in Slack's format, with facts about the run as plain JSON. Redirects are not followed. */
export const post: Post = async ({ url, format }, text, facts, signal) => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(format === 'slack' ? { text } : { text, ...facts }),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)]),
    });
    await response.body?.cancel();
    return response.ok ? null : `the answer was ${response.status}`;
  } catch (error) {
    return reasonOf(error, signal);
  }
};

/** The error message of `fetch` may contain the URL, so only error codes are passed on. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'no answer when the run ended';
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${MOST_MS / 1000} s`;
  const code = error instanceof Error ? errorCode(error.cause) : '';
  return code === '' ? 'not reached' : `not reached (${code})`;
}
