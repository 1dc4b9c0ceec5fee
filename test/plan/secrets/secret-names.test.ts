import { expect, it } from 'vitest';
import { parseRunbook } from '../../../src/parse/index.ts';
import { secretNames } from '../../../src/plan/secrets/secret-names.ts';

it('the public half of a key is no secret, wherever it stands; the value of a secret option is', () => {
  const code = 'wg-push --key <pubkey> --all\napi-push --api-key <deploy-pub-key> --token <ours>';
  const runbook = parseRunbook(`# X\n\n## Do\n\n\`\`\`bash\n${code}\n\`\`\`\n`, { path: 'r.md' });
  expect([...secretNames(runbook)]).toEqual(['ours']);
});
