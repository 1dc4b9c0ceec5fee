import type { ShellCommand } from '../../model/index.ts';
import { markdown, shellBlocks } from '../facts/index.ts';
import { textRule } from '../rule.ts';

const FETCHERS = new Set(['curl', 'wget']);
const SHELLS = new Set(['sh', 'bash', 'zsh', 'dash', 'ksh']);

export const pipeToShell = textRule({
  id: 'pipe-to-shell',
  severity: 'warning',
  summary: 'A download is fed straight into a shell.',
  scope: 'markdown',
  docs: {
    why: 'What runs is whatever the site serves tonight, and a connection that breaks half-way runs half a script. Download it to a file of a fixed version, look at it, then run it.',
    bad: { get text() { return markdown(`
      # Install the client

      '''bash
      curl -sSL https://get.example.com/install.sh | sudo bash
      '''
    `); } },
    good: { get text() { return markdown(`
      # Install the client

      '''bash
      curl -sSLo install.sh https://get.example.com/v1.4.2/install.sh
      sha256sum -c install.sh.sha256
      bash install.sh
      '''
    `); } },
  },
  check: (runbook) =>
    shellBlocks(runbook).flatMap(({ shell, span }) => {
      const shells = shell.commands.filter(({ name }) => SHELLS.has(name));
      return shell.commands.flatMap((fetch) => {
        if (!FETCHERS.has(fetch.name)) return [];
        const fed = shells.find((command) => feeds(shell.masked, fetch, command));
        return fed === undefined ? [] : [{ message: `"${fed.name}" runs whatever "${fetch.name}" downloads; expected a file that can be looked at first`, span: span(Math.min(fetch.start, fed.start), Math.max(fetch.end, fed.end)) }];
      });
    }),
});

/** `curl … | bash`, `bash <(curl …)`, `sh -c "$(curl …)"`. */
function feeds(text: string, fetch: ShellCommand, command: ShellCommand): boolean {
  if (command.start >= fetch.end) {
    const readsInput = command.args.every(({ value }) => value === '-' || value === '-s' || value === '--' || value?.startsWith('-') === true) || command.args.some(({ value }) => value === '-s');
    return readsInput && /^[^|;&\n]*\|\s*(?:sudo\s+(?:-\w+\s+)*)?$/.test(text.slice(fetch.end, command.start).replace(/\\\n/g, ' '));
  }
  return fetch.start > command.start && fetch.end <= command.end && /<\(\s*$|\$\(\s*$/.test(text.slice(command.start, fetch.start));
}
