import { spawn } from '@lydell/node-pty';
import type { IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { CLI, ENVIRONMENT, file, ROLLBACK, unread, withSteps } from './inputs.ts';
import { highWater, median, medians, program, settle } from './measure.ts';
import type { Figure, Timed } from './measure.ts';

const LINES = 2_000_000;

/** What the full-screen walk costs: its first frame, a flood of output, the answer to a key in it. */
export async function walk(rounds: number): Promise<Figure[]> {
  await settle(firstFrame(ROLLBACK));
  const taken = await medians({ bare: program(process.execPath, ['-e', '0']), frame: firstFrame(ROLLBACK), unread: unread(ROLLBACK, firstFrame) }, rounds);
  const flood = withSteps(1, `seq ${LINES}`);
  const floods = await medians({ ndjson: program(process.execPath, [CLI, 'run', flood, '--yes', '--no-history', '--format', 'ndjson'], { env: ENVIRONMENT }), walk: async () => (await flooded(flood)).milliseconds }, Math.min(rounds, 3));
  const { peakMb } = await flooded(flood);
  const answers: number[] = [];
  for (let round = 0; round < rounds; round++) answers.push(await keyInFlood());
  return [
    { name: 'first frame of the walk', against: 'node -e 0', value: (taken['frame'] ?? 0) / (taken['bare'] ?? 1), unit: 'x', bound: 6 },
    { name: 'first frame of the walk, a text that is new', against: 'node -e 0', value: (taken['unread'] ?? 0) / (taken['bare'] ?? 1), unit: 'x', bound: null },
    { name: '2,000,000 lines in the walk', against: '--format ndjson', value: (floods['walk'] ?? 0) / (floods['ndjson'] ?? 1), unit: 'x', bound: 1.5 },
    { name: 'peak memory for them', against: '', value: peakMb, unit: 'MB', bound: 200 },
    { name: 'a key answered while output floods', against: '', value: median(answers), unit: 'ms', bound: 50 },
    { name: 'a row scrolled in a document of 1 MB with 500 steps', against: '', value: median(await scrolled()), unit: 'ms', bound: 50 },
  ];
}

/** The walk in a pseudo-terminal, and the screen that a person would see. */
class Walk {
  readonly pty: IPty;
  readonly ended: Promise<void>;
  private readonly screen = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  private look: () => void = () => undefined;

  constructor(path: string) {
    const env = { ...process.env, ...ENVIRONMENT, TERM: 'xterm-256color', CI: undefined };
    this.pty = spawn(process.execPath, [CLI, 'run', path, '--no-history'], { cols: 80, rows: 24, env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)) });
    this.pty.onData((text) => this.screen.write(text, () => this.look()));
    this.ended = new Promise((done) => this.pty.onExit(() => done()));
  }

  /** Resolves once the text is on screen. */
  async until(wanted: string | RegExp): Promise<void> {
    await new Promise<void>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`no ${String(wanted)} within 60 s:\n${this.text()}`)), 60_000);
      this.look = () => {
        if (!this.screen.modes.synchronizedOutputMode && (typeof wanted === 'string' ? this.text().includes(wanted) : wanted.test(this.text()))) {
          clearTimeout(timer);
          done();
        }
      };
      void this.ended.then(() => fail(new Error(`the walk ended before ${String(wanted)}:\n${this.text()}`)));
      this.look();
    });
    this.look = () => undefined;
  }

  /** Resolves once the screen is another. */
  async changed(before: string): Promise<void> {
    await new Promise<void>((done) => {
      this.look = () => {
        if (!this.screen.modes.synchronizedOutputMode && this.text() !== before) done();
      };
      this.look();
    });
    this.look = () => undefined;
  }

  text(): string {
    const { active } = this.screen.buffer;
    return Array.from({ length: 24 }, (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '').join('\n');
  }
}

const firstFrame = (path: string): Timed => async () => {
  const began = performance.now();
  const walked = new Walk(path);
  await walked.until('Rollback a production release');
  const taken = performance.now() - began;
  walked.pty.kill('SIGTERM');
  await walked.ended;
  return taken;
};

/** A flood to its end; the time begins with the program, as that of the peer does, but the moments before the keys count are taken off. */
async function flooded(path: string): Promise<{ readonly milliseconds: number; readonly peakMb: number }> {
  const walked = new Walk(path);
  await walked.until('Enter start');
  walked.pty.write('\r');
  await walked.until('Enter run');
  const began = performance.now();
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, highWater(walked.pty.pid))), 20);
  walked.pty.write('\r');
  await walked.until('Enter leave');
  clearInterval(watch);
  walked.pty.kill('SIGKILL');
  return { milliseconds: performance.now() - began, peakMb };
}

/** Milliseconds from a key to its effect on screen, in the middle of a flood. */
async function keyInFlood(): Promise<number> {
  const walked = new Walk(withSteps(1, 'yes'));
  await walked.until('Enter start');
  walked.pty.write('\r');
  await walked.until('Enter run');
  walked.pty.write('\r');
  await walked.until('x stop');
  const began = performance.now();
  walked.pty.write('?');
  await walked.until('stop the running command');
  const taken = performance.now() - began;
  walked.pty.write('\u001b');
  walked.pty.kill('SIGKILL');
  return taken;
}

/** Milliseconds from each of some keys to a row more on screen, in the middle of a long document. */
async function scrolled(): Promise<readonly number[]> {
  const walked = new Walk(longDocument());
  await walked.until('Enter start');
  const taken: number[] = [];
  for (let key = 0; key < 20; key++) {
    const before = walked.text();
    const began = performance.now();
    walked.pty.write(key % 4 === 3 ? '\u001b[6~' : 'j');
    await walked.changed(before);
    taken.push(performance.now() - began);
  }
  walked.pty.kill('SIGKILL');
  return taken;
}

/** 1 MB of prose with 500 steps in it. */
function longDocument(): string {
  const words = 'The service keeps its queue in memory and answers from the cache while the store is away, so a restart costs what was not written. ';
  const steps = Array.from({ length: 500 }, (_, i) => `## Step ${i + 1}\n\n${Array.from({ length: 5 }, (_unused, part) => `${i}.${part} ${words.repeat(3)}`).join('\n\n')}\n\n\`\`\`bash\necho ${i}\n\`\`\`\n`);
  return file('long.md', `# Long\n\n${steps.join('\n')}`);
}
