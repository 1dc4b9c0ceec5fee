import { codeSpan, startsIn } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const endlessCommand = textRule({
  id: 'endless-command',
  severity: 'warning',
  summary: 'A command that never ends stands before others in its block.',
  scope: 'runbook',
  docs: {
    why: 'Whoever pastes the block never gets to the commands after it. Give it an end (`--since=5m` instead of `-f`, `--tail=100`), put it last, or send it to the background.',
    bad: { get text() { return markdown(`
      # Diagnose

      '''bash
      kubectl logs -f deploy/api
      kubectl get pods
      '''
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      '''bash
      kubectl logs --since=5m deploy/api
      kubectl get pods
      '''
    `); } },
  },
  check: ({ steps, source }) =>
    steps.flatMap((step) => {
      if (step.kind !== 'command' || step.follow?.from !== 'word' || step.pins.timeout !== undefined) return [];
      const { commands, remotes } = step.shell;
      return step.follow.marks.slice(0, 1).flatMap(({ word, start, end }) => {
        const own = commands.filter((command) => command.topLevel && command.start <= start && command.end >= end).at(-1);
        const next = commands.find((command) => command.topLevel && command.start >= (own?.end ?? end) && !onSameLine(step.code.text, end, command.start));
        if (next === undefined || own?.background === true || ENDS_BY_ITSELF.test(step.code.text.slice(own?.start ?? start, own?.end ?? end)) || remotes.some(({ typed }) => startsIn({ start }, typed))) return [];
        return [{ message: `"${word}" never ends, so "${next.name}" on line ${codeSpan(source, step.code, next.start, next.end).start.line} is never reached`, span: codeSpan(source, step.code, start, end) }];
      });
    }),
});

/** Commands that watch something until it is done, and then end. */
const ENDS_BY_ITSELF = /\brollouts?\s+status\b|\bwait\b/;

/** A pipe's other end, not a command after it. */
function onSameLine(text: string, from: number, to: number): boolean {
  return !text.slice(from, to).replace(/\\\n/g, '').includes('\n');
}
