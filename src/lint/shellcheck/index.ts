// The shell of a runbook as scripts for shellcheck, and what it says of them as findings.
export { shellcheckFindings, shellcheckPage } from './shellcheck-findings.ts';
export { virtualScript } from './virtual-script.ts';
export type { VirtualScript } from './virtual-script.ts';
