import { type CommandStep, counted, type Fence, overlap, type RemoteSession, type Runbook } from '../../model/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';
import { doubtfulPieces, markdown, type ShellBlock, shellBlocks } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const elsewhere = textRule({
  id: 'elsewhere',
  aliases: ['remote-session'],
  severity: 'info',
  onceAFile: true,
  summary: 'Lines of a block are to be typed on another machine or at another prompt.',
  scope: 'runbook',
  docs: {
    why: 'Pasted at once, the lines after `ssh db-1` run here when the session ends, or not at all. Give the command to the session (`ssh db-1 uptime`, `oc rsh pod ceph status`), or write what is typed there in a block of its own.',
    bad: { get text() { return markdown(`
      # Diagnose

      '''bash
      ssh db-1
      systemctl status postgresql
      exit
      '''
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      '''bash
      ssh db-1 systemctl status postgresql
      '''
    `); } },
  },
  check: (runbook) =>
    shellBlocks(runbook).flatMap((block) =>
      block.shell.remotes
        .flatMap((remote) => {
          const { fence, span } = block;
          const { opener, start, typed } = remote;
          // A remark below the opener is for the reader.
          const lines = fence.code.text.slice(typed.start, typed.end).trim().split('\n');
          if (lines.every((line) => /^\s*(?:#|$)/.test(line))) return [];
          const openerLine = fence.code.text.slice(start, typed.start).split('\n')[0] ?? '';
          const message = `the ${counted(lines.length, 'line')} after "${opener}" ${lines.length === 1 ? 'is' : 'are'} typed at its prompt, not here${withoutValue(runbook, block, remote)}${heldToo(runbook, fence, opener)}`;
          return [{ message, span: span(start, start + openerLine.trimEnd().length) }];
        }),
    ),
});

/** What opens a shell, and no program with a language of its own. */
const OPENS_SHELL = /^(?:sudo\s+)?(?:ssh|mosh|su|sudo|oc|kubectl|docker|podman|lxc|chroot|nsenter|vagrant|gcloud)\b/;

/** In words, the variables that are set here and read there, where nothing sets them. */
function withoutValue(runbook: Runbook, { fence }: ShellBlock, { opener, start, typed }: RemoteSession): string {
  if (!OPENS_SHELL.test(opener)) return '';
  const there = analyzeShell(fence.code.text.slice(typed.start, typed.end));
  const setThere = new Set(there.assignments.map(({ name }) => name));
  const setHere = new Set(shellBlocks(runbook).filter((block) => block.fence.span.start.offset <= fence.span.start.offset).flatMap(({ fence: other, shell }) =>
    shell.assignments.filter((each) => !shell.remotes.some((remote) => overlap(each, remote.typed)) && (other !== fence || each.start < start)).map(({ name }) => name),
  ));
  const lost = [...new Set(there.reads.filter(({ name, hasDefault }) => !hasDefault && setHere.has(name) && !setThere.has(name)).map(({ name }) => `$${name}`))];
  return lost.length === 0 ? '' : `, where ${lost.join(' and ')} (set here) ${lost.length === 1 ? 'has' : 'have'} no value`;
}

/** In words, the later steps that are held because nothing leaves the session. */
function heldToo(runbook: Runbook, { step: own }: Fence, opener: string): string {
  // A block that opens the same session again is no longer in this one.
  const opensAgain = ({ shell }: CommandStep): boolean => shell.remotes.some((remote) => remote.opener === opener);
  const steps = doubtfulPieces(runbook, 'elsewhere').filter(({ step, doubt }) => own !== null && step.index > own && doubt.text === opener && !opensAgain(step));
  const lines = steps.map(({ step }) => step.span.start.line);
  if (lines.length === 0) return '';
  return `; nothing leaves it, so the ${lines.length === 1 ? 'step on line' : 'steps on lines'} ${lines.slice(0, 3).join(', ')}${lines.length > 3 ? ' …' : ''} would be typed there too ("exit" ends it)`;
}
