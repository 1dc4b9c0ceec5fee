import { shortcomings } from '../../events/index.ts';
import { exactDuration } from '../durations.ts';
import type { Happening, Story } from '../report/index.ts';
import { html, type Markup } from './markup.ts';
import { clock, fullTime } from './times.ts';

/** What belongs to no step: who began and went on, what was chosen, answered and noted. */
export function happeningsSection({ happenings, events }: Story): Markup {
  // A run that was resumed on another day: times alone would mislead.
  const days = new Set(events.map(({ time }) => time.slice(0, 10))).size > 1;
  return html`<section aria-labelledby="happened"><h2 id="happened">What happened besides</h2><div class="card"><table class="log stack"><thead><tr><th scope="col">Time${days ? null : ' (UTC)'}</th><th scope="col">What</th></tr></thead><tbody>
${happenings.map((event) => html`<tr><td>${days ? fullTime(event.time) : clock(event.time)}</td><td>${happeningWords(event)}</td></tr>\n`)}</tbody></table></div></section>
`;
}

function happeningWords(event: Happening): Markup {
  switch (event.type) {
    case 'run-started':
      return html`${event.resumed === true ? 'Resumed' : 'Started'} by ${event.operator} on ${event.host}`;
    case 'section-chosen':
      return html`Chosen for ${event.name}: <strong>${event.choice ?? 'none of them'}</strong>, by ${event.who}`;
    case 'parameter-set':
      return html`<code>${event.name}</code> is <code>${event.value}</code>${event.was === undefined ? null : html`, was <code>${event.was}</code>`}${event.who === undefined ? null : `, said ${event.who}`}`;
    case 'note':
      return html`<strong>${event.level === 'operator' ? 'Note' : event.level === 'warning' ? 'Warning' : 'Info'}:</strong> ${event.text}`;
    case 'message-sent':
      return html`${event.of === 'template' ? 'Message' : 'Notice'} to <strong>${event.to}</strong>, ${event.status === 'sent' ? 'sent' : html`<span class="warn">not sent: ${event.reason ?? ''}</span>`}<pre>${event.text}</pre>`;
    case 'run-finished': {
      const but = event.counts === undefined ? '' : shortcomings(event.counts);
      return html`Ended as ${event.status}${but === '' ? null : ` with ${but}`} after ${exactDuration(event.durationMs)}${event.reason === '' ? null : `: ${event.reason}`}`;
    }
  }
}

/** The row that went into the runbook, or waits to. */
export function rowSection({ state: { history } }: Story): Markup | null {
  if (history === null || history.row === '') return null;
  return html`<section aria-labelledby="row"><h2 id="row">History row</h2><pre>${history.row}</pre></section>\n`;
}
