import { NUMBER, type Runbook, type ShellCommand } from '../../model/index.ts';
import { markdown, shellBlocks } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const repeatedCd = textRule({
  id: 'repeated-cd',
  severity: 'warning',
  summary: 'A block goes into a folder that an earlier block went into already.',
  scope: 'runbook',
  docs: {
    why: 'All blocks of a runbook are typed into one shell: the second `cd infra` looks for `infra/infra` and fails. Go there by a path from the root of the repository, or leave it out.',
    bad: { get text() { return markdown(`
      # Deploy

      '''bash
      cd infra
      terraform plan
      '''

      '''bash
      cd infra
      terraform apply
      '''
    `); } },
    good: { get text() { return markdown(`
      # Deploy

      '''bash
      cd infra
      terraform plan
      '''

      '''bash
      terraform apply
      '''
    `); } },
  },
  check: (runbook) => {
    let inside: { readonly folder: string; readonly line: number } | null = null;
    let before: number | null = null;
    const findings: Finding[] = [];
    for (const { fence, shell, span } of shellBlocks(runbook).filter(({ fence: { step } }) => step !== null)) {
      const chosen = caseOf(runbook.sections, fence.section);
      if (chosen !== before) inside = null;
      before = chosen;
      const place = inBlock(shell.commands, (start, end) => span(start, end).start.line);
      for (const { folder, line, start, end } of place) {
        if (folder === null) inside = null;
        else if (inside !== null && inside.folder === folder && inside.line < fence.span.start.line) findings.push({ message: `"cd ${folder}" from inside "${folder}", where line ${inside.line} went: there is no ${folder}/${folder}`, span: span(start, end) });
        else inside = { folder, line };
      }
    }
    return findings;
  },
});

/** Headings of which a reader follows one: what stands below another was not typed. */
const CASE = new RegExp(String.raw`^${NUMBER}(?:scenario|case|incident|problem|issue|symptom|error|lane|option)\b`, 'i');

/** The section of such a heading that another lies in. */
function caseOf(sections: Runbook['sections'], index: number): number | null {
  const section = sections[index];
  if (section === undefined) return null;
  if (CASE.test(section.heading)) return index;
  return section.parent === null ? null : caseOf(sections, section.parent);
}

/** Changes of folder at the top level: a relative one, or (`null`) any other, after which nothing is known. */
function inBlock(commands: readonly ShellCommand[], lineOf: (start: number, end: number) => number) {
  return commands.filter(({ name, topLevel }) => topLevel && /^(?:cd|pushd|popd|git|ssh|exit)$/.test(name)).flatMap(({ name, args, start, end }) => {
    const to = args.at(-1)?.value ?? null;
    if (name === 'git') return args[0]?.value === 'clone' ? [{ folder: null, line: 0, start, end }] : [];
    const relative = name === 'cd' && args.length === 1 && to !== null && /^[\w][\w./-]*$/.test(to);
    return [{ folder: relative ? to.replace(/\/+$/, '') : null, line: lineOf(start, end), start, end }];
  });
}
