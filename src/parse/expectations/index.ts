// Expectations about a command's output: the words of the text, and how they are checked.
export { besideCode } from './beside-code.ts';
export { invalidPatterns, isExpectationLead, judgementOf, mapParts, readExpectation, readExpectedBlock, similarTo } from './expectation.ts';
