import type { ShellAnalysis, Step } from '../../model/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';

/** The analysis of code that would run for a step. Most steps are one piece that runs as it is written, and that was analysed when the runbook was read. */
export function shellOf(step: Step, code: string): ShellAnalysis {
  return step.kind === 'command' && step.code.text === code ? step.shell : analyzeShell(code);
}
