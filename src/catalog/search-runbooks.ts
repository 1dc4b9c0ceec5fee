import { type Block, cutWords, isInside, plainText, type Runbook } from '../model/index.ts';

/** A runbook that matches a search. */
export interface FoundRunbook {
  readonly path: string;
  readonly title: string | null;
  /** The first words of its purpose; `''` if it states none. */
  readonly purpose: string;
  readonly owner: string | null;
  readonly systems: readonly string[];
  readonly steps: number;
  /** Higher is better; comparable only within one search. */
  readonly score: number;
}

/** What a search needs of a runbook, as plain data that a thread can hand back. */
export interface Searchable {
  readonly searched: Searched;
  readonly about: Omit<FoundRunbook, 'score'>;
}

/** The searched fields of a runbook; a match in the title weighs more than one in a heading. */
interface Searched {
  readonly path: string;
  readonly title: string;
  readonly systems: string;
  readonly tags: string;
  readonly purpose: string;
  readonly headings: string;
}

const WEIGHTS = { title: 4, systems: 3, tags: 3, purpose: 2, path: 2, headings: 1 };
const TAG_KEYS = /^(?:tags?|keywords?|labels?|alerts?|alert name|category)$/i;
/** Words that every runbook has. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['a', 'an', 'and', 'are', 'for', 'how', 'i', 'in', 'is', 'it', 'of', 'on', 'or', 'our', 'runbook', 'the', 'to', 'we', 'what', 'when', 'with']);
const LONGEST_PURPOSE = 160;

/** The runbooks that match some words, best first: in titles, systems, tags, purposes with symptoms, headings, paths. If any match every word, only those. */
export async function searchRunbooks(runbooks: readonly Searchable[], words: string): Promise<readonly FoundRunbook[]> {
  // Loaded here so that only a search pays for it.
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch<Searched & { readonly id: number }>({ fields: Object.keys(WEIGHTS), tokenize: wordsOf, processTerm: (term) => term.toLowerCase() });
  index.addAll(runbooks.map(({ searched }, id) => ({ id, ...searched })));
  const wanted = wordsOf(words).filter((word) => !EMPTY_WORDS.has(word.toLowerCase()));
  const query = wanted.length === 0 ? words : wanted.join(' ');
  const search = (combineWith: 'AND' | 'OR'): readonly { readonly id: number; readonly score: number }[] =>
    index.search(query, { combineWith, boost: WEIGHTS, prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 4 ? 0.2 : false) }).map(({ id, score }) => ({ id: Number(id), score }));
  const all = search('AND');
  return (all.length > 0 ? all : search('OR')).flatMap(({ id, score }) => {
    const runbook = runbooks[id];
    return runbook === undefined ? [] : [{ ...runbook.about, score: Math.round(score * 100) / 100 }];
  });
}

/** The words of a text; `KubePodCrashLooping` counts as a whole and as each of its parts. */
function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => {
    const parts = word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
    return parts.length > 1 ? [word, ...parts] : [word];
  }).filter((word) => word !== '');
}

/** Picks from a runbook what is searched and what a list of hits shows. */
export function searchable(runbook: Runbook): Searchable {
  return { searched: searchedOf(runbook), about: about(runbook) };
}

function searchedOf(runbook: Runbook): Searched {
  const { path, title, metadata, sections, targets } = runbook;
  return {
    path,
    title: title?.value ?? '',
    systems: [...metadata.system.map(({ value }) => value), ...targets.map(({ name }) => name)].join(' '),
    tags: metadata.entries.filter(({ key }) => TAG_KEYS.test(key)).map(({ value }) => value).join(' '),
    purpose: purposeOf(runbook),
    headings: sections.map(({ heading }) => heading).join(' '),
  };
}

/** The text of its purpose sections, without the metadata lines in them. */
function purposeOf({ sections, metadata: { entries } }: Runbook): string {
  const isMetadata = ({ span }: Block): boolean => entries.some((entry) => isInside(entry.span, span));
  return plainText(sections.filter(({ role }) => role === 'purpose').flatMap(({ blocks }) => blocks.filter((block) => !isMetadata(block))));
}

/** What a list of hits shows of a runbook. */
function about(runbook: Runbook): Omit<FoundRunbook, 'score'> {
  const { path, title, metadata, steps } = runbook;
  return { path, title: title?.value ?? null, purpose: cutWords(purposeOf(runbook), LONGEST_PURPOSE), owner: metadata.owner?.value ?? null, systems: metadata.system.map(({ value }) => value), steps: steps.length };
}
