import type { CodeRange, ShellCommand, ShellPipeline } from '../../model/index.ts';
import { markdown, type ShellBlock, shellBlocks } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const hiddenFailure = textRule({
  id: 'hidden-failure',
  severity: 'warning',
  summary: 'A pipeline hides that its first command failed, and what follows builds on it.',
  scope: 'runbook',
  docs: {
    why: 'The status of a pipeline is that of its last command: where `pg_dump` breaks off, `gzip` still ends well, and the next line takes away the old backups. Write `set -o pipefail` before it (it holds for the blocks below too), or look at the result before going on.',
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
  check: (runbook) => {
    const blocks = shellBlocks(runbook).filter(({ fence }) => fence.step !== null);
    const told = blocks.findIndex(({ shell }) => shell.commands.some(setsPipefail));
    return blocks.slice(0, told < 0 ? blocks.length : told + 1).flatMap((block) =>
      block.shell.pipelines.flatMap((pipeline) => {
        const hidden = hiddenBy(block, pipeline);
        const then = hidden === null ? null : whatBuildsOnIt(block, pipeline, hidden.first);
        return hidden === null || then === null ? [] : [{ message: `where "${hidden.first.name}" fails, "${hidden.last.name}" still ends well, ${then}; expected "set -o pipefail" before it`, span: block.span(pipeline.start, pipeline.end) }];
      }),
    );
  },
});

/** They end well whatever they are given, also nothing. Not `head`, which ends early what feeds it: there the option would fail what is well. */
const PASSES_ON: ReadonlySet<string> = new Set(['tee', 'cat', 'tail', 'sort', 'uniq', 'wc', 'tr', 'cut', 'sed', 'column', 'nl', 'tac', 'ts', 'pv', 'logger', 'gzip', 'pigz', 'bzip2', 'xz', 'zstd', 'lz4', 'split']);
/** What they make is kept: half of it is worse than nothing. */
const KEEPS: ReadonlySet<string> = new Set(['gzip', 'pigz', 'bzip2', 'xz', 'zstd', 'lz4', 'split']);
/** These do not fail where it matters. */
const HARMLESS: ReadonlySet<string> = new Set(['echo', 'printf', 'yes', 'date', 'seq', 'cat', 'ls', 'history', 'env', 'set', 'df', 'du', 'ps', 'w', 'who', 'uptime', 'free']);

const setsPipefail = ({ name, args }: ShellCommand): boolean => (name === 'set' || name === 'setopt') && args.some(({ value }) => value?.toLowerCase() === 'pipefail');

/** The first and last command of a pipeline where the status of the first is lost. */
function hiddenBy({ shell, fence }: ShellBlock, { start, parts }: ShellPipeline): { readonly first: ShellCommand; readonly last: ShellCommand } | null {
  const [from, to] = [parts[0], parts.at(-1)];
  const first = from === undefined ? undefined : shell.commands.find(within(from));
  const last = to === undefined ? undefined : shell.commands.find(within(to));
  if (first === undefined || last === undefined || !PASSES_ON.has(last.name) || HARMLESS.has(first.name)) return null;
  // Somebody knows about it: what follows asks for each status, or the option is set.
  if (/PIPESTATUS|pipestatus/.test(fence.code.text) || shell.commands.some((command) => command.start < start && setsPipefail(command))) return null;
  return { first, last };
}

/** What goes on as if all were well; `null` where nothing does. */
function whatBuildsOnIt({ shell, fence }: ShellBlock, pipeline: ShellPipeline, first: ShellCommand): string | null {
  if (pipeline.decides) return 'and that decides what runs next';
  const rest = fence.code.text.slice(pipeline.end);
  if (/^[^\n]*\n?[^\n]*\$\?/.test(rest)) return 'and "$?" is that of the last';
  const last = pipeline.parts.at(-1);
  const keeps = last !== undefined && shell.commands.some((command) => within(last)(command) && KEEPS.has(command.name));
  const acts = shell.effects.some((mark) => mark.effect !== 'reads' && within(first)(mark));
  const next = shell.effects.find(({ effect, start }) => effect !== 'reads' && effect !== 'unknown' && start >= pipeline.end);
  return next !== undefined && (keeps || acts) ? `and "${next.word}" runs all the same` : null;
}

const within = (range: CodeRange) => ({ start, end }: CodeRange): boolean => start >= range.start && end <= range.end;
