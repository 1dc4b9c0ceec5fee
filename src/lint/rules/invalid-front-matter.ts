import { markdown } from '../facts/index.ts';
import { readerRule } from '../rule.ts';

export const invalidFrontMatter = readerRule({
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
});
