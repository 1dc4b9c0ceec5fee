import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '../../src/state/index.ts';
import { type Server, startServer, whyNoServer } from '../temporal/dev-server.ts';
import { Operator, type Answers } from './operator.ts';
import { leftovers, rowsOf, seeded, traceOf } from './trial-run.ts';
import { inFolder, type Section, type Trial, write } from './trial.ts';

const NAMES = ['one', 'two', 'three'] as const;
const step = (name: string): string => `## Step ${name}\n\n\`\`\`bash\necho ${name} >> trace; echo $$ >> pids; sleep 0.6; echo ${name}-end >> trace\n\`\`\`\n\n`;
const TEXT = `# R\n\n${NAMES.map(step).join('')}## History\n\n| Date | Operator | Outcome |\n| --- | --- | --- |\n`;

/** What is killed. */
const SIDES = ['worker', 'server', 'client'] as const;
type Side = (typeof SIDES)[number];
/** After which answer: the beginning, the first piece to run, … the row to be written. */
const MOMENTS = ['begin', 'one', 'two', 'three', 'row'] as const;
const LIMIT_MS = 240_000;

/** What a trial goes by. */
interface Plan {
  readonly side: Side;
  readonly moment: (typeof MOMENTS)[number];
  readonly afterMs: number;
  /** The history is too long after so many events. */
  readonly most: number | null;
}

/** A run of the team's: a server, a worker, and operators one after the other. */
class Team {
  private readonly folder: string;
  private readonly plan: Plan;
  private readonly server: Server;
  private worker: ChildProcess | null = null;
  private operator: Operator | null = null;
  private kills: Promise<void> | null = null;
  /** Pieces that somebody let run, and those that somebody wanted once more. */
  readonly let = new Set<string>();
  readonly again: string[] = [];
  said = '';

  constructor(folder: string, plan: Plan, server: Server) {
    this.folder = folder;
    this.plan = plan;
    this.server = server;
  }

  private get there(): string {
    return join(this.folder, 'there');
  }

  private env(state: string): Record<string, string> {
    return { PATH: process.env['PATH'] ?? '', HOME: this.folder, LANG: 'C.UTF-8', USER: 'tester', XDG_STATE_HOME: join(this.folder, state), XDG_CACHE_HOME: join(this.folder, 'cache'), GIT_CONFIG_NOSYSTEM: '1', ...this.server.env };
  }

  async startWorker(): Promise<void> {
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'worker', '--queue', 'q'], { cwd: this.there, env: this.env('worker-state'), stdio: ['ignore', 'pipe', 'pipe'] });
    this.worker = child;
    const texts: string[] = [];
    child.stderr.on('data', (text: Buffer) => texts.push(text.toString()));
    await new Promise<void>((done, failed) => {
      child.stdout.on('data', (text: Buffer) => text.toString().includes('serves the queue') && done());
      child.once('exit', () => failed(new Error(`the worker ended: ${texts.join('')}`)));
    });
  }

  /** Kills, and starts again what everybody needs. */
  private async kill(): Promise<void> {
    await wait(this.plan.afterMs);
    switch (this.plan.side) {
      case 'client':
        this.operator?.kill();
        return;
      case 'server':
        this.server.kill();
        return this.server.start();
      case 'worker':
        this.worker?.removeAllListeners('exit');
        this.worker?.kill('SIGKILL');
        return this.startWorker();
    }
  }

  private answers(): Answers {
    const piece = (question: string): string => /\[(\d)\/3\](?![^]*\[\d\/3\])/.exec(question)?.[1] ?? '';
    const nameOf = (question: string): string => NAMES[Number(piece(question)) - 1] ?? this.latest;
    return [
      [/Enter start.*> ?$/, () => '\r'],
      [/INTERRUPTED[^]*run it again[^]*> ?$/, (question) => this.interrupted(question)],
      [/write no row > ?$/, () => '\r'],
      [/Enter run.*> ?$/, (question) => {
        this.latest = nameOf(question);
        this.let.add(this.latest);
        return '\r';
      }],
    ];
  }

  private latest = '';

  /** As somebody does who looks there: what came to its end is not run again. */
  private interrupted(question: string): string {
    const cut = /INTERRUPTED[^]*echo (\w+) >> trace/.exec(question)?.[1] ?? '';
    if (traceOf(this.there).includes(`${cut}-end`)) return 'd\r';
    this.again.push(cut);
    return 'r\r';
  }

  private answered(question: string): void {
    const moment = /Enter start/.test(question) ? 'begin' : /write no row/.test(question) ? 'row' : this.latest;
    if (this.kills === null && moment === this.plan.moment) this.kills = this.kill();
  }

  /** From the beginning to the row, by as many operators as it takes; says what went wrong on the way. */
  async run(): Promise<readonly string[]> {
    mkdirSync(this.there, { recursive: true });
    await this.startWorker();
    const until = Date.now() + LIMIT_MS;
    for (let turn = 0; turn < 5; turn++) {
      const operator = new Operator(['run', 'r.md', '--engine', 'temporal', '--queue', 'q', '--no-tui', '--operator', `op${turn}`], { cwd: this.folder, env: this.env('state'), answers: this.answers(), answered: (question) => this.answered(question) });
      this.operator = operator;
      const limit = new AbortController();
      const status = await Promise.race([operator.ended, wait(until - Date.now(), 'hung' as const, { signal: limit.signal })]);
      limit.abort();
      this.said += `--- ${turn}: ${String(status)}\n${operator.text}`;
      if (status === 'hung') return [`hung: ${operator.text.slice(-600)}`];
      if (/internal error|^\s+at .*[:(]\d+/m.test(operator.text)) return [`a fault: ${operator.text.slice(-600)}`];
      await this.kills;
      if (await this.isOver()) return [];
    }
    return ['five operators could not end it'];
  }

  private async isOver(): Promise<boolean> {
    for (let tries = 0; tries < 20; tries++) {
      const listed = spawn(process.execPath, [resolve('dist/cli.js'), 'runs', '--engine', 'temporal', '--json'], { cwd: this.folder, env: this.env('state'), stdio: ['ignore', 'pipe', 'ignore'] });
      const texts: string[] = [];
      listed.stdout.on('data', (text: Buffer) => texts.push(text.toString()));
      await new Promise((done) => listed.once('close', done));
      // What is listed is a moment behind.
      if (texts.join('').includes('"COMPLETED"')) return true;
      await wait(150);
    }
    return false;
  }

  stop(): void {
    this.worker?.removeAllListeners('exit');
    this.worker?.kill('SIGKILL');
    this.operator?.kill();
    this.server.stop();
  }
}

function judge(folder: string, team: Team): readonly string[] {
  const trace = traceOf(join(folder, 'there'));
  const count = (line: string): number => trace.filter((each) => each === line).length;
  const wrong = NAMES.filter((name) => count(name) > 1 + team.again.filter((each) => each === name).length).map((name) => `${name} ran ${count(name)} times: ${trace.join(' ')}`);
  wrong.push(...NAMES.filter((name) => count(`${name}-end`) > 1).map((name) => `${name} came to its end twice`));
  wrong.push(...NAMES.filter((name) => count(name) > 0 && !team.let.has(name)).map((name) => `${name} ran, and nobody let it`));
  if (count('three-end') !== 1) wrong.push(`only ${trace.join(' ')} ran`);
  const rows = rowsOf(folder);
  if (rows.length !== 1 || !rows[0]?.includes('Success')) wrong.push(`${rows.length} rows: ${rows.join(' ')}`);
  wrong.push(...leftovers(folder).map((name) => `left over: ${name}`));
  const pids = existsSync(join(folder, 'there', 'pids')) ? readFileSync(join(folder, 'there', 'pids'), 'utf8').trim().split('\n').map(Number) : [];
  wrong.push(...pids.filter((pid) => isAlive(pid)).map((pid) => `${pid} goes on`));
  return wrong.length > 0 && process.env['RUNBOOK_TORTURE_TELLS'] === '1' ? [...wrong, team.said] : wrong;
}

const missing = whyNoServer();

function trial(plan: Plan): Trial {
  const name = `${plan.side} killed ${Math.round(plan.afterMs)} ms after ${plan.moment}${plan.most === null ? '' : `, a new history after ${plan.most} events`}`;
  const run = (): Promise<readonly string[]> =>
    inFolder(async (folder) => {
      if (missing !== null) return [];
      const server = await startServer(plan.most === null ? {} : { 'limit.historyCount.suggestContinueAsNew': plan.most });
      write(folder, 'r.md', TEXT);
      const team = new Team(folder, plan, server);
      try {
        const wrong = await team.run();
        if (process.env['RUNBOOK_TORTURE_TELLS'] === '1') process.stdout.write(`tried: ${name}\n`);
        return wrong.length > 0 ? wrong : judge(folder, team);
      } finally {
        team.stop();
      }
    });
  return { name, run };
}

const random = seeded(25);

/** The worker, the server and the client of a run on an engine, each killed at 50 instants while it runs, answers and closes; then it is gone on with. */
export const temporal: Section = {
  name: missing === null ? 'temporal' : `temporal (skipped: ${missing})`,
  trials: Array.from({ length: 150 }, (_, index) => {
    const moment = MOMENTS[Math.floor(index / SIDES.length) % MOMENTS.length] ?? 'row';
    return trial({ side: SIDES[index % SIDES.length] ?? 'client', moment, afterMs: random() * (moment === 'begin' ? 2_500 : moment === 'row' ? 400 : 1_200), most: index % 4 === 3 ? 15 : null });
  }),
};
