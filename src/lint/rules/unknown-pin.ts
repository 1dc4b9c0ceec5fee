import { markdown } from '../facts/index.ts';
import { readerRule } from '../rule.ts';

export const unknownPin = readerRule({
  id: 'unknown-pin',
  severity: 'warning',
  summary: 'A pin has a name that nothing reads.',
  scope: 'markdown',
  docs: {
    why: 'A misspelt pin is silently without effect: `retries=5` retries nothing. The message names the pin that was probably meant.',
    bad: { get text() { return markdown(`
      # Verify

      '''bash {retries=5}
      curl -sf https://status.example.com/health
      '''
    `); } },
    good: { get text() { return markdown(`
      # Verify

      '''bash {retry=5}
      curl -sf https://status.example.com/health
      '''
    `); } },
  },
});
