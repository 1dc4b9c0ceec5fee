import { Declared } from '../declared.ts';

/** `runbook completion`. */
export function completion(): Declared {
  return new Declared('completion', {
    summary: 'print a completion script for your shell',
    completes: 'shell',
    examples: [
      { command: 'source <(runbook completion bash)', what: 'bash, in this session' },
      { command: 'runbook completion fish > ~/.config/fish/completions/runbook.fish', what: 'fish, from now on' },
    ],
    load: () => import('../../completion.ts'),
  })
    .argument('<bash|zsh|fish>');
}
