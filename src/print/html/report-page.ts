import type { RunEvent } from '../../events/index.ts';
import { visibleData } from '../../model/index.ts';
import { outputShare, type ReadOutput, tellStory } from '../report/index.ts';
import { html, Markup } from './markup.ts';
import { pageEnd, pageStart } from './page.ts';
import { reportHead, valuesSection } from './report-head.ts';
import { happeningsSection, rowSection } from './report-log.ts';
import { stepCard } from './report-steps.ts';
import { REPORT_STYLE } from './report-style.ts';
import { timelineSection } from './report-timeline.ts';

/** Of more steps than these, the browser lays out those in view alone. */
const MANY_STEPS = 100;

/** The report of a run as a page of one file, part by part: the output of a long run never is in memory as a whole. */
export function* reportPage(run: string, events: readonly RunEvent[], read: ReadOutput): Generator<string> {
  const story = tellStory(run, visibleData(events.filter(({ type }) => type !== 'output')));
  const target = story.state.started?.target;
  const page = { title: `${story.title}${target == null ? '' : ` on ${target}`}: ${story.outcome}`, style: REPORT_STYLE, script: '' };
  const most = outputShare(story.attempts.length);
  yield pageStart(page);
  yield html`<a class="skip" href="#steps">To the steps</a><main>
${reportHead(story)}
${timelineSection(story)}${valuesSection(story)}<section aria-labelledby="steps"${story.steps.length > MANY_STEPS ? new Markup(' class="many"') : null}><h2 id="steps">Steps</h2>
`.text;
  for (const [index, step] of story.steps.entries()) yield stepCard(step, index + 1, (attempt) => read(attempt, most)).text;
  yield html`${story.steps.length === 0 ? html`<p class="soft">No step was come to.</p>` : null}</section>
${happeningsSection(story)}${rowSection(story)}<footer class="soft small"><p>Written from the journal of run <code>${run}</code> by runbook${story.state.started === null ? null : ` (the run: version ${story.state.started.version})`}. Times are UTC.</p></footer>
</main>
`.text;
  yield pageEnd(page);
}
