import type { StepDraft } from './drafts.ts';

/** An id that a sample of output shows, and what its column calls it. */
export interface SampleId {
  readonly value: string;
  readonly noun: string;
}

/** More than that nobody reads; the time stays bounded. */
const MOST_IDS = 200;
/** What a system gives out anew each time: a UUID, a pod's or a machine's name, a long hash. */
const ID =
  /(?<![\w-])(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[a-z0-9][a-z0-9-]*-[0-9a-f]{8,10}-[a-z0-9]{5}|(?:i|vol|snap|eni|ami|sg|subnet|vpc)-[0-9a-f]{8,17}|(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{12,64})(?![\w-])/g;

/** Ids in the samples of output up to a step, in its part of the file: in a command such an id is an example of what the operator will see. */
export function sampleIds(drafts: readonly StepDraft[], scopeOf: (section: number) => number): (step: number) => readonly SampleId[] {
  const byScope = new Map<number, { readonly step: number; readonly id: SampleId }[]>();
  drafts.forEach((draft, step) => {
    if (draft.kind !== 'command' || draft.sampleOutput === null) return;
    const scope = scopeOf(draft.section);
    const ids = byScope.get(scope) ?? [];
    byScope.set(scope, ids);
    if (ids.length < MOST_IDS) ids.push(...idsOf(draft.sampleOutput).map((id) => ({ step, id })));
  });
  if (byScope.size === 0) return () => [];
  return (step) => (byScope.get(scopeOf(drafts[step]?.section ?? 0)) ?? []).filter((sample) => sample.step <= step).map(({ id }) => id);
}

function idsOf(output: string): readonly SampleId[] {
  const lines = output.split('\n');
  const header = lines.find((line) => /\S {2,}\S/.test(line) || /^[A-Z][A-Z_-]+(?: [A-Z_-]+)*$/.test(line)) ?? '';
  return lines.flatMap((line) => [...line.matchAll(ID)].map(({ 0: value, index }) => ({ value, noun: line === header ? 'id' : nounAt(header, index) })));
}

/** The head of the column that a place lies in. */
function nounAt(header: string, at: number): string {
  const heads = [...header.matchAll(/\S+(?: \S+)*/g)];
  const words = heads.filter(({ index }) => index <= at).at(-1)?.[0] ?? '';
  return /^\p{L}[\p{L} _-]{0,30}$/u.test(words) ? words : 'id';
}
