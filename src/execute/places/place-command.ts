import type { FarPlace } from '../../model/index.ts';
import { CONNECT } from './far-side.ts';

/** A command line. */
export interface PlaceCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** The command that starts a bash in a place, which takes what to do from standard input; `control` is the socket of the run's connection by ssh. */
export function placeCommand(place: FarPlace, control: string): PlaceCommand {
  const program = place.kind;
  switch (place.kind) {
    case 'ssh':
      // The login shell has read its files by now: a bash that sshd started would read them once more.
      return { program, args: [...sshOptions(control), '-o', 'ControlMaster=no', '-o', 'BatchMode=yes', '--', place.host, `exec env SHLVL=1 bash -c '${CONNECT}'`] };
    case 'kubectl':
      return { program, args: ['exec', '-i', '-n', place.namespace, place.pod, ...(place.container === null ? [] : ['-c', place.container]), '--', 'bash', '-c', CONNECT] };
    case 'docker':
      return { program, args: ['exec', '-i', place.container, 'bash', '-c', CONNECT] };
  }
}

/** A connection that is not used for so long ends by itself: a run that was killed leaves none behind. */
const IDLE = '10m';

/** The command that opens the one connection of a run to a host; without `asks` it fails where somebody would have to answer. */
export function openCommand(host: string, control: string, asks: boolean): PlaceCommand {
  return { program: 'ssh', args: [...sshOptions(control), '-o', 'ControlMaster=yes', '-o', `ControlPersist=${IDLE}`, ...(asks ? [] : ['-o', 'BatchMode=yes']), '-f', '-N', '--', host] };
}

/** The command that asks the connection of a run whether it lives, or ends it. */
export function controlCommand(host: string, control: string, what: 'check' | 'exit'): PlaceCommand {
  return { program: 'ssh', args: ['-S', control, '-O', what, '--', host] };
}

/** The operator's own configuration, but for what would get in the way of a piece. */
function sshOptions(control: string): readonly string[] {
  return ['-T', '-e', 'none', '-S', control, '-o', 'ClearAllForwardings=yes', '-o', 'RemoteCommand=none', '-o', 'ServerAliveInterval=15'];
}
