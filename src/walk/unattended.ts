import { type Prompt, type Reply, unapproved, type Walk } from './prompts/index.ts';

/**
 * The policy of an unattended run: run what may run, take manual steps as read, stop at the first failure. Anything that needs a
 * decision was refused before the run began, so a question that comes up after all ends it.
 */
export function unattendedReply(prompt: Prompt, { allowDestructive }: { readonly allowDestructive: boolean }): Reply | null {
  const to = prompt.id;
  const approval = unapproved(prompt);
  switch (prompt.kind) {
    case 'run-piece':
      if (prompt.unboundHosts.length > 0) return { kind: 'skip', to, reason: 'unbound host' };
      if (approval !== null) return approval.proven ? null : { kind: 'leave', to, then: 'fail', reason: `"${prompt.title}": ${approval.why}` };
      if (prompt.ask.key === 'enter') return { kind: 'run', to };
      // The machine may point somewhere else than when the run began.
      return !allowDestructive ? { kind: 'leave', to, then: 'fail', reason: `"${prompt.title}" is not allowed: ${prompt.ask.why}` } : { kind: 'confirm', to, word: prompt.ask.key === 'word' ? prompt.ask.word : 'y' };
    case 'do-by-hand':
      return { kind: 'done', to };
    case 'judge':
      return { kind: 'unsure', to };
    case 'piece-failed':
      return { kind: 'stop', to };
    case 'enter-parameter':
      return { kind: 'leave', to, then: 'fail', reason: `no value for ${prompt.name}` };
    case 'settle-doubt':
      return { kind: 'leave', to, then: 'fail', reason: `"${prompt.title}" is held: ${prompt.doubts.map(({ text }) => text).join('; ')}` };
    case 'choose-alternative':
    case 'choose-target':
      return { kind: 'leave', to, then: 'fail', reason: `${prompt.name} is not chosen` };
    case 'interrupted':
      return { kind: 'leave', to, then: 'abort', reason: `"${prompt.title}" was interrupted: ${prompt.why}` };
    case 'end-run':
      return { kind: 'end', to };
    case 'record-row':
      return { kind: 'write', to, cells: prompt.cells.map(({ value }) => value) };
    case 'finished':
      return null;
  }
}

/** Answers every prompt of a walk by a policy. */
export function answerBy(walk: Walk, policy: (prompt: Prompt) => Reply | null): () => void {
  return walk.subscribe((change) => {
    if (change.kind !== 'prompt') return;
    const reply = policy(change.prompt);
    if (reply !== null) walk.reply(reply);
  });
}
