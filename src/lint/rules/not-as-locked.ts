import type { Position, Span } from '../../model/index.ts';
import { markdown, titleSpan } from '../facts/index.ts';
import { worldRule } from '../rule.ts';

/** Where differences can be shown. */
interface Places {
  readonly title: Span;
  /** The beginning of each: the cache keeps it for every step there is. */
  readonly steps: readonly { readonly id: string; readonly at: Position }[];
}

export const notAsLocked = worldRule<Places>({
  id: 'not-as-locked',
  severity: 'error',
  summary: 'The runbook comes to something else than what the plan lock says.',
  scope: 'runbook',
  docs: {
    why: 'What it comes to was reviewed and is held in `runbook.lock`: `run --yes` refuses to run it until that is done again. Look at the differences with `runbook lock --check`, and write them with `runbook lock`. Only runbooks that are in the lock are asked.',
    bad: {
      locked: [{ step: 'mitigate', text: 'step `mitigate`: was `reads`, is `destroys` (delete)' }],
      get text() { return markdown(`
        # Clear the queue

        ## Mitigate

        '''bash
        kubectl delete pod queue-0
        '''
      `); },
    },
    good: {
      get text() { return markdown(`
        # Clear the queue

        ## Mitigate

        '''bash
        kubectl get pod queue-0
        '''
      `); },
    },
  },
  facts: (runbook) => [{ title: titleSpan(runbook), steps: runbook.steps.map(({ id, span }) => ({ id, at: span.start })) }],
  judge: ({ title, steps }, path, { lockDifferences }) => {
    const differences = lockDifferences(path);
    const [first] = differences;
    if (first === undefined) return null;
    const others = differences.length === 1 ? '' : `; ${differences.length - 1} more with runbook lock --check`;
    const at = steps.find(({ id }) => id === first.step)?.at;
    return { message: `not as locked: ${first.text}${others}`, span: at === undefined ? title : { start: at, end: at } };
  },
});
