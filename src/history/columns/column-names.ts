/** What a history column is for, read from its name. */
export type ColumnRole = 'number' | 'date' | 'time' | 'started' | 'ended' | 'target' | 'environment' | 'operator' | 'duration' | 'outcome' | 'notes' | 'report' | 'other';

/** Column names by role, in lower case and without parentheses. A `*` matches any words. */
export const COLUMN_NAMES: readonly (readonly [ColumnRole, readonly string[]])[] = [
  ['number', ['#', 'no', 'no.', 'nr', 'nr.', 'number', 'run no', 'run number', 'run nr', '№']],
  ['started', ['started', 'started at', 'start', 'start time', 'begin', 'began', 'begun', 'from time']],
  ['ended', ['ended', 'ended at', 'end', 'end time', 'finished', 'finished at', 'completed', 'completed at', 'until']],
  ['date', ['date', 'date *', '* date', 'when', 'timestamp', 'day', 'datum', 'executed', 'executed at', 'executed on', 'run at', 'ran at', 'ran on', 'run on', 'performed on', 'occurred', 'utc', 'last run', 'tested on', 'drill date']],
  ['time', ['time', 'time of day', 'utc time', 'time utc', 'clock', 'hour']],
  ['duration', ['duration', 'wall-clock', 'wall clock', 'wallclock', 'wall-clock time', 'wall clock time', 'time taken', 'time spent', 'time to *', 'elapsed', 'elapsed time', 'took', 'length', 'minutes', 'mins', 'min', 'seconds', 'secs', 'hours', 'mttr', 'ttr', 'rto', 'recovery time', 'actual time', 'run time', 'runtime', 'total time', 'downtime', '* duration', 'duration *']],
  ['operator', ['operator', 'operators', 'by', 'who', 'run by', 'ran by', 'executed by', 'performed by', 'done by', 'engineer', 'on-call', 'on call', 'oncall', 'oncaller', 'responder', 'executor', 'runner', 'user', 'name', 'person', 'author', 'actor', 'owner', 'handled by', 'tester', 'tested by', 'initiated by', 'ic', 'incident commander', 'sre', 'operated by', 'signed', 'signed off by', 'signature']],
  ['outcome', ['outcome', 'result', 'results', 'status', 'success', 'successful', 'pass/fail', 'passed', 'ok', 'state', 'verdict', 'outcome *', 'result *', 'final status', 'ergebnis']],
  ['notes', ['notes', 'note', 'comment', 'comments', 'remarks', 'remark', 'details', 'detail', 'description', 'what happened', 'observations', 'findings', 'summary', 'lessons', 'lessons learned']],
  ['report', ['report', 'report link', 'run report', 'run', 'run link', 'run id', 'log', 'logs', 'log link', 'link', 'links', 'evidence', 'transcript', 'record', 'journal', 'artifact', 'artifacts']],
  ['environment', ['environment', 'env', 'stage', 'tier']],
  ['target', ['target', 'targets', 'app', 'apps', 'application', 'app name', 'service', 'services', 'service name', 'system', 'systems', 'host', 'hostname', 'server', 'node', 'cluster', 'instance', 'region', 'site', 'tenant', 'customer', 'database', 'db', 'component', 'resource', 'where', 'account', 'project', 'device', 'machine', 'vm', 'gateway', 'router', 'switch', 'firewall', 'load balancer', 'broker', 'appliance', 'controller']],
];

/** Words that tell which side of a change a column or parameter names: the bad release is never the one rolled back to. */
export const DIRECTION_WORDS: Readonly<Record<'from' | 'to', readonly string[]>> = {
  from: ['bad', 'broken', 'faulty', 'failing', 'failed', 'from', 'before', 'buggy', 'defective', 'offending'],
  to: ['good', 'to', 'after', 'stable', 'restored', 'healthy', 'safe', 'wanted', 'desired'],
};

/** First words of an outcome cell by their meaning, tried in this order. */
export const OUTCOME_WORDS: readonly (readonly ['success' | 'failed' | 'aborted', RegExp])[] = [
  ['failed', /^(?:un\s*successful|not (?:ok|successful|completed|done|passed|resolved)|partial|incomplete|no success|no\b|fail|error|broke|red\b|ko\b|nok\b|timed? ?out|rollback failed|n\b|false\b|crash)/i],
  ['failed', /^(?:❌|✗|✘|✖|👎|🔴|🟥|💥|🔥|:x:|:red_circle:|:-1:)/u],
  ['aborted', /^(?:abort|cancel|stopp|interrupt|abandon|skipp|halt|withdrawn|called off|gave up|⏹|🛑|🚫|⚠|:warning:|🟡)/iu],
  ['success', /^(?:succe|ok\b|okay|pass|done|complet|fine\b|good\b|green\b|resolved|recovered|restored|healthy|verified|fixed|works|worked|yes\b|y\b|true\b|rolled back|all (?:good|green|clear|ok)|no issues?|clean\b|mitigated|erfolg)/i],
  ['success', /^(?:✅|✔|☑|👍|🟢|🟩|🎉|💚|:white_check_mark:|:heavy_check_mark:|:\+1:|:green_circle:|:tada:)/u],
];

/** The date cell of a template row that only shows how to fill one in. */
export const TEMPLATE_DATE = /y{2,4}\s*[-/.]\s*m{1,2}\s*[-/.]\s*d{1,2}|d{1,2}\s*[-/.]\s*m{1,2}\s*[-/.]\s*y{2,4}|^<date>$|^\[date\]$|^date$/i;

/** Cells that say nothing: empty, a dash, `n/a`, `TBD`, `_none yet_`, `YYYY-MM-DD`, `<name>`. */
export const BLANK_CELL = /^[_*`]*(?:|[-–—?.*_…\s]+|n\/?a|tbd|todo|none(?: yet)?|not yet.*|never|null|unknown|\(none\)|y{2,4}[-/.]m{1,2}[-/.]d{1,2}.*|<[^>]*>|\[[^\]]*\]|\{[^}]*\})[_*`]*$/i;
