import { oneLine, visible, visibleLine } from '../model/index.ts';
import { ticksAround } from '../print/index.ts';

/** Text of a runbook as code in Markdown, whatever is in it. */
export function code(text: string): string {
  const shown = visibleLine(oneLine(text));
  const marks = ticksAround(shown, 1);
  const pad = /^`|`$/.test(shown) || shown === '' ? ' ' : '';
  return `${marks}${pad}${shown}${pad}${marks}`;
}

/** Text of a runbook as plain words in Markdown. */
export function words(text: string): string {
  return visible(oneLine(text)).replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
}

/** Lines as a list, or nothing. */
export function list(items: readonly string[], indent = ''): string {
  return items.map((item) => `${indent}- ${item}\n`).join('');
}
