import { matchesGlob, type Runbook, typingErrors } from '../../model/index.ts';
import { markdown, shellBlocks } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

const SHORTEST_NAME = 6;

export const unknownTarget = textRule({
  id: 'unknown-target',
  severity: 'error',
  summary: 'A command names something one slip away from a target.',
  scope: 'runbook',
  docs: {
    why: 'The command would fail, or act on a system that happens to have that name. Names that differ in a digit (`db-1`, `db-2`) are taken as meant.',
    bad: { get text() { return markdown(`
      # Rollback

      System: shop-api-prod · shop-api-staging

      '''bash
      heroku releases -a shop-api-prd
      '''
    `); } },
    good: { get text() { return markdown(`
      # Rollback

      System: shop-api-prod · shop-api-staging

      '''bash
      heroku releases -a shop-api-prod
      '''
    `); } },
  },
  check: (runbook) => {
    const names = runbook.targets.filter(({ glob, name }) => !glob && name.length >= SHORTEST_NAME).map(({ name }) => name);
    return names.length === 0 ? [] : shellBlocks(runbook).flatMap((block) => wordsOf(block).flatMap((word) => judge(runbook, names, word)));
  },
});

type Block = ReturnType<typeof shellBlocks>[number];
interface NamedWord {
  readonly text: string;
  readonly span: () => Finding['span'];
}

/** Arguments, and what follows `=` in them, that look like a name. */
function wordsOf({ shell, span }: Block): readonly NamedWord[] {
  return shell.commands.flatMap(({ args }) =>
    args.flatMap(({ value, raw, end }) => {
      const name = value?.replace(/^--?[\w-]+=/, '') ?? '';
      const quote = /^["']/.test(raw) ? 1 : 0;
      return /^[A-Za-z][\w.-]*$/.test(name) ? [{ text: name, span: () => span(end - quote - name.length, end - quote) }] : [];
    }),
  );
}

function judge({ targets, inventories }: Runbook, names: readonly string[], { text, span }: NamedWord): readonly Finding[] {
  const known = targets.some(({ name, glob }) => (glob ? matchesGlob(text, name) : name === text)) || inventories.some(({ rows }) => rows.some(({ cells }) => Object.values(cells).includes(text)));
  const meant = known ? undefined : names.find((name) => Math.abs(text.length - name.length) <= 1 && typingErrors(text, name) === 1 && text.replace(/\d/g, '') !== name.replace(/\d/g, ''));
  if (meant === undefined) return [];
  const place = span();
  return [{ message: `no target is called "${text}"; "${meant}" is one`, span: place, fix: [{ start: place.start.offset, end: place.end.offset, text: meant }], unsafe: true, inEditor: true }];
}
