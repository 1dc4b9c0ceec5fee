import { expect, it } from 'vitest';
import { effectWords } from '../../../src/model/index.ts';

it('an effect is told with its word, and an unknown one as that', () => {
  expect([effectWords({ effect: 'destroys', word: 'rollback' }), effectWords({ effect: 'unknown', word: 'deploy.sh' }), effectWords({ effect: 'unknown', word: '' })]).toEqual(['destroys (rollback)', 'effect unknown (deploy.sh)', 'effect unknown']);
});
