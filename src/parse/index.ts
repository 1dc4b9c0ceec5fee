// The text of a file to a runbook; the only folder that reads Markdown.
export { quickReader } from './markdown/index.ts';
export { parseRunbook } from './parse-runbook.ts';
export { PIN_KEYS } from './pins/index.ts';
