import type { Standing } from '../report/index.ts';
import { html, type Markup } from './markup.ts';

/** The sign and colour of a piece's standing; the sign suffices without the colour. */
export const STANDINGS: Readonly<Record<Standing, { readonly sign: string; readonly tone: 'good' | 'bad' | 'warn' | 'info' | 'off' }>> = {
  passed: { sign: '✓', tone: 'good' },
  failed: { sign: '✕', tone: 'bad' },
  'timed out': { sign: '✕', tone: 'bad' },
  accepted: { sign: '!', tone: 'warn' },
  stopped: { sign: '■', tone: 'warn' },
  'not finished': { sign: '…', tone: 'warn' },
  skipped: { sign: '–', tone: 'off' },
  'done by hand': { sign: '✓', tone: 'info' },
  'taken as read': { sign: '○', tone: 'off' },
};

/** The sign of a standing, hidden from screen readers because its word is beside it. */
export function signOf(standing: Standing): Markup {
  const { sign, tone } = STANDINGS[standing];
  return html`<span class="sign ${tone}" aria-hidden="true">${sign}</span>`;
}
