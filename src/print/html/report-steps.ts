import type { Confirmed, DoubtReopened, DoubtSettled, ExpectationChecked, Note, StepSkipped } from '../../events/index.ts';
import { effectWords, withoutBlankEnds } from '../../model/index.ts';
import { type Attempt, confirmedHow, NOTES, numbered, resultOf, type StoryStep, whoDid } from '../report/index.ts';
import { html, type Markup } from './markup.ts';
import { outputOf, type OutputOf } from './step-output.ts';
import { signOf } from './standing-mark.ts';
import { clock } from './times.ts';
import { settlerWords } from '../words/doubt-words.ts';

/** A step with everything that happened to it, in order. */
export function stepCard(step: StoryStep, days: boolean, output: OutputOf): Markup {
  const { anchor, number, title, effect, standing, moments } = step;
  const destroys = effect?.effect === 'destroys' && moments.some(({ type }) => type === 'attempt');
  const attempts = moments.filter(({ type }) => type === 'attempt').length;
  return html`<article class="card step${destroys ? ' destroys' : ''}" id="${anchor}" aria-labelledby="${anchor}-title">
<div class="title">${signOf(standing)}<h3 id="${anchor}-title"><a href="#${anchor}">${numbered(number, title)}</a></h3><span class="end">${standing}${effect === null ? null : html` <span class="chip ${EFFECT_TONES[effect.effect]}">${effectWords(effect)}</span>`}</span></div>
${moments.map((moment) => (moment.type === 'attempt' ? attemptPart(moment.attempt, { days, several: attempts > 1 }, output) : momentPart(moment, days)))}</article>
`;
}

const EFFECT_TONES = { reads: 'off', changes: 'info', unknown: 'warn', destroys: 'bad' } as const;

function momentPart(moment: DoubtSettled | DoubtReopened | Confirmed | Note | StepSkipped, days: boolean): Markup {
  const at = clock(moment.time, days);
  switch (moment.type) {
    case 'note':
      return html`<p class="note">${at} <strong>${NOTES[moment.level]}:</strong> ${moment.text}</p>\n`;
    case 'step-skipped':
      return html`<p>${at} Skipped${moment.who === undefined ? null : ` by ${moment.who}`}: ${moment.reason}</p>\n`;
    case 'confirmed':
      return html`<p>${at} <strong>${moment.who}</strong> ${confirmedHow(moment)}: ${moment.why}</p>\n`;
    case 'doubt-settled':
      return html`<p>${at} In doubt (${moment.doubt}: "${moment.text}"), settled by ${settlerWords(moment)} as <strong>${moment.answer}</strong>${moment.reason === undefined ? null : `: ${moment.reason}`}</p>\n`;
    case 'doubt-reopened':
      return html`<p>${at} In doubt again (${moment.doubt}: "${moment.text}"): ${moment.who} took <strong>${moment.was}</strong> back</p>\n`;
  }
}

interface Around {
  readonly days: boolean;
  /** Whether there is more than one attempt. */
  readonly several: boolean;
}

function attemptPart(attempt: Attempt, { days, several }: Around, output: OutputOf): Markup {
  const { started, finished, checks } = attempt;
  const who = whoDid(finished);
  return html`<p class="ran">${clock(started.time, days)} ${several ? html`<strong>Attempt ${started.attempt}:</strong> ` : null}${resultOf(attempt)}${who}${started.on === undefined ? null : html` on <strong>${started.on}</strong>`}</p>
${started.code === '' ? null : html`<pre class="code">${withoutBlankEnds(started.code)}</pre>\n`}${started.original === undefined ? null : html`<p class="soft small">The operator changed it. The runbook says:</p><pre class="code was">${withoutBlankEnds(started.original)}</pre>\n`}${started.kind === 'manual' ? null : outputOf(started, output)}${checks.length === 0 ? null : checkTable(checks)}`;
}

const CHECKS = { held: { sign: '✓', tone: 'good' }, failed: { sign: '✕', tone: 'bad' }, unverified: { sign: '?', tone: 'warn' } } as const;

function checkTable(checks: readonly ExpectationChecked[]): Markup {
  return html`<table class="checks small stack"><thead><tr><th scope="col">Check</th><th scope="col">Expected</th><th scope="col">Seen</th></tr></thead><tbody>
${checks.map((check) => html`<tr><td class="${CHECKS[check.status].tone}"><span aria-hidden="true">${CHECKS[check.status].sign}</span> ${check.status}${verdict(check)}</td><td data-name="Expected">${check.text}</td><td data-name="Seen">${check.seen === '' ? null : html`<code>${check.seen}</code> `}${check.reason === '' ? null : html`<span class="soft">${check.reason}</span>`}</td></tr>\n`)}</tbody></table>
`;
}

function verdict({ who, accepted }: ExpectationChecked): Markup | null {
  if (accepted !== undefined) return html`, <span class="warn">accepted${who === undefined ? null : ` by ${who}`}: ${accepted}</span>`;
  return who === undefined ? null : html`, judged by eye by ${who}`;
}
