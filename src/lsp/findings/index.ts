// The findings in the texts that are open: lint, as the author types.
export { Publisher } from './findings.ts';
export { TextLinter } from './lint-text.ts';
export { protocolDiagnostic } from './protocol-diagnostic.ts';
