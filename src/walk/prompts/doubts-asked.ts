import type { Prompt } from './prompts.ts';
import type { SettleDoubt } from './piece-prompts.ts';

type Asked = Pick<SettleDoubt['doubts'][number], 'kind' | 'answers'>;

const GATE: readonly Asked[] = [{ kind: 'gate', answers: ['passed', 'stop'] }];

/** The doubts that a prompt lets settle: those of a held piece, or the order to stop that an exit status answers. */
export function doubtsAsked(prompt: Prompt | null): readonly Asked[] {
  if (prompt?.kind === 'settle-doubt') return prompt.doubts;
  return prompt?.kind === 'piece-failed' && prompt.gate !== undefined ? GATE : [];
}
