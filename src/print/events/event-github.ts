import type { RunEvent, StepStarted } from '../../events/index.ts';
import { inertLines, type PieceKey, visibleData } from '../../model/index.ts';
import { notRunWords } from '../words/not-run-words.ts';
import { EventText } from './event-text.ts';
import { newLine } from './shown-output.ts';
import { workflowData, workflowProperty } from './workflow-text.ts';

/** The lines of steps in the runbook, for annotations. */
interface StepLines {
  readonly path: string;
  readonly lines: ReadonlyMap<string, number>;
}

type Write = (text: string | Uint8Array) => boolean;

/** Prints a run's events into GitHub's log: a group for each piece, and annotations for failures. Nothing that a command writes can act as a workflow command. */
export class EventGithub {
  private readonly text: EventText;
  private readonly write: Write;
  private readonly at: StepLines;
  private readonly open = newLine();
  private grouped = false;
  /** Titles of pieces that run, by step and piece. */
  private readonly titles = new Map<string, string>();
  /** Pieces for which a failed check has been reported. */
  private readonly told = new Set<string>();

  /** Workflow commands are written as bytes, since `write` may neutralize such commands in texts. */
  constructor(write: Write, at: StepLines) {
    this.write = write;
    this.at = at;
    this.text = new EventText((text) => write(typeof text === 'string' ? inertLines(text, false) : text), (_, text) => text, true, this.open);
  }

  /** Prints an event. Returns whether the reader keeps up. */
  print(event: RunEvent): boolean {
    if (event.type === 'output') return this.text.print(event);
    const shown = visibleData(event);
    if (shown.type === 'step-started') this.openGroup(shown);
    if (shown.type === 'run-finished') this.closeGroup();
    const keepsUp = this.text.print(event);
    if (shown.type === 'step-finished') this.closeGroup();
    this.annotate(shown);
    return keepsUp;
  }

  private openGroup({ step, piece, title, on }: StepStarted): void {
    this.closeGroup();
    this.titles.set(`${step}/${piece}`, title);
    this.command(`::group::${workflowData(`${title}${on === undefined ? '' : ` [${on}]`}`)}`);
    this.grouped = true;
  }

  private closeGroup(): void {
    if (this.grouped) this.command('::endgroup::');
    this.grouped = false;
  }

  private annotate(event: Exclude<RunEvent, { type: 'output' }>): void {
    switch (event.type) {
      case 'expectation':
        if (event.status !== 'failed' || event.accepted !== undefined) return;
        this.told.add(`${event.step}/${event.piece}`);
        return this.mark('error', event.step, `${this.title(event)}: expected ${event.text}: ${event.reason}`);
      case 'step-finished':
        if (event.status === 'passed' || event.accepted !== undefined || this.told.has(`${event.step}/${event.piece}`)) return;
        return this.mark('error', event.step, `${this.title(event)}: ${event.reason ?? event.status}`);
      case 'step-skipped':
        return event.by === 'unbound-host' ? this.mark('warning', event.step, notRunWords(event)) : undefined;
      case 'note':
        return event.level === 'warning' ? this.mark('warning', null, event.text) : undefined;
    }
  }

  private title({ step, piece }: PieceKey): string {
    return this.titles.get(`${step}/${piece}`) ?? step;
  }

  private mark(level: 'error' | 'warning', step: string | null, message: string): void {
    const line = step === null ? undefined : this.at.lines.get(step);
    this.command(`::${level} file=${workflowProperty(this.at.path.replace(/^\.\//, ''))}${line === undefined ? '' : `,line=${line}`}::${workflowData(message)}`);
  }

  private command(line: string): void {
    const lead = this.open.atStart ? '' : '\n';
    Object.assign(this.open, newLine());
    this.write(Buffer.from(`${lead}${line}\n`));
  }
}
