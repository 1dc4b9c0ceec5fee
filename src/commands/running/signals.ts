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

const SIGNALS = { SIGINT: ExitCode.interrupted, SIGTERM: ExitCode.terminated, SIGHUP: ExitCode.hangup } as const;

/**
 * Turns signals to the process into a request to end the run in order. Further signals change nothing: the history row is still
 * written. While a step has the terminal, Ctrl-C is meant for that step.
 */
export function stopOnSignals(terminalGiven: () => boolean): StopRequest {
  let asked: keyof typeof SIGNALS | null = null;
  let resolve: (reason: string) => void = () => undefined;
  const wait = new Promise<string>((done) => (resolve = done));
  const handler = (signal: NodeJS.Signals): void => {
    if (signal === 'SIGINT' && terminalGiven()) return;
    if (asked === null && isHandled(signal)) {
      asked = signal;
      resolve(`stopped by ${signal}`);
    }
  };
  for (const signal of Object.keys(SIGNALS)) process.on(signal as NodeJS.Signals, handler);
  return {
    asked: () => (asked === null ? null : `stopped by ${asked}`),
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
