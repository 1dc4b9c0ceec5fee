/** Words for environments, long and short. */
export const ENVIRONMENT_WORDS: readonly (readonly string[])[] = [
  ['production', 'prod', 'prd', 'live'],
  ['staging', 'stage', 'stg'],
  ['development', 'dev', 'develop'],
  ['testing', 'test', 'tst'],
  ['sandbox', 'sbx'],
  ['preview'],
  ['qa'],
  ['uat'],
  ['demo'],
  ['canary'],
  ['preprod', 'pre-prod', 'preproduction', 'pre-production'],
  ['integration', 'int'],
];

/** The words for the environment that a target's name speaks of, with those of the same environment; `undefined` if it speaks of none. */
export function environmentWordsOf(target: string): readonly string[] | undefined {
  const words = target.toLowerCase().split(/[^a-z]+/);
  return ENVIRONMENT_WORDS.find((names) => names.some((name) => words.includes(name)));
}

/** The name of a column, parameter or heading as words: lower case, no marks, no parentheses, single blanks. */
export function foldName(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[([][^)\]]*[)\]]/g, ' ')
    .replace(/[`*_~:?#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
