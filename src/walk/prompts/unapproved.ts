import type { Approval } from './piece-prompts.ts';
import type { Prompt } from './prompts.ts';

/** What a second person has to approve before a command runs; `null` where nothing is, or somebody has. */
export function unapproved(prompt: Prompt | null): Approval | null {
  return prompt?.kind === 'run-piece' && prompt.approval?.given === null ? prompt.approval : null;
}

/** How it is approved where that must be from elsewhere. */
export function approvedElsewhere({ notBy }: Approval, run: string | null): string {
  return `somebody else than ${notBy} approves it, from a login of their own: runbook approve ${run ?? '<run>'}`;
}
