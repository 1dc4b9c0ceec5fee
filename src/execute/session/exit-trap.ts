import type { Redactor } from '../../events/index.ts';
import { AttemptOutput } from './attempt.ts';
import type { Emitter } from './emitter.ts';
import type { Shell } from '../shell/index.ts';
import type { Clock } from '../types.ts';

const LIMIT_MS = 30_000;
const PLACE = { step: 'exit-trap', piece: 0, attempt: 1 };

/** Runs what blocks left for the shell's exit, as closing the terminal would. */
export async function runExitTrap({ shell, emitter, redactor, clock }: { readonly shell: Shell; readonly emitter: Emitter; readonly redactor: Redactor; readonly clock: Clock }): Promise<void> {
  const code = shell.takeExitTrap();
  if (code === '' || emitter.broken !== null) return;
  const output = new AttemptOutput(redactor, (stream, bytes) => emitter.output(PLACE, stream, bytes));
  const began = clock.monotonic();
  void emitter.emit({ type: 'step-started', ...PLACE, kind: 'command', title: 'EXIT trap', code });
  const running = shell.run({ code, errexit: false, cwd: null, exports: {}, interpreter: null, terminal: false, background: true, onOutput: (stream, chunk) => output.push(stream, chunk) });
  const timer = setTimeout(() => void running.stop(), LIMIT_MS);
  const { exitCode } = await running.ended;
  clearTimeout(timer);
  output.end();
  void emitter.emit({ type: 'step-finished', ...PLACE, status: exitCode === 0 ? 'passed' : 'failed', exitCode, durationMs: Math.round(clock.monotonic() - began) });
}
