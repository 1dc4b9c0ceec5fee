import { type Prompt, type Reply, takenBy } from '../../walk/index.ts';

/** Replies that an agent cannot give. */
const NOT_FOR_AGENTS: ReadonlySet<string> = new Set(['edit', 'confirm', 'approve', 'keep-none', 'leave']);

/** The kinds of reply that a prompt takes from an agent. */
export function takenByAgents(prompt: Prompt): readonly Reply['kind'][] {
  return takenBy(prompt).filter((kind) => !NOT_FOR_AGENTS.has(kind));
}
