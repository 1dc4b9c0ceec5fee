// The editors' server (Language Server Protocol): findings, repairs, hovers, symbols, definitions, completion.
export type { EditorHost } from './host.ts';
export { serveEditors } from './serve-editors.ts';
