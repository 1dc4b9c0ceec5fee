import type { FarPlace } from '../../model/index.ts';
import { CONNECT } from './far-side.ts';

/** A command line. */
export interface PlaceCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** The command that starts a bash in a place, which reads what to do from standard input; `control` is the socket of the run's ssh connection. */
export function placeCommand(place: FarPlace, control: string): PlaceCommand {
  const program = place.kind;
  switch (place.kind) {
    case 'ssh':
      // The login shell has already read its startup files; a bash started by sshd would read them again.
      return { program, args: [...sshOptions(control), '-o', 'ControlMaster=no', '-o', 'BatchMode=yes', '--', place.host, `exec env SHLVL=1 bash -c '${CONNECT}'`] };
    case 'kubectl':
      return { program, args: ['exec', '-i', '-n', place.namespace, place.pod, ...(place.container === null ? [] : ['-c', place.container]), '--', 'bash', '-c', CONNECT] };
    case 'docker':
      return { program, args: ['exec', '-i', place.container, 'bash', '-c', CONNECT] };
  }
}

/** An unused connection ends by itself after this time, so that a killed run leaves none behind. */
const IDLE = '10m';

/** The command that opens the connection of a run to a host; without `asks` it fails instead of asking anything. */
export function openCommand(host: string, control: string, asks: boolean): PlaceCommand {
  return { program: 'ssh', args: [...sshOptions(control), '-o', 'ControlMaster=yes', '-o', `ControlPersist=${IDLE}`, ...(asks ? [] : ['-o', 'BatchMode=yes']), '-f', '-N', '--', host] };
}

/** The command that checks the connection of a run, or ends it. */
export function controlCommand(host: string, control: string, what: 'check' | 'exit'): PlaceCommand {
  return { program: 'ssh', args: ['-S', control, '-O', what, '--', host] };
}

/** Options over the operator's own ssh configuration, which could otherwise get in the way of a piece. */
function sshOptions(control: string): readonly string[] {
  return ['-T', '-e', 'none', '-S', control, '-o', 'ClearAllForwardings=yes', '-o', 'RemoteCommand=none', '-o', 'ServerAliveInterval=15'];
}
