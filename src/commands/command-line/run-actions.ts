/** What `runs` does with one run. */
export const RUN_ACTIONS: Readonly<Record<string, string>> = { show: 'print one run', watch: 'follow one that another terminal drives', report: 'what happened, for people who were not there', pack: 'hand one over as a file' };
