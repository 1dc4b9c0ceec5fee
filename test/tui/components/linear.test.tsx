import { expect, it } from 'vitest';
import { Linear } from '../../../src/tui/components/linear.tsx';
import { frame } from '../frame.tsx';
import { planOf, runPiece, scene } from '../scenes.ts';

it('has the messages in place of the text while they are open', () => {
  const messages = [{ path: ['Status page', 'When it opens'], text: 'We are looking.' }];
  const shown = scene({ messages, ui: { prompt: runPiece(planOf(), 1), overlay: { kind: 'messages', top: 0, at: 0, search: '' }, message: 'noted' } });
  expect(frame(<Linear scene={shown} />, 200)).toMatch(/^▌ Status page ▸ When it opens\n▌ {3}We are looking\.\nTarget: shop-prod, production\n[^]*\nnoted\nKeys: Esc: close/);
});
