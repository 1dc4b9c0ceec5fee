import type { ExpectationChecked } from '../../events/index.ts';
import { listFirst } from '../../model/index.ts';
import { timeBetween } from '../words/durations.ts';
import type { Attempt } from './attempts.ts';
import { lastChecks } from './facts.ts';
import type { Story, StoryStep } from './types.ts';

/** The most items of a kind to name; more are only counted, since the steps have the rest. */
const MOST_NAMED = 5;

/** What happened, in a few sentences, for somebody who was not there. */
export function summaryOf(story: Story): readonly string[] {
  const { state } = story;
  return [
    ...(state.status === 'failed' && state.reason !== '' ? [`It failed: ${state.reason}.${seenInstead(story)}`] : []),
    ...(state.status === 'aborted' ? [`It was aborted${state.reason === '' ? '' : `: ${state.reason}`}${afterLast(story)}.`] : []),
    ...(state.status === 'running' ? [unfinished(story)] : []),
    ...resumed(story),
    ...ranAnotherWay(story),
    ...accepted(story),
    ...judged(story),
    ...skipped(story),
    ...destroyed(story),
    ...(story.notReached.length === 0 || state.status === 'passed' ? [] : [`Not reached: ${listFirst(story.notReached.map(({ title }) => `"${title}"`), MOST_NAMED)}.`]),
  ];
}

/** What a failed check saw, and how often it was tried. */
function seenInstead({ attempts }: Story): string {
  const last = attempts.findLast(({ finished, checks }) => finished?.accepted === undefined && (finished?.status === 'failed' || checks.some(({ status }) => status === 'failed')));
  if (last === undefined) return '';
  const seen = last.checks.find((check) => check.status === 'failed' && check.accepted === undefined)?.seen.trim() ?? '';
  const tries = last.started.attempt;
  return `${seen === '' || seen.includes('\n') ? '' : ` It saw "${seen}".`}${tries > 1 ? ` It was tried ${tries} times.` : ''}`;
}

function unfinished({ steps }: Story): string {
  const open = steps.findLast(({ standing }) => standing === 'not finished');
  if (open !== undefined) return `It has no end yet; "${open.title}" was begun and nothing says how it ended.`;
  const last = steps.at(-1);
  return last === undefined ? 'It has no end yet; no step was reached.' : `It has no end yet; it stands after "${last.title}" (${last.standing}).`;
}

function afterLast({ steps, state }: Story): string {
  const last = steps.findLast(({ standing }) => standing !== 'skipped');
  if (last === undefined) return '';
  return state.reason.endsWith(`"${last.title}"`) ? ` (${last.standing})` : `, after "${last.title}" (${last.standing})`;
}

function resumed({ sittings, attempts }: Story): readonly string[] {
  return sittings.slice(1).map(({ from, operator }, index) => {
    const before = sittings[index];
    return before === undefined ? '' : `It was left${leftAt(attempts, before.to)} and taken up again ${timeBetween(before.to, from)} later by ${operator}.`;
  });
}

/** The position of the run at a time, in milliseconds since 1970. */
function leftAt(attempts: readonly Attempt[], time: number): string {
  const last = attempts.findLast(({ started }) => started.background !== true && Date.parse(started.time) <= time);
  if (last === undefined) return ' before its first step';
  if (last.endedAt === null || Date.parse(last.endedAt) > time) return ` while "${last.started.title}" ran`;
  return ` after "${last.started.title}"${last.finished?.status === 'failed' ? ' failed' : ''}`;
}

/** What ran of a way that was then given up for another. */
function ranAnotherWay({ state, steps }: Story): readonly string[] {
  const planned = new Set(state.planned);
  const ran = steps.filter(({ step, moments }) => planned.size > 0 && !planned.has(step) && moments.some(({ type }) => type === 'attempt'));
  return ran.length === 0 ? [] : [`Ran before another way was chosen: ${titles(ran)}.`];
}

/** Who continued in spite of a failure, and why. */
function accepted({ attempts }: Story): readonly string[] {
  return listed(attempts.flatMap((attempt) => acceptedIn(attempt, attempts)), 'accepted failures');
}

function acceptedIn({ started: { title, step, piece, attempt }, finished, checks }: Attempt, attempts: readonly Attempt[]): readonly string[] {
  // If a step was accepted, each of its checks says so too.
  if (finished?.accepted !== undefined) {
    const later = attempts.findLast(({ started }) => started.step === step && started.piece === piece && started.attempt > attempt);
    const then = later?.finished?.status === 'passed' ? `; attempt ${later.started.attempt} passed` : '';
    return [`"${title}" failed and was accepted${by(finished.who)}: ${finished.accepted}${then}.`];
  }
  return checks.flatMap(({ text, who, accepted: why }) => (why === undefined ? [] : [`The check "${text}" failed and was accepted${by(who)}: ${why}.`]));
}

/** Checks that a person judged, and checks that nobody verified. */
function judged(story: Story): readonly string[] {
  const last = lastChecks(story);
  const eye = last.filter(({ who, accepted: why, status }) => who !== undefined && why === undefined && status !== 'unverified');
  const open = last.filter(({ status }) => status === 'unverified');
  const who = [...new Set(eye.map((check) => check.who))].join(', ');
  return [
    ...(eye.length === 0 ? [] : [`Judged by eye by ${who}: ${listFirst(eye.map(({ text, status }) => `"${text}" ${status}`), MOST_NAMED)}.`]),
    ...(open.length === 0 ? [] : [`Not verified: ${listFirst(open.map(openWords), MOST_NAMED)}.`]),
  ];
}

function openWords({ text, reason }: ExpectationChecked): string {
  return `"${text}"${reason === '' || reason.endsWith(text) ? '' : ` (${reason})`}`;
}

/** What a person skipped, and why. */
function skipped({ steps }: Story): readonly string[] {
  const left = steps.filter(({ standing }) => standing === 'skipped');
  const all = left.flatMap(({ title, moments }) => {
    const last = moments.findLast((moment) => moment.type === 'step-skipped');
    return last?.who === undefined ? [] : [`"${title}" was skipped by ${last.who}: ${last.reason}.`];
  });
  return listed(all, 'skipped steps');
}

function destroyed({ steps }: Story): readonly string[] {
  const ran = steps.filter(({ effect, moments }) => effect?.effect === 'destroys' && moments.some(({ type }) => type === 'attempt'));
  return ran.length === 0 ? [] : [`${ran.length === 1 ? 'One step that destroys or overwrites' : `${ran.length} steps that destroy or overwrite`} something ran: ${titles(ran)}.`];
}

function titles(steps: readonly StoryStep[]): string {
  return listFirst(steps.map(({ title }) => `"${title}"`), MOST_NAMED);
}

function by(who: string | undefined): string {
  return who === undefined ? '' : ` by ${who}`;
}

function listed(sentences: readonly string[], what: string): readonly string[] {
  return sentences.length <= MOST_NAMED ? sentences : [...sentences.slice(0, MOST_NAMED), `And ${sentences.length - MOST_NAMED} more ${what}.`];
}
