// Secrets of a plan: which names and places have one, and how it reaches a command without being part of its text.
export { capturedNames, secretNames } from './secret-names.ts';
export { writtenSecrets } from './written-secrets.ts';
export { isSecretVariable, secretAt, secretVariable } from './secret-variable.ts';
