/** Headers of first columns that name things to act on. */
export const KEY_HEADERS = /^(?:app|application|service|system|host|server|machine|vm|node|instance|cluster|broker|gateway|router|switch(?:es)?|firewall|load[\s-]balancer|appliance|device|controller|environment|env|region|tenant|database|db|name|component|target|site|project|namespace)s?(?:\s+name)?$/i;

/** Headers that need attributes of a machine's kind beside them, since many other tables use them too. */
export const VAGUE_KEY_HEADERS = /^(?:name|component|system|service|environment|env|node|instance|project|namespace|switch(?:es)?|device|controller)s?(?:\s+name)?$/i;

/** Headers of tables about situations, settings or duties. */
export const NO_ATTRIBUTES =
  /\b(?:symptoms?|causes?|fix(?:es)?|actions?|moves?|resolution|remed(?:y|iation)|checks?|commands?|expected|when|why|what|how|if|procedure|cadence|meaning|definition|impact|(?<!\b(?:dyno|instance|machine|node|vm|server|host|cluster|database|disk|volume|workload)\s)type|default|required|example|mandatory|alerts?|metrics?|questions?|answers?|outcome|result|date|effect|discovery|behaviou?r|reason|rationale|steps?|role|responsib\w+|decision|frequency|value|purpose|description|summary|details?)\b/i;

/** Headers that are plainly attributes of a machine's kind. */
export const ATTRIBUTES = /\b(?:url|uri|host(?:name)?|address|ip|endpoint|domain|dns|port|health|region|zone|cluster|namespace|account|project|environment|env|id|arn|bucket|database|db|instance|image|tag|repo(?:sitory)?|branch|queue|topic|stack|tier|context|profile|app|service|node|server|link|console|registry|channel)s?\b/i;
