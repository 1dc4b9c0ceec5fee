import type { ShellAnalysis, ShellCommand, ShellWord } from '../../model/index.ts';
import { markdown, shellBlocks } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const lostInput = textRule({
  id: 'lost-input',
  severity: 'warning',
  fixable: true,
  summary: 'A command in a container is fed with input, and nothing hands it on.',
  scope: 'runbook',
  docs: {
    why: 'Without `-i`, `kubectl exec` and `docker exec` give the program no input: it ends at once, well, and nothing was restored. `--unsafe-fixes` adds the option.',
    bad: { get text() { return markdown(`
      # Restore the orders

      '''bash
      gunzip -c orders.sql.gz | kubectl exec db-0 -- psql orders
      '''
    `); } },
    good: { get text() { return markdown(`
      # Restore the orders

      '''bash
      gunzip -c orders.sql.gz | kubectl exec -i db-0 -- psql orders
      '''
    `); } },
  },
  check: (runbook) =>
    shellBlocks(runbook).flatMap(({ shell, span }) => {
      if (shell.errors.length > 0) return [];
      const fed = new Set(shell.pipelines.flatMap(({ parts }) => parts.slice(1).map(({ start }) => start)));
      return shell.commands.flatMap((command) => {
        const verb = verbThatKeepsInput(command);
        if (verb === null || !(fed.has(command.start) || readsFile(shell, command))) return [];
        const at = span(verb.start, verb.end);
        return [{
          message: `"${command.name} ${verb.raw}" hands on no input without -i: what it is fed with is lost`,
          span: at,
          unsafe: true as const,
          fix: [{ start: at.end.offset, end: at.end.offset, text: ' -i' }],
        }];
      });
    }),
});

const PROGRAMS: ReadonlySet<string> = new Set(['kubectl', 'oc', 'docker', 'podman', 'nerdctl']);
/** Options that open the input, alone or with others: `-i`, `-it`. The letters are few, so that a password is none. */
const OPENS = /^(?:-(?=[a-z]{1,4}$)[a-z]*i[a-z]*|--stdin(?:=true)?|--interactive(?:=true)?|-i=true|-a|--attach(?:=.*)?)$/;

/** A variable that may hold such an option. */
const MAY_OPEN = /^["']?\$\{?\w*(?:opt|flag|arg|tty)/i;

/** The word `exec` or `run` of a command that keeps its input to itself; `null` for any other. */
function verbThatKeepsInput({ name, wrappers, args }: ShellCommand): ShellWord | null {
  // `docker compose exec` hands its input on.
  if (!PROGRAMS.has(name) || wrappers.includes('xargs') || args.some(({ value }) => value === 'compose')) return null;
  const dashes = args.findIndex(({ value }) => value === '--');
  const own = dashes < 0 ? args : args.slice(0, dashes);
  const verb = own.find(({ value }) => value === 'exec' || value === 'run');
  return verb === undefined || own.some(({ value, raw }) => OPENS.test(value ?? raw) || MAY_OPEN.test(raw)) ? null : verb;
}

/** Whether its input comes from a file, a heredoc or a string. */
function readsFile({ masked }: ShellAnalysis, { start, end, nameWord, args }: ShellCommand): boolean {
  const words = [nameWord, ...args].reduce((text, word) => text.slice(0, word.start) + ' '.repeat(word.end - word.start) + text.slice(word.end), masked);
  return /(?<![<\d&])<{1,3}-?(?![<(&])(?!\s*\/dev\/null\b)/.test(words.slice(start, end));
}
