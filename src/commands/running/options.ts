import { type Io, oneLine, RunbookError } from '../../model/index.ts';
import { operatorName } from '../../programs/index.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';
import { givenCells } from '../given/given-values.ts';
import { readDuration } from './read-duration.ts';

/** The parsed options of `run` and `resume` that say how to run. */
export interface RunningOptions {
  readonly unattended: boolean;
  readonly allowDestructive: boolean;
  readonly format: 'text' | 'ndjson' | 'github';
  readonly tui: boolean;
  readonly followForMs: number;
  readonly timeoutMs: number | null;
  readonly history: boolean;
  readonly force: boolean;
  readonly operator: string;
  readonly record: Readonly<Record<string, string>>;
  readonly commit: boolean;
  readonly push: boolean;
  readonly addHistory: boolean;
}

const FOLLOW_FOR_MS = 10_000;

/** @throws RunbookError for a wrong value, or options that contradict each other. */
export function runningOptions(args: ParsedArgs): Omit<RunningOptions, 'operator'> {
  const unattended = args.flag('yes');
  const given = args.text('format');
  const format = given === 'ndjson' || given === 'github' ? given : 'text';
  if (format !== 'text' && !unattended) throw new RunbookError({ what: `--format ${format}`, why: 'only an unattended run prints events', advice: 'add --yes' });
  if (args.flag('allow-destructive') && !unattended) throw new RunbookError({ what: '--allow-destructive', why: 'it is for unattended runs; a walk asks before each destructive step', advice: 'add --yes, or leave it out' });
  const asked = (['commit', 'push', 'add-history'] as const).find((name) => args.flag(name));
  if (args.flag('no-history') && asked !== undefined) throw new RunbookError({ what: `--${asked}`, why: 'with --no-history there is no row', advice: 'leave out one of them' });
  if (args.text('operator')?.trim() === '') throw new RunbookError({ what: '--operator', why: 'the name is empty', advice: 'say who is running' });
  return {
    unattended,
    allowDestructive: args.flag('allow-destructive'),
    format,
    tui: !args.flag('no-tui'),
    followForMs: duration(args, 'follow-for') ?? FOLLOW_FOR_MS,
    timeoutMs: duration(args, 'timeout'),
    history: !args.flag('no-history'),
    force: args.flag('force'),
    record: givenCells(args),
    commit: args.flag('commit') || args.flag('push'),
    push: args.flag('push'),
    addHistory: args.flag('add-history'),
  };
}

/** The queue of workers for the run; `null` if it runs here. */
export function engineQueue(args: ParsedArgs): string | null {
  const queue = args.text('queue');
  const engine = args.text('engine');
  if (engine === undefined && queue !== undefined) throw new RunbookError({ what: '--queue', why: 'it is for a run on an engine', advice: 'add --engine temporal, or leave it out' });
  if (engine === undefined) return null;
  if (queue === undefined || queue.trim() === '') throw new RunbookError({ what: '--engine temporal needs --queue <name>', why: 'it says which workers run it', advice: 'for example --queue staging; runbook worker --queue staging serves it' });
  return queue;
}

/** The operator: as given, else from git or the system. */
export async function operatorOf(args: ParsedArgs, io: Io): Promise<string> {
  // A name stands in lines of the log, of the lock and of commits, and has to stay in its own.
  return oneLine(args.text('operator') ?? (await operatorName(io.cwd, io.env)));
}

function duration(args: ParsedArgs, option: string): number | null {
  const text = args.text(option);
  if (text === undefined) return null;
  const milliseconds = readDuration(text);
  if (milliseconds === null || milliseconds <= 0) throw new RunbookError({ what: `--${option} ${text}`, why: 'expected a duration', advice: `for example --${option} 90s or --${option} 5m` });
  return milliseconds;
}
