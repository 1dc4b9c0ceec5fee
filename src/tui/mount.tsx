import { render } from 'ink';
import { App } from './components/app.tsx';
import { released } from './keyboard.ts';
import type { ScreenStore } from './screen-store.ts';

/** The streams of the terminal. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** The screen on the terminal; `close` gives the terminal back as it was. */
export interface Mounted {
  close(): Promise<void>;
  /** Makes the terminal the screen's again after somebody else has had it meanwhile. */
  takeBack(): void;
}

/** A character that the terminal shows wider than expected must not push text into the next row. */
const NO_WRAP = '\u001b[?7l';
const WRAP = '\u001b[?7h';
const CLEAR = '\u001b[H\u001b[2J';
const HIDE_CURSOR = '\u001b[?25l';
/** A resize comes as many events; the text that the terminal has reflowed is wiped when they are over. */
const SETTLED_MS = 60;

/** Puts the walk on the alternate screen. A screen reader gets the plain walk instead: a screen that is painted again would be read out again. */
export function mount(store: ScreenStore, { stdin, stdout, stderr }: Streams): Mounted {
  // Before the first frame: a key that the terminal echoed would move the cursor from under it.
  stdin.setRawMode(true);
  store.resize(stdout.columns, stdout.rows);
  stdout.write(NO_WRAP);
  // Whether there is somebody to ask was decided before; the library's own guess would leave the screen empty where a variable of a CI system is set.
  const instance = render(<App store={store} />, { stdin, stdout, stderr, exitOnCtrlC: false, patchConsole: false, maxFps: 60, incrementalRendering: true, alternateScreen: true, interactive: true });
  let settling: NodeJS.Timeout | undefined;
  const paintAnew = (): void => {
    stdout.write(CLEAR);
    instance.clear();
    store.repaint();
  };
  const resized = (): void => {
    store.resize(stdout.columns, stdout.rows);
    clearTimeout(settling);
    settling = setTimeout(paintAnew, SETTLED_MS);
  };
  stdout.on('resize', resized);
  return {
    takeBack: () => {
      // Off first: what is on already is not set again.
      stdin.setRawMode(false).setRawMode(true);
      stdout.write(NO_WRAP + HIDE_CURSOR);
      store.resize(stdout.columns, stdout.rows);
      paintAnew();
    },
    close: async () => {
      stdout.off('resize', resized);
      clearTimeout(settling);
      instance.unmount();
      await instance.waitUntilExit();
      stdout.write(WRAP);
      stdin.setRawMode(false);
      await released(stdin);
    },
  };
}
