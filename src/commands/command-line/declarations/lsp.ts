import { Declared, option } from '../declared.ts';

/** `runbook lsp`. */
export function lsp(): Declared {
  return new Declared('lsp', {
    summary: 'serve findings, hovers and fixes to editors (Language Server Protocol)',
    details: 'An editor starts it and speaks to it over standard input and output. It finds in an open text, saved or not, what runbook lint finds, under the same settings.',
    examples: [
      { command: 'runbook lsp', what: 'what an editor is told to start for Markdown files' },
      { command: 'runbook lsp --no-shellcheck', what: 'without asking shellcheck' },
    ],
    load: () => import('../../lsp.ts'),
  }).takesOptions(option('--stdio', 'speak over standard input and output, as without it; many editors add it'), option('--no-shellcheck', 'do not ask shellcheck'));
}
