// Pages of one file each, which fetch nothing and run nothing but our own script, allowed by its hash.
export { historyPage } from './history-page.ts';
export { reportPage } from './report-page.ts';
