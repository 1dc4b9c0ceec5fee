import { markdown } from '../facts/index.ts';
import { readerRule } from '../rule.ts';

export const invalidPin = readerRule({
  id: 'invalid-pin',
  severity: 'error',
  summary: 'A pin has a value that cannot be understood.',
  scope: 'markdown',
  docs: {
    why: 'A pin overrules what would be inferred about a step. One that cannot be read has no effect, so the step would run without the retry, timeout or check that its author meant.',
    bad: { get text() { return markdown(`
      # Verify

      '''bash {name=verify retry=often}
      curl -sf https://status.example.com/health
      '''
    `); } },
    good: { get text() { return markdown(`
      # Verify

      '''bash {name=verify retry=5 every=3s}
      curl -sf https://status.example.com/health
      '''
    `); } },
  },
});
