import type { CommandStep, DoubtKind, Mark, Runbook, Step } from '../../model/index.ts';
import { isInCrontab } from './crontab.ts';
import { onlyPrepares } from './only-prepares.ts';

/** Lines that no shell runs as they stand, so that what was read from them says little. */
const NO_CODE: readonly DoubtKind[] = ['not-a-command', 'unparsed'];
/** What only adds or starts something, although it asks as much care before it runs. */
const ADDS = /^(?:create|enable|add|up|start)\b/;
/** What takes something down on purpose, and leaves its data. */
const TAKES_DOWN = /^(?:stop|down|pause)\b/;
const WITH_DATA = /\s(?:-v|--volumes)\b/;

/** Whether a step destroys something, where that is not only to get ready; output, lines of a crontab, and code that no shell can read do not count. */
export function destroys(step: Step): step is CommandStep {
  if (step.kind !== 'command' || step.destructive === null || onlyPrepares(step)) return false;
  const { from, marks } = step.destructive;
  if (from === 'pin') return true;
  return !marks.every(({ start }) => isInCrontab(step.code.text, start)) && step.pieces.some(({ destructive, doubts }) => destructive !== null && !doubts.some(({ kind }) => NO_CODE.includes(kind)));
}

/** The mark that the result matters most of: none that only adds something or takes it down, where the step has another. */
export function gravestMark(step: CommandStep): { readonly mark: Mark['marks'][number]; readonly isGrave: boolean } | null {
  const marks = step.destructive?.marks ?? [];
  const grave = marks.find((mark) => isGrave(step, mark));
  const mark = grave ?? marks[0];
  return mark === undefined ? null : { mark, isGrave: grave !== undefined };
}

/** The word of that mark, as it is told. */
export function gravestWord(step: CommandStep): string {
  return gravestMark(step)?.mark.word ?? step.destructive?.word ?? '';
}

function isGrave({ code: { text } }: CommandStep, { word, start, end }: Mark['marks'][number]): boolean {
  if (ADDS.test(word)) return false;
  const rest = (text.slice(end).replaceAll('\\\n', '  ').split(/[\n;&|]/)[0] ?? '');
  return !isInCrontab(text, start) && (!TAKES_DOWN.test(word) || WITH_DATA.test(rest));
}

/** Deeds after which something has to work again. */
const AGAIN = /(?:^|[\s./_-])(?:roll-?back|undo|revert|restore|recover|fail-?over|switch-?over|promote|restart|reboot|recreate|repair|rebuild|migrate|upgrade|restage|redeploy)/i;
/** … or in another way than before. */
const OTHERWISE = /(?:^|[\s./_-])(?:apply|deploy|patch|modify|install|replace|update|release|rollout|set|scale|sync)/i;

/** Whether a deed leaves open whether something works again; what is deleted is gone. */
export function worksAgain(word: string): boolean {
  return AGAIN.test(word);
}

/** Whether any deed of a runbook leaves open whether something works after it. */
export function hasToWork({ steps }: Runbook): boolean {
  return steps.filter(destroys).some(({ destructive }) => destructive?.from === 'pin' || destructive?.marks.some(({ word }) => AGAIN.test(word) || OTHERWISE.test(word)) === true);
}

/** The first step that destroys something, one that has a grave mark before others. */
export function firstDestructive({ steps }: Runbook): CommandStep | null {
  const all = steps.filter(destroys);
  return all.find((step) => gravestMark(step)?.isGrave !== false) ?? all[0] ?? null;
}
