// What is known from elsewhere, as data: programs, HTML elements, outdated commands, variables that machines have, the shapes of secrets.
export { isBroughtAlong } from './brought-along.ts';
export { HTML_ELEMENTS } from './html-elements.ts';
export { KNOWN_PROGRAMS } from './known-programs.ts';
export { OUTDATED_COMMANDS, REMOVED_API_VERSIONS } from './outdated.ts';
export { coverSecrets, findSecrets, secretHint } from './secret-shapes.ts';
