// Pages: one file each, nothing fetched, nothing run but a script of ours that is named by its hash.
export { historyPage } from './history-page.ts';
export { reportPage } from './report-page.ts';
