import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { unescapedUri } from '../model/index.ts';
import { type Desk, openRunbook, servedRunbooks, servedRuns } from './desk.ts';
import { reportOf } from './tools/run-report.ts';

const MOST_LISTED = 200;
const MARKDOWN_TYPE = 'text/markdown';

/** The address of a run's report. */
export function reportUri(run: string): string {
  return `run://${encodeURIComponent(run)}/report`;
}

/** Registers `runbook://<path>` and `run://<id>/report`. */
export function addResources(server: McpServer, desk: Desk): void {
  const runbooks = new ResourceTemplate('runbook://{+path}', {
    list: () => ({ resources: servedRunbooks(desk).slice(0, MOST_LISTED).map(({ path, title }) => ({ uri: `runbook://${encodeURI(path)}`, name: path, mimeType: MARKDOWN_TYPE, ...(title === null ? {} : { title: title.value }) })) }),
  });
  server.registerResource('runbook', runbooks, { title: 'A runbook', description: 'The Markdown as it stands in the file.', mimeType: MARKDOWN_TYPE }, async (uri, { path }) => ({
    contents: [{ uri: uri.href, mimeType: MARKDOWN_TYPE, text: (await openRunbook(desk, decoded(path))).source.text }],
  }));
  const reports = new ResourceTemplate('run://{id}/report', {
    list: async () => ({ resources: (await servedRuns(desk)).slice(0, MOST_LISTED).map(({ id, state }) => ({ uri: reportUri(id), name: id, title: state.started?.title ?? id, mimeType: MARKDOWN_TYPE })) }),
  });
  server.registerResource('report', reports, { title: 'The report of a run', description: 'Its timeline as Markdown; it can be subscribed to while the run goes on.', mimeType: MARKDOWN_TYPE }, async (uri, { id }) => ({
    contents: [{ uri: uri.href, mimeType: MARKDOWN_TYPE, text: await reportOf(desk, decoded(id)) }],
  }));
}

function decoded(value: string | readonly string[] | undefined): string {
  return unescapedUri(typeof value === 'string' ? value : (value?.[0] ?? ''));
}
