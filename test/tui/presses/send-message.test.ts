import { expect, test } from 'vitest';
import { press } from '../../../src/tui/presses/press.ts';
import { scene } from '../scenes.ts';

const OVERLAY = { kind: 'messages', top: 0, at: 0, search: '' } as const;
const short = { path: ['Communication'], text: 'all calm' };
const long = { path: ['Communication'], text: Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n') };

/** What a key does while the messages are shown. */
function pressed(name: string, messages: readonly typeof short[], webhooks: readonly string[], top = 0) {
  return press(scene({ ui: { phase: 'walk', overlay: { ...OVERLAY, top } }, messages, webhooks }), { name, text: name });
}

test('s sends the marked message to the only webhook, a number to one of several', () => {
  expect(pressed('s', [short], ['ops']).effect).toEqual({ do: 'send', to: 'ops', text: 'all calm' });
  expect(pressed('2', [short], ['ops', 'chat']).effect).toEqual({ do: 'send', to: 'chat', text: 'all calm' });
  expect(pressed('s', [short], ['ops', 'chat'])).toMatchObject({ effect: null, ui: { message: 'type a number: 1 ops, 2 chat' } });
});

test('nothing is sent before its end was on screen, nor without a webhook', () => {
  expect(pressed('s', [long], ['ops'])).toMatchObject({ effect: null, ui: { message: 'not sent: scroll to its end first' } });
  expect(pressed('s', [long], ['ops'], 50).effect).toMatchObject({ do: 'send' });
  expect(pressed('s', [short], []).effect).toBeNull();
});

test('a blank that nobody filled is pointed out first; a held key sends nothing', () => {
  const messages = [{ path: ['Communication'], text: 'Down since [HH:MM UTC].' }];
  const first = press(scene({ ui: { phase: 'walk', overlay: { ...OVERLAY, top: 0 } }, messages, webhooks: ['ops'] }), { name: 's', text: 's' });
  expect(first).toMatchObject({ effect: { do: 'arm' }, ui: { armed: false, message: 'has a blank: s again sends it' } });
  const held = press(scene({ ui: first.ui, messages, webhooks: ['ops'] }), { name: 's', text: 's' });
  expect(held.effect).toEqual({ do: 'arm' });
  expect(press(scene({ ui: { ...held.ui, armed: true }, messages, webhooks: ['ops'] }), { name: 's', text: 's' }).effect).toMatchObject({ do: 'send' });
});

test('what was sent is not sent twice', () => {
  const once = pressed('s', [short], ['ops']);
  expect(press(scene({ ui: once.ui, messages: [short], webhooks: ['ops'] }), { name: 's', text: 's' })).toMatchObject({ effect: null, ui: { message: 'sent to ops before: not sent again' } });
});

test('the end of the last message can be scrolled to, and then it is sent', () => {
  const at = scene({ ui: { phase: 'walk', armed: true, overlay: OVERLAY }, messages: [long], webhooks: ['ops'] });
  const scrolled = press(at, { name: 'G', text: 'G' }).ui;
  expect(press(scene({ ui: scrolled, messages: [long], webhooks: ['ops'] }), { name: 's', text: 's' }).effect).toMatchObject({ do: 'send', to: 'ops' });
});
