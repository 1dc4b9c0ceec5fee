import type { Approval, Prompt } from '../../walk/index.ts';

/** What a second person has to approve before the framed command runs; `null` where nothing is, or somebody has. */
export function unapproved(prompt: Prompt | null): Approval | null {
  return prompt?.kind === 'run-piece' && prompt.approval?.given === null ? prompt.approval : null;
}
