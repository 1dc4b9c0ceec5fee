import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command that was begun, as the journal has it. */
export interface Begun {
  readonly step: string;
  readonly code: string;
}

/** The journal of the one run below a state folder. */
export class Journal {
  private readonly runs: string;

  constructor(state: string) {
    this.runs = join(state, 'runbook', 'runs');
  }

  /** Id of the run; `null` before it begins. */
  get run(): string | null {
    return existsSync(this.runs) ? (readdirSync(this.runs).find((name) => existsSync(join(this.runs, name, 'events.ndjson'))) ?? null) : null;
  }

  /** The commands that were begun so far. */
  begun(): readonly Begun[] {
    const { run } = this;
    if (run === null) return [];
    const lines = readFileSync(join(this.runs, run, 'events.ndjson'), 'utf8').split('\n').filter((line) => line.includes('"step-started"'));
    return lines.map((line) => JSON.parse(line) as Begun & { readonly kind: string }).filter(({ kind }) => kind === 'command');
  }
}
