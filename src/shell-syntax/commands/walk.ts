import { forEachChild, type AndOr, type Assignment, type Command, type Elif, type Function as FunctionNode, type If, type ParameterExpansionPart, type ParsedScript, type Pipeline, type SimpleExpansionPart, type Statement, type SyntaxNode, type While } from 'unbash';
import type { CodeRange, ShellWord } from '../../model/index.ts';
import { declaredNames } from './declared-names.ts';
import { noFacts, type Facts, type RawCommand, type RawSetting } from './facts.ts';
import { inputFile, inputText, readsInput, writesOf } from './redirections.ts';
import { mayExpand, readWord, type WordSource } from './words.ts';

type Substitution = Extract<SyntaxNode, { type: 'CommandExpansion' | 'ArithmeticCommandExpansion' | 'ProcessSubstitution' }>;

interface Around {
  readonly topLevel: boolean;
  readonly background: boolean;
  readonly terminal: boolean;
  readonly timed: boolean;
  readonly last: boolean;
  /** Literal text that the command before it in a pipeline prints. */
  readonly piped: readonly ShellWord[];
  readonly pipedFrom: string | null;
  readonly captured: boolean;
  /** Something beside it decides by its status. */
  readonly decides: boolean;
  readonly source: WordSource;
}

const NAME = /^[A-Za-z_]\w*$/;
const NO_COMMAND = { words: [], writes: [], settings: [], timed: false, last: false, terminal: false, inputs: [], fileInput: null, pipedFrom: null } as const;
const ENDS_LOOP: ReadonlySet<string> = new Set(['break', 'exit', 'return', 'exec', 'kill']);

/** Walks a syntax tree, nested scripts included, and collects commands, variables, functions, loops and errors. */
export function collectFacts(script: ParsedScript, source: WordSource): Facts {
  const facts = noFacts();
  new Walk(facts).node(script, { topLevel: true, background: false, terminal: true, timed: false, last: true, piped: [], pipedFrom: null, captured: false, decides: false, source });
  facts.commands.sort(byStart);
  facts.assignments.sort(byStart);
  facts.reads.sort(byStart);
  facts.errors.sort((a, b) => a.offset - b.offset);
  return facts;
}

function byStart(a: CodeRange, b: CodeRange): number {
  return a.start - b.start || b.end - a.end;
}

class Walk {
  private readonly facts: Facts;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  node(node: SyntaxNode, around: Around): void {
    switch (node.type) {
      case 'Script':
        return this.script(node, around);
      case 'Statement':
        return this.statement(node, around);
      case 'AndOr':
        return node.commands.forEach((command, index) => this.node(command, { ...around, last: around.last && index === node.commands.length - 1, decides: decidesBefore(node, index) ?? around.decides }));
      case 'Pipeline':
        return this.pipeline(node, around);
      case 'Command':
        return this.command(node, around);
      case 'Redirected':
        this.withoutName(around.source.place(node), { writes: writesOf(node.redirects, around.source), settings: [] }, around);
        return this.children(node, { ...around, terminal: around.terminal && !readsInput(node.redirects) });
      case 'If':
      case 'Elif':
        return this.conditional(node, around);
      case 'While':
        this.endlessLoop(node, around);
        return this.conditional(node, around);
      case 'For':
      case 'Select':
        this.fill(node.name.value, around.source.place(node.name), around);
        return this.children(node, around);
      case 'Function':
        return this.functionNode(node, around);
      case 'SimpleExpansion':
        return this.simpleRead(node, around);
      case 'ParameterExpansion':
        return this.parameterRead(node, around);
      case 'CommandExpansion':
      case 'ArithmeticCommandExpansion':
      case 'ProcessSubstitution':
        return this.substitution(node, around);
      case 'Word':
        return mayExpand(node) ? this.children(node, around) : undefined;
      default:
        return this.children(node, around);
    }
  }

  private children(node: SyntaxNode, around: Around): void {
    const inside = within(around);
    forEachChild(node, (child) => this.node(child, inside));
  }

  /** The last statement of its condition decides. */
  private conditional(node: If | Elif | While, around: Around): void {
    const inside = within(around);
    const decisive = node.clause.commands.at(-1);
    forEachChild(node, (child) => {
      if (child !== node.clause) return this.node(child, inside);
      for (const statement of node.clause.commands) this.node(statement, { ...inside, decides: statement === decisive });
    });
  }

  private script(node: ParsedScript, around: Around): void {
    for (const error of node.errors ?? []) {
      this.facts.errors.push({ message: error.message, offset: around.source.place({ pos: error.pos, end: error.pos }).start });
    }
    for (const statement of node.commands) this.node(statement, around);
  }

  /** Offsets inside escaped backquotes index a decoded text: all of them become the place of the whole. */
  private substitution(node: Substitution, around: Around): void {
    const whole = around.source.place(node);
    const text = node.script?.source;
    const source = text === undefined ? around.source : { ...around.source, text, place: () => whole };
    this.children(node, { ...around, captured: true, source });
  }

  private statement(node: Statement, around: Around): void {
    this.node(node.command, { ...around, background: around.background || node.background === true });
  }

  private pipeline(node: Pipeline, around: Around): void {
    const timed = node.prefixes.some(({ type }) => type === 'Time');
    if (node.commands.length > 1 && !around.captured) this.facts.pipelines.push({ ...around.source.place(node), parts: node.commands.map((part) => around.source.place(part)), decides: around.decides });
    let piped = around.piped;
    let pipedFrom = around.pipedFrom;
    node.commands.forEach((command, index) => {
      this.node(command, { ...around, piped, pipedFrom, timed: timed && index === 0, terminal: around.terminal && index === 0, last: around.last && index === node.commands.length - 1, decides: false });
      piped = command.type === 'Command' ? printedText(command, around.source) : [];
      pipedFrom = command.type === 'Command' ? (command.name?.value ?? '') : '';
    });
  }

  private command(node: Command, around: Around): void {
    const effects = { writes: writesOf(node.redirects, around.source), settings: node.prefix.flatMap((prefix) => (prefix.type === 'Assignment' ? this.setting(prefix, around) : [])) };
    if (node.name !== undefined) {
      const words = [node.name, ...node.args].map((word) => (word.type === 'Word' ? readWord(word, around.source) : this.assignmentWord(word, around)));
      this.facts.commands.push({
        ...around.source.place(node),
        ...effects,
        words,
        topLevel: around.topLevel,
        background: around.background,
        timed: around.timed,
        last: around.last,
        terminal: around.terminal && !readsInput(node.redirects),
        inputs: [...around.piped, ...node.redirects.flatMap((redirect) => inputText(redirect, around.source))],
        fileInput: inputFile(node.redirects, around.source),
        pipedFrom: around.pipedFrom,
        captured: around.captured,
      });
      for (const declared of declaredNames(words)) this.facts.assignments.push(declared);
    } else {
      for (const prefix of node.prefix) if (prefix.type === 'Assignment') this.assign(prefix.name, around.source.place(prefix));
      this.withoutName(around.source.place(node), effects, around);
    }
    this.children(node, around);
  }

  /** Redirections and assignments that stand by themselves or belong to a loop or group. */
  private withoutName(range: CodeRange, effects: Pick<RawCommand, 'writes' | 'settings'>, around: Around): void {
    if (effects.writes.length === 0 && effects.settings.length === 0) return;
    const { topLevel, background, captured } = around;
    this.facts.commands.push({ ...range, ...NO_COMMAND, ...effects, topLevel, background, captured });
  }

  private setting(node: Assignment, { source }: Around): readonly RawSetting[] {
    const { value } = node;
    const given = value.type === 'Word' ? readWord(value, source).value : null;
    return NAME.test(node.name) ? [{ ...source.place(node), name: node.name, value: given }] : [];
  }

  private assignmentWord(node: Assignment, around: Around): RawCommand['words'][number] {
    const range = around.source.place(node);
    return { ...range, raw: node.text, value: node.value.type === 'Word' && /[$`]/.test(node.text) ? null : node.text };
  }

  private functionNode(node: FunctionNode, around: Around): void {
    this.facts.functions.push({ ...around.source.place(node), name: node.name.value });
    this.node(node.body, { ...around, topLevel: false, last: false });
  }

  private assign(name: string, range: CodeRange): void {
    if (NAME.test(name)) this.facts.assignments.push({ ...range, name });
  }

  /** A variable that a loop or `${NAME:=…}` gives a value. */
  private fill(name: string, range: CodeRange, around: Around): void {
    if (!NAME.test(name)) return;
    this.assign(name, range);
    this.withoutName(range, { writes: [], settings: [{ ...range, name, value: null }] }, around);
  }

  private simpleRead(node: SimpleExpansionPart, around: Around): void {
    const name = node.text.slice(1);
    if (NAME.test(name)) this.facts.reads.push({ ...around.source.place(node), name, hasDefault: false, demanded: false });
  }

  private parameterRead(node: ParameterExpansionPart, around: Around): void {
    if (NAME.test(node.parameter)) {
      const range = around.source.place(node);
      const operator = node.operation?.type === 'Default' ? node.operation.operator : '';
      this.facts.reads.push({ ...range, name: node.parameter, hasDefault: /[-=+]/.test(operator), demanded: operator === ':?' });
      if (operator.endsWith('=')) this.fill(node.parameter, range, around);
    }
    this.children(node, around);
  }

  private endlessLoop(node: While, around: Around): void {
    const condition = node.clause.commands.length === 1 ? node.clause.commands[0]?.command : undefined;
    const word = condition?.type === 'Command' ? condition.name?.value : undefined;
    const endless = node.kind === 'while' ? word === 'true' || word === ':' || word === '1' : word === 'false';
    if (!endless || around.background || leavesLoop(node.body)) return;
    const range = around.source.place(node);
    this.facts.endless.push({ start: range.start, end: Math.min(range.end, range.start + 5 + 1 + (word ?? '').length), word: `${node.kind} ${word ?? ''}` });
  }
}

function within(around: Around): Around {
  return { ...around, topLevel: false, timed: false, last: false, piped: [], pipedFrom: around.terminal ? null : '', decides: false };
}

/** Whether `&&` or `||` after a command of a list decides by its status; `null` for the last one. What `|| true` follows may fail. */
function decidesBefore({ commands, operators }: AndOr, index: number): boolean | null {
  const next = commands[index + 1];
  if (next === undefined) return null;
  const shrugs = next.type === 'Command' && (next.name?.value === 'true' || next.name?.value === ':');
  return !(shrugs && operators[index] === '||');
}

function leavesLoop(node: SyntaxNode): boolean {
  if (node.type === 'Command' && ENDS_LOOP.has(node.name?.value ?? '')) return true;
  let found = false;
  forEachChild(node, (child) => {
    if (!found) found = leavesLoop(child);
  });
  return found;
}

/** What `cat <<EOF`, `echo '…'` and `printf '…'` hand to the next command. */
function printedText(node: Command, source: WordSource): readonly ShellWord[] {
  if (node.name?.value === 'cat') return node.redirects.flatMap((redirect) => inputText(redirect, source));
  if (node.name?.value !== 'echo' && node.name?.value !== 'printf') return [];
  return node.args.flatMap((word) => (word.type === 'Word' ? [readWord(word, source)] : []));
}
