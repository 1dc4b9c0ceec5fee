import type { Option } from 'commander';
import { answersBeforehand, enclosingSections, type Runbook } from '../../model/index.ts';

import type { Candidate } from './candidate.ts';
import { ruleCandidates } from './rules.ts';

/** What the completion of a value may use; the runbook is the first file among the words. */
interface Surroundings {
  readonly runbook: () => Promise<Runbook | null>;
}

type Values = (word: string, surroundings: Surroundings) => Promise<readonly Candidate[]>;

/** The candidates for the value of each option. Options with `choices` need no entry. */
const VALUES: Readonly<Record<string, Values>> = {
  target: async (_, { runbook }) => targets(await runbook()),
  set: async (_, { runbook }) => parameters(await runbook()),
  from: async (_, { runbook }) => steps(await runbook()),
  only: async (_, { runbook }) => steps(await runbook()),
  skip: async (_, { runbook }) => steps(await runbook()),
  settle: async (_, { runbook }) => settlements(await runbook()),
  drill: async (_, { runbook }) => targets(await runbook()),
  section: async (_, { runbook }) => sections(await runbook()),
  record: async (_, { runbook }) => columns(await runbook()),
  select: (word) => severalRules(word),
  ignore: (word) => severalRules(word),
  rule: async (word) => (await severities(word)) ?? (await ruleCandidates()).map(({ value, ...rest }) => ({ ...rest, value: `${value}=` })),
};

/** The candidates for the value of an option, given what is typed so far. */
export async function optionValues(option: Option, word: string, surroundings: Surroundings): Promise<readonly Candidate[]> {
  if (option.argChoices !== undefined) return option.argChoices.map((value) => ({ value }));
  return (await VALUES[option.name()]?.(word, surroundings)) ?? [];
}

async function targets(runbook: Runbook | null): Promise<readonly Candidate[]> {
  if (runbook === null) return [];
  const { targetChoices } = await import('../../plan/index.ts');
  const { isGlob } = await import('../../model/index.ts');
  return targetChoices(runbook)
    .filter((name) => !isGlob(name))
    .map((value) => ({ value }));
}

/** Names only: an example in the runbook must never become an answer. */
function parameters(runbook: Runbook | null): readonly Candidate[] {
  return (runbook?.parameters ?? []).map(({ name, from, description }) => ({ value: `${name}=`, about: description ?? from }));
}

function steps(runbook: Runbook | null): readonly Candidate[] {
  return (runbook?.steps ?? []).map(({ id, title }) => ({ value: id, about: title }));
}

/** Each open doubt with each answer that it takes before a run. */
async function settlements(runbook: Runbook | null): Promise<readonly Candidate[]> {
  if (runbook === null) return [];
  const { EMPTY_REQUEST, planRun } = await import('../../plan/index.ts');
  return planRun(runbook, EMPTY_REQUEST).plan.questions.flatMap((question) =>
    question.kind === 'doubt' ? answersBeforehand(question.doubt).map((answer) => ({ value: `${question.name}=${answer}`, about: question.doubt.text })) : [],
  );
}

/** Only headings with a step below them; choosing any other changes nothing. */
function sections(runbook: Runbook | null): readonly Candidate[] {
  if (runbook === null) return [];
  const acting = new Set(runbook.steps.flatMap(({ section }) => enclosingSections(runbook.sections, section)));
  return runbook.sections.filter((section) => acting.has(section) && section.heading !== '' && section.depth > 1).map(({ heading }) => ({ value: heading }));
}

async function columns(runbook: Runbook | null): Promise<readonly Candidate[]> {
  if (runbook === null) return [];
  const { historyTable } = await import('../../plan/index.ts');
  return (historyTable(runbook, null)?.columns ?? []).map(({ value }) => ({ value: `${value}=` }));
}

async function severities(word: string): Promise<readonly Candidate[] | null> {
  const id = /^([^=]+)=/.exec(word)?.[1];
  if (id === undefined) return null;
  const { SETTING_WORDS } = await import('../../settings/index.ts');
  return SETTING_WORDS.map((setting) => ({ value: `${id}=${setting}` }));
}

/** In a comma-separated list of rules the last one is completed. */
async function severalRules(word: string): Promise<readonly Candidate[]> {
  const before = word.slice(0, word.lastIndexOf(',') + 1);
  return (await ruleCandidates()).map(({ value, ...rest }) => ({ ...rest, value: before + value }));
}
