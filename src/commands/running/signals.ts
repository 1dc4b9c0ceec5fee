import { ExitCode } from '../../model/index.ts';

/** A request to end a run. */
interface StopRequest {
  /** Why the run is to end, in words; `null` while nobody asked. */
  readonly asked: () => string | null;
  readonly wait: Promise<string>;
  /** The exit code to end with. */
  readonly code: () => ExitCode;
  /** Removes the handlers. */
  readonly dispose: () => void;
}

/** Every signal that people or supervisors end a program with: left to Node, it would end at once and leave the running step behind. */
const SIGNALS = {
  SIGINT: ExitCode.interrupted,
  SIGTERM: ExitCode.terminated,
  SIGHUP: ExitCode.hangup,
  SIGQUIT: ExitCode.quit,
  SIGUSR2: ExitCode.user2,
} as const;

/** Keys of the terminal send these to all that runs in it: Ctrl-C and Ctrl-\. */
type FromKey = 'SIGINT' | 'SIGQUIT';

/** Why the run ended. Most often SIGHUP tells that the terminal was closed, which is no fault of the runbook; somebody may have sent it too. */
function stoppedBy(signal: keyof typeof SIGNALS): string {
  return `stopped by ${signal}${signal === 'SIGHUP' ? ' (as when a terminal closes)' : ''}`;
}

/**
 * Turns signals to the process into a request to end the run in order. Further signals change nothing: the history row is still
 * written. What comes from a key may be meant for something else: for the step that has the terminal, say.
 */
export function stopOnSignals(meantElsewhere: (signal: FromKey) => boolean): StopRequest {
  let asked: keyof typeof SIGNALS | null = null;
  let resolve: (reason: string) => void = () => undefined;
  const wait = new Promise<string>((done) => (resolve = done));
  const handler = (signal: NodeJS.Signals): void => {
    if ((signal === 'SIGINT' || signal === 'SIGQUIT') && meantElsewhere(signal)) return;
    if (asked === null && isHandled(signal)) {
      asked = signal;
      resolve(stoppedBy(signal));
    }
  };
  for (const signal of Object.keys(SIGNALS)) process.on(signal as NodeJS.Signals, handler);
  return {
    asked: () => (asked === null ? null : stoppedBy(asked)),
    wait,
    code: () => (asked === null ? ExitCode.done : SIGNALS[asked]),
    dispose: () => {
      for (const signal of Object.keys(SIGNALS)) process.removeListener(signal, handler);
    },
  };
}

function isHandled(signal: NodeJS.Signals): signal is keyof typeof SIGNALS {
  return signal in SIGNALS;
}
