const MARK = ' (agent)';
const LONGEST = 60;

/** The name that an agent acts under, which tells later readers that it was not a person. */
export function agentName(name: string): string {
  const plain = name.replace(/\s*\(agent\)\s*/gi, ' ').replace(/[\s|]+/g, ' ').trim().slice(0, LONGEST);
  return `${plain === '' ? 'unnamed' : plain}${MARK}`;
}

/** Whether the name of an operator is that of an agent. */
export function isAgent(operator: string): boolean {
  return operator.endsWith(MARK);
}
