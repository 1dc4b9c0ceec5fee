import type { Exported, RowBy } from '../../export/index.ts';
import { RunbookError } from '../../model/index.ts';
import { quoteWord } from '../../shell-syntax/index.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';

/** The options of `export`, parsed without looking at the runbook. */
type ExportOptions = Pick<Exported, 'skip' | 'settle' | 'secretNames' | 'allowDestructive' | 'maxParallel' | 'failFast' | 'row' | 'environment' | 'image'> & { readonly cron: string | null };

/** A cron expression: five fields of numbers, names, lists, ranges and steps. */
const CRON = /^(?:[\dA-Z*][\dA-Z*,/-]*)(?: [\dA-Z*][\dA-Z*,/-]*){4}$/i;
const ROWS: Readonly<Record<string, RowBy>> = { commit: 'commit', 'pull-request': 'pull-request', 'merge-request': 'pull-request', none: 'none' };

/** @throws RunbookError for a value that is none. */
export function exportOptions(args: ParsedArgs): ExportOptions {
  const cron = args.text('schedule') ?? null;
  if (cron !== null && !CRON.test(cron)) throw new RunbookError({ what: `--schedule ${cron}`, why: 'expected minute, hour, day, month and weekday', advice: "for example --schedule '0 4 * * 1', Mondays at four" });
  if (cron === null && args.texts('drill').length > 0) throw new RunbookError({ what: '--drill', why: 'it is for a schedule', advice: 'add --schedule, or leave it out' });
  return {
    cron,
    skip: args.texts('skip'),
    settle: args.texts('settle'),
    secretNames: [...new Set(args.texts('secret').map(secretName))],
    allowDestructive: args.flag('allow-destructive'),
    maxParallel: parallel(args.text('max-parallel')),
    failFast: args.flag('fail-fast'),
    environment: args.text('environment') ?? null,
    image: imageName(args.text('image')),
    row: ROWS[args.text('row') ?? 'commit'] ?? 'commit',
  };
}

function secretName(name: string): string {
  if (/^[A-Z_]\w*$/i.test(name) && !/^(?:GITHUB|CI|RUNBOOK|GITLAB)_/i.test(name)) return name;
  throw new RunbookError({ what: `--secret ${name}`, why: 'expected the name of a variable that is not the forge\'s or ours', advice: 'for example --secret HEROKU_API_KEY' });
}

function parallel(text: string | undefined): number {
  if (text === undefined) return 1;
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new RunbookError({ what: `--max-parallel ${text}`, why: 'expected a number from 1 to 999', advice: 'for example --max-parallel 2' });
  return Number(text);
}

function imageName(text = 'node:24'): string {
  if (/^\w[\w./:@-]*$/.test(text)) return text;
  throw new RunbookError({ what: `--image ${text}`, why: 'expected the name of an image', advice: 'for example --image node:24' });
}

/** The call as it was given, for the head of the written file. */
export function exportCall(args: ParsedArgs): string {
  const repeats = ['target', 'secret', 'skip', 'settle', 'drill'].flatMap((name) => args.texts(name).flatMap((value) => [`--${name}`, value]));
  const single = ['max-parallel', 'schedule', 'row', 'environment', 'image', 'output'].flatMap((name) => (args.text(name) === undefined ? [] : [`--${name}`, args.text(name) ?? '']));
  const flags = ['allow-destructive', 'fail-fast'].filter((name) => args.flag(name)).map((name) => `--${name}`);
  return ['runbook', 'export', ...args.positionals, ...repeats, ...single, ...flags].map((word) => quoteWord(word.replace(/\s+/g, ' '))).join(' ');
}
