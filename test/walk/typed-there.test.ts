import { expect, it } from 'vitest';
import { TestWalk } from './walk-of.ts';

it('a value that is typed in the session that a command opens is asked for before that command runs', async () => {
  const made = new TestWalk('# Made up\n\n## Steps\n\n```bash\n# Look at the node\nssh <host>\n# Inside\ncrictl pull <image>\nexit\n```\n');
  expect(await made.now()).toMatchObject({ kind: 'enter-parameter', name: 'host' });
  expect(await made.after({ kind: 'answer', value: 'db1' })).toMatchObject({ kind: 'enter-parameter', name: 'image' });
  expect(await made.after({ kind: 'answer', value: 'quay.io/x' })).toMatchObject({ kind: 'run-piece', typedThere: expect.arrayContaining(['crictl pull quay.io/x']) });
});
