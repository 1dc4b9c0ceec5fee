/** That so many runbooks come to what was locked. */
export function allAsLocked(compared: number): string {
  return `${compared} ${compared === 1 ? 'runbook' : 'runbooks'} as locked`;
}
