import { html, type Markup } from './markup.ts';

/** `03:12:07`, with the day if the times alone would mislead, and the full time as attribute and tooltip. */
export function clock(time: string, days: boolean): Markup {
  if (days) return html`<time datetime="${time}">${time.slice(0, 10)} ${time.slice(11, 19)}</time>`;
  return html`<time datetime="${time}" title="${time}">${time.slice(11, 19)}</time>`;
}

/** `2026-11-23 03:12:07 UTC`. */
export function fullTime(time: string): Markup {
  return html`<time datetime="${time}">${time.slice(0, 10)} ${time.slice(11, 19)} UTC</time>`;
}
