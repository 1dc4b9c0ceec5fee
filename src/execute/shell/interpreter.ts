import { type CommandStep, type Environment, isFar } from '../../model/index.ts';
import type { PlannedStep } from '../../plan/index.ts';
import { findProgram } from '../process/index.ts';

/** A program that blocks of the plan need and this machine does not have. */
export interface MissingProgram {
  readonly program: string;
  readonly steps: readonly CommandStep[];
  /** Whether bash stands in for it; otherwise the blocks cannot run. */
  readonly bash: boolean;
}

/** The program that runs a step's code instead of bash: the pinned one, or zsh for a zsh block if it is installed. `pipefail`: from the settings. */
export function interpreterOf(step: CommandStep, environment: Environment, pipefail: boolean): string | null {
  const pinned = pinnedInterpreter(step);
  if (pinned !== null) return pinned;
  return step.language === 'zsh' && isInstalled('zsh', environment) ? zsh(step, pipefail) : null;
}

/** The same in another place, where nobody here knows what is installed. */
export function farInterpreter(step: CommandStep, pipefail: boolean): string | null {
  return pinnedInterpreter(step) ?? (step.language === 'zsh' ? zsh(step, pipefail) : null);
}

function zsh({ pins }: CommandStep, pipefail: boolean): string {
  return ['zsh', ...(pins.errexit?.value === false ? [] : ['-e']), ...((pins.pipefail?.value ?? pipefail) ? ['-o pipefail'] : [])].join(' ');
}

/** Whether a block runs in bash although it was written for another shell. */
export function fallsBackToBash(step: CommandStep, environment: Environment): boolean {
  return step.language === 'zsh' && step.pins.interpreter === undefined && !isInstalled('zsh', environment);
}

/** The programs that the steps in the plan need and this machine does not have. */
export function missingPrograms(planned: readonly PlannedStep[], environment: Environment): readonly MissingProgram[] {
  const missing = new Map<string, { readonly program: string; readonly steps: CommandStep[]; readonly bash: boolean }>();
  for (const { step, pieces, included } of planned) {
    if (!included || step.kind !== 'command') continue;
    const place = pieces.map(({ on }) => on).find(isFar);
    const bash = place === undefined && fallsBackToBash(step, environment);
    // Nobody here knows what is installed in another place.
    const program = place?.kind ?? (bash ? 'zsh' : (/^\S+/.exec(pinnedInterpreter(step) ?? '')?.[0] ?? ''));
    if (program === '' || (!bash && isInstalled(program, environment))) continue;
    const key = `${program} ${bash}`;
    const found = missing.get(key) ?? { program, steps: [], bash };
    found.steps.push(step);
    missing.set(key, found);
  }
  return [...missing.values()];
}

/** `zsh is not installed: install-tools will run in bash`. `host`: the machine, if it is not this one. */
export function missingWords({ program, steps, bash }: MissingProgram, called: 'id' | 'title' = 'id', host: string | null = null): string {
  return `${program} is not installed${host === null ? '' : ` on ${host}`}: ${steps.map((step) => step[called]).join(', ')} ${bash ? 'will run in bash' : 'cannot run'}`;
}

function pinnedInterpreter(step: CommandStep): string | null {
  const pinned = step.pins.interpreter?.value.trim() ?? '';
  return pinned === '' || /^(?:\/\S*\/)?(?:bash|sh)$/.test(pinned) ? null : pinned;
}

/** Only the shell can tell for anything but a plain name or an absolute path. */
function isInstalled(program: string, environment: Environment): boolean {
  if (/^[\w.+-]+$/.test(program)) return findProgram(program, environment['PATH'] ?? '') !== null;
  return !/^\/[\w./+-]+$/.test(program) || findProgram(program.slice(1), '/') !== null;
}
