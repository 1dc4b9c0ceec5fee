import { commandHelp, programHelp } from './commands/help.ts';
import { readArgs } from './commands/parse-args.ts';
import { errorText } from './commands/print-error.ts';
import type { CommandRun } from './commands/spec.ts';
import { COMMANDS } from './commands/specs/index.ts';
import { closest, ExitCode, RunbookError } from './model/index.ts';
import type { Io } from './model/index.ts';
import { shownStream } from './shown-stream.ts';

export { plainStream } from './plain-stream.ts';

declare const RUNBOOK_VERSION: string;

/** Each command is loaded only when it is called. */
const IMPLEMENTATIONS: Readonly<Record<string, () => Promise<{ readonly run: CommandRun }>>> = {
  lint: () => import('./commands/lint.ts'),
  show: () => import('./commands/show.ts'),
  explain: () => import('./commands/explain.ts'),
  run: () => import('./commands/run.ts'),
  resume: () => import('./commands/resume.ts'),
  runs: () => import('./commands/runs.ts'),
  init: () => import('./commands/init.ts'),
  completion: () => import('./commands/completion.ts'),
  history: () => import('./commands/history.ts'),
  list: () => import('./commands/list.ts'),
  record: () => import('./commands/record.ts'),
};

/** What the bin knows of the process. */
export type ProcessIo = Omit<Io, 'raw'>;

/** The program: arguments in, exit code out. Never throws for what a user did. */
export async function main(argv: readonly string[], process: ProcessIo): Promise<ExitCode> {
  const io = shownIo(process);
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof RunbookError) {
      io.stderr.write(errorText(error.report));
      return error.exitCode;
    }
    return ownFault(error, io);
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-V') return say(io, `${RUNBOOK_VERSION}\n`);
  if (name === undefined) return say(io, await (await import('./commands/welcome.ts')).welcome(io.cwd));
  if (name === '--help' || name === '-h') return say(io, programHelp());
  if (name === '__complete') return (await import('./commands/complete.ts')).complete(rest, io);
  if (name === 'help') return say(io, rest[0] === undefined ? programHelp() : commandHelp(specOf(rest[0])));
  const spec = specOf(name);
  if (asksForHelp(rest)) return say(io, commandHelp(spec));
  const args = readArgs(spec, rest);
  const load = IMPLEMENTATIONS[name];
  if (load === undefined) throw new Error(`${name} has no implementation`);
  const { run } = await load();
  return run(args, io);
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end === -1 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

function specOf(name: string): (typeof COMMANDS)[number] {
  const spec = COMMANDS.find((candidate) => candidate.name === name);
  if (spec !== undefined) return spec;
  const [near] = closest(name, COMMANDS.map((candidate) => candidate.name));
  const what = name.startsWith('-') ? `unknown option ${name}` : `unknown command ${name}`;
  throw new RunbookError({ what, ...(near === undefined ? {} : { why: `did you mean ${near}?` }), advice: 'runbook --help lists the commands' });
}

function say(io: Io, text: string): ExitCode {
  io.stdout.write(text);
  return ExitCode.done;
}

/** All text goes through the streams that make it visible. */
function shownIo(process: ProcessIo): Io {
  const { stdout, stderr, env, cwd } = process;
  // To touch standard input is to load what serves it.
  return { get stdin() { return process.stdin; }, stdout: shownStream(stdout, env), stderr: shownStream(stderr, env), raw: { stdout, stderr }, env, cwd };
}

/** Something that we did not expect: still one line for the user, with the stack where a developer asks for it. */
export function ownFault(error: unknown, io: Pick<Io, 'stderr' | 'env'>): ExitCode {
  const reason = error instanceof Error ? error.message : String(error);
  io.stderr.write(errorText({ what: 'internal error', why: reason, advice: 'this is a fault in runbook itself; RUNBOOK_DEBUG=1 prints where, for the report' }));
  if (io.env['RUNBOOK_DEBUG'] !== undefined && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
  return ExitCode.usage;
}
