export { decodeRunbook, MAX_BYTES } from './decode.ts';
export { isExpectationLead, readExpectation } from './expectation.ts';
export { parseRunbook } from './parse-runbook.ts';
export type { ParseOptions } from './parse-runbook.ts';
