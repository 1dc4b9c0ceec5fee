import type { Example, Rule } from '../../lint/index.ts';
import { ticksAround } from '../formats/ticks.ts';

/** The address of the page of a rule. */
export function rulePageUri(id: string): string {
  return `https://unpkg.com/runbook/dist/rules/${id}.md`;
}

/** The page of a rule as Markdown. */
export function ruleMarkdown({ id, aliases = [], severity, summary, fixable, offByDefault, docs }: Rule): string {
  const facts = [`Severity: ${severity}`, ...(offByDefault === true ? ['off by default'] : []), ...(fixable === true ? ['`--fix` repairs some of it'] : []), ...(aliases.length === 0 ? [] : [`older names: ${aliases.map((alias) => `\`${alias}\``).join(', ')}`])];
  return [
    `# ${id}`,
    summary,
    `${facts.join('; ')}.`,
    docs.why,
    `## Wrong\n\n${fenced(docs.bad)}`,
    `## Right\n\n${fenced(docs.good)}`,
    `## Silence it\n\n\`<!-- runbook-disable-next-line ${id} -->\` above the place, \`<!-- runbook-disable-file ${id} -->\` anywhere in the file, or in \`.runbook.yaml\`:\n\n\`\`\`yaml\nrules:\n  ${id}: off\n\`\`\`\n`,
  ].join('\n\n');
}

/** Wraps a text in a fence longer than any inside it. */
function fenced({ text }: Example): string {
  const mark = ticksAround(text, 4);
  return `${mark}markdown\n${text.trimEnd().replaceAll('\r', '')}\n${mark}`;
}
