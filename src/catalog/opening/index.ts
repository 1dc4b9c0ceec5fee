// One runbook's file: its bytes, its text, its reading. Loads the reader only where no earlier call has read the text.
export { fullyRead, loadBytes, loadRunbook, loadText } from './load-runbook.ts';
