import { expect, it } from 'vitest';
import { placeText } from '../../../src/model/index.ts';
import { parseRunbook } from '../../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../../src/plan/index.ts';

const text = (on: string): string => `# Deploy\n\n| Host | Pod | Zone |\n| --- | --- | --- |\n| web1 | web-a | a |\n| web2 | web-b | b |\n| web3 | | c |\n\n## Steps\n\n\`\`\`bash {on=${on}}\nuptime\n\`\`\`\n`;
const planned = (on: string, target?: string) => planRun(parseRunbook(text(on), { path: 'x.md' }), { ...EMPTY_REQUEST, ...(target === undefined ? {} : { target }) }).plan;
const place = (on: string, target: string) => planned(on, target).steps.flatMap(({ pieces }) => pieces.map((piece) => [placeText(piece.on), ...piece.unboundHosts]));

it.each([
  ['ssh:web1', 'web1', ['ssh:web1']],
  ['ssh:web1', 'web2', ['ssh:web2']],
  ['ssh:deploy@web1', 'web2', ['ssh:deploy@web2']],
  ['kubectl:shop/web-a', 'web2', ['kubectl:shop/web-b']],
  ['docker:web-a', 'web3', ['docker:web-a', 'web-a']],
  ['ssh:bastion', 'web2', ['ssh:bastion']],
])('on=%s with the target %s', (on, target, expected) => expect(place(on, target)).toEqual([expected]));

it('a place that is a target makes the target a question', () => {
  expect(planned('ssh:web1').questions.map(({ kind }) => kind)).toEqual(['target']);
  expect(planned('ssh:bastion').questions).toEqual([]);
});
