import type { Candidate } from './candidate.ts';

/** The ids of the lint rules. */
export async function ruleCandidates(): Promise<readonly Candidate[]> {
  const { RULES } = await import('../../lint/index.ts');
  return RULES.map(({ id, summary }) => ({ value: id, about: summary }));
}
