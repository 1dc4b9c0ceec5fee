import type { Example, Rule } from '../../lint/index.ts';
import { wrapText } from '../layout/wrap.ts';

/** Every rule with its severity and summary, errors first. */
export function ruleList(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.toSorted((a, b) => rank(a) - rank(b)).map(({ id, severity, summary, fixable }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}${fixable === true ? ' (--fix)' : ''}`);
  return `${lines.join('\n')}\n${'shellcheck/SCnnnn'.padEnd(width)}  ${'varies'.padEnd(7)}  What shellcheck says about the shell blocks, where it is installed.\n`;
}

const rank = ({ severity }: Rule) => (severity === 'error' ? 0 : 1);

/** The page of a rule: what it means, why, and a bad and a good example. */
export function rulePage({ id, severity, summary, fixable, docs }: Rule): string {
  const fix = fixable === true ? ', repaired by --fix' : '';
  return [
    `${id} (${severity}${fix})`,
    summary,
    wrapText(docs.why, 100).join('\n'),
    `Wrong${circumstances(docs.bad)}:\n\n${indented(docs.bad.text)}`,
    `Right${circumstances(docs.good)}:\n\n${indented(docs.good.text)}`,
    `Silence it: <!-- runbook-disable-next-line ${id} -->, or "rules: {${id}: off}" in .runbook.yaml.\n`,
  ].join('\n\n');
}

/** The date and the other files that an example assumes. */
function circumstances({ path, files, today, options }: Example): string {
  const others = Object.keys(files ?? {});
  const parts = [
    path === undefined ? '' : `in ${path}`,
    others.length === 0 ? '' : `beside ${others.join(', ')}`,
    today === undefined ? '' : `on ${today}`,
    options?.requiredMetadata === undefined ? '' : `with required-metadata: [${options.requiredMetadata.join(', ')}]`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

const indented = (text: string) => text.trimEnd().replace(/\r/g, '␍').replace(/^(?=.)/gm, '    ');
