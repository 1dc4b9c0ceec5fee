import { spawn } from '@lydell/node-pty';
import { CLI, ENVIRONMENT, ROLLBACK } from './inputs.ts';
import { medians, program } from './measure.ts';
import type { Figure, Timed } from './measure.ts';

/** Time until the walk's first frame stands on the screen. */
export async function walk(rounds: number): Promise<Figure[]> {
  const taken = await medians({ bare: program(process.execPath, ['-e', '0']), frame: firstFrame }, rounds);
  return [{ name: 'first frame of the walk', against: 'node -e 0', value: (taken['frame'] ?? 0) / (taken['bare'] ?? 1), unit: 'x', bound: 6 }];
}

const firstFrame: Timed = async () => {
  const began = performance.now();
  const env = { ...process.env, ...ENVIRONMENT, TERM: 'xterm-256color', CI: undefined };
  const pty = spawn(process.execPath, [CLI, 'run', ROLLBACK], { cols: 80, rows: 24, env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)) });
  let seen = '';
  const taken = await new Promise<number>((done, fail) => {
    pty.onData((text) => {
      seen += text;
      if (seen.includes('Rollback a production release')) done(performance.now() - began);
    });
    pty.onExit(() => fail(new Error(`the walk ended before its first frame:\n${seen}`)));
  });
  pty.kill('SIGKILL');
  return taken;
};
