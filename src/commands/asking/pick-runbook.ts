import { type FoundRunbook, type Searchable, searchRunbooks } from '../../catalog/index.ts';
import { type Io, RunbookError } from '../../model/index.ts';
import { foundText } from '../../print/index.ts';
import { findJob } from '../looking/find-job.ts';
import { questionsOf } from './questions.ts';
import { readWithProgress } from '../telling/read-with-progress.ts';

const MOST_SHOWN = 9;

/**
 * Asks which runbook is meant: a number picks one from the list, words search. `null` if the operator wants none.
 * @throws RunbookError where there is none below this folder.
 */
export async function pickRunbook(io: Io): Promise<string | null> {
  const runbooks = (await readWithProgress(findJob, { cwd: io.cwd }, ['.'], io)).filter((found) => found !== null);
  if (runbooks.length === 0) throw new RunbookError({ what: 'run needs <file>', why: 'there is no runbook below this folder', advice: 'runbook init runbooks/first.md writes one that runs' });
  const prompter = questionsOf(io, 'nothing was run');
  let shown: readonly Shown[] = runbooks.map(listed).slice(0, MOST_SHOWN);
  for (;;) {
    prompter.say(foundText(shown, io.stdout.columns, true).trimEnd());
    const more = shown.length < runbooks.length ? ` (${shown.length} of ${runbooks.length})` : '';
    const answer = await prompter.ask(`\nWhich one?${more} a number, words to search for, q quit > `);
    if (answer === 'q') return null;
    const taken = /^\d$/.test(answer) ? shown[Number(answer) - 1] : undefined;
    if (taken !== undefined) return taken.path;
    if (answer === '') continue;
    const found = (await searchRunbooks(runbooks, answer)).slice(0, MOST_SHOWN);
    if (found.length === 0) prompter.say(`nothing here speaks of "${answer}"\n`);
    else shown = found;
  }
}

type Shown = Pick<FoundRunbook, 'path' | 'title' | 'purpose'>;

function listed({ about: { path, title } }: Searchable): Shown {
  return { path, title, purpose: '' };
}
