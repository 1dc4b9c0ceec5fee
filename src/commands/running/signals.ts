import { ExitCode } from '../../model/index.ts';

/** Who or what asked a run to end. */
export interface StopRequest {
  /** Why the run is to end, for people, or `null` while nobody asked. */
  readonly asked: () => string | null;
  readonly wait: Promise<string>;
  /** The exit code for it. */
  readonly code: () => ExitCode;
  /** Take the handlers away. */
  readonly dispose: () => void;
}

const SIGNALS = { SIGINT: ExitCode.interrupted, SIGTERM: ExitCode.terminated, SIGHUP: ExitCode.hangup } as const;

/**
 * Turns the signals of the process into a request to end the run in order. A further signal changes nothing: the history row is still
 * written. While a step has the terminal, Ctrl-C is for that step.
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
