/** The message that this many runbooks are as locked, and how many more were named that have no entry. */
export function allAsLocked(compared: number, unlocked: number): string {
  if (compared === 0) return 'nothing was compared: none of these runbooks is locked';
  const others = unlocked === 0 ? '' : `; of those named ${unlocked} ${unlocked === 1 ? 'is' : 'are'} not locked`;
  return `${compared} ${compared === 1 ? 'runbook' : 'runbooks'} as locked${others}`;
}
