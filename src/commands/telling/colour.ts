import type { Environment } from '../../model/index.ts';

/** Whether a stream gets colour: as `NO_COLOR` and `FORCE_COLOR` say, else if it is a terminal. */
export function wantsColour(stream: { readonly isTTY?: boolean }, env: Environment): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
