// The shell of a runbook as scripts for shellcheck, and its comments as findings.
export { shellcheckFindings, shellcheckPage } from './shellcheck-findings.ts';
export { lineTooMany, virtualScript } from './virtual-script.ts';
export type { ScriptLine, VirtualScript } from './virtual-script.ts';
