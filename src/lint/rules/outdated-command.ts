import { markdown, OUTDATED_COMMANDS, REMOVED_API_VERSIONS, shellBlocks } from '../facts/index.ts';
import { type Runbook, codeSpan } from '../../model/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const outdatedCommand = textRule({
  id: 'outdated-command',
  severity: 'warning',
  onceAFile: 'by message',
  summary: 'A command, an option or an API version that current versions of the tool do not have.',
  scope: 'runbook',
  docs: {
    why: 'It worked when the page was written, and fails on the machine of whoever is on call today. The message names what took its place.',
    bad: { get text() { return markdown(`
      # Drain a node

      '''bash
      kubectl drain node-1 --delete-local-data
      '''
    `); } },
    good: { get text() { return markdown(`
      # Drain a node

      '''bash
      kubectl drain node-1 --delete-emptydir-data
      '''
    `); } },
  },
  check: (runbook) => [...oldCommands(runbook), ...oldVersions(runbook)],
});

function oldCommands(runbook: Runbook): readonly Finding[] {
  return shellBlocks(runbook).flatMap(({ shell, span }) =>
    shell.commands.flatMap(({ name, nameWord, args }) => {
      const known = OUTDATED_COMMANDS.find(({ program, word, args: all }) => program.test(name) && (word === null || args.some(({ raw }) => word.test(raw))) && all?.test(args.map(({ raw }) => raw).join(' ')) !== false);
      if (known === undefined) return [];
      const place = known.word === null ? nameWord : (args.find(({ raw }) => known.word?.test(raw)) ?? nameWord);
      return [{ message: `${known.says}; expected ${known.instead}`, span: span(place.start, place.end) }];
    }),
  );
}

function oldVersions({ structure, source }: Runbook): readonly Finding[] {
  return structure.fences.flatMap(({ code }) =>
    [...code.text.matchAll(/apiVersion:\s*["']?(?<version>[\w.]+\/v[\w]+)/g)].flatMap((match) => {
      const version = match.groups?.['version'] ?? '';
      const removed = REMOVED_API_VERSIONS[version];
      const end = match.index + match[0].length;
      return removed === undefined ? [] : [{ message: `Kubernetes ${removed.since} took ${version} away; expected ${removed.instead}`, span: codeSpan(source, code, end - version.length, end) }];
    }),
  );
}
