import { type FarPlace, isFar, type Place, placeText, placeWords } from '../../model/index.ts';
import { sha256 } from '../../state/index.ts';
import { loadShellState, type PieceShell, saveShellState, type Secrecy } from '../shell/index.ts';
import { type Around, Connections, type LendTerminal } from './connections.ts';
import { FarShell } from './far-shell.ts';

interface PlacesOptions {
  /** The run's folder. */
  readonly folder: string;
  readonly name: string;
  readonly secrecy: Secrecy;
  readonly pid: string;
  readonly around: () => Around;
  /** Whether an earlier process of the run may have left shell states. */
  readonly resumed: boolean;
}

interface Known {
  readonly place: FarPlace;
  readonly shell: FarShell;
  stored: string;
}

/** The other places of a run, each with the shell state that its pieces share. */
export class Places {
  private readonly options: PlacesOptions;
  private readonly known = new Map<string, Known>();
  private readonly connections: Connections;

  constructor(options: PlacesOptions) {
    this.options = options;
    this.connections = new Connections(options.around);
  }

  /** Connects to a place if that is needed first; returns why it cannot be done, or `null`. */
  async reach(place: FarPlace, terminal: LendTerminal): Promise<string | null> {
    const problem = place.kind === 'ssh' ? await this.connections.open(place.host, terminal) : null;
    return problem === null ? null : `cannot connect to ${placeWords(place)}: ${problem}; nothing of the step ran there`;
  }

  /** Aborts the attempt to connect. */
  giveUp(): void {
    this.connections.giveUp();
  }

  /** The shell of a place; `null` if the place is this machine. */
  shellOf(place: Place | null): PieceShell | null {
    return isFar(place) ? this.knownAt(place).shell : null;
  }

  /** Stores the shell state of a place, for a process that resumes the run. */
  save(place: FarPlace): void {
    const known = this.knownAt(place);
    known.stored = saveShellState(this.options.folder, known.shell.state, known.stored, fileOf(place));
  }

  saveAll(): void {
    for (const { place } of this.known.values()) this.save(place);
  }

  /** The shells that pieces have used, to run the EXIT traps that they left. */
  shells(): readonly { readonly place: FarPlace; readonly shell: PieceShell }[] {
    return [...this.known.values()];
  }

  async close(): Promise<void> {
    await this.connections.close();
  }

  private knownAt(place: FarPlace): Known {
    const key = placeText(place) ?? '';
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const { folder, name, secrecy, pid, around, resumed } = this.options;
    const socket = place.kind === 'ssh' ? this.connections.socketOf(place.host) : '';
    const made = { place, shell: new FarShell({ place, name, secrecy, pid, around, socket }, resumed ? loadShellState(folder, fileOf(place)) : null), stored: '' };
    this.known.set(key, made);
    return made;
  }
}

/** The file is beside that of the shell here. */
function fileOf(place: FarPlace): string {
  return `${sha256(placeText(place) ?? '').slice(0, 16)}.json`;
}
