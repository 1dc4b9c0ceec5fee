import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, targetChoices } from '../../src/plan/index.ts';
import { callerSurface, type Exported } from '../../src/export/index.ts';

/** A runbook with all that an export can offer: targets, a choice, values of each kind, a secret, a step that is left out. */
export const SHOP = `# Restart the shop

| App | Region |
| --- | --- |
| shop-eu | eu |
| shop-us | us |

## Steps

Note the good version (e.g., \`v12\`).

\`\`\`bash
shopctl use v12 --app shop-eu --ticket <ticket>
shopctl login --token "$SHOP_TOKEN"
\`\`\`

## Option A: drain first

\`\`\`bash
shopctl drain --app shop-eu
\`\`\`

## Option B: at once

\`\`\`bash
shopctl restart --app shop-eu
\`\`\`
`;

/** What a text comes to for a forge. */
export function exported(text: string = SHOP, more: Partial<Exported> = {}): Exported {
  const runbook = parseRunbook(text, { path: 'runbooks/shop.md' });
  const targets = targetChoices(runbook);
  return {
    file: 'runbooks/shop.md',
    title: runbook.title?.value ?? '',
    package: 'runbook@1.2.3',
    call: 'runbook export github runbooks/shop.md',
    targets,
    surface: callerSurface(runbook, targets, EMPTY_REQUEST),
    skip: [],
    settle: [],
    secretNames: [],
    allowDestructive: true,
    maxParallel: 2,
    failFast: false,
    drill: null,
    row: 'commit',
    environment: null,
    image: 'node:24',
    ...more,
  };
}
