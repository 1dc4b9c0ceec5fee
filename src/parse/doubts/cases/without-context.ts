import { fileOffset, type Piece, type ShellCommand } from '../../../model/index.ts';
import type { CommandDraft, StepDraft } from '../../blocks/index.ts';
import type { ContextsTold, DoubtSources, Found } from '../sources.ts';

/** Programs that act on a cluster or an account of which the machine has one set, the options and the variable by which one command is told another, and what sets it for all that follow. */
const FAMILIES = [
  { programs: /^(?:kubectl|oc|helm|flux|velero|istioctl|argo)$/, option: /^--(?:(?:kube-)?context|kubeconfig)(?:=|$)/, variable: /^(?:KUBECONFIG|HELM_KUBECONTEXT)$/, sets: /\b(?:use-context|kubectx|get-credentials|update-kubeconfig|oc login|kube login)|(?:\bexport\s+|^\s*)KUBECONFIG=\S*\s*(?:$|[;&#])/m },
  { programs: /^(?:aws|eksctl)$/, option: /^--profile(?:=|$)/, variable: /^AWS_PROFILE$/, sets: /(?:\bexport\s+|^\s*)AWS_PROFILE=\S*\s*(?:$|[;&#])/m },
];
/** What acts on this machine alone: `helm repo add`. */
const LOCAL = /^(?:config|configure|repo|plugin|dep|dependency|package|pull|krew)$/;

/** The programs of a file that are told where to act. */
export function contextsTold(drafts: readonly StepDraft[]): readonly ContextsTold[] {
  const blocks = drafts.filter((draft) => draft.kind === 'command');
  return FAMILIES.flatMap(({ programs, option, variable, sets }) => {
    const commands = blocks.flatMap((draft) => draft.shell.commands.flatMap((command) => toldBy({ programs, option, variable }, draft, command)));
    const set = blocks.flatMap(({ code }) => (sets.test(code.text) ? [fileOffset(code, code.text.search(sets))] : []));
    return commands.length < 2 ? [] : [{ programs, option, variable, commands, setFrom: Math.min(...set) }];
  });
}

function toldBy({ programs, option, variable }: Pick<ContextsTold, 'programs' | 'option' | 'variable'>, { code }: CommandDraft, { name, args, settings, start }: ShellCommand): readonly Found[] {
  if (!programs.test(name)) return [];
  const at = fileOffset(code, start);
  const setting = settings.find((each) => variable.test(each.name));
  if (setting !== undefined) return [{ text: `${setting.name}=${setting.value ?? '…'} ${name}`, at }];
  const index = args.findIndex(({ raw }) => option.test(raw));
  const word = args[index]?.raw;
  return word === undefined ? [] : [{ text: `${name} ${word.includes('=') ? word : `${word} ${args[index + 1]?.raw ?? ''}`}`, at }];
}

/** What acts on whatever cluster or account is set, in a file whose other commands say on which: "Stop the replica on the second site" without a context, below commands that have one. */
export function withoutContext({ draft, contexts }: DoubtSources, piece: Piece): Found | null {
  const acting = draft.shell.commands.filter(({ start, end }) => start >= piece.start && start < piece.end && draft.shell.effects.some((found) => found.effect !== 'reads' && found.start >= start && found.start < end));
  const open = contexts.find((told) => acting.some((command) => !LOCAL.test(command.args[0]?.raw ?? '') && told.programs.test(command.name) && toldBy(told, draft, command).length === 0 && fileOffset(draft.code, command.end) <= told.setFrom));
  return open?.commands[0] ?? null;
}
