import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { closest, type CodeRange, type Diagnostic, type FilePins, type Located, type ParameterPin } from '../../model/index.ts';
import { type Document, spanOf } from '../markdown/index.ts';
import { type FrontMatter, placeOf } from '../metadata/index.ts';
import { FILE_KEYS, PARAMETER_KEYS } from './pin-keys.ts';
import { patternError } from './pin-values.ts';

type Report = (diagnostic: Diagnostic) => void;
type Entry = Pair<Node, Node | null>;

/** Reads the `runbook:` map of the front matter. */
export function readFilePins(document: Document, { runbook }: FrontMatter, report: Report): FilePins {
  if (runbook === null) return { params: [] };
  const { map, offset } = runbook;
  const reader = new FilePinReader(document, offset, report);
  reader.checkKeys(map, FILE_KEYS, 'runbook');
  const target = reader.nameOrFalse(map, 'target');
  const history = reader.nameOrFalse(map, 'history');
  return { params: reader.params(map), ...(target === null ? {} : { target }), ...(history === null ? {} : { history }) };
}

class FilePinReader {
  private readonly document: Document;
  private readonly offset: number;
  private readonly report: Report;

  constructor(document: Document, offset: number, report: Report) {
    this.document = document;
    this.offset = offset;
    this.report = report;
  }

  /** A key that nobody reads is a warning, with what was probably meant. */
  checkKeys(map: YAMLMap, known: readonly string[], where: string): void {
    for (const { key } of map.items as Entry[]) {
      const name = isScalar(key) ? String(key.value) : '';
      if (known.includes(name)) continue;
      const [near] = closest(name, known);
      const hint = near === undefined ? `; expected one of ${known.join(', ')}` : `; did you mean "${near}"?`;
      this.report({ rule: 'unknown-pin', severity: 'warning', message: `nobody reads "${name}" under ${where}${hint}`, span: spanOf(this.document, placeOf(key, this.offset)) });
    }
  }

  nameOrFalse(map: YAMLMap, name: string): Located<string | false> | null {
    const node = entryOf(map, name)?.value;
    if (node === undefined || node === null) return null;
    const range = placeOf(node, this.offset);
    if (isScalar(node) && node.value === false) return { value: false, span: spanOf(this.document, range) };
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return { value: node.value.trim(), span: spanOf(this.document, range) };
    this.invalid(range, `${name}: expected a name or false`);
    return null;
  }

  params(map: YAMLMap): readonly ParameterPin[] {
    const node = entryOf(map, 'params')?.value;
    if (node === undefined || node === null) return [];
    if (isMap(node)) return (node.items as Entry[]).flatMap((entry) => this.param(entry));
    const named = (item: unknown): readonly ParameterPin[] => (isScalar(item) ? [{ name: String(item.value), span: spanOf(this.document, placeOf(item, this.offset)) }] : []);
    if (isSeq(node)) return node.items.flatMap((item) => (isMap(item) ? this.listed(item as YAMLMap) : named(item)));
    this.invalid(placeOf(node, this.offset), 'params: expected a map of names, e.g. "release: { example: v84 }"');
    return [];
  }

  private param({ key, value }: Entry): readonly ParameterPin[] {
    if (!isScalar(key)) return [];
    const range = placeOf(key, this.offset);
    const name = String(key.value);
    if (isMap(value)) return [this.details(name, value, range)];
    const base = { name, span: spanOf(this.document, range) };
    if (value === null || (isScalar(value) && value.value === null)) return [base];
    if (isScalar(value)) return [{ ...base, default: textOf(value) }];
    this.invalid(placeOf(value, this.offset), `params.${name}: expected a default or a map of ${PARAMETER_KEYS.slice(1).join(', ')}`);
    return [];
  }

  private listed(item: YAMLMap): readonly ParameterPin[] {
    const name = entryOf(item, 'name')?.value;
    const range = placeOf(item as Node, this.offset);
    if (isScalar(name) && name.value !== null) return [this.details(String(name.value), item, placeOf(name, this.offset))];
    this.invalid(range, 'params: an entry has no name');
    return [];
  }

  private details(name: string, map: YAMLMap, range: CodeRange): ParameterPin {
    this.checkKeys(map, PARAMETER_KEYS, `params.${name}`);
    const text = (key: string): Record<string, string> => {
      const node = entryOf(map, key)?.value;
      return isScalar(node) && node.value !== null && node.value !== undefined ? { [key]: textOf(node) } : {};
    };
    const secret = entryOf(map, 'secret')?.value;
    const isSecret = isScalar(secret) && typeof secret.value === 'boolean' ? { secret: secret.value } : {};
    if (secret !== undefined && secret !== null && !('secret' in isSecret)) this.invalid(placeOf(secret, this.offset), `params.${name}.secret: expected true or false`);
    return { name, ...text('description'), ...text('example'), ...text('default'), ...this.pattern(name, map), ...isSecret, ...text('replaces'), span: spanOf(this.document, range) };
  }

  private pattern(name: string, map: YAMLMap): { readonly pattern?: string } {
    const node = entryOf(map, 'pattern')?.value;
    if (!isScalar(node) || node.value === null) return {};
    const pattern = textOf(node).replace(/^\/(.*)\/$/, '$1');
    const error = patternError(pattern, 'u');
    if (error === null) return { pattern };
    this.invalid(placeOf(node, this.offset), `params.${name}.pattern: expected a regular expression (${error})`);
    return {};
  }

  private invalid(range: CodeRange, message: string): void {
    this.report({ rule: 'invalid-pin', severity: 'error', message, span: spanOf(this.document, range) });
  }
}

function entryOf(map: YAMLMap, name: string): Entry | undefined {
  return (map.items as Entry[]).find(({ key }) => isScalar(key) && key.value === name);
}

function textOf(node: Node): string {
  if (!isScalar(node)) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}
