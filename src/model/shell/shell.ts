import type { CodeRange } from '../span.ts';
import type { Effect } from './effect.ts';

/** A word of a shell command. Offsets are into the analysed code. */
export interface ShellWord extends CodeRange {
  /** As written, including quotes and expansions. */
  readonly raw: string;
  /** What the shell would pass; `null` if it contains an expansion. */
  readonly value: string | null;
}

/** A simple command at any depth (in a substitution, a function, a loop, behind `sudo` or `xargs`). */
export interface ShellCommand extends CodeRange {
  /** Base name of the program after wrappers such as `sudo`, `env`, `xargs`, `time`, `nohup`: `rm` for `sudo xargs /bin/rm -rf`. */
  readonly name: string;
  /** The wrappers before it, outermost first. */
  readonly wrappers: readonly string[];
  /** Those that were given arguments, with them: `sshpass -p x` of `sshpass -p x ssh web1`. */
  readonly wrapping: readonly { readonly name: string; readonly args: readonly ShellWord[] }[];
  readonly nameWord: ShellWord;
  /** Arguments after the name. */
  readonly args: readonly ShellWord[];
  /** Variables that are set for it alone: `AWS_PROFILE=shop aws …`, `env PGHOST=db1 psql`; `null` where an expansion decides the value. */
  readonly settings: readonly { readonly name: string; readonly value: string | null }[];
  /** Whether it stands at the top level of the script (not nested in a compound command, substitution or function body). */
  readonly topLevel: boolean;
  /** Whether `&` runs it in the background. */
  readonly background: boolean;
}

/** A place where a variable gets a value: `NAME=value`, `export NAME`, `read NAME`, `for NAME in` … */
export interface ShellAssignment extends CodeRange {
  readonly name: string;
}

/** A read of a variable, e.g. `$APP`, `${APP:-x}`. */
export interface ShellRead extends CodeRange {
  readonly name: string;
  /** `${x:-…}`, `${x:=…}`, `${x:+…}`, `${x-…}`: works if it is unset. */
  readonly hasDefault: boolean;
  /** `${x:?…}`: the shell itself stops if it is unset or empty. */
  readonly demanded: boolean;
}

/** Commands joined by `|`. */
export interface ShellPipeline extends CodeRange {
  readonly parts: readonly CodeRange[];
  /** Whether something acts on its status: `&&`, `||`, `if`, `while`. */
  readonly decides: boolean;
}

/** A comment; the range includes its `#`. */
export interface ShellComment extends CodeRange {
  /** Without `#` and the blanks after it. */
  readonly text: string;
  /** Whether only blanks come before it on its line. */
  readonly ownLine: boolean;
  /** Not inside a compound command, a heredoc, a function or a continuation. */
  readonly topLevel: boolean;
}

/** A heredoc, from its operator through the line of its delimiter. */
export interface ShellHeredoc extends CodeRange {
  readonly delimiter: string;
  readonly closed: boolean;
}

/** Why the code does not parse; the offset is into the analysed code. */
export interface ShellError {
  readonly message: string;
  readonly offset: number;
}

/** `<app>`, `YOUR_APP`, `CHANGEME` … in command position or in an argument (not in a redirection, heredoc operator, comment …). */
export interface ShellPlaceholder extends CodeRange {
  /** As written, `<app>`. */
  readonly raw: string;
  /** The words inside: `app`, `value of label`, `YOUR_APP`. */
  readonly label: string;
  /** It has no words, and the label says of what kind the value is: `device` for `sdX`. Another of that kind stands for another value, `sdY`. */
  readonly isKind?: boolean;
}

/** The effect of one command, redirection or assignment, with the word that it was read from, e.g. `rollback`, `rm -rf`. */
export interface EffectMark extends CodeRange {
  readonly effect: Effect;
  readonly word: string;
}

/** A mark of a command (it needs a terminal, does not end, or prints a secret), with the word that it was read from, e.g. `logs --tail`. */
export interface HazardMark extends CodeRange {
  readonly hazard: 'interactive' | 'follow' | 'revealing';
  readonly word: string;
}

/** A name that the code defines for commands: a function, an alias, or `$DC` where `DC` is set to a command. */
export interface ShellDefinition extends CodeRange {
  readonly kind: 'function' | 'alias';
  readonly name: string;
  /** The commands that the name stands for. */
  readonly text: string;
}

/** Lines that are typed on another machine or at the prompt of a program. The range includes the command that opens the session, if that is in the same code. */
export interface RemoteSession extends CodeRange {
  /** The opening command as written, `ssh db-1`, `oc rsh pod`, `sudo su`. */
  readonly opener: string;
  /** Range of the lines that are typed there, including the closing `exit`. */
  readonly typed: CodeRange;
}

/** Everything that the project reads from a piece of shell code; analysis never throws, whatever the text. */
export interface ShellAnalysis {
  /** The code as given to the parser, with placeholders masked at the same length. */
  readonly masked: string;
  readonly errors: readonly ShellError[];
  /** Ranges of the complete top-level commands, in order (a heredoc's body belongs to its command). */
  readonly statements: readonly CodeRange[];
  readonly commands: readonly ShellCommand[];
  /** Only those whose output is not captured in a variable or an argument. */
  readonly pipelines: readonly ShellPipeline[];
  readonly assignments: readonly ShellAssignment[];
  readonly reads: readonly ShellRead[];
  readonly comments: readonly ShellComment[];
  readonly heredocs: readonly ShellHeredoc[];
  readonly placeholders: readonly ShellPlaceholder[];
  /** The effects of the commands, in order; the body of a function counts where the function is called. */
  readonly effects: readonly EffectMark[];
  readonly hazards: readonly HazardMark[];
  readonly remotes: readonly RemoteSession[];
  /** Whether a command leaves a session open, whether or not anything is typed into it here. */
  readonly opensSession: boolean;
  /** The functions and aliases that it defines for later code. */
  readonly definitions: readonly ShellDefinition[];
}
