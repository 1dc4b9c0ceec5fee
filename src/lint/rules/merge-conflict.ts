import { markdown } from '../facts/index.ts';
import { readerRule } from '../rule.ts';

export const mergeConflict = readerRule({
  id: 'merge-conflict',
  severity: 'error',
  summary: 'A merge was not finished.',
  scope: 'markdown',
  docs: {
    why: 'Between the marks stand two versions of the same lines, one below the other. Whoever follows the runbook does both, and a run takes neither unasked. Keep the one that holds, and take the marks out.',
    bad: { get text() { return markdown(`
      # Restart the worker

      <<<<<<< HEAD
      '''bash
      systemctl restart worker-a
      '''
      =======
      '''bash
      systemctl restart worker-b
      '''
      >>>>>>> two-workers
    `); } },
    good: { get text() { return markdown(`
      # Restart the worker

      '''bash
      systemctl restart worker-b
      '''
    `); } },
  },
});
