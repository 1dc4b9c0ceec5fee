import { visible, visibleLine } from '../model/index.ts';

/** Text of a runbook as code in Markdown, whatever is in it. */
export function code(text: string): string {
  const shown = visibleLine(text.replace(/\s+/g, ' ').trim());
  const marks = '`'.repeat(Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length)) + 1);
  const pad = /^`|`$/.test(shown) || shown === '' ? ' ' : '';
  return `${marks}${pad}${shown}${pad}${marks}`;
}

/** Text of a runbook as plain words in Markdown. */
export function words(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim()).replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
}

/** Lines as a list, or nothing. */
export function list(items: readonly string[], indent = ''): string {
  return items.map((item) => `${indent}- ${item}\n`).join('');
}
