import { isCounted } from '../../alternatives/index.ts';
import { orderedVerb } from '../../markdown/index.ts';
import type { SectionDraft } from '../../sections/index.ts';

/** Tasks of which a title names two and one is wanted at a time; what is stopped and started, or drained and restored to service, is one task. */
const BOTH_WAYS: readonly (readonly [one: RegExp, other: RegExp])[] = [
  [/^(?:backup|back|dump|export|snapshot)$/, /^(?:restore|import|recover)$/],
  [/^(?:add|join|create|install|enable|provision|deploy)$/, /^(?:remove|delete|uninstall|disable|deprovision|decommission|destroy)$/],
  [/^(?:lock|mount|encrypt|ban|grant)$/, /^(?:unlock|unmount|decrypt|unban|revoke)$/],
  [/^(?:upgrade|update)$/, /^(?:downgrade|rollback|revert)$/],
];

/** The sections right below a title or a heading that are each one of the tasks that it names, of which one is wanted at a time: "Restore" in "Backup and restore", "Migrating to a new host" in "Upgrade / Migrate a node". */
export function tasksOfTitle(title: string, group: readonly SectionDraft[]): readonly SectionDraft[] {
  const tasks = severalTasks(title);
  return tasks.length === 0 ? [] : group.filter(({ heading }) => !isCounted(heading) && wordsOf(heading).some((word) => tasks.some((task) => isForm(word, task))));
}

/** The verbs of such a title; none where it names one task, or tasks in a row. */
function severalTasks(title: string): readonly string[] {
  const parts = title.split(/\s*(?:\/|\|)\s*|\s+or\s+/);
  const each = parts.map((part) => verbsIn(part)[0]);
  if (parts.length > 1 && each.every((verb) => verb !== undefined)) return each;
  if (!/\band\b|&|,/i.test(title)) return [];
  const verbs = verbsIn(title);
  return BOTH_WAYS.some(([one, other]) => verbs.some((verb) => one.test(verb)) && verbs.some((verb) => other.test(verb))) ? verbs : [];
}

/** Also of "restoring" and "decrypting". */
function verbsIn(words: string): readonly string[] {
  return wordsOf(words).flatMap((word) => [word, word.replace(/ing$/, ''), word.replace(/ing$/, 'e')].flatMap((form) => orderedVerb(form) ?? []).slice(0, 1));
}

/** "Restoring", "restored" and "restore" of "restore". */
function isForm(word: string, verb: string): boolean {
  const stem = verb.replace(/e$/, '');
  return stem.length > 2 && word.startsWith(stem) && word.length <= verb.length + 5;
}

/** "Back up" and "roll back" are one word each. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().replace(/\b(?<verb>back|roll)(?:ing)?[\s-](?<particle>up|back)\b/g, '$<verb>$<particle>').split(/[^a-z]+/).filter((word) => word !== '');
}
