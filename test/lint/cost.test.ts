import { expect, it } from 'vitest';
import { cpuTime } from '../cpu-time.ts';
import { lintExample } from './lint-example.ts';

const LINES: Readonly<Record<string, (index: number) => string>> = {
  'of all kinds': (index) => ['kubectl get pods -n shop | grep api', `export N_${index}=x; echo "$N_${index}"`, `rm -rf /srv/${index}/old`, `curl https://a.example/${index}`, `# step ${index}`][index % 5] ?? '',
  'with addresses': (index) => `curl https://a.example/x?a=${index}&b=2 # c`,
  'that hide failures': (index) => `pg_dump d${index} | gzip > d${index}.gz`,
  'with titles': (index) => (index % 2 === 0 ? `acmectl restart a${index}` : `# ${index}. Restart a${index}`),
  'with blanks': (index) => `acmectl <app-${index}> $VAR_${index} [name-${index}]`,
  'of settings': (index) => `NAME_${index}=x`,
  'with odd characters': () => 'kubectl get –pods “a”',
};

it.each(Object.entries(LINES))('thousands of lines of shell %s are linted in bounded time', (_, line) => {
  const code = (count: number): string => `# X\n\n## Steps\n\n\`\`\`bash\n${Array.from({ length: count }, (__, index) => line(index)).join('\n')}\n\`\`\`\n`;
  lintExample({ text: code(20) });
  // It takes one to two seconds, and half as much again where the machine is busy.
  expect(cpuTime(() => lintExample({ text: code(2900) }))).toBeLessThan(4000);
});
