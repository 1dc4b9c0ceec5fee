// What a command's output is to be: the words of the text, and how they are checked.
export { besideCode } from './beside-code.ts';
export { invalidPatterns, isExpectationLead, judgementOf, mapParts, readExpectation, readExpectedBlock, similarTo } from './expectation.ts';
