// Text in commands that stands for a value of the reader's: placeholders, variables, examples, literals to replace.
export { bracedNames } from './braces.ts';
export { proseExamples } from './examples.ts';
export { toldExamples } from './told-examples.ts';
export type { ProseExample } from './examples.ts';
export { collectLiterals, findLiterals } from './literals.ts';
export type { Literals } from './literals.ts';
export { parameterName } from './parameter-names.ts';
export { codesOf, findParameters } from './parameters.ts';
export type { FoundParameters, StepCode } from './parameters.ts';
export { REPLACE_COMMENT, saidReplacements, speaksOfReplacing, valuesOfKind } from './replacements.ts';
export { sampleIds } from './sample-ids.ts';
