import { Command, Option } from 'commander';
import { RunbookError } from '../../model/index.ts';
import { wrongChoice } from '../given/wrong-choice.ts';
import type { About } from './about.ts';
import { commandHelp, WIDTH } from './help-text.ts';
import { needsValue, wrongCall } from './wrong-call.ts';

/** A command of the program, parsed by commander; wrong calls throw a RunbookError. */
export class Declared extends Command {
  readonly about: About;

  constructor(name: string, about: About) {
    super(name);
    this.about = about;
    this.summary(about.summary)
      .exitOverride((error) => {
        throw wrongCall(this, error);
      })
      .helpOption('-h, --help', 'print this help')
      .configureHelp(commandHelp(about, () => this.takes))
      .configureOutput({ writeErr: () => undefined, getOutHelpWidth: () => WIDTH });
  }

  /** Declares its arguments, e.g. `<file>`. */
  get takes(): string {
    return this.about.usage ?? this.registeredArguments.map((each) => `${each.required ? '<' : '['}${each.name()}${each.variadic ? '...' : ''}${each.required ? '>' : ']'}`).join(' ');
  }

  /** The most arguments that it takes. */
  get most(): number {
    return this.registeredArguments.some(({ variadic }) => variadic) ? Number.POSITIVE_INFINITY : this.registeredArguments.length;
  }

  /** Adds options. */
  takesOptions(...options: readonly Option[]): this {
    for (const option of options) this.addOption(option.required ? option.argParser((value, before) => this.taken(option, value, before)) : option);
    return this;
  }

  private taken(option: Option, value: string, before: unknown): string | readonly string[] {
    // In `--target --yes` the value was forgotten; `--yes` is not the target.
    if (value === '--help' || this.options.some(({ long }) => long === value)) throw needsValue(this, option);
    const { argChoices, long = '' } = option;
    if (argChoices !== undefined && !argChoices.includes(value)) throw wrongChoice(long, value, argChoices, `runbook ${this.name()} --help lists what it takes`);
    if (long in ASSIGNMENTS) checkAssignment(option, value);
    return repeats(option) ? [...(Array.isArray(before) ? before : []), value] : value;
  }
}

/** An option: `flags` as commander writes them, e.g. `--target <name>`. */
export function option(flags: string, help: string, choices?: readonly string[]): Option {
  const made = new Option(flags, help);
  return choices === undefined ? made : made.choices(choices);
}

/** An option that may be given more than once. */
export function repeated(flags: string, help: string): Option {
  return new Option(flags, `${help}; repeatable`).default([]);
}

/** Whether an option may be given more than once. */
export function repeats({ defaultValue }: Option): boolean {
  return Array.isArray(defaultValue);
}

/** Options that take a name and what it is to be, each with an example. */
const ASSIGNMENTS: Readonly<Record<string, string>> = { '--set': 'release=v84', '--set-file': 'release=release.txt', '--record': '"Outcome=Success"' };

function checkAssignment({ flags, long = '' }: Option, value: string): void {
  if (value.indexOf('=') > 0) return;
  throw new RunbookError({ what: `${long} ${value}`, why: `expected ${flags.replace(/^\S+ /, '')}, with an equals sign`, advice: `for example ${long} ${ASSIGNMENTS[long]}` });
}
