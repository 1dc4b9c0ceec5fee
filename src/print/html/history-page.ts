import { daysSince, type Execution, type Overview, wholeRuns } from '../../history/index.ts';
import { counted, visibleData } from '../../model/index.ts';
import { daysAgo, shortDate, spokenDuration } from '../words/durations.ts';
import { durationPlot, OUTCOMES } from './duration-plot.ts';
import { HISTORY_SCRIPT } from './history-script.ts';
import { HISTORY_STYLE } from './history-style.ts';
import { html, Markup, type Part } from './markup.ts';
import { pageEnd, pageStart } from './page.ts';
import { mark } from './shape.ts';

/** With more runbooks than this, the browser lays out only those in view. */
const MANY = 50;

/** The runbooks of a folder tree as one HTML file: those that need attention first, how each was run, and filters that need no server. */
export function* historyPage(given: readonly Overview[], now: Date): Generator<string> {
  const overviews = visibleData(given).toSorted((a, b) => b.weight - a.weight || a.path.localeCompare(b.path));
  const page = { title: 'Execution history of runbooks', style: HISTORY_STYLE, script: HISTORY_SCRIPT };
  yield pageStart(page);
  yield html`<main><header><p class="kind">Execution history</p><h1>${counted(overviews.length, 'runbook')}</h1></header>
${sums(overviews)}
${filters(overviews)}
<section aria-label="Runbooks"${overviews.length > MANY ? new Markup(' class="many"') : null}>
`.text;
  for (const overview of overviews) yield card(overview, now).text;
  yield html`</section><footer class="soft small"><p>Written on ${now.toISOString().slice(0, 10)} from the history tables of the runbooks. Times are UTC where the table does not say otherwise.</p></footer></main>
`.text;
  yield pageEnd(page);
}

function sums(overviews: readonly Overview[]): Markup {
  const runs = overviews.flatMap(({ executions }) => wholeRuns(executions));
  const known = runs.filter(({ outcome }) => outcome !== 'unknown');
  const tile = (value: Part, word: string): Markup => html`<div><dt>${word}</dt><dd>${value}</dd></div>`;
  return html`<dl class="numbers">${tile(overviews.filter(({ attention }) => attention.length > 0).length, 'need attention')}${tile(overviews.filter(({ executions }) => executions.length === 0).length, 'never run')}${tile(runs.length, 'runs')}${tile(known.length === 0 ? '—' : `${Math.round((known.filter(({ outcome }) => outcome === 'success').length / known.length) * 100)} %`, 'succeeded')}</dl>`;
}

/** The script shows them, since without it they would do nothing. */
function filters(overviews: readonly Overview[]): Markup {
  const owners = [...new Set(overviews.flatMap(({ owner }) => owner ?? []))].sort((a, b) => a.localeCompare(b));
  return html`<form class="filters card" id="filters" hidden aria-label="Filter">
<label>Words <input type="search" id="words" placeholder="title, path, target, operator"></label>
<label>Owner <select id="owner"><option value="">anybody</option>${owners.map((owner) => html`<option>${owner}</option>`)}</select></label>
<label class="check"><input type="checkbox" id="attention"> needs attention</label>
<output class="soft small" id="count" for="words owner attention"></output></form>
<ul class="legend small soft">${Object.entries(OUTCOMES).map(([outcome, { shape, tone }]) => html`<li><svg width="16" height="16" aria-hidden="true">${mark(shape, tone, 50, 8, '', 56)}</svg>${outcome}</li>`)}</ul>`;
}

function card(overview: Overview, now: Date): Markup {
  const { path, title, owner, attention, executions, totals, budgetSeconds, reviewAgeDays, lastDrill, lastReal } = overview;
  const words = [path, title, owner, ...executions.flatMap(({ target, operator }) => [target, operator])].filter((word) => word !== null);
  const fact = (name: string, value: Part): Markup => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<article class="card runbook" data-words="${[...new Set(words)].join(' ').toLowerCase()}" data-owner="${owner ?? ''}" data-attention="${attention.length > 0 ? 'yes' : 'no'}">
<h2>${title ?? path}</h2><p class="small soft"><code>${path}</code></p>
${attention.length === 0 ? null : html`<ul class="attention">${attention.map((reason) => html`<li><span aria-hidden="true">!</span> ${reason}</li>`)}</ul>`}
<dl class="facts">${fact('Owner', owner ?? '—')}${fact('Last review', reviewAgeDays === null ? '—' : daysAgo(Math.max(0, reviewAgeDays)))}${fact('Last drill', lastWords(lastDrill, now))}${fact('Last real run', lastWords(lastReal, now))}${fact('Succeeded', totals.successRate === null ? '—' : `${Math.round(totals.successRate * 100)} % of ${totals.runs}`)}${fact('Median', totals.medianSeconds === null ? '—' : `${spokenDuration(totals.medianSeconds)}${budgetSeconds === null ? '' : ` of ${spokenDuration(budgetSeconds)}`}`)}</dl>
${durationPlot(overview)}${executions.length === 0 ? null : rows(executions)}</article>
`;
}

function lastWords(execution: Execution | null, now: Date): Part {
  if (execution === null) return 'never';
  const { date, dateText, outcome } = execution;
  const when = date === null ? dateText : daysAgo(Math.max(0, daysSince(date, now)));
  return html`${when}, <span class="${OUTCOMES[outcome].tone}">${outcome}</span>`;
}

function rows(executions: readonly Execution[]): Markup {
  const { length } = wholeRuns(executions);
  return html`<details><summary>${length === 1 ? 'The run' : `All ${length} runs`}</summary><table class="stack small"><thead><tr><th scope="col">Date</th><th scope="col">Target</th><th scope="col">Operator</th><th scope="col">Duration</th><th scope="col">Outcome</th></tr></thead><tbody>
${executions.toReversed().map(({ date, dateText, target, operator, durationSeconds, durationIsBound, outcome, wentOn, outcomeText }) => html`<tr><td>${date === null ? dateText : shortDate(date)}</td><td>${target ?? ''}</td><td>${operator ?? ''}</td><td>${durationSeconds === null ? '' : `${durationIsBound ? '<' : ''}${spokenDuration(durationSeconds)}`}</td><td><span class="${OUTCOMES[outcome].tone}">${outcome}${wentOn ? ', resumed' : ''}</span> <span class="soft">${outcomeText}</span></td></tr>\n`)}</tbody></table></details>
`;
}
