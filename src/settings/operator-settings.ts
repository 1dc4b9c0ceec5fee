import { join } from 'node:path';
import { type Environment, errorCode, errorMessage, listWords, RunbookError } from '../model/index.ts';
import { readRegularFile, userFolder } from '../state/index.ts';
import { hookFormat, isWebAddress, NO_MESSAGES, NOTICES, type OperatorSettings, type Webhook } from './webhook.ts';

const MOST_BYTES = 100_000;
const VARIABLE = /^RUNBOOK_WEBHOOK_(\w+)$/;

/**
 * The operator's own settings: `~/.config/runbook/config.yaml`, a webhook for each `RUNBOOK_WEBHOOK_<NAME>`, and the notices that `RUNBOOK_NOTIFY` names. Never read from a repository.
 * @throws RunbookError where it is wrong.
 */
export async function operatorSettings(env: Environment): Promise<OperatorSettings> {
  const { webhooks, notify } = await fromFile(env);
  const given = Object.entries(env).flatMap(([variable, url]): readonly Webhook[] => {
    const name = VARIABLE.exec(variable)?.[1]?.toLowerCase().replaceAll('_', '-');
    if (name === undefined || url === undefined || url === '') return [];
    if (!isWebAddress(url)) throw new RunbookError({ what: variable, why: 'it is not the address of a webhook', advice: 'give all of it: https://…' });
    return [{ name, url, format: hookFormat(url) }];
  });
  const names = new Set(given.map(({ name }) => name));
  return { webhooks: [...given, ...webhooks.filter(({ name }) => !names.has(name))], notify: noticesIn(env) ?? notify };
}

/** `RUNBOOK_NOTIFY=failed,finished`, instead of what the file says; `null` where it is not set. */
function noticesIn({ RUNBOOK_NOTIFY: given }: Environment): OperatorSettings['notify'] | null {
  if (given === undefined) return null;
  return given.split(/[\s,]+/).filter((word) => word !== '').map((word) => {
    const notice = NOTICES.find((each) => each === word);
    if (notice === undefined) throw new RunbookError({ what: `RUNBOOK_NOTIFY has ${word}`, why: `expected ${listWords(NOTICES, 'or')}`, advice: 'separate several by commas' });
    return notice;
  });
}

/** The environment without the addresses of webhooks: no step needs them, and they are secrets. */
export function withoutWebhooks<E extends Environment>(env: E): E {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !VARIABLE.test(name))) as E;
}

async function fromFile(env: Environment): Promise<OperatorSettings> {
  const path = join(userFolder(env, 'XDG_CONFIG_HOME', '.config'), 'runbook', 'config.yaml');
  const text = textOf(path);
  if (text === null) return NO_MESSAGES;
  // YAML and the schema are loaded only where there is something to read.
  const { readOperatorSettings } = await import('./read-operator-settings.ts');
  return readOperatorSettings(text, path);
}

function textOf(path: string): string | null {
  let read: ReturnType<typeof readRegularFile>;
  try {
    read = readRegularFile(path, { most: MOST_BYTES, followLinks: true });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null;
    throw new RunbookError({ what: `cannot read ${path}`, why: errorMessage(error), advice: 'these are your own settings; fix or remove the file', cause: error });
  }
  if (read.ok) return read.bytes.toString('utf8');
  throw new RunbookError({ what: `cannot read ${path}`, why: read.reason, advice: 'settings must be a text file' });
}
