import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, faultsOf } from './trial-run.ts';
import { inFolder, type Section, type Trial, write } from './trial.ts';

const TABLE = '\n## History\n\n| Date | Target | Operator | Outcome |\n| --- | --- | --- | --- |\n';
const RUNBOOK = `# R\n\n**System:** svc-*\n\n## Step 1\n\n\`\`\`bash\nprintf '%s' <value> > got\n\`\`\`\n\n\`\`\`bash\nprintf '%s' svc-api > target\n\`\`\`\n${TABLE}`;
const TOOL = `# R\n\n## Step 1\n\n\`\`\`bash\n<tool> > got\n\`\`\`\n${TABLE}`;

/** What would run or write something if it ever became shell, a path, an option, an assignment or Markdown. */
const PARTS: readonly string[] = [
  '$(touch pwned)', '`touch pwned`', ';touch pwned', '|touch pwned', '&&touch pwned', '&touch pwned&', '\ntouch pwned\n', '>pwned', '<(touch pwned)', '${x:=$(touch pwned)}', '$((x[$(touch pwned)]))', "';touch pwned;'", '";touch pwned;"', '\\', '\\\ntouch pwned', '#', '!!', '{a,b}', '*', '?', '[a]', '~', '~root',
  '../../etc/passwd', '/etc/passwd', '..', '.', '-rf', '--help', '-', '=', 'PATH=/tmp', 'LD_PRELOAD=/x', '%s%n', '%00', '\u0001', '\u001b[2J', '\u202e', '\u200b', '\ufeff', 'é', '😀', '|', '\\|', '<br>', '](x)', '::error::x', '--target', 'a b', '\t', ' ', '', '"', "'", '$', '$HOME', '${IFS}', '@', ',', ':', 'x'.repeat(3000),
];
const WRAPS: readonly ((part: string) => string)[] = [(part) => part, (part) => `a${part}`, (part) => `${part}z`];

function value(part: string): Trial {
  return {
    name: `value ${JSON.stringify(part).slice(0, 60)}`,
    run: async () =>
      inFolder(async (folder) => {
        write(folder, 'r.md', RUNBOOK);
        const end = await ended(['run', 'r.md', '--yes', '--allow-destructive', '--target', 'svc-api', '--set', `value=${part}`], { cwd: folder });
        const got = existsSync(join(folder, 'got')) ? readFileSync(join(folder, 'got'), 'utf8') : null;
        const wrong = [...faultsOf(end)];
        if (existsSync(join(folder, 'pwned'))) wrong.push('it ran');
        if (end.status === 0 ? got !== part : got !== null) wrong.push(`status ${String(end.status)}, and ${JSON.stringify(got)} came to the command`);
        return wrong;
      }),
  };
}

function target(part: string): Trial {
  return {
    name: `target svc-${JSON.stringify(part).slice(0, 60)}`,
    run: async () =>
      inFolder(async (folder) => {
        write(folder, 'r.md', RUNBOOK);
        const end = await ended(['run', 'r.md', '--yes', '--allow-destructive', '--set', 'value=v', `--target=svc-${part}`], { cwd: folder });
        const got = existsSync(join(folder, 'target')) ? readFileSync(join(folder, 'target'), 'utf8') : null;
        const wrong = [...faultsOf(end)];
        if (existsSync(join(folder, 'pwned'))) wrong.push('it ran');
        if (got !== null && (got !== `svc-${part}` || !/^[\w@.:-]+$/.test(got) || got.includes('..'))) wrong.push(`${JSON.stringify(got)} was taken as a target`);
        return wrong;
      }),
  };
}

function tool(part: string): Trial {
  return {
    name: `command's name ${JSON.stringify(part).slice(0, 60)}`,
    run: async () =>
      inFolder(async (folder) => {
        write(folder, 'r.md', TOOL);
        const end = await ended(['run', 'r.md', '--yes', '--allow-destructive', '--set', `tool=${part}`], { cwd: folder });
        const wrong = [...faultsOf(end)];
        if (existsSync(join(folder, 'pwned'))) wrong.push('it ran');
        if (end.status === 0) wrong.push(`${JSON.stringify(part)} passed as a command`);
        return wrong;
      }),
  };
}

const all = PARTS.flatMap((part) => WRAPS.map((wrap) => wrap(part)));

/** Hostile values, names of targets and names of commands. */
export const values: Section = { name: 'values', trials: [...all.map(value), ...all.map(target), ...['eval', 'exec', '.', 'source', 'if', 'A=b', 'PATH=/x', 'x[0]=1', ...all].filter((part) => !['', '.'].includes(part) || true).map(tool)].filter(({ name }) => name !== 'command\'s name ""') };
