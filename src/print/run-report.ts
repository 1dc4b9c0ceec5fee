import type { ExpectationChecked, RunEvent, RunState, StepFinished, StepStarted } from '../events/index.ts';
import { exactDuration } from './durations.ts';

/** Lines of output that a report keeps of each attempt. */
const TAIL_LINES = 20;

/** The timeline of a run as Markdown, for the incident review: what ran, when, by whom, what it wrote, what was checked. */
export function reportMarkdown(state: RunState, events: readonly RunEvent[]): string {
  return `${[...headLines(state), '', '## Timeline', '', ...tableLines(events), '', '## Steps', ...attempts(events).flatMap(attemptLines), ...noteLines(events)].join('\n').trimEnd()}\n`;
}

function headLines(state: RunState): string[] {
  const { started } = state;
  const budget = started?.budgetSeconds == null ? '' : ` (budget ${exactDuration(started.budgetSeconds * 1000)}${state.durationMs !== null && state.durationMs > started.budgetSeconds * 1000 ? ', exceeded' : ''})`;
  const outcome = state.status === 'running' ? 'not finished' : state.status;
  const parameters = Object.entries(state.parameters).map(([name, { value, source }]) => `\`${name}\` = \`${value}\` (${source})`);
  return [
    `# Run report: ${started?.title ?? started?.runbook ?? state.id}`,
    '',
    `- **Run:** \`${state.id}\``,
    `- **Runbook:** \`${started?.runbook ?? ''}\``,
    ...(started?.target == null ? [] : [`- **Target:** ${started.target}`]),
    `- **Operator:** ${started?.operator ?? 'unknown'}, ${started?.mode === 'unattended' ? 'unattended' : 'walked through'}`,
    `- **Started:** ${started === null ? 'unknown' : utc(started.time)}`,
    ...(state.finishedAt === null ? [] : [`- **Finished:** ${utc(state.finishedAt)}`]),
    ...(state.durationMs === null ? [] : [`- **Took:** ${exactDuration(state.durationMs)}${budget}`]),
    `- **Outcome:** ${outcome}${state.reason === '' ? '' : `: ${state.reason}`}`,
    ...(parameters.length === 0 ? [] : [`- **Parameters:** ${parameters.join(', ')}`]),
    ...(state.history === null ? [] : [`- **History row:** ${state.history.status}`]),
  ];
}

interface Attempt {
  readonly started: StepStarted;
  readonly finished: StepFinished | null;
  readonly output: string;
  readonly checks: readonly ExpectationChecked[];
}

function attempts(events: readonly RunEvent[]): Attempt[] {
  return events.flatMap((event) => {
    if (event.type !== 'step-started') return [];
    const mine = events.filter((other): other is Extract<RunEvent, { attempt: number }> => 'attempt' in other && other.step === event.step && other.piece === event.piece && other.attempt === event.attempt);
    return [
      {
        started: event,
        finished: mine.findLast((other): other is StepFinished => other.type === 'step-finished') ?? null,
        output: mine.flatMap((other) => (other.type === 'output' ? [other.text] : [])).join(''),
        checks: mine.filter((other): other is ExpectationChecked => other.type === 'expectation'),
      },
    ];
  });
}

function tableLines(events: readonly RunEvent[]): string[] {
  return ['| Time (UTC) | What | Result |', '|---|---|---|', ...events.flatMap((event) => rowOf(event, events))];
}

function rowOf(event: RunEvent, events: readonly RunEvent[]): string[] {
  const row = (what: string, result: string): string[] => [`| ${event.time.slice(11, 19)} | ${cell(what)} | ${cell(result)} |`];
  switch (event.type) {
    case 'run-started':
      return row(event.resumed === true ? 'resumed' : 'started', event.operator);
    case 'step-started': {
      const end = events.find((other): other is StepFinished => other.type === 'step-finished' && other.step === event.step && other.piece === event.piece && other.attempt === event.attempt);
      const took = end === undefined ? 'interrupted' : `${end.status}${end.exitCode !== null && end.exitCode !== 0 ? `, exit status ${end.exitCode}` : ''}, ${exactDuration(end.durationMs)}`;
      return row(`${event.title}${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}`, took);
    }
    case 'step-skipped':
      return row(event.title ?? event.step, `skipped: ${event.reason}`);
    case 'note':
      return row(event.level === 'operator' ? 'note' : event.level, event.text);
    case 'run-finished':
      return row('finished', event.reason === '' ? event.status : `${event.status}: ${event.reason}`);
    default:
      return [];
  }
}

function attemptLines({ started, finished, output, checks }: Attempt): string[] {
  const tail = visible(output).split('\n').slice(-TAIL_LINES);
  return [
    '',
    `### ${started.title}${started.attempt > 1 ? ` (attempt ${started.attempt})` : ''}`,
    '',
    `${started.time.slice(11, 19)} UTC, ${finished === null ? 'interrupted' : `${finished.status} in ${exactDuration(finished.durationMs)}`}${finished?.accepted === undefined ? '' : `, accepted: ${finished.accepted}`}`,
    ...(started.code === '' ? [] : ['', ...fenced('bash', started.code.replace(/^\s*\n/, '').trimEnd())]),
    ...(started.original === undefined ? [] : ['', 'The runbook says:', '', ...fenced('bash', started.original.replace(/^\s*\n/, '').trimEnd())]),
    ...(output.trim() === '' ? [] : ['', ...fenced('text', tail.join('\n'))]),
    ...(checks.length === 0 ? [] : ['', ...checks.map(({ status, text, reason, accepted }) => `- ${status}: expected ${text}${status === 'held' ? '' : ` (${reason})`}${accepted === undefined ? '' : `; accepted: ${accepted}`}`)]),
  ];
}

function noteLines(events: readonly RunEvent[]): string[] {
  const notes = events.filter((event) => event.type === 'note' && event.level === 'operator');
  return notes.length === 0 ? [] : ['', '## Notes', '', ...notes.map((event) => `- ${event.time.slice(11, 19)} UTC: ${event.type === 'note' ? event.text : ''}`)];
}

/** A block that no line of its content can close. */
function fenced(language: string, text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, text, fence];
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}

/** Without colours and overwritten progress lines. */
function visible(text: string): string {
  return text
    .replace(/\u001b\[[0-9;?]*[A-Za-z]|\u001b\][^\u0007]*\u0007/g, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, '').split('\r').at(-1) ?? '')
    .join('\n')
    .trimEnd();
}

function utc(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 19)} UTC`;
}
