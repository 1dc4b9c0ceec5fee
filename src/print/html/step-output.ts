import type { StepStarted } from '../../events/index.ts';
import type { OutputEnds } from '../../state/index.ts';
import { ColouredOutput } from './coloured-output.ts';
import { html, type Markup } from './markup.ts';

/** The last lines shown of a longer output. */
const SHOWN_LINES = 40;

/** Reads as much of an attempt's output as the page has room for. */
export type OutputOf = (attempt: StepStarted) => OutputEnds;

/** The output of an attempt: whole, or its last lines with the rest a click away. */
export function outputOf(started: StepStarted, read: OutputOf): Markup {
  if (started.interactive === true) return html`<p class="soft small">It had the terminal; what it showed there was not kept.</p>\n`;
  const { start, left, end, path } = read(started);
  if (started.revealing !== undefined && left === 0 && start === '') return html`<p class="soft small">Its output was shown and is not stored: it may hold a secret (${started.revealing}).</p>\n`;
  if (start.trim() === '' && left === 0) return html`<p class="soft small">(no output)</p>\n`;
  const coloured = new ColouredOutput();
  const first = linesOf(start);
  const last = linesOf(end);
  if (left === 0 && first.length <= SHOWN_LINES) return html`<pre class="out">${coloured.add(first)}</pre>\n`;
  const all = left === 0 ? first : last;
  const shown = all.slice(-SHOWN_LINES);
  const earlier = all.slice(0, -SHOWN_LINES);
  const folded = left === 0 ? html`<pre class="out">${coloured.add(earlier)}</pre>` : html`<pre class="out">${coloured.add(first)}</pre><p class="soft small">${bytes(left)} are left out here${path === null ? null : html`; all of it is in <code>${path}</code> on the machine that it ran on`}</p>${earlier.length === 0 ? null : html`<pre class="out">${coloured.add(earlier)}</pre>`}`;
  return html`<details class="earlier"><summary>${left === 0 ? `${earlier.length} earlier lines` : `Earlier output, ${bytes(left)} of it left out`}</summary>${folded}</details><pre class="out">${coloured.add(shown)}</pre>\n`;
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.trimEnd().split('\n');
}

function bytes(count: number): string {
  if (count < 10_000) return `${count} bytes`;
  return count < 1_000_000 ? `${Math.round(count / 1000)} kB` : `${(count / 1_000_000).toFixed(1)} MB`;
}
