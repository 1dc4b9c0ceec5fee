import type { RunEvent } from '../../events/index.ts';
import type { ReadOutput } from './attempts.ts';
import { confirmedRows } from './confirmed.ts';
import { happeningWords } from './happenings.ts';
import { headLines } from './head.ts';
import { cell, code, fenced, plain, shortClock } from './markdown.ts';
import { stepLines } from './step-markdown.ts';
import { type StepTitles, tellStory } from './story.ts';
import { timelineLines } from './timeline.ts';
import type { Story } from './types.ts';

/** A run as Markdown in the order of the page, for the incident review: what ran, when, by whom, what it wrote, what was checked. */
export function* reportMarkdown(run: string, events: readonly RunEvent[], read: ReadOutput, titles?: StepTitles): Generator<string> {
  const story = tellStory(run, events, titles);
  const row = story.state.history?.row ?? '';
  yield lines([...headLines(story), ...section('Confirmed', confirmedLines(story)), ...section('Timeline', timelineLines(story)), ...section('Values', valueLines(story))]);
  yield lines(section('Steps', story.steps.length === 0 ? ['No step was reached.'] : []));
  for (const step of story.steps) yield lines(stepLines(step, story.days, read));
  yield lines([...section('Steps that were not reached', story.notReached.map(({ number, title }) => `- ${number}. ${plain(title)}`)), ...section('Other events', otherLines(story)), ...section('Messages', messageLines(story)), ...section('History row', row === '' ? [] : fenced('text', row))]);
}

function lines(all: readonly string[]): string {
  return all.length === 0 ? '' : `${all.join('\n').trimEnd()}\n`;
}

/** A heading with the text below it. */
function section(title: string, content: readonly string[]): string[] {
  return content.length === 0 && title !== 'Steps' ? [] : ['', `## ${title}`, '', ...content];
}

function confirmedLines(story: Story): string[] {
  const rows = confirmedRows(story);
  if (rows.length === 0) return [];
  return ['| Time (UTC) | Step | By | Why it was asked |', '|---|---|---|---|', ...rows.map(({ time, step, who, how, why }) => `| ${shortClock(time, story.days)} | ${cell(step)} | ${cell(`${who}, ${how}`)} | ${cell(why)} |`)];
}

function valueLines({ state: { parameters } }: Story): string[] {
  return Object.entries(parameters).map(([name, { value, source, who, earlier }]) => `- ${code(name)} = ${code(value)} (${source}${who === null ? '' : ` of ${plain(who)}`}${earlier.length === 0 ? '' : `, was ${earlier.map(code).join(', ')}`})`);
}

function otherLines({ happenings, days }: Story): string[] {
  return happenings.map((event) => `- ${shortClock(event.time, days)}: ${plain(happeningWords(event))}`);
}

function messageLines({ messages, days }: Story): string[] {
  return messages.flatMap(({ time, to, text, of, status, reason }, index) => [...(index === 0 ? [] : ['']), `${shortClock(time, days)}: ${of === 'template' ? 'message' : 'notice'} to ${plain(to)}, ${status === 'sent' ? 'sent' : `not sent: ${plain(reason ?? '')}`}`, '', ...fenced('text', text)]);
}
