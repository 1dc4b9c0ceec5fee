import { expect, it } from 'vitest';
import { absentPrograms } from '../../src/execute/index.ts';
import { analyzeShell } from '../../src/shell-syntax/index.ts';
import { planOf } from '../tui/scenes.ts';

const here = { PATH: '/bin:/usr/bin' };
const steps = (code: string) => planOf(`# R\n\n## Do\n\n\`\`\`bash\n${code}\n\`\`\`\n`, undefined).steps;
const absentAfter = (before: ReturnType<typeof steps>, code: string, environment: Readonly<Record<string, string>> = here): readonly string[] => absentPrograms(analyzeShell(code), () => before, () => environment);
const absent = (code: string, environment?: Readonly<Record<string, string>>): readonly string[] => absentAfter([], code, environment);

it.each([
  ['acmectl list', ['acmectl']],
  ['echo "now: $(acmectl now)"', ['acmectl']],
  ['echo `acmectl now`', ['acmectl']],
  ['cat <(acmectl list) | sort', ['acmectl']],
  ['for i in 1 2; do ls | acmectl -; done', ['acmectl']],
  ['sudo acmectl stop', ['acmectl']],
  ['acme-run --all; acmectl list', ['acme-run', 'acmectl']],
])('in %s', (code, names) => {
  expect(absent(code).filter((name) => name !== 'sudo')).toEqual(names);
});

it.each([
  'ls; cat /etc/hostname; cd /; export A=1; [ -f x ] && echo there',
  'acmectl() { ls; }; acmectl',
  'command -v acmectl && acmectl list',
  'dpkg -i acmectl; acmectl list',
  'source ./lib.sh; acmectl list',
  'eval "$(ls)"; acmectl list',
  'PATH=$PATH:/opt/acme/bin; acmectl list',
  '/opt/acme/bin/acmectl list; ./acmectl list',
  '$TOOL list; <tool> list',
  'bash -c "acmectl list"',
])('none in %s', (code) => {
  expect(absent(code)).toEqual([]);
});

it('a function or a library of a step before, and one of the environment, are known', () => {
  expect(absentAfter(steps('acmectl() { ls; }'), 'acmectl list')).toEqual([]);
  expect(absentAfter(steps('. ./lib.sh'), 'acmectl list')).toEqual([]);
  expect(absentAfter(steps('ls'), 'acmectl list')).toEqual(['acmectl']);
  expect(absent('acmectl list', { ...here, 'BASH_FUNC_acmectl%%': '() { ls; }' })).toEqual([]);
});
