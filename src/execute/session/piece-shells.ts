import { dirname, resolve } from 'node:path';
import { type CommandStep, type Environment, isFar, type Place, shellPlace, startsIn } from '../../model/index.ts';
import { isForOthers, isSecretVariable, type Plan, type PlannedPiece, stepOf, variablesOfPlaces } from '../../plan/index.ts';
import type { Places } from '../places/index.ts';
import { fallsBackToBash, farInterpreter, interpreterOf, mentions, type PieceShell, type RunningShell, saveShellState, type Shell, shellCode } from '../shell/index.ts';
import type { PieceOptions, TerminalPort } from '../types.ts';
import type { AttemptOutput } from './attempt.ts';

/** A piece to run, with everything known about it. */
export interface PieceJob {
  readonly plan: Plan;
  readonly step: CommandStep;
  readonly piece: PlannedPiece;
  readonly options: PieceOptions;
}

/** What the shells of a run are made with. */
export interface PieceShellsParts {
  /** The run's folder. */
  readonly folder: string;
  /** Absolute path of the runbook. */
  readonly path: string;
  readonly env: Environment;
  readonly terminal: TerminalPort | null;
  /** Whether blocks begin with `set -o pipefail` where no pin says otherwise. */
  readonly pipefail: boolean;
  readonly shell: Shell;
  readonly places: Places;
}

/** The shells that pieces run in: the one on this machine, and those of other places. */
export class PieceShells {
  private readonly parts: PieceShellsParts;
  private stored = '';
  /** Of the latest plan; with thousands of steps they take too long to gather for each piece. */
  private variables: { readonly plan: Plan; readonly ofPlaces: ReturnType<typeof variablesOfPlaces> } | null = null;

  constructor(parts: PieceShellsParts) {
    this.parts = parts;
  }

  /** Starts a piece in its shell. */
  launch(job: PieceJob, output: AttemptOutput, how: { readonly terminal: boolean; readonly background: boolean }): RunningShell {
    const { plan, step, piece, options } = job;
    const { path, env, terminal, pipefail } = this.parts;
    const far = isFar(piece.on);
    const pinned = step.pins.cwd?.value;
    // If unattended, a warning at the start of the run has said so.
    if (terminal !== null && !far && fallsBackToBash(step, env)) void output.push('stderr', Buffer.from('runbook: zsh is not installed, so this runs in bash\n'));
    const shell = this.at(piece.on);
    shell.forget(givenInstead(plan, piece));
    return shell.run({
      code: shellCode(piece.code, options.code, plan.runbook.source),
      errexit: step.pins.errexit?.value !== false,
      pipefail: step.pins.pipefail?.value ?? (pipefail ? true : null),
      // Relative to the runbook, as in other tools with this pin; in another place, relative to the folder in which its pieces start.
      cwd: pinned === undefined || far ? (pinned ?? null) : resolve(dirname(path), pinned),
      exports: { ...givenHere(plan, piece.on), ...this.shared(job), ...piece.environment },
      interpreter: far ? farInterpreter(step, pipefail) : interpreterOf(step, env, pipefail),
      ...how,
      onOutput: (stream, chunk) => output.push(stream, chunk),
    });
  }

  /** Makes what the last piece left the state of its shell, and stores it for a process that resumes the run. */
  keep(on: Place | null, ended: boolean): void {
    const { shell, folder, places } = this.parts;
    if (ended) this.at(on).keep();
    if (isFar(on)) places.save(on);
    else this.stored = saveShellState(folder, shell.state, this.stored);
  }

  /** Variables that the pieces of a place share; a secret one only where a function, an alias or the exit trap of its shell names it. */
  private shared({ plan, piece: { on } }: PieceJob): Readonly<Record<string, string>> {
    const { state } = this.at(on);
    if (this.variables?.plan !== plan) this.variables = { plan, ofPlaces: variablesOfPlaces(plan.steps) };
    const variables = this.variables.ofPlaces.get(shellPlace(on)) ?? {};
    return Object.fromEntries(Object.entries(variables).filter(([name]) => !isSecretVariable(name) || mentions(state, name)));
  }

  private at(on: Place | null): PieceShell {
    return this.parts.places.shellOf(on) ?? this.parts.shell;
  }
}

/** Variables that a skipped piece would have set, or left half done where it had failed, and whose values the operator gave instead. */
function givenInstead(plan: Plan, { environment }: PlannedPiece): readonly string[] {
  const left = (plan.request.skipped ?? []).flatMap((place) => {
    const planned = stepOf(plan, place.step);
    const piece = planned?.pieces[place.piece]?.piece;
    if (planned?.step.kind !== 'command' || piece === undefined) return [];
    return planned.step.shell.assignments.filter((each) => startsIn(each, piece)).map(({ name }) => name);
  });
  return left.filter((name) => Object.hasOwn(environment, name));
}

/** The variables given by the operator, except those that only other places need. Every piece here gets them all, since a script that it calls may read them. */
function givenHere({ parameters, steps }: Plan, on: Place | null): Readonly<Record<string, string>> {
  if (isFar(on)) return {};
  const given = parameters.filter(({ parameter: { kind, name }, source }) => kind === 'environment' && source !== 'environment' && !isForOthers(steps, name, on));
  return Object.fromEntries(given.flatMap(({ parameter: { name }, value }) => (value === null ? [] : [[name, value]])));
}
