export { decodeRunbook, MAX_BYTES, quickReader, tooLarge } from './markdown/index.ts';
export { parseRunbook } from './parse-runbook.ts';
export type { ParseOptions } from './parse-runbook.ts';
export { PIN_KEYS } from './pins/index.ts';
