import { isFar, type Place, type ShellCommand } from '../model/index.ts';

type Command = Pick<ShellCommand, 'name' | 'args'>;

/** The commands of a piece that act on what this machine points at: in another place that is what reaches the place, and nothing of the piece. */
export function commandsAt(place: Place | null, commands: readonly Command[]): readonly Command[] {
  if (!isFar(place)) return commands;
  return place.kind === 'kubectl' ? [{ name: 'kubectl', args: [] }] : [];
}
