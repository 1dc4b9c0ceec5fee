import type { RunEvent } from '../../events/index.ts';
import { visibleData } from '../../model/index.ts';
import { outputShare, type ReadOutput, type StepTitles, type Story, tellStory } from '../report/index.ts';
import { html, Markup } from './markup.ts';
import { pageEnd, pageStart } from './page.ts';
import { reportHead, valuesSection } from './report-head.ts';
import { happeningsSection, messagesSection, rowSection } from './report-log.ts';
import { stepCard } from './report-steps.ts';
import { REPORT_STYLE } from './report-style.ts';
import { timelineSection } from './report-timeline.ts';

/** With more steps than this, the browser lays out only those in view. */
const MANY_STEPS = 100;

/** The report of a run as one HTML file, made part by part so that the output of a long run is never in memory as a whole. */
export function* reportPage(run: string, events: readonly RunEvent[], read: ReadOutput, titles?: StepTitles): Generator<string> {
  const story = tellStory(run, visibleData(events.filter(({ type }) => type !== 'output')), titles);
  const target = story.state.started?.target;
  const page = { title: `${story.title}${target == null ? '' : ` on ${target}`}: ${story.outcome}`, style: REPORT_STYLE, script: '' };
  const most = outputShare(story.attempts, read);
  yield pageStart(page);
  yield html`<a class="skip" href="#steps">To the steps</a><main>
${reportHead(story)}
${timelineSection(story)}${valuesSection(story)}<section aria-labelledby="steps"${story.steps.length > MANY_STEPS ? new Markup(' class="many"') : null}><h2 id="steps">Steps</h2>
`.text;
  for (const step of story.steps) yield stepCard(step, story.days, (attempt) => read(attempt, most)).text;
  yield html`${story.steps.length === 0 ? html`<p class="soft">No step was reached.</p>` : null}${unreached(story)}</section>
${happeningsSection(story)}${messagesSection(story)}${rowSection(story)}<footer class="soft small"><p>Written from the journal of run <code>${run}</code> by runbook${story.state.started === null ? null : ` (the run: version ${story.state.started.version})`}. Times are UTC.</p></footer>
</main>
`.text;
  yield pageEnd(page);
}

/** The steps that were not reached. */
function unreached({ notReached }: Story): Markup | null {
  if (notReached.length === 0) return null;
  return html`<div class="card unreached"><h3>Not reached</h3><ul>${notReached.map(({ number, title }) => html`<li>${number}. ${title}</li>`)}</ul></div>`;
}
