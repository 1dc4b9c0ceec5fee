import { isFar, type Place, type ShellCommand } from '../model/index.ts';

type Command = Pick<ShellCommand, 'name' | 'args'> & Partial<Pick<ShellCommand, 'settings'>>;

/** The commands that act on what this machine points at: those of the piece, or, if it runs in another place, only the command that reaches that place. */
export function commandsAt(place: Place | null, commands: readonly Command[]): readonly Command[] {
  if (!isFar(place)) return commands;
  return place.kind === 'kubectl' ? [{ name: 'kubectl', args: [] }] : [];
}
