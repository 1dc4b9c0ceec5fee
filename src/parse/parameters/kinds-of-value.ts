/** What a value is that says nothing itself, by how it is written. */
const KINDS: readonly (readonly [shape: RegExp, noun: string])[] = [
  [/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'id'],
  [/^sha\d+:[0-9a-f]{6,}$/i, 'digest'],
  [/^(?=.*\d)(?=.*[a-f])[0-9a-f]{7,64}$/i, 'hash'],
  [/^\d{1,3}(?:\.\d{1,3}){3}$/, 'address'],
  [/^\d+$/, 'number'],
];
/** What is said of a value in place of a noun: "change it to yours", "where X is an example". */
const NO_NOUN = /^(?:yours|ours|theirs|mine|ones?|examples?|samples?|placeholders?|values?|something|something else|own|others?|another)$/i;

/** What a hash or a number is, which as a name of its own would tell nothing; `null` for what says itself what it is. */
export function kindOfValue(value: string): string | null {
  return KINDS.find(([shape]) => shape.test(value))?.[1] ?? null;
}

/** Whether a value is an id that a system gave out: a hash, a digest, a UUID. */
export function isGivenId(value: string): boolean {
  const kind = kindOfValue(value);
  return kind !== null && kind !== 'number' && kind !== 'address';
}

/** What an example of a value is called: by the words, else by its kind, else by itself. */
export function nounFor(noun: string | null, value: string): string {
  return noun !== null && !NO_NOUN.test(noun) ? noun : (kindOfValue(value) ?? noun ?? value);
}
