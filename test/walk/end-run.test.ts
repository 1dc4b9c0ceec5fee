import { expect, it } from 'vitest';
import { TestWalk } from './walk-of.ts';

const TEXT = '# X\n\n## Do\n\n```bash\nsay done\n```\n\n## Troubleshooting\n\n```bash\nsay help\n```\n';

it('before a run ends, a person can still go to what was left out', async () => {
  const made = new TestWalk(TEXT, { asksToEnd: true, row: true });
  expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'end-run', sections: [{ heading: 'Troubleshooting', line: 9 }] });
  expect(await made.after({ kind: 'go-to', place: 'Troubleshooting' })).toMatchObject({ kind: 'run-piece', code: 'say help' });
  // Nothing is left out any more.
  expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'record-row' });
});

it('and says that it ends; a change that asks for a step again comes first', async () => {
  const made = new TestWalk('# X\n\n## Do\n\n```bash\nsay <name>\n```\n\n## Troubleshooting\n\n```bash\nsay help\n```\n', { asksToEnd: true });
  expect(await made.after({ kind: 'answer', value: 'one' }, { kind: 'run' }, { kind: 'change', of: 'parameter', name: 'name', value: 'two' })).toMatchObject({ kind: 'run-piece', code: 'say two' });
  expect(await made.after({ kind: 'run' }, { kind: 'end' })).toMatchObject({ kind: 'finished', status: 'passed' });
});

it('is asked of nobody where nothing was left out, or no person asks for it', async () => {
  expect(await new TestWalk('# X\n\n## Do\n\n```bash\nsay done\n```\n', { asksToEnd: true }).after({ kind: 'run' })).toMatchObject({ kind: 'finished' });
  expect(await new TestWalk(TEXT).after({ kind: 'run' })).toMatchObject({ kind: 'finished' });
});

it('names no section in which something ran before it was left out again', async () => {
  const made = new TestWalk(TEXT, { asksToEnd: true, row: true });
  expect(await made.after({ kind: 'run' }, { kind: 'go-to', place: 'Troubleshooting' }, { kind: 'run' })).toMatchObject({ kind: 'record-row' });
  const other = new TestWalk(`${TEXT}\n## Verify\n\n\`\`\`bash\nsay fine\n\`\`\`\n`, { asksToEnd: true, row: true });
  await other.after({ kind: 'go-to', place: 'Troubleshooting' }, { kind: 'run' });
  expect(await other.after({ kind: 'go-to', place: 'Do' }, { kind: 'run' }, { kind: 'run' })).toMatchObject({ kind: 'record-row' });
});
