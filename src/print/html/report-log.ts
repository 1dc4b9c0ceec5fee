import { type Happening, happeningWords, NOTES, type Story } from '../report/index.ts';
import { html, type Markup } from './markup.ts';
import { clock } from './times.ts';

/** What belongs to no step: who started and resumed, what was chosen, answered and noted. */
export function happeningsSection({ happenings, days }: Story): Markup {
  return html`<section aria-labelledby="happened"><h2 id="happened">Other events</h2><div class="card"><table class="log stack"><thead><tr><th scope="col">Time (UTC)</th><th scope="col">What</th></tr></thead><tbody>
${happenings.map((event) => html`<tr><td>${clock(event.time, days)}</td><td>${happening(event)}</td></tr>\n`)}</tbody></table></div></section>
`;
}

function happening(event: Happening): Markup {
  if (event.type === 'note') return html`<strong>${NOTES[event.level]}:</strong> ${event.text}`;
  if (event.type !== 'parameter-set') return html`${happeningWords(event)}`;
  return html`<code>${event.name}</code> is <code>${event.value}</code>${event.was === undefined ? null : html`, was <code>${event.was}</code>`}${event.who === undefined ? null : `, said ${event.who}`}`;
}

/** The full texts of messages that were sent, or could not be. */
export function messagesSection({ messages, days }: Story): Markup | null {
  if (messages.length === 0) return null;
  return html`<section aria-labelledby="messages"><h2 id="messages">Messages</h2><div class="card"><table class="log stack"><thead><tr><th scope="col">Time (UTC)</th><th scope="col">Message</th></tr></thead><tbody>
${messages.map(({ time, to, text, of, status, reason }) => html`<tr><td>${clock(time, days)}</td><td>${of === 'template' ? 'Message' : 'Notice'} to <strong>${to}</strong>, ${status === 'sent' ? html`<span class="good">sent</span>` : html`<span class="warn">not sent: ${reason ?? ''}</span>`}<pre>${text}</pre></td></tr>\n`)}</tbody></table></div></section>
`;
}

/** The row that was written to the runbook, or is waiting. */
export function rowSection({ state: { history } }: Story): Markup | null {
  if (history === null || history.row === '') return null;
  return html`<section aria-labelledby="row"><h2 id="row">History row</h2><pre>${history.row}</pre></section>\n`;
}
