import { type EffectMark, firstIndex, type ShellCommand, type ShellPipeline, type Step } from '../../model/index.ts';
import { markdown, type ShellBlock, shellBlocks } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const hiddenFailure = textRule({
  id: 'hidden-failure',
  severity: 'warning',
  summary: 'A pipeline hides that its first command failed, and what follows builds on it.',
  scope: 'runbook',
  docs: {
    why: 'The status of a pipeline is that of its last command: where `pg_dump` breaks off, `gzip` still ends well, and the next line takes away the old backups. Write `set -o pipefail` before it (it holds for the blocks below too), pin the block (`pipefail=true`), settle it for all of them (`shell: {pipefail: true}` in `.runbook.yaml`), or look at the result before going on.',
    bad: { get text() { return markdown(`
      # Renew the backup

      '''bash
      pg_dump shop | gzip > shop.sql.gz
      rm -rf /srv/backups/old
      '''
    `); } },
    good: { get text() { return markdown(`
      # Renew the backup

      '''bash
      set -o pipefail
      pg_dump shop | gzip > shop.sql.gz
      rm -rf /srv/backups/old
      '''
    `); } },
  },
  check: (runbook, { options }) => {
    if (options.pipefail) return [];
    const blocks = shellBlocks(runbook).filter(({ fence }) => fence.step !== null && !isPinned(runbook.steps[fence.step]));
    const told = blocks.findIndex(({ shell }) => shell.commands.some(setsPipefail));
    return blocks.slice(0, told < 0 ? blocks.length : told + 1).flatMap((block) => {
      const known = whatIsKnown(block);
      return block.shell.pipelines.flatMap((pipeline) => {
        const hidden = hiddenBy(known, pipeline);
        const then = hidden === null ? null : whatBuildsOnIt(known, block.fence.code.text, pipeline, hidden);
        return hidden === null || then === null ? [] : [{ message: `where "${hidden.first.name}" fails, "${hidden.last.name}" still ends well, ${then}; expected "set -o pipefail" before it`, span: block.span(pipeline.start, pipeline.end) }];
      });
    });
  },
});

/** They end well whatever they are given, also nothing. Not `head`, which ends early what feeds it: there the option would fail what is well. */
const PASSES_ON: ReadonlySet<string> = new Set(['tee', 'cat', 'tail', 'sort', 'uniq', 'wc', 'tr', 'cut', 'sed', 'column', 'nl', 'tac', 'ts', 'pv', 'logger', 'gzip', 'pigz', 'bzip2', 'xz', 'zstd', 'lz4', 'split']);
/** What they make is kept: half of it is worse than nothing. */
const KEEPS: ReadonlySet<string> = new Set(['gzip', 'pigz', 'bzip2', 'xz', 'zstd', 'lz4', 'split']);
/** These do not fail where it matters. */
const HARMLESS: ReadonlySet<string> = new Set(['echo', 'printf', 'yes', 'date', 'seq', 'cat', 'ls', 'history', 'env', 'set', 'df', 'du', 'ps', 'w', 'who', 'uptime', 'free']);

const isPinned = (step: Step | undefined): boolean => step?.kind === 'command' && step.pins.pipefail?.value === true;
const setsPipefail = ({ name, args }: ShellCommand): boolean => (name === 'set' || name === 'setopt') && args.some(({ value }) => value?.toLowerCase() === 'pipefail');

interface Known {
  /** Commands by where they begin. */
  readonly commands: ReadonlyMap<number, ShellCommand>;
  /** From here on no failure is hidden. */
  readonly until: number;
  /** What may do more than read, in order. */
  readonly acts: readonly EffectMark[];
  /** What surely does, in order. */
  readonly changes: readonly EffectMark[];
}

/** Somebody knows about it where the option is set, or what follows asks for each status. */
function whatIsKnown({ shell, fence }: ShellBlock): Known {
  const until = /PIPESTATUS|pipestatus/.test(fence.code.text) ? -1 : (shell.commands.find(setsPipefail)?.start ?? Infinity);
  const acts = shell.effects.filter(({ effect }) => effect !== 'reads');
  return { commands: new Map(shell.commands.map((command) => [command.start, command])), until, acts, changes: acts.filter(({ effect }) => effect !== 'unknown') };
}

/** The first and last command of a pipeline where the status of the first is lost. */
function hiddenBy({ commands, until }: Known, { start, parts }: ShellPipeline): { readonly first: ShellCommand; readonly last: ShellCommand } | null {
  const first = commands.get(parts[0]?.start ?? -1);
  const last = commands.get(parts.at(-1)?.start ?? -1);
  return start > until || first === undefined || last === undefined || !PASSES_ON.has(last.name) || HARMLESS.has(first.name) ? null : { first, last };
}

/** What goes on as if all were well; `null` where nothing does. */
function whatBuildsOnIt({ acts, changes }: Known, code: string, { decides, end }: ShellPipeline, { first, last }: { readonly first: ShellCommand; readonly last: ShellCommand }): string | null {
  if (decides) return 'and that decides what runs next';
  if (/^[^\n]*\n?[^\n]*\$\?/.test(code.slice(end))) return 'and "$?" is that of the last';
  const next = changes[firstIndex(changes, (mark) => mark.start >= end)];
  const matters = KEEPS.has(last.name) || (acts[firstIndex(acts, ({ start }) => start >= first.start)]?.end ?? Infinity) <= first.end;
  return next !== undefined && matters ? `and "${next.word}" runs all the same` : null;
}

