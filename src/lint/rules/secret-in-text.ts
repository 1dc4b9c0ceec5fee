import { listFirst, positionAt, spanAt } from '../../model/index.ts';
import { findSecrets, markdown, secretHint } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const secretInText = textRule({
  id: 'secret-in-text',
  severity: 'error',
  summary: 'The file holds a key, token or password.',
  scope: 'markdown',
  docs: {
    why: 'Whoever can read the repository can use it, and it stays in the history after it is removed: revoke it, then read the value from the secret store or an environment variable. Only well-known shapes are looked for, and never printed whole.',
    bad: { get text() { return markdown(`
      # Check the queue

      '''bash
      psql postgres://jobs:t7Rk2mQw9z@db-1.internal/jobs -c 'select count(*) from jobs'
      '''
    `); } },
    good: { get text() { return markdown(`
      # Check the queue

      '''bash
      psql "postgres://jobs:$JOBS_PASSWORD@db-1.internal/jobs" -c 'select count(*) from jobs'
      '''
    `); } },
  },
  check: ({ source }) => {
    const same = Map.groupBy(findSecrets(source.text), ({ start, end }) => source.text.slice(start, end));
    return [...same.values()].flatMap(([place, ...others]) => {
      if (place === undefined) return [];
      const span = spanAt(source, place.start, place.end);
      const lines = new Set(others.map(({ start }) => positionAt(source, start).line));
      lines.delete(span.start.line);
      return { message: `this looks like ${/^[AO]/.test(place.name) ? 'an' : 'a'} ${place.name}${secretHint(source.text, place)}${alsoOn([...lines])}: revoke it and read it from a secret store`, span };
    });
  },
});

/** Where the same value stands once more: it is revoked once, and taken out at all these places. */
function alsoOn(lines: readonly number[]): string {
  return lines.length === 0 ? '' : `, also on ${lines.length === 1 ? 'line' : 'lines'} ${listFirst(lines.map(String), 5)}`;
}
