import type { CommandDraft, StepDraft } from '../blocks/index.ts';

/** An id that a sample of output shows, and what its column calls it. */
interface SampleId {
  readonly value: string;
  readonly noun: string;
}

/** What a system gives out anew each time: a UUID, a pod's or a machine's name, a long hash, the number of a release. */
const ID =
  /(?<![\w-])(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[a-z0-9][a-z0-9-]*-[0-9a-f]{8,10}-[a-z0-9]{5}|(?:i|vol|snap|eni|ami|sg|subnet|vpc)-[0-9a-f]{8,17}|(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{12,64})(?![\w-])|^v\d{1,5}(?=[ \t])/g;

/** An example that a comment gives beside commands, alone or with a remark in parentheses: `# Example: backup-20251031 (before the deployment)`. */
const IN_COMMENT = /^(?<noun>example|e\.g\.|for example|target)[:,]?\s+`?(?<value>(?=[\w.:-]*\d)[A-Za-z][\w.:-]{2,79}|(?=\d+[a-f])[0-9a-f]{7,64})`?(?:\s+\([^()]*\))?$/i;

/** What the samples of output up to a step call an id, or `null`: in a command such an id is an example of what the operator will see. */
export type SampleIds = (value: string, step: number) => string | null;

/** Finds the ids of all samples of output. */
export function sampleIds(drafts: readonly StepDraft[]): SampleIds {
  const found = new Map<string, { readonly step: number; readonly noun: string }>();
  drafts.forEach((draft, step) => {
    if (draft.kind !== 'command') return;
    for (const { value, noun } of [...(draft.sampleOutput === null ? [] : idsOf(draft.sampleOutput)), ...fromComments(draft)]) if (!found.has(value)) found.set(value, { step, noun });
  });
  return (value, step) => {
    const sample = found.get(value);
    return sample === undefined || sample.step > step ? null : sample.noun;
  };
}

function fromComments({ shell }: CommandDraft): readonly SampleId[] {
  return shell.comments.flatMap(({ text }, index) => {
    const { noun = '', value } = IN_COMMENT.exec(text.trim())?.groups ?? {};
    if (value === undefined) return [];
    const about = /^target$/i.test(noun) ? noun : /\b(?<about>(?:(?!(?:the|a|an|your|find|document|identify|use|get|pick|list|choose|create|record|note|save|copy)\b)[a-z]+ )?(?:id|name|version|release|number|tag|snapshot|backup|image|revision))\b/i.exec(shell.comments[index - 1]?.text ?? '')?.groups?.['about'];
    return [{ value, noun: about ?? 'id' }];
  });
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
