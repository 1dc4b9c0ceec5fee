import { createHash } from 'node:crypto';
import { type FarPlace, isFar, type Place, placeText, placeWords } from '../../model/index.ts';
import { loadShellState, type PieceShell, saveShellState, type Secrecy } from '../shell/index.ts';
import { type Around, Connections, type LendTerminal } from './connections.ts';
import { FarShell } from './far-shell.ts';

export interface PlacesOptions {
  /** The run's folder. */
  readonly folder: string;
  readonly name: string;
  readonly secrecy: Secrecy;
  readonly pid: string;
  readonly around: () => Around;
  /** Whether an earlier process of the run may have left states. */
  readonly resumed: boolean;
}

interface Known {
  readonly place: FarPlace;
  readonly shell: FarShell;
  stored: string;
}

/** The other places of a run, each with the shell that its pieces share. */
export class Places {
  private readonly options: PlacesOptions;
  private readonly known = new Map<string, Known>();
  private readonly connections: Connections;

  constructor(options: PlacesOptions) {
    this.options = options;
    this.connections = new Connections(options.around);
  }

  /** Connects to a place where that is to be done first; why it cannot be, or `null`. */
  async reach(place: FarPlace, terminal: LendTerminal): Promise<string | null> {
    const problem = place.kind === 'ssh' ? await this.connections.open(place.host, terminal) : null;
    return problem === null ? null : `cannot connect to ${placeWords(place)}: ${problem}; nothing of the step ran there`;
  }

  /** Ends an attempt to connect. */
  giveUp(): void {
    this.connections.giveUp();
  }

  /** The shell of a place; `null` for here. */
  shellOf(place: Place | null): PieceShell | null {
    return isFar(place) ? this.knownAt(place).shell : null;
  }

  /** Keeps the state of a place for a process that resumes the run. */
  save(place: FarPlace): void {
    const known = this.knownAt(place);
    known.stored = saveShellState(this.options.folder, known.shell.state, known.stored, fileOf(place));
  }

  saveAll(): void {
    for (const { place } of this.known.values()) this.save(place);
  }

  /** All that pieces ran in, to run what they left for the exit. */
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

/** Beside the state of the shell here. */
function fileOf(place: FarPlace): string {
  return `${createHash('sha256').update(placeText(place) ?? '').digest('hex').slice(0, 16)}.json`;
}
