import { markdown } from '../facts/index.ts';
import { type Runbook, spanAt } from '../../model/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const invalidFrontMatter = textRule({
  id: 'invalid-front-matter',
  severity: 'error',
  summary: 'The YAML front matter cannot be read.',
  scope: 'markdown',
  docs: {
    why: 'Owner, system and pins in a broken front matter are all lost, silently for a person who reads the page on a forge. The message is that of the YAML parser, at its position.',
    bad: { get text() { return markdown(`
      ---
      owner: platform
      system: [api, worker
      ---

      # Restart the API
    `); } },
    good: { get text() { return markdown(`
      ---
      owner: platform
      system: [api, worker]
      ---

      # Restart the API
    `); } },
  },
  check: (runbook) => [...runbook.diagnostics.filter(({ rule }) => rule === 'invalid-front-matter'), ...misplaced(runbook)],
});

/** Keys between two `---` lines that are no front matter, since a comment stands above them. */
const BELOW_A_COMMENT = /^(?<above>\ufeff?(?:\s*<!--(?:(?!-->)[\s\S])*-->)+\s*)(?<block>---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+---)[ \t]*(?:\r?\n|$)/;

function misplaced({ source }: Runbook): readonly Finding[] {
  const { above, block } = BELOW_A_COMMENT.exec(source.text)?.groups ?? {};
  if (above === undefined || block === undefined) return [];
  return [{ message: 'front matter has to be the first thing in the file: below a comment it is a heading; move the comment below it', span: spanAt(source, above.length, above.length + block.length) }];
}
