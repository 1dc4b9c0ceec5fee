import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Runbook } from '../../model/index.ts';
import { parseRunbook, quickReader } from '../../parse/index.ts';
import { type Plan, EMPTY_REQUEST, planRun } from '../../plan/index.ts';
import { type FilePlace, placeOf } from './places.ts';

/** A text that an editor has open, saved or not, with the place of its file. */
export interface OpenText extends FilePlace {
  /** Changes at any time; `version` says which of its states the rest refers to. */
  readonly document: TextDocument;
  readonly version: number;
  readonly runbook: Runbook;
}

/** The texts that are open, each read once for each of its versions. */
export class OpenTexts {
  private readonly documents: { all(): TextDocument[]; get(uri: string): TextDocument | undefined };
  private readonly cwd: string;
  private folders: readonly string[] = [];
  private readonly read = new Map<string, { readonly text: string; readonly path: string; readonly runbook: Runbook }>();
  private readonly plans = new WeakMap<Runbook, Plan>();
  private readonly readTree = quickReader();

  constructor(documents: { all(): TextDocument[]; get(uri: string): TextDocument | undefined }, cwd: string) {
    this.documents = documents;
    this.cwd = cwd;
  }

  /** Files are named from the innermost of these that holds them. */
  useFolders(folders: readonly string[]): void {
    this.folders = folders;
  }

  /** An open text, or `null` where it is closed or none of ours. */
  get(uri: string): OpenText | null {
    const document = this.documents.get(uri);
    const place = placeOf(uri, this.folders, this.cwd);
    if (document === undefined || place === null) return null;
    return { document, version: document.version, ...place, runbook: this.readText(uri, place.path, document.getText()) };
  }

  /** Whether a text is still what it was when it was read. */
  isCurrent({ document, version }: OpenText): boolean {
    return this.documents.get(document.uri) === document && document.version === version;
  }

  /** The texts of open files, by their path from a folder. */
  textsFrom(cwd: string): ReadonlyMap<string, string> {
    return new Map(this.documents.all().flatMap((document) => {
      const place = placeOf(document.uri, this.folders, this.cwd);
      return place?.cwd === cwd ? [[place.path, document.getText()] as const] : [];
    }));
  }

  /** The plan of a text with nothing chosen. */
  plan(runbook: Runbook): Plan {
    const known = this.plans.get(runbook);
    if (known !== undefined) return known;
    const { plan } = planRun(runbook, EMPTY_REQUEST);
    this.plans.set(runbook, plan);
    return plan;
  }

  /** Reads a text that is not open, or not yet. */
  parse(text: string, path: string): Runbook {
    const open = [...this.read.values()].find((each) => each.path === path && each.text === text);
    return open?.runbook ?? parseRunbook(text, { path, readTree: this.readTree });
  }

  forget(uri: string): void {
    this.read.delete(uri);
  }

  private readText(uri: string, path: string, text: string): Runbook {
    const known = this.read.get(uri);
    if (known !== undefined && known.text === text && known.path === path) return known.runbook;
    const runbook = parseRunbook(text, { path, readTree: this.readTree });
    this.read.set(uri, { text, path, runbook });
    return runbook;
  }
}
