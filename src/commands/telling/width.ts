import type { Io } from '../../model/index.ts';

/** How wide text is folded: as the terminal is; what is piped is folded by nobody. */
export function widthOf({ stdout }: Io): number | undefined {
  return stdout.isTTY ? stdout.columns : undefined;
}
