import { type ExpectationChecked, type Output, type RunEvent, shortcomings, type StepFinished } from '../../events/index.ts';
import { counted, type PieceKey, visibleData, withoutBlankEnds } from '../../model/index.ts';
import { choiceWords } from '../words/choice-words.ts';
import { settlerWords } from '../words/doubt-words.ts';
import { exactDuration } from '../words/durations.ts';
import { exitWords } from '../words/exit-words.ts';
import type { Paint } from '../layout/style.ts';
import { confirmedWhere } from './confirmed-where.ts';
import { newLine, type OpenLine, ShownOutput } from './shown-output.ts';

/** Prints a run's events for a person who reads along: each command, its output as it comes, its checks, and how it ended. */
export class EventText {
  private readonly write: (text: string | Uint8Array) => boolean;
  private readonly paint: Paint;
  private steps: readonly string[] = [];
  /** Titles of background pieces, which end among the lines of others. */
  private readonly background = new Map<string, string>();
  /** Who confirmed the piece that starts next, to be printed below its title. */
  private confirmed: readonly string[] = [];
  private readonly ci: boolean;
  private readonly open: OpenLine;
  /** By attempt and stream, so that each continues where it was. */
  private readonly outputs = new Map<string, ShownOutput>();

  /** `write` returns whether the reader keeps up, like a stream's. `ci`: a CI system reads the output. `open`: the state of a log to which others also write. */
  constructor(write: (text: string | Uint8Array) => boolean, paint: Paint, ci: boolean, open = newLine()) {
    this.open = open;
    this.write = write;
    this.paint = paint;
    this.ci = ci;
  }

  /** Prints an event. Returns whether the reader keeps up. */
  print(event: RunEvent): boolean {
    if (event.type === 'output') return this.bytes(this.shownOutput(event).push(event.raw ?? Buffer.from(event.text)));
    if (event.type === 'step-finished') this.endOutput(event);
    const text = this.text(visibleData(event));
    return text === '' ? true : this.line(text);
  }

  private shownOutput(event: Output): ShownOutput {
    const key = `${event.step}/${event.piece}/${event.attempt}/${event.stream}`;
    const known = this.outputs.get(key) ?? new ShownOutput(this.ci, this.open);
    this.outputs.set(key, known);
    return known;
  }

  private endOutput({ step, piece, attempt }: Pick<Output, 'step' | 'piece' | 'attempt'>): void {
    for (const stream of ['stdout', 'stderr']) {
      const key = `${step}/${piece}/${attempt}/${stream}`;
      const held = this.outputs.get(key)?.end() ?? Buffer.alloc(0);
      // What both held back, a colon each, would together begin a command.
      if (stream === 'stderr' && held.length > 0 && !this.open.atStart) this.bytes(Buffer.from('\n'));
      this.bytes(held);
      this.outputs.delete(key);
    }
  }

  private bytes(output: Uint8Array): boolean {
    if (output.length === 0) return true;
    this.open.atStart = output.at(-1) === 10;
    return this.write(output);
  }

  private line(text: string): boolean {
    const lead = this.open.atStart ? '' : '\n';
    Object.assign(this.open, newLine());
    return this.write(`${lead}${text}\n`);
  }

  private text(event: Exclude<RunEvent, { type: 'output' }>): string {
    const { paint } = this;
    switch (event.type) {
      case 'run-started':
        this.steps = event.steps;
        return paint('bold', `${event.resumed === true ? 'Going on with' : 'Running'} ${event.title ?? event.runbook}${event.target === null ? '' : ` on ${event.target}`}`) + `\nrun ${event.run} · ${event.operator} · ${counted(event.steps.length, 'step')}`;
      case 'parameter-set':
        return `${event.name} = ${event.value} (${event.source}${event.was === undefined ? '' : `, was ${event.was}`})${event.again === undefined ? '' : `; asked again, since it ran with the old one or checked what that did: ${event.again.map(({ step, piece }) => `${step}${piece === 0 ? '' : `.${piece + 1}`}`).join(', ')}`}`;
      case 'step-started':
        if (event.background === true) this.background.set(`${event.step}/${event.piece}`, event.title);
        return `\n${paint('bold', `${this.number(event.step)}${event.title}`)}${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}${event.on === undefined ? '' : paint('yellow', ` [${event.on}]`)}${this.takeConfirmed()}${event.code === '' ? '' : `\n${paint('cyan', indent(withoutBlankEnds(event.code)))}`}`;
      case 'expectation':
        // Not repeated if it was printed when the piece failed.
        if (event.accepted !== undefined) return `  accepted, expected ${beforeColon(event.text)}: ${event.accepted}`;
        return `  ${checkMark(event.status, paint)} expected ${event.status === 'held' ? event.text : `${beforeColon(event.text)}: ${event.reason}`}`;
      case 'step-finished':
        if (event.accepted !== undefined) return `  accepted, exit status ${event.exitCode ?? 'unknown'}: ${event.accepted}`;
        return `  ${this.backgroundTitle(event)}${statusMark(event.status, paint)}${event.exitCode !== null && event.exitCode !== 0 ? `, ${exitWords(event.exitCode, null)}` : ''}${event.durationMs > 0 ? ` in ${exactDuration(event.durationMs)}` : ''}${(event.status === 'passed' || event.interrupted === true) && event.reason !== undefined ? `, ${event.reason}` : ''}`;
      case 'step-skipped':
        return `  ${paint('yellow', 'skipped')} ${event.title ?? event.step}: ${event.reason}`;
      case 'section-chosen':
        this.steps = event.steps;
        return `${event.name}: ${choiceWords(event)} (${event.who})`;
      case 'doubt-settled':
        return `  settled ${event.doubt} "${event.text}": ${event.answer}${event.reason === undefined ? '' : `, ${event.reason}`} (${settlerWords(event)})`;
      case 'doubt-reopened':
        return `  took back ${event.doubt} "${event.text}": it was ${event.was} (${event.who})`;
      case 'confirmed':
        this.confirmed = [...this.confirmed, `\n  confirmed with ${event.word} ${confirmedWhere(event)}: ${event.why}`];
        return '';
      case 'note':
        return `${event.level === 'warning' ? paint('yellow', 'warning: ') : 'note: '}${event.text}`;
      case 'run-finished':
        return `\n${paint('bold', FINISHED[event.status])}${event.counts === undefined || shortcomings(event.counts) === '' ? '' : ` with ${shortcomings(event.counts)}`}${event.reason === '' ? '' : `: ${event.reason}`} (${exactDuration(event.durationMs)})`;
      case 'message-sent':
        return `message to ${event.to} ${event.status === 'sent' ? 'sent' : `${paint('yellow', 'not sent')}: ${event.reason ?? ''}`}`;
      case 'history-recorded':
        return event.status === 'written' ? `history: ${event.row}` : '';
    }
  }

  private takeConfirmed(): string {
    const lines = this.confirmed.join('');
    this.confirmed = [];
    return lines;
  }

  private backgroundTitle({ step, piece }: PieceKey): string {
    const title = this.background.get(`${step}/${piece}`);
    return title === undefined ? '' : `in the background, ${title}: `;
  }

  private number(step: string): string {
    const at = this.steps.indexOf(step);
    return at < 0 ? '' : `[${at + 1}/${this.steps.length}] `;
  }
}

function indent(code: string): string {
  return code.split('\n').map((line) => `  ${line}`).join('\n');
}

function checkMark(status: ExpectationChecked['status'], paint: Paint): string {
  if (status === 'held') return paint('green', 'held:');
  return status === 'failed' ? paint('red', 'failed:') : paint('yellow', 'unverified:');
}

function statusMark(status: StepFinished['status'], paint: Paint): string {
  if (status === 'passed') return paint('green', 'passed');
  return status === 'stopped' ? paint('yellow', 'stopped') : paint('red', status === 'failed' ? 'failed' : 'timed out');
}

const FINISHED = { passed: 'Done', failed: 'Failed', aborted: 'Aborted' } as const;

/** A sentence without its stop. */
function beforeColon(text: string): string {
  return text.replace(/[.:]$/, '');
}
