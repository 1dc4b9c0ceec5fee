import { renderToString } from 'ink';
import { expect, it } from 'vitest';
import { Screen } from '../../../src/tui/components/screen.tsx';
import type { UiState } from '../../../src/tui/state/ui-state.ts';
import { attempt, planOf, runPiece, scene, stepId } from '../scenes.ts';

const plan = planOf(`# How to change the deployment of the order service to the new release without losing any orders at all

- one
- two

> [!NOTE]
> Careful.

---

| Sign | Meaning |
|---|---|
| red | stop |

\`\`\`text
a sample
\`\`\`

## Look

\`\`\`console
$ echo one
one
\`\`\`

## Change the deployment of the order service to the new release

- **Now**: go on

\`\`\`bash
echo "$name" | sort > /tmp/x
\`\`\`

## Troubleshooting

\`\`\`bash
echo help
\`\`\`
`, undefined);

const LOOK = stepId(plan, 0);

it.each<readonly [string, Partial<UiState>]>([
  ['a command', {}],
  ['a value', { prompt: { kind: 'enter-parameter', id: 'v', name: 'release', step: stepId(plan, 1), from: 'the release', line: 30, example: 'v84', pattern: null, secret: false, suggestions: ['v85', 'v84'], was: null }, armed: true }],
  ['a failure', { prompt: { ...runPiece(plan, 1), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], effect: 'reads', retry: { left: 0, everyMs: 0 }, untilItHolds: true, values: [], sections: [] } }],
  ['the keys', { overlay: { kind: 'help', top: 0, at: 0, search: '' } }],
  ['a question of its own', { ask: { kind: 'go-to' } as const, armed: true }],
])('a terminal without UTF-8 is sent nothing but ASCII: %s', (_, ui) => {
  for (const columns of [120, 80, 50]) {
    const made = scene({ plan, env: { LANG: 'C', NO_COLOR: '1' }, columns, rows: 60, events: attempt(LOOK), outputs: { [LOOK]: `${'line\n'.repeat(60)}` }, ui: { prompt: runPiece(plan, 1), ...ui } });
    const text = renderToString(<Screen scene={made} />, { columns });
    if (ui.overlay === undefined) expect(text).toMatch(/\* one[^]*\| NOTE[^]*-{10}[^]*-{4} {2}-{7}[^]*: a sample/);
    expect([...text].filter((character) => character.charCodeAt(0) > 0x7f), text).toEqual([]);
  }
});
