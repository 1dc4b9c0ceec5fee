// What the block itself says: no command, nothing that runs, no language, values to be changed, shell that nothing can read.
export { literal } from './literal.ts';
export { notACommand } from './not-a-command.ts';
export { notLabelled } from './not-labelled.ts';
export { nothing } from './nothing.ts';
export { unparsed } from './unparsed.ts';
