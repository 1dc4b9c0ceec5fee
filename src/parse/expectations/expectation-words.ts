import { beginningWith, having, type Pattern } from '../../model/index.ts';

/** Words before what one should see; group `rest` is what comes after. The first that matches counts. */
export const LEADS: readonly Pattern[] = [
  beginningWith('expect|expects|expected|expectation', /^expect(?:ed|ation|s)?\s*:\s*(?<rest>\S[\s\S]*)$/i),
  beginningWith('expect|expects|expected|expectation', /^expected\s+(?:command\s+)?(?:output|result|response|value|outcome)s?\s*(?::|\b(?:is|are|should be)\b:?)\s*(?<rest>\S[\s\S]*)$/i),
  beginningWith('expect|expects|expected|expectation', /^expected\s+(?<aspect>[^:`"“”=>→\n]{1,60}?)\s*:\s+(?<rest>\S[\s\S]*)$/i),
  beginningWith('expect|expects|expected|expectation', /^expected\s+to\s+(?:see|be|return|print|show|output)\s+(?<rest>\S[\s\S]*)$/i),
  beginningWith('expect|expects|expected|expectation', /^expects?\s+(?:to\s+see\s+)?(?<rest>\S[\s\S]*)$/i),
  having('should', /^(?:you|this|it|output|result)?\s*should\s+(?:see|return|print|show|output|report|display|say)\b\s*:?\s*(?<rest>\S[\s\S]*)$/i),
  /^(?:=>|->|→|⇒)\s*(?<rest>\S[\s\S]*)$/,
];

/** What is looked at, and not who reads or what was taken as given. */
const SOMETHING = String.raw`^(?!(?:you|we|if|this|it|prerequisites?|pre-?conditions?|requirements?|before|beforehand|first|assum\w+)\b)\S.{0,80}?\s`;
/** "should all show 2", "must not appear", "should be ready". */
const SHOWS = String.raw`(?:should|must)\s+(?:all\s+)?(?:not\s+)?(?:show|return|print|say|report|list|read|appear|be (?:gone|empty|listed|there|missing|running|ready|\d+(?=[\s.!]*$)))`;
/** "Should be 3", and not what should be done: "Should be run as root". */
const DONE = 'run|done|executed|used|performed|set|added|removed|deleted|restarted|stopped|started|called|kept|made|avoided|updated|changed|replaced|rotated|repeated|followed|tested|careful|able|idempotent|safe|enough';
const SHOULD_BE = String.raw`^should\s+(?:now\s+|all\s+|always\s+)?be\b:?\s+(?!(?:${DONE})\b)`;

/** A comment that says of what is seen how it should be: "READY should all show 2". The whole of it counts; what has to be so before is none: "Prerequisites: the store must be running". */
export const SHOULD = having('should|must', new RegExp(`${SOMETHING}${SHOWS}\\b.{0,80}$|${SHOULD_BE}\\S.{0,80}$`, 'i'));

/** A lead that announces what follows on the next lines: `Expected output:`. */
export const BARE_LEAD = having('expect|should', /^(?:expect(?:ed|ation|s)?|expected\s+(?:command\s+)?(?:output|result|response|value|outcome)s?(?:\s*\([^()]{1,60}\))?|expected\s+(?:output\s+)?(?:for|on|in|when|after|before|from|at)\s[^:`"“”]{1,60}|(?:you\s+|it\s+)?should\s+(?:see|return|print|show|output|report|display|say))\s*:$/i);

/** "Expected <this>:" speaks of time or cost and not of output. */
export const NOT_OUTPUT = /\b(?:time|duration|wall-?clock|downtime|eta|cost|impact|audience|reader|behaviou?r change)\b/i;

/** "Expected <this>:" speaks of the status, which no text can show: "exit code 0", "exit 0", "returns 1", "rc=0". Not "exited with code 0", which programs print. */
export const EXIT_STATUS = /\b(?:exit|return)\s+(?:code|status|value)|\b(?:exits?|returns)(?:\s+with\s+|\s*[:=]+\s*|\s+)(?:\d|non-?zero)|^(?:rc|ret(?:val)?|\$\?)\s*[:=]*\s*\d{1,3}\b|\bnon-?zero exit\b|^exit$/i;

/** Words that turn a list of parts into a sentence about what is absent or about every line. */
export const NEGATION_OR_QUANTIFIER = /(?<![\w-])(?:no|not|never|without|all|every|each|only|none|nothing|neither|nor|cannot|absent|empty|\w+n['’]t)(?![\w-])/i;

/** Words and signs that make a number a bound and not a text. */
export const COMPARISON = /(?:^|\s)[<>]=?\s*[\d.]|[≤≥≈~]\s*\d|\b(?:about|around|roughly|approximately|at least|at most|up to \d|(?:more|less|fewer|greater|higher|lower) than|under|over|within|between|below|above|takes?|downtime|or (?:more|less|fewer|higher|lower))\b/i;

/** Text that differs from run to run: a sample of it cannot be compared. */
export const VOLATILE = /\d{4}-\d\d-\d\d|\d\d:\d\d|\b\d+(?:ms|s|m|h|d)(?:\d+s)?\b|\b\d+ (?:seconds?|minutes?|hours?|days?|weeks?) ago|\b[0-9a-f]{7,}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b|-[0-9a-f]{8,10}-[a-z0-9]{5}\b/i;

/** Words after which a part need not be there: the operator knows which case it is. */
export const CONDITION = /(?<![\w-])(?:if|unless|otherwise)(?![\w-])/i;

/** A single word that tells of a state and that no program prints. */
export const STATE = /^(?:exists?|present|absent|works?|succeeds?|appears?|match(?:es)?|listed|reachable|visible|installed|unchanged)[.!]?$/i;

/** A file to compare with: its name is not in the output. */
export const FILE_TO_COMPARE = /\b(?:match(?:es)?|same as|as in|identical to|according to|per)\s+(?:the\s+|that\s+of\s+)?`[^`\s]+\.(?:ya?ml|json|toml|md|tf|conf|cfg|ini|sh|py)`/i;

/** It tells of several steps at once: what one of them prints is not in what the others do. */
export const OF_A_STEP = /\b(?:on|in|of|at|for|from|after)\s+steps?\s+\d/i;

/** Something left out: nobody can look for what is not there. */
export const LEFT_OUT = /\.{3,}|…/;

/** A number that the reader is to put in: `vN`, `release vX`. */
export const NUMBER_LETTER = /(?<![\p{L}\p{N}])v[NX](?![\p{L}\p{N}])/u;

/** A negation or quantifier that is a value itself: `changed: none`. */
export const VALUE_WORD = /(?<=[:=]\s*)(?:no|not|never|all|every|none|nothing|only|empty|absent)(?=$|[\s,;.])/gi;
