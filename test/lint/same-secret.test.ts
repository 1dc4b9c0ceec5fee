import { expect, it } from 'vitest';
import { lintExample } from './lint-example.ts';

it('one password is one finding, with the other lines where it stands', () => {
  const call = (password: string): string => `psql postgres://jobs:${password}@db-1.internal/jobs -c 'select 1'`;
  const text = `# Look at the queue\n\n\`\`\`bash\n${[call('t7Rk2mQw9z'), call('u8Sl3nRx0a'), call('t7Rk2mQw9z'), `${call('t7Rk2mQw9z')}; ${call('t7Rk2mQw9z')}`].join('\n')}\n\`\`\`\n`;
  const found = lintExample({ text }).filter(({ rule }) => rule === 'secret-in-text');
  expect(found.map(({ span, message }) => [span.start.line, message])).toEqual([
    [4, 'this looks like a password in a URL, also on lines 6, 7: revoke it and read it from a secret store'],
    [5, 'this looks like a password in a URL: revoke it and read it from a secret store'],
  ]);
});
