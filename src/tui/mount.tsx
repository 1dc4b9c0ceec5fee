import { render } from 'ink';
import { App } from './app.tsx';
import type { WalkStore } from './app.tsx';

/** The streams of the terminal. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** The view on the terminal; `close` gives the terminal back as it was. */
export interface Mounted {
  close(): Promise<void>;
}

/** Puts the walk on the alternate screen. */
export function mount(store: WalkStore, { stdin, stdout, stderr }: Streams): Mounted {
  // Before the first frame: a key that the terminal echoed would move the cursor from under it.
  stdin.setRawMode(true);
  const instance = render(<App store={store} />, { stdin, stdout, stderr, exitOnCtrlC: false, patchConsole: false, maxFps: 15, incrementalRendering: true, alternateScreen: true });
  return {
    close: async () => {
      instance.unmount();
      await instance.waitUntilExit();
      stdin.setRawMode(false);
      await released(stdin);
    },
  };
}

/** A child gets the terminal only once nothing reads from it any more: each pause takes a turn of the loop. */
async function released(stdin: NodeJS.ReadStream): Promise<void> {
  stdin.removeAllListeners('readable');
  await new Promise((done) => setImmediate(done));
  stdin.pause();
  await new Promise((done) => setImmediate(done));
}
