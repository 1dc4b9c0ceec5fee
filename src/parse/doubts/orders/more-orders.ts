import { having } from '../../../model/index.ts';
import { orderedVerb, saysWhatToDo } from '../../markdown/index.ts';
import type { DoubtSources } from '../sources.ts';
import { BY_A_PERSON } from './person-verbs.ts';
import { fromTheOrder } from './plain-lead.ts';

/** Between two orders of a sentence: "Copy and edit the example", "Copy it, fill in the values and apply it". */
const NEXT = /,\s*(?:(?:and|then)\s+)*|\s(?:and|then)\s+(?:then\s+)?/i;
/** What is done to a text in an editor. */
const EDITS = having('edit|fill|custom', /^(?:edit|fill (?:in|out)|customi[sz]e)\b/i);
/** The same in words that may also be what a command does: "Adjust the limit and restart". */
const ADJUSTS = having('adjust|modify|adapt|amend|tweak', /^(?:adjust|modify|adapt|amend|tweak)\b/i);
/** What runs that text, and is no deed apart: "Modify the example and run it". */
const RUNS_IT = /^(?:run|execute|type|enter|issue|do)\b/i;
/** What edits a text, or opens an editor. */
const EDITORS = /\b(?:edit|vim?|nano|emacs|EDITOR|sed|perl|yq|jq|patch|tee|envsubst|set)\b|<</i;

/**
 * Whether a sentence of several orders has one that a person carries out, and no command of those below it: "Copy and edit the example:" above what copies it and applies it at once, "Review and apply the plan:" above what only applies it.
 * Where there are as many commands as orders, one of them may well be the look.
 */
export function ordersMoreThanIsRun(words: string, { bareCode, draft }: Pick<DoubtSources, 'bareCode' | 'draft'>): boolean {
  const parts = fromTheOrder(words).split(NEXT);
  const orders = parts.filter((part) => saysWhatToDo(part) || EDITS.test(part) || ADJUSTS.test(part));
  if (orders.length < 2 || orders[0] !== parts[0]) return false;
  const code = bareCode();
  if (orders.some((order) => EDITS.test(order)) && !EDITORS.test(code)) return true;
  const deeds = orders.filter((order) => !RUNS_IT.test(order));
  return deeds.length > draft.shell.commands.length && (deeds.some((order) => ADJUSTS.test(order) && !EDITORS.test(code)) || deeds.slice(0, -1).some((order) => isLookNotRun(order, code)));
}

function isLookNotRun(order: string, code: string): boolean {
  const verb = orderedVerb(order);
  return verb !== null && BY_A_PERSON.has(verb) && !code.toLowerCase().includes(verb);
}
