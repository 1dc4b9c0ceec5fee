import { expect, it } from 'vitest';
import { lintExample } from './lint-example.ts';

const FILES = {
  'docs/source/purge.html.md.erb': '# Purge\n\n## Restart app.service now\n',
  'docs/source/flush.html.md': '# Flush\n',
  'docs/source/deep/index.md': '# Deep\n\n## Freeze {#cold}\n\n## Restart app.service now\n',
  'docs/script.sh': 'ls\n',
};
const broken = (link: string) => lintExample({ text: `# A\n\n[x](${link})\n`, path: 'docs/source/a.md', files: FILES }).filter(({ rule }) => rule === 'broken-link').length;

it.each(['purge.html', 'purge', '../flush/', 'flush.html', 'deep/', 'deep.html', 'deep/index.md#cold', 'deep/index.md#restart-app-service-now', 'deep/index.md#restart-app.service-now', '../script.sh#L7', '../script.sh?plain=1#L5', 'deep/index.md?plain=1#L5-L9', '/images/of/the/site.png', '/docs/source/flush.html'])(
  '%s resolves, or cannot be judged',
  (link) => expect(broken(link)).toBe(0),
);

it.each(['purge.htm', '../flash/', 'deep/index.md#warm', '/docs/gone.md', '../script.py#L7'])('%s is broken', (link) => expect(broken(link)).toBe(1));
