import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ended, faultsOf } from './trial-run.ts';
import { inFolder, type Section, type Trial } from './trial.ts';

type Make = (folder: string) => void | Promise<void>;

const fenced = (code: string, pins = ''): string => `# R\n\n## Step 1\n\n\`\`\`bash ${pins}\n${code}\n\`\`\`\n`;
const text = (content: string): Make => (folder) => writeFileSync(join(folder, 'r.md'), content);
const socket: Make = async (folder) => {
  const server = createServer().listen(join(folder, 'r.md'));
  await new Promise((done) => server.once('listening', done));
  server.unref();
};

/** Files that no author meant, and some that somebody did. */
const FILES: readonly (readonly [name: string, make: Make])[] = [
  ['a pipe', (folder) => void execFileSync('mkfifo', [join(folder, 'r.md')])],
  ['a link to a pipe', (folder) => void execFileSync('bash', ['-c', 'mkfifo p; ln -s p r.md'], { cwd: folder })],
  ['a socket', socket],
  ['a link to a device', (folder) => void execFileSync('ln', ['-s', '/dev/zero', join(folder, 'r.md')])],
  ['a link to a terminal', (folder) => void execFileSync('ln', ['-s', '/dev/tty', join(folder, 'r.md')])],
  ['a folder', (folder) => mkdirSync(join(folder, 'r.md'))],
  ['a link to itself', (folder) => void execFileSync('ln', ['-s', 'r.md', join(folder, 'r.md')])],
  ['a file of /proc', (folder) => void execFileSync('ln', ['-s', '/proc/self/maps', join(folder, 'r.md')])],
  ['settings that are a pipe', (folder) => void execFileSync('bash', ['-c', "mkfifo .runbook.yaml; printf '# R\\n' > r.md"], { cwd: folder })],
  ['settings that are a device', (folder) => void execFileSync('bash', ['-c', "ln -s /dev/zero .runbook.yaml; printf '# R\\n' > r.md"], { cwd: folder })],
  ['2 MB', text(`# R\n\n${'word '.repeat(420_000)}`)],
  ['a gigabyte of nothing', (folder) => void execFileSync('truncate', ['-s', '1G', join(folder, 'r.md')])],
  ['zeros', text('\0'.repeat(100_000))],
  ['bytes that are no text', (folder) => writeFileSync(join(folder, 'r.md'), Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256)))],
  ['a glob of many stars', text(`# R\n\n**System:** *a*a*a*a*a*a*ab\n\n${fenced(`echo ${'a'.repeat(30_000)}`)}`)],
  ['many globs', text(`# R\n\n**System:** ${Array.from({ length: 3000 }, (_, index) => `*a${index}*b`).join(', ')}\n\n${fenced(`echo ${'a '.repeat(20_000)}`)}`)],
  ['a pattern that doubles', text(fenced("printf '%s' aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n# Expected: /^(a+)+$/"))],
  ['a pin that doubles', text(fenced("printf '%s' aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", '{expect=/^(a|a)*$/ capture=x:/^(a+)+$/}'))],
  ['a parameter that doubles', text(`---\nrunbook:\n  params:\n    v:\n      pattern: (a|aa)+\n      default: ${'a'.repeat(2000)}b\n---\n${fenced('echo <v>')}`)],
  ['look-around', text(fenced('echo', '{expect=/(?=a)/}'))],
  ['5,000 headings', text(Array.from({ length: 5000 }, (_, index) => `## Part ${index}\n\ntext\n`).join('\n'))],
  ['20,000 headings', text(Array.from({ length: 20_000 }, (_, index) => `## Part ${index}\n`).join('\n'))],
  ['20,000 rows', text(`# R\n\n## History\n\n| Date | Outcome |\n| --- | --- |\n${'| 2026-01-02 | Success |\n'.repeat(20_000)}`)],
  ['2 MB of rows', text(`# R\n\n## History\n\n| Date | Outcome |\n| --- | --- |\n${'| 2026-01-02 | Success |\n'.repeat(80_000)}`)],
  ['a row of 5,000 cells', text(`# R\n\n|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n|${'b|'.repeat(5000)}\n`)],
  ['10,000 quotes deep', text(`${'>'.repeat(10_000)} x`)],
  ['10,000 lists deep', text(`${'- '.repeat(10_000)}x`)],
  ['marks of emphasis', text(`# R\n\n${'*a'.repeat(20_000)}`)],
  ['open brackets', text(`# R\n\n${'['.repeat(50_000)}`)],
  ['2,000 blocks', text(`# R\n\n${Array.from({ length: 2000 }, (_, index) => `## P${index}\n\n\`\`\`bash\necho ${index}\n\`\`\`\n`).join('\n')}`)],
  ['a block of 20,000 lines', text(fenced('echo x\n'.repeat(20_000)))],
  ['a line of a megabyte', text(fenced(`echo ${'x'.repeat(1_000_000)}`))],
  ['nested shell', text(fenced(`${'$('.repeat(3000)}true${')'.repeat(3000)}`))],
  ['nested braces', text(fenced('{ '.repeat(3000)))],
  ['open heredocs', text(fenced('cat <<A <<B <<C\n'.repeat(500)))],
  ['open quotes', text(fenced("'\"`".repeat(3000)))],
  ['YAML that refers to itself', text(`---\na: &a [*a]\n---\n# R\n`)],
  ['YAML that multiplies', text(`---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n---\n# R\n`)],
  ['YAML of many keys', text(`---\n${Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join('\n')}\n---\n# R\n`)],
  ['front matter without an end', text(`---\n${'a: b\n'.repeat(20_000)}`)],
  ['5,000 placeholders', text(fenced(Array.from({ length: 5000 }, (_, index) => `echo <p-${index}>`).join('\n')))],
  ['5,000 inventory rows', text(`# R\n\n| App | URL |\n| --- | --- |\n${Array.from({ length: 5000 }, (_, index) => `| app-${index} | https://a${index}.example |`).join('\n')}\n\n${fenced('echo app-7')}`)],
  ['5,000 links', text(`# R\n\n${Array.from({ length: 5000 }, (_, index) => `[a${index}](#b${index})`).join(' ')}\n`)],
  ['5,000 references', text(`# R\n\n${Array.from({ length: 5000 }, (_, index) => `[a${index}]: #b${index}`).join('\n')}\n`)],
  ['HTML without an end', text(`# R\n\n${'<details>\n'.repeat(5000)}`)],
  ['comments without an end', text(`# R\n\n${'<!-- runbook: name=x\n'.repeat(5000)}`)],
  ['line ends of every kind', text('# R\r\n\r## A\n\r\n```bash\r\necho\r```\n')],
  ['a mark of byte order', text(`\ufeff${fenced('echo')}`)],
  ['nothing', text('')],
  ['one space', text(' ')],
];

/** Longest that is waited for on a machine that does other things as well; alone, a second. */
const LIMIT_MS = 30_000;

function trial([name, make]: (typeof FILES)[number], args: readonly string[]): Trial {
  return {
    name: `${args[0] ?? ''} of ${name}`,
    run: async () =>
      inFolder(async (folder) => {
        await make(folder);
        const end = await ended(args, { cwd: folder, limitMs: LIMIT_MS });
        const wrong = [...faultsOf(end)];
        if (![0, 1, 2].includes(Number(end.status))) wrong.push(`status ${String(end.status)}`);
        return wrong;
      }),
  };
}

/** Hostile files: read, or refused in one line. */
export const files: Section = { name: 'files', trials: FILES.flatMap((file) => [trial(file, ['lint', 'r.md']), trial(file, ['run', '--dry-run', 'r.md'])]) };
