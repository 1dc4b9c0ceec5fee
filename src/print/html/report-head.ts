import { exactDuration } from '../words/durations.ts';
import { approvers, budgetWords, checkCounts, confirmedRows, rowWords, type Story, summaryOf, takenAsRead } from '../report/index.ts';
import { html, type Markup, type Part } from './markup.ts';
import { clock, fullTime } from './times.ts';

const TONES = { passed: { sign: '✓', tone: 'good' }, failed: { sign: '✕', tone: 'bad' }, aborted: { sign: '■', tone: 'warn' }, running: { sign: '…', tone: 'warn' } } as const;

/** How it went, on what, by whom and how long; then the values and approvals that a reader needs. */
export function reportHead(story: Story): Markup {
  const { state } = story;
  const { sign, tone } = TONES[state.status];
  const summary = summaryOf(story);
  return html`<header><p class="kind">Run report</p><h1>${story.title}</h1>
<p class="outcome ${tone}"><span aria-hidden="true">${sign}</span> ${story.outcome}</p>
${summary.length === 0 ? null : html`<ul class="summary">${summary.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>`}${failedLink(story)}</header>
${numbers(story)}
${facts(story)}
${confirmedSection(story)}`;
}

/** A link to the last failure that nobody accepted. */
function failedLink({ steps, state }: Story): Markup | null {
  const last = state.status === 'failed' ? steps.findLast(({ standing }) => standing === 'failed' || standing === 'timed out') : undefined;
  return last === undefined ? null : html`<p><a href="#${last.anchor}">To the step that failed</a></p>`;
}

function numbers(story: Story): Markup | null {
  const { notReached, state: { counts, status } } = story;
  if (counts === null) return null;
  // The run counts them as passed, but a reader is told that nobody confirmed them.
  const read = takenAsRead(story);
  const unreached = status === 'passed' ? 0 : notReached.length;
  const tile = (count: number, word: string, tone: string): Markup => html`<div class="${count === 0 ? 'none' : tone}"><dt>${word}</dt><dd>${count}</dd></div>`;
  return html`<dl class="numbers">${tile(counts.passed - read, passedWords(story), 'good')}${read === 0 ? null : tile(read, 'taken as read', 'off')}${tile(counts.failed, 'failed', 'bad')}${tile(counts.accepted, 'failed, accepted', 'warn')}${tile(counts.skipped, 'skipped', 'off')}${tile(counts.unverified, counts.unverified === 1 ? 'check unverified' : 'checks unverified', 'warn')}${unreached === 0 ? null : tile(unreached, 'not reached', 'off')}</dl>`;
}

/** What passed are the pieces of the report; where a step has several it says so, and of how many steps they are. */
function passedWords({ steps }: Story): string {
  const passed = steps.filter(({ standing }) => standing === 'passed' || standing === 'done by hand');
  const of = new Set(passed.map(({ step }) => step)).size;
  return of === passed.length ? 'passed' : `pieces passed, of ${of} ${of === 1 ? 'step' : 'steps'}`;
}

function facts(story: Story): Markup {
  const { state } = story;
  const { started } = state;
  const checks = checkCounts(story).map(({ status, count }) => `${count} ${status}`).join(', ');
  const row = rowWords(story);
  const approved = approvers(story).join(', ');
  const read = takenAsRead(story);
  const took = state.durationMs === null ? null : `${exactDuration(state.durationMs)}${budgetWords(state.durationMs, started?.budgetSeconds ?? null)}`;
  const fact = (name: string, value: Part): Markup | null => (value === null || value === '' ? null : html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`);
  return html`<dl class="facts card">
${fact('Target', started?.target ?? null)}${fact('Operator', `${story.operators.join(', ') || 'unknown'}, ${started?.mode === 'unattended' ? 'unattended' : 'step by step'}`)}${fact('Approved by', approved === '' ? null : `${approved}, as a second person`)}${fact('Started', started === null ? null : fullTime(started.time))}${fact('Finished', state.finishedAt === null ? null : fullTime(state.finishedAt))}${fact('Took', took)}${fact('Checks', checks)}${fact('Steps by hand', read === 0 ? null : `${read} taken as read: nobody confirmed them`)}${fact('From', story.hosts.join(', '))}${fact('Runbook', html`<code>${started?.runbook ?? ''}</code>`)}${fact('Run', html`<code>${state.id}</code>${row === '' ? null : `, ${row}`}`)}</dl>`;
}

/** The values of the run, and where each came from. */
export function valuesSection({ state }: Story): Markup | null {
  const all = Object.entries(state.parameters);
  if (all.length === 0) return null;
  return html`<section aria-labelledby="values"><h2 id="values">Values</h2><div class="card"><table class="stack"><thead><tr><th scope="col">Name</th><th scope="col">Value</th><th scope="col">From</th></tr></thead><tbody>
${all.map(([name, { value, source, who, earlier }]) => html`<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code>${earlier.length === 0 ? null : html` <span class="soft">was ${earlier.join(', ')}</span>`}</td><td>${ORIGINS[source]}${who === null ? null : ` by ${who}`}</td></tr>\n`)}</tbody></table></div></section>
`;
}

const ORIGINS = { set: 'given with the call', target: "the target's row", environment: 'the environment', default: 'its default', answer: 'answered', capture: 'read from output' } as const;

/** Who confirmed what, and why it was asked. */
function confirmedSection(story: Story): Markup | null {
  const rows = confirmedRows(story);
  if (rows.length === 0) return null;
  return html`<section aria-labelledby="confirmed"><h2 id="confirmed">${approvers(story).length === 0 ? 'Confirmed' : 'Confirmed and approved'}</h2><div class="card"><table class="stack"><thead><tr><th scope="col">Time (UTC)</th><th scope="col">Step</th><th scope="col">By</th><th scope="col">Why it was asked</th></tr></thead><tbody>
${rows.map(({ time, anchor, step, who, how, why }) => html`<tr><td>${clock(time, story.days)}</td><td>${anchor === null ? step : html`<a href="#${anchor}">${step}</a>`}</td><td><strong>${who}</strong>, ${how}</td><td>${why}</td></tr>\n`)}</tbody></table></div></section>
`;
}
