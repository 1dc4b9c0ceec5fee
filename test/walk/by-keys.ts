import { analyzeShell } from '../../src/shell-syntax/index.ts';
import { vi } from 'vitest';
import type { RunEvent } from '../../src/events/index.ts';
import { ScreenStore } from '../../src/tui/screen-store.ts';
import { themeFor } from '../../src/tui/theme.ts';
import type { Prompt, Reply } from '../../src/walk/index.ts';
import { TestWalk } from './walk-of.ts';

/** Longer than what comes up must stand before a key counts. */
const STOOD_MS = 300;
/** Enter reads on a page at a time: no made-up runbook has more. */
const MOST_PAGES = 200;

/** The full-screen walk without a terminal: keys go into the store as Ink would bring them, the walk's prompts come out. Needs fake timers. */
export async function byKeys(markdown: string, next: (prompt: Prompt) => Reply, { columns, rows }: { readonly columns: number; readonly rows: number }): Promise<readonly RunEvent[]> {
  const made = new TestWalk(markdown, { begin: false });
  const { walk } = made;
  let fault: unknown = null;
  const store = new ScreenStore({
    walk,
    theme: themeFor({ NO_COLOR: '1' }),
    operator: 'kim',
    production: null,
    missing: [],
    lastRun: null, resumed: null, warnings: [],
    readShell: analyzeShell,
    standing: { kind: 'not-locked' },
    messages: () => [],
    webhooks: [],
    perform: (effect) => {
      if (effect.do === 'begin') void walk.begin();
    },
    crashed: (error) => (fault = error),
  });
  const press = (name: string, text = ''): void => {
    vi.advanceTimersByTime(STOOD_MS);
    store.press({ name, text });
  };
  const type = (text: string): void => [...text].forEach((char) => press(char, char));
  try {
    store.resize(columns, rows);
    press('enter');
    for (let prompt = await made.now(); prompt.kind !== 'finished'; prompt = await made.now()) {
      const reply = next(prompt);
      const before = made.events.length;
      pressFor(reply, { store, press, type, isOpen: () => walk.prompt?.id === prompt.id && store.state.ask === null });
      if (fault !== null) throw fault;
      const taken = reply.kind === 'note' ? made.events.length > before : walk.prompt?.id !== prompt.id;
      if (!taken) throw new Error(`${reply.kind} at ${prompt.kind} was not taken: ${store.state.refused || store.state.message}`);
    }
    return made.events;
  } finally {
    store.dispose();
  }
}

interface Keys {
  readonly store: ScreenStore;
  press(name: string, text?: string): void;
  type(text: string): void;
  /** The prompt is still asked, and no question of the screen's own is. */
  isOpen(): boolean;
}

/** What a person presses for a reply. */
function pressFor(reply: Reply, keys: Keys): void {
  const { press, type } = keys;
  const asked = (key: string, text: string): void => {
    press(key, key);
    type(text);
    press('enter');
  };
  switch (reply.kind) {
    case 'run':
    case 'done':
    case 'write':
      return entered(keys);
    case 'confirm':
      entered(keys);
      type(reply.word);
      return reply.word === 'y' ? undefined : press('enter');
    case 'skip':
      return asked('s', reply.reason);
    case 'accept':
      return asked('a', reply.reason);
    case 'note':
      return asked('n', reply.text);
    case 'edit':
      press('e', 'e');
      while (keys.store.state.field.value !== '') press('backspace');
      type(reply.code);
      return press('enter');
    case 'answer':
      for (let page = 0; page < MOST_PAGES && !keys.store.state.typing; page++) press('enter');
      type(reply.value);
      return press('enter');
    case 'holds':
      return press('y', 'y');
    case 'fails':
      return press('n', 'n');
    case 'unsure':
      return press('u', 'u');
    case 'retry':
      return press('r', 'r');
    case 'stop':
      press('q', 'q');
      return press('f', 'f');
    case 'leave':
      press('q', 'q');
      // In an input q is a letter: Escape lends the keys to the document.
      if (keys.store.state.ask === null && keys.store.state.typing) ['backspace', 'escape', 'q'].forEach((key) => press(key));
      return press('a', 'a');
    default:
      throw new Error(`no key for ${reply.kind}`);
  }
}

/** Enter until all that leads to the command was on screen and it is taken, or asks for more. */
function entered({ press, isOpen }: Keys): void {
  for (let page = 0; page < MOST_PAGES && isOpen(); page++) press('enter');
}
