import type { Environment } from '../../model/index.ts';
import type { Shellcheck } from '../../lint/index.ts';
import { shellcheckIdentity, startShellcheck } from '../../programs/index.ts';

/** The shellcheck program of this machine, or `null`. */
export function shellcheckHere(env: Environment): Shellcheck | null {
  const by = shellcheckIdentity(env);
  return by === null ? null : { by, start: startShellcheck };
}
