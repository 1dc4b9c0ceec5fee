// Secrets of a plan: which names and places hold one, and how it reaches a command without standing in it.
export { secretNames } from './secret-names.ts';
export { writtenSecrets } from './written-secrets.ts';
export { secretAt, secretVariable } from './secret-variable.ts';
