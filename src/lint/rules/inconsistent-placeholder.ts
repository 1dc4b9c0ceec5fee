import { markdown, shellBlocks } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const inconsistentPlaceholder = textRule({
  id: 'inconsistent-placeholder',
  severity: 'warning',
  summary: 'One thing to fill in is written in two ways.',
  scope: 'runbook',
  docs: {
    why: '`<app>` and `<app-name>` read as two questions, and a reader has to guess that they are one. Use one spelling; then its value is asked once.',
    bad: { get text() { return markdown(`
      # Restart

      '''bash
      heroku ps -a <app>
      heroku ps:restart -a <app-name>
      '''
    `); } },
    good: { get text() { return markdown(`
      # Restart

      '''bash
      heroku ps -a <app>
      heroku ps:restart -a <app>
      '''
    `); } },
  },
  check: (runbook) => {
    const first = new Map<string, { readonly raw: string; readonly span: Finding['span'] }>();
    const told = new Set<string>();
    return shellBlocks(runbook).flatMap(({ shell, span }) =>
      shell.placeholders.flatMap(({ raw, label, isKind, start, end }): Finding[] => {
        // Two of a kind stand for two values.
        const key = isKind === true ? '' : meaning(label);
        const earlier = first.get(key);
        if (key === '') return [];
        if (earlier === undefined) first.set(key, { raw, span: span(start, end) });
        if (earlier === undefined || earlier.raw === raw || told.has(raw)) return [];
        told.add(raw);
        const message = `${raw} is written ${earlier.raw} on line ${earlier.span.start.line}`;
        return [{ message, span: span(start, end), related: { message: `first written ${earlier.raw}`, span: earlier.span } }];
      }),
    );
  },
});

/** What a placeholder asks for, without case, separators and filler words. */
function meaning(label: string): string {
  const words = label.toLowerCase().split(/[^a-z0-9]+/);
  return words.filter((word) => !['name', 'your', 'the', 'my', 'of', ''].includes(word)).join('-');
}
