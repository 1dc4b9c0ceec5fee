import { NUMBER, type Runbook, type ShellCommand } from '../../model/index.ts';
import { markdown, outerSection, shellBlocks } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const repeatedCd = textRule({
  id: 'repeated-cd',
  severity: 'warning',
  summary: 'A relative cd starts inside the folder that an earlier block went into.',
  scope: 'runbook',
  docs: {
    why: 'All blocks of a runbook are typed into one shell: the second `cd infra` looks for `infra/infra` and fails, and so does `cd environments/prod` from inside `environments/dev`; what stands below it then runs in the wrong folder. Go there by a path from the root of the repository, or leave it out.',
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
    // One below the other: who went into `deploy` and then into `monitoring` is in `deploy/monitoring`.
    let inside: readonly Gone[] = [];
    let before: number | null = null;
    const findings: Finding[] = [];
    for (const { fence, shell, span } of shellBlocks(runbook).filter(({ fence: { step } }) => step !== null)) {
      const chosen = caseOf(runbook.sections, fence.section);
      if (chosen !== before) inside = [];
      before = chosen;
      const part = outerSection(runbook, fence.section);
      const place = inBlock(shell.commands, (start, end) => span(start, end).start.line);
      for (const { folder, line, start, end } of place) {
        const last = inside.at(-1);
        if (folder === null || last === undefined) inside = folder === null ? [] : [{ folder, line, part }];
        else if (inside.some((gone) => isBeside(gone, { folder, part }) && gone.line < fence.span.start.line)) {
          const path = inside.map((gone) => gone.folder).join('/');
          findings.push({ message: `"cd ${folder}" from inside "${path}", where line ${last.line} went: there is no ${path}/${folder}`, span: span(start, end) });
        } else inside = [...inside, { folder, line, part }];
      }
    }
    return findings;
  },
});

/** A folder that a block went into. */
interface Gone {
  readonly folder: string;
  readonly line: number;
  /** The outermost section of the block. */
  readonly part: number;
}

/** Whether a path starts where another did: it is the same one, or begins in the same folder in the same part of the page; `gcp/state` and `aws/state` below two headings are for one of two readers. */
function isBeside(inside: Gone, { folder, part }: Omit<Gone, 'line'>): boolean {
  return inside.folder === folder || (inside.part === part && inside.folder.split('/')[0] === folder.split('/')[0]);
}

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
