import { spawn } from '@lydell/node-pty';
import type { IPty } from '@lydell/node-pty';
import { readFileSync } from 'node:fs';
import { CLI, ENVIRONMENT, ROLLBACK, withSteps } from './inputs.ts';
import { median, medians, program, settle } from './measure.ts';
import type { Figure, Timed } from './measure.ts';

const LINES = 2_000_000;
const PAINT_MS = 1000 / 15;

/** What the full-screen walk costs: its first frame, a flood of output, the answer to a key in it. */
export async function walk(rounds: number): Promise<Figure[]> {
  await settle(firstFrame);
  const taken = await medians({ bare: program(process.execPath, ['-e', '0']), frame: firstFrame }, rounds);
  const flood = withSteps(1, `seq ${LINES}`);
  const floods = await medians({ ndjson: program(process.execPath, [CLI, 'run', flood, '--yes', '--no-history', '--format', 'ndjson'], { env: ENVIRONMENT }), walk: async () => (await flooded(flood)).milliseconds }, Math.min(rounds, 3));
  const { peakMb } = await flooded(flood);
  const answers: number[] = [];
  for (let round = 0; round < rounds; round++) answers.push(await keyInFlood());
  return [
    { name: 'first frame of the walk', against: 'node -e 0', value: (taken['frame'] ?? 0) / (taken['bare'] ?? 1), unit: 'x', bound: 6 },
    { name: '2,000,000 lines in the walk', against: '--format ndjson', value: (floods['walk'] ?? 0) / (floods['ndjson'] ?? 1), unit: 'x', bound: 1.5 },
    { name: 'peak memory for them', against: '', value: peakMb, unit: 'MB', bound: 200 },
    { name: 'a key answered while output floods', against: 'the time of a paint', value: median(answers) / PAINT_MS, unit: 'x', bound: 2 },
  ];
}

/** The walk in a pseudo-terminal, and what it wrote so far. */
class Walk {
  readonly pty: IPty;
  readonly ended: Promise<void>;
  private seen = '';
  private look: () => void = () => undefined;

  constructor(path: string) {
    const env = { ...process.env, ...ENVIRONMENT, TERM: 'xterm-256color', CI: undefined };
    this.pty = spawn(process.execPath, [CLI, 'run', path, '--no-history'], { cols: 80, rows: 24, env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)) });
    this.pty.onData((text) => {
      this.seen = (this.seen + text).slice(-100_000);
      this.look();
    });
    this.ended = new Promise((done) => this.pty.onExit(() => done()));
  }

  /** Resolves once the text was written since the last call. */
  async until(text: string): Promise<void> {
    await new Promise<void>((done, fail) => {
      this.look = () => {
        if (this.seen.includes(text)) done();
      };
      setTimeout(() => fail(new Error(`no "${text}" within 30 s:\n${this.seen}`)), 30_000).unref();
      void this.ended.then(() => fail(new Error(`the walk ended before "${text}":\n${this.seen}`)));
      this.look();
    });
    this.look = () => undefined;
    this.seen = '';
  }
}

const firstFrame: Timed = async () => {
  const began = performance.now();
  const walked = new Walk(ROLLBACK);
  await walked.until('Rollback a production release');
  const taken = performance.now() - began;
  walked.pty.kill('SIGTERM');
  await walked.ended;
  return taken;
};

/** A flood to its end; the time begins with the program, as that of the peer does, but the moments before the keys count are taken off. */
async function flooded(path: string): Promise<{ readonly milliseconds: number; readonly peakMb: number }> {
  const walked = new Walk(path);
  await walked.until('Enter go');
  walked.pty.write('\r');
  await walked.until('Enter run');
  const began = performance.now();
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, highWater(walked.pty.pid))), 20);
  walked.pty.write('\r');
  await walked.ended;
  clearInterval(watch);
  return { milliseconds: performance.now() - began, peakMb };
}

function highWater(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Milliseconds from a key to its effect on screen, in the middle of a flood. */
async function keyInFlood(): Promise<number> {
  const walked = new Walk(withSteps(1, 'yes'));
  await walked.until('Enter go');
  walked.pty.write('\r');
  await walked.until('Enter run');
  walked.pty.write('\r');
  await walked.until('x stop');
  const began = performance.now();
  walked.pty.write('?');
  await walked.until('run the command, once');
  const taken = performance.now() - began;
  walked.pty.write('\u001b');
  walked.pty.kill('SIGKILL');
  return taken;
}
