const MARK = ' (agent)';
const LONGEST = 60;

/** The name that an agent acts under: whoever reads it later knows that it was no person. */
export function agentName(name: string): string {
  const plain = name.replace(/\s*\(agent\)\s*/gi, ' ').replace(/[\s|]+/g, ' ').trim().slice(0, LONGEST);
  return `${plain === '' ? 'unnamed' : plain}${MARK}`;
}

/** Whether an operator is an agent. */
export function isAgent(operator: string): boolean {
  return operator.endsWith(MARK);
}
