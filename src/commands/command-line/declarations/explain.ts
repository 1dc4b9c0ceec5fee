import { Declared, option } from '../declared.ts';

/** `runbook explain`. */
export function explain(): Declared {
  return new Declared('explain', {
    summary: 'explain a lint rule, with a bad and a good example',
    completes: 'rule',
    examples: [
      { command: 'runbook explain', what: 'every rule in one line' },
      { command: 'runbook explain example-value', what: 'one rule in full' },
    ],
    load: () => import('../../explain.ts'),
  })
    .argument('[rule]')
    .takesOptions(option('--format <text|markdown>', 'print a page for a terminal, or as Markdown', ['text', 'markdown']));
}
