/** The message that this many runbooks are as locked. */
export function allAsLocked(compared: number): string {
  if (compared === 0) return 'nothing was compared: none of these runbooks is locked';
  return `${compared} ${compared === 1 ? 'runbook' : 'runbooks'} as locked`;
}
