import { wantsColour } from './commands/telling/colour.ts';
import { errorText } from './commands/telling/error-text.ts';
import { errorMessage, ExitCode, type Io, isSystemError, isRunbookError } from './model/index.ts';
import { shownStream } from './shown-stream.ts';

export { plainStream } from './plain-stream.ts';

declare const RUNBOOK_VERSION: string;

/** What the bin knows of the process. */
type ProcessIo = Omit<Io, 'raw'>;

/** The program: arguments in, exit code out. Never throws for what a user did. */
export async function main(argv: readonly string[], process: ProcessIo): Promise<ExitCode> {
  const io = shownIo(process);
  try {
    return await dispatch(argv, io);
  } catch (error) {
    return tellFault(error, io);
  }
}

/** Each answer loads no more than it needs. */
async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name !== undefined && ['--version', '-v', '-V'].includes(name)) return say(io, `${RUNBOOK_VERSION}\n`);
  if (name === undefined) return say(io, await (await import('./commands/welcome.ts')).welcome(io));
  if (name === '__complete') return (await import('./commands/complete.ts')).complete(rest, io);
  return (await import('./commands/command-line/index.ts')).call(argv, io);
}

function say(io: Io, text: string): ExitCode {
  io.stdout.write(text);
  return ExitCode.done;
}

/** All text goes through the streams that make it visible. */
function shownIo(process: ProcessIo): Io {
  const { stdout, stderr, env, cwd } = process;
  // To touch standard input is to load what serves it.
  return { get stdin() { return process.stdin; }, stdout: shownStream(stdout, env, () => wantsColour(stdout, env)), stderr: shownStream(stderr, env, () => wantsColour(stderr, env)), raw: { stdout, stderr }, env, cwd };
}

/** What was thrown: an expected failure, or something that we did not expect, which is still one line for the user, with the stack where a developer asks for it. */
export function tellFault(error: unknown, io: Pick<Io, 'stderr' | 'env'>): ExitCode {
  if (isRunbookError(error)) {
    io.stderr.write(errorText(error.report));
    return error.exitCode;
  }
  const reason = errorMessage(error);
  if (isSystemError(error)) io.stderr.write(errorText({ what: 'the system refused', why: reason, advice: 'fix that, and run the same command again' }));
  else io.stderr.write(errorText({ what: 'internal error', why: reason, advice: 'this is a fault in runbook itself; RUNBOOK_DEBUG=1 prints where, for the report' }));
  if (io.env['RUNBOOK_DEBUG'] !== undefined && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
  return ExitCode.usage;
}
