import type { Redactor } from '../../events/index.ts';
import { placeText } from '../../model/index.ts';
import { quoteWord } from '../../shell-syntax/index.ts';
import { AttemptOutput } from './attempt.ts';
import type { Emitter } from './emitter.ts';
import type { Places } from '../places/index.ts';
import type { PieceShell } from '../shell/index.ts';
import type { Clock } from '../types.ts';

const LIMIT_MS = 30_000;
const PLACE = { step: 'exit-trap', piece: 0, attempt: 1 };

interface ExitTrapParts {
  readonly shell: PieceShell;
  /** Its place; `null` if it is this machine. */
  readonly on: string | null;
  readonly emitter: Emitter;
  readonly redactor: Redactor;
  readonly clock: Clock;
}

/** Runs the EXIT traps that blocks left, in each place, on this machine last; returns how one of them failed, or `null`. */
export async function runExitTraps({ places, ...parts }: Omit<ExitTrapParts, 'on'> & { readonly places: Places }, status: number): Promise<string | null> {
  const failures: (string | null)[] = [];
  for (const { place, shell } of places.shells()) failures.push(await runExitTrap({ ...parts, shell, on: placeText(place) }, status));
  failures.push(await runExitTrap({ ...parts, on: null }, status));
  return failures.findLast((failure) => failure !== null) ?? null;
}

/**
 * Runs the EXIT trap that blocks left, as closing the terminal would. Returns why the shell would have exited with an error, or
 * `null`: a trap that calls `exit` decides the status, one whose last command fails does not.
 */
async function runExitTrap({ shell, on, emitter, redactor, clock }: ExitTrapParts, status: number): Promise<string | null> {
  const code = shell.takeExitTrap();
  if (code === '' || emitter.broken !== null) return null;
  const output = new AttemptOutput(redactor, (stream, bytes) => emitter.output(PLACE, stream, bytes, true));
  const began = clock.monotonic();
  void emitter.emit({ type: 'step-started', ...PLACE, kind: 'command', title: 'EXIT trap', code, ...(on === null ? {} : { on }) });
  const running = shell.run({ code: `builtin trap -- ${quoteWord(code)} EXIT; builtin exit ${status}`, errexit: false, pipefail: null, cwd: null, exports: {}, interpreter: null, terminal: false, background: true, onOutput: (stream, chunk) => output.push(stream, chunk) });
  const timer = setTimeout(() => void running.stop(), LIMIT_MS);
  const { exitCode, failure } = await running.ended;
  clearTimeout(timer);
  output.end();
  const fine = failure === null && exitCode === status;
  void emitter.emit({ type: 'step-finished', ...PLACE, status: fine ? 'passed' : 'failed', exitCode, durationMs: Math.round(clock.monotonic() - began) });
  return fine ? null : `the EXIT trap ended the shell with ${failure ?? `exit status ${exitCode ?? 'unknown'}`}`;
}
