/** What things are called that have no name of their own yet: `my-app`, `example-bucket`. */
const KINDS =
  'app|application|service|svc|server|host|node|pod|container|deployment|deploy|release|cluster|namespace|ns|project|bucket|db|database|table|topic|queue|user|username|instance|vm|volume|vol|image|repo|repository|branch|job|cronjob|secret|configmap|stack|function|lambda|domain|site|website|machine|registry|index|consumer|group|' +
  'token|policy|role|account|env|environment|org|organi[sz]ation|resource|resource[-_]?group|rg|subscription|vault|zone|network|subnet|vpc|load[-_]?balancer|pvc|pv|claim|statefulset|daemonset|ingress|workspace|backup|snapshot|dump|schema|pipeline|workflow|runner|worker|client|tenant|customer';
/** Those that are written together with the word before them: `myapp`, `mydbinstance`. */
const JOINED = 'app|service|server|host|node|pod|container|release|cluster|namespace|project|bucket|db|database|table|topic|queue|user|instance|vm|image|repo|secret|stack|function|domain|site|registry|group|rg|resource|vault|account|storage';
/** What may stand before the kind and names nothing either: `my-prod-cluster`, `my-second-app`. */
const WHICH = 'feature|hotfix|custom|prod|production|stg|staging|dev|test|new|old|other|first|second|target|source|remote|local|web|api|backend|frontend|app|db|database|data|k8s|kube|eks|gke|aks|service|cool|awesome|sample|demo|example';
/** `-1`, `-name`, `-xyz`. */
const TAIL = '(?:[-_](?:name|id|\\d{1,6}|[a-z]|xyz))?';
/** What letters and digits in their order are: `abc123`, `xyz12`, `1234567890abcdef0`, `1a2b3c4d`. */
const COUNTED = 'abc|abcde?f?\\d*|abc[-_]?\\d{2,}\\w*|xyz\\d{0,4}|[a-z]?1b2c3\\w*|1a2b3\\w*|0?123456\\w*|deadbeef\\w*';

const word = (text: string, after = ''): RegExp => new RegExp(`(?<![\\w.$%{-])(?:${text})(?![\\w-]|["']?\\s*[({]|\\.(?:ya?ml|json|toml|ini|conf|cfg|env|sh|py|sql|txt|log|csv|tgz|tar|zip|gz|md|pem|crt|key|jar)\\b${after})`, 'gi');

/** Names that stand for another, wherever they are an argument or a part of one. */
export const NAMES: readonly RegExp[] = [
  word(`(?:my|some|any|the)[-_](?:(?:${WHICH})[-_])?(?:${KINDS})${TAIL}`),
  word(`my(?:${JOINED}){1,2}`),
  word(`(?:example|sample)[-_](?:${KINDS})${TAIL}|example`, '|\\.\\w|/'),
  word('(?:foo|baz|qux|foobar)(?:[-_]\\w+)*|bar', '|\\.\\w'),
  word('(?:john|jane)[._-]?doe|jdoe|user:group'),
];

/** What it is the name of, in one word: `-g ResourceGroupName`. */
const NAME_OF = /^[A-Z][a-z]+(?:[A-Z][a-z]+)*Name$/g;

/** An id that was made up, alone or behind what it is the id of: `i-1234567890abcdef0`, `web-7d9f8b6c5-xyz12`. */
export const IDS: readonly RegExp[] = [NAME_OF, word(`(?:[a-z\\d]+-)*(?:${COUNTED})`, '|\\.\\w')];

/** Addresses that are kept for examples, and those that everybody makes up. */
export const ADDRESSES = /(?<![\w.-])(?:1\.2\.3\.4|5\.6\.7\.8|12\.34\.56\.78|192\.0\.2\.\d{1,3}|198\.51\.100\.\d{1,3}|203\.0\.113\.\d{1,3})(?![\w.-])/g;

/** The version that stands for any: `v1.2.3`, alone or as the tag of an image. */
export const VERSIONS = /(?<=^["']?|[:=@][\w-]{0,8}(?<!==))v?1\.2\.3(?=["']?$)/g;

/** The number of a process, which is another each time: `kill -9 28311`, `pg_terminate_backend(4711)`, `KILL 42`. */
export const PROCESSES = /(?<=(?:^|[\s;&|"'])kill\s+(?:-\w+\s+)*(?:(?:query|connection)\s+)?|pg_(?:terminate|cancel)_backend\(\s*)\d{2,}(?![\w.])/gi;

/** Where a login goes that nobody has yet: `user@hostname`, `root@server-ip`. */
export const HOSTS = /(?<=@)(?:host|hostname|server|remote|machine|ip|(?:remote|target|server|host|node)[-_]?(?:host|server|name|ip|address)|ip[-_]?address)(?=["':]|$|\s)/gi;
