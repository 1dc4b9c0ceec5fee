import { setTimeout as pause } from 'node:timers/promises';

/** Longer than the interval at which a held key repeats. */
const HELD_MS = 60;
/** Enter, or a key with which people leave: Ctrl-C, Ctrl-D, q, and Esc, which alone is no arrow or page key, and no answer of the terminal. */
const GOES_ON = /^[^\u001b]*[\r\n\u0003\u0004q]|^\u001b$/;

/** Stops reading keys. A child gets the terminal only once nothing reads from it any more: each pause takes a turn of the loop. */
export async function released(stdin: NodeJS.ReadStream): Promise<void> {
  stdin.removeAllListeners('readable');
  await new Promise((done) => setImmediate(done));
  stdin.pause();
  await new Promise((done) => setImmediate(done));
}

/** Waits for Enter, or until there is nobody to press it. What was typed before it is asked for counts for nothing: it was meant for something else. */
export async function enterPressed(stdin: NodeJS.ReadStream, { ask, until }: { readonly ask: () => void; readonly until: Promise<unknown> }): Promise<void> {
  let asked = false;
  let went: () => void = () => undefined;
  const pressed = new Promise<void>((done) => (went = done));
  const take = (keys: Buffer | string): void => {
    if (asked && GOES_ON.test(keys.toString())) went();
  };
  stdin.setRawMode(true);
  stdin.on('data', take).once('end', went).once('error', went).resume();
  try {
    await pause(HELD_MS);
    // On a busy machine the time is over before what was typed has been read: a turn of the loop reads it.
    await new Promise((done) => setImmediate(done));
    // The lines of the shell that it was stopped in stand below the question. Before it is asked: from then on somebody may stop the process.
    process.on('SIGCONT', ask);
    ask();
    asked = true;
    await Promise.race([pressed, until]);
  } finally {
    process.off('SIGCONT', ask);
    stdin.off('data', take).off('end', went).off('error', went);
    stdin.setRawMode(false);
    await released(stdin);
  }
}
