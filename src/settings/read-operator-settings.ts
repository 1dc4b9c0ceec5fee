import * as z from 'zod/mini';
import { parseSettings } from './read-settings.ts';
import { map } from './schema.ts';
import { hookFormat, isWebAddress, NO_MESSAGES, NOTICES, type OperatorSettings } from './webhook.ts';

const url = z.string('expected the address of a webhook').check(z.refine(isWebAddress, 'expected the address of a webhook'));
const hook = z.union([url, map({ url, format: z.optional(z.enum(['slack', 'json'], 'expected slack or json')) })], 'expected the address of a webhook, or a map with url and format');

/** `config.yaml` as it is written. */
const FILE = map(
  {
    webhooks: z.nullish(z.record(z.string(), hook, 'expected a map of names')),
    notify: z.nullish(z.array(z.enum(NOTICES, `expected ${NOTICES.join(', ')}`), 'expected a list')),
  },
  'expected a map with webhooks and notify',
);

/**
 * Reads the operator's own settings.
 * @throws RunbookError with line and column for what is wrong in them.
 */
export function readOperatorSettings(text: string, path: string): OperatorSettings {
  const given = parseSettings(text, path, FILE, () => 'keys here: webhooks, notify');
  if (given === null) return NO_MESSAGES;
  const webhooks = Object.entries(given.webhooks ?? {}).map(([name, hook]) => {
    const { url, format = hookFormat(url) } = typeof hook === 'string' ? { url: hook } : hook;
    return { name, url, format };
  });
  return { webhooks, notify: given.notify ?? [] };
}
