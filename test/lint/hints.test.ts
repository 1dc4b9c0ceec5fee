import { describe, expect, it } from 'vitest';
import type { LintSettings } from '../../src/lint/lint.ts';
import { lintExample } from './lint-example.ts';

const block = (code: string, label = 'bash'): string => `\`\`\`${label}\n${code}\n\`\`\`\n`;
const PAGE = `# Diagnose the queue\n\nUse it when messages wait for longer than a minute.\n\nOwner: mail\nLast reviewed: 2026-05-14\n\n## Look\n\n`;
const HINTS = ['elsewhere', 'mixed-output', 'not-labelled', 'prompt-in-fence'];
const told = (body: string, set: Partial<LintSettings> = {}): readonly string[] => lintExample({ text: PAGE + body }, set).map(({ rule }) => rule).filter((rule) => HINTS.includes(rule) || rule === 'unused-suppression');

describe('what is right and seldom worth a look by itself', () => {
  it.each([
    ['output below a command with a prompt', block('$ kubectl get pods\nNAME    READY'), 'mixed-output'],
  ])('%s: an editor shows it, lint where its rule is named', (_, body, rule) => {
    expect(told(body)).toEqual([]);
    expect(told(body, { hints: true })).toEqual([rule]);
    expect(told(body, { select: new Set([rule]) })).toEqual([rule]);
    expect(told(body, { severities: { [rule]: 'warning' } })).toEqual([rule]);
    expect(told(body, { select: new Set(['missing-title']) })).toEqual([]);
  });

  it.each([
    ['a session that is left', block('ssh db-1\nuptime\nexit'), 'elsewhere'],
    ['prompts before commands', block('$ kubectl get pods'), 'prompt-in-fence'],
    ['a block without a label', `${block('kubectl get nodes')}\n${block('kubectl get pods', '')}`, 'not-labelled'],
    ['a session that nothing leaves, with a step after it', `${block('ssh db-1\nuptime')}\n## Scale\n\n${block('kubectl scale deploy/api --replicas=2')}`, 'elsewhere'],
    ['output that does something where it is pasted', block('$ ls -l /\nlrwxrwxrwx 1 root root 7 bin -> usr/bin'), 'mixed-output'],
    ['a prompt that writes a file where it is pasted', block('> show pools'), 'prompt-in-fence'],
    ['such a prompt in a quote', block('> show pools').replace(/^(?=.)/gm, '> '), 'prompt-in-fence'],
    ['such a prompt, and output', block('> show pools\nname size'), 'mixed-output'],
  ])('%s is told in any case', (_, body, rule) => expect(told(body)).toEqual([rule]));

  it('a comment that silences a hint is in use', () => {
    expect(told(`<!-- runbook-disable-next-line mixed-output -->\n${block('$ kubectl get pods\nNAME    READY')}`)).toEqual([]);
  });

  it('a quote is no prompt that writes', () => {
    const [found] = lintExample({ text: PAGE + block('$ kubectl get pods').replace(/^(?=.)/gm, '> ') }).filter(({ rule }) => rule === 'prompt-in-fence');
    expect(found?.message).toBe('prompts in a block labelled "bash"; expected "console", or commands without prompts');
  });

  it('hides no other finding in its block', () => expect(told(block('$ ssh db-1\n$ kubectl get pods\nNAME    READY\n$ exit'), { hints: true })).toEqual(['elsewhere']));
});
