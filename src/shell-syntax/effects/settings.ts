import type { Effect } from '../../model/index.ts';

/** Variables that decide which cluster, account or machine later commands speak to. */
const CONTEXT = /^(?:PATH|KUBECONFIG|KUBE_CONTEXT|HELM_KUBECONTEXT|HELM_NAMESPACE|AWS_(?:PROFILE|DEFAULT_PROFILE|REGION|DEFAULT_REGION|CONFIG_FILE|SHARED_CREDENTIALS_FILE|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|ENDPOINT_URL\w*|ROLE_ARN)|CLOUDSDK_\w+|GOOGLE_(?:APPLICATION_CREDENTIALS|CLOUD_PROJECT|CREDENTIALS)|AZURE_\w+|ARM_\w+|TF_WORKSPACE|TF_DATA_DIR|TF_CLI_ARGS\w*|TF_VAR_\w+|HEROKU_(?:APP|API_KEY)|FLY_APP|FLY_API_TOKEN|DOCKER_(?:HOST|CONTEXT|CONFIG)|VAULT_(?:ADDR|TOKEN|NAMESPACE)|CONSUL_HTTP_(?:ADDR|TOKEN)|NOMAD_(?:ADDR|TOKEN|NAMESPACE)|PG(?:HOST|PORT|USER|DATABASE|SERVICE|PASSWORD|PASSFILE|OPTIONS)|MYSQL_(?:HOST|PWD|TCP_PORT)|REDISCLI_AUTH|ETCDCTL_\w+|SSH_AUTH_SOCK|GH_(?:HOST|REPO|TOKEN)|GITHUB_TOKEN|OP_\w+|HOME|CDPATH|GIT_DIR|GIT_WORK_TREE)$/;
/** Variables whose value is loaded or run by the shell or by programs that are called later. */
const CODE = /^(?:LD_\w+|DYLD_\w+|BASH_ENV|SHELLOPTS|BASHOPTS|BASH_FUNC\w*|PROMPT_COMMAND|PS4|IFS|GLOBIGNORE|PYTHON(?:PATH|STARTUP|HOME|INSPECT)|NODE_(?:OPTIONS|PATH)|PERL(?:5LIB|5OPT|5DB)|PERLLIB|RUBY(?:OPT|LIB)|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|GIT_(?:SSH|SSH_COMMAND|PROXY_COMMAND|EXTERNAL_DIFF|EDITOR|SEQUENCE_EDITOR|PAGER|ASKPASS|EXEC_PATH|CONFIG\w*)|(?:MAN|GIT_|SYSTEMD_|AWS_|GH_|PSQL_)?PAGER|EDITOR|VISUAL|SUDO_(?:ASKPASS|EDITOR)|SSH_ASKPASS|LESSOPEN|LESSCLOSE|BROWSER|MAKEFLAGS|HELM_(?:PLUGINS|DATA_HOME|CONFIG_HOME|BIN)|XDG_(?:CONFIG|DATA)_(?:HOME|DIRS)|KREW_ROOT|OPENSSL_(?:CONF|MODULES|ENGINES)|GCONV_PATH|TF_(?:CLI_CONFIG_FILE|PLUGIN_CACHE_DIR)|TERRAFORM_CONFIG|CLOUDSDK_PYTHON\w*|ANSIBLE_\w+|GEM_(?:HOME|PATH)|BUNDLE_\w+|CLASSPATH|GIT_(?:TRACE\w*|TEMPLATE_DIR)|PSQLRC|PGSYSCONFDIR|VIMINIT|FZF_DEFAULT_(?:COMMAND|OPTS)|MANOPT|CURL_HOME|WGETRC|INPUTRC|TERMINFO|HOSTALIASES|RSYNC_RSH|CVS_RSH|KUBECTL_EXTERNAL_DIFF|KUBE_EDITOR|DOCKER_CLI_\w+|npm_config_\w+)$/;

/** What setting a variable does: most change nothing that another command looks at. A name that an expansion decides may be any. */
export function settingEffect(name: string, value: string | null): Effect {
  if (!/^\w+$/.test(name)) return 'unknown';
  // Teams call a stage of theirs `ENV`; only an interactive shell takes a file from it.
  if (name === 'ENV') return value !== null && /[/~]/.test(value) ? 'unknown' : 'reads';
  const runsCode = CODE.test(name);
  if (!runsCode) return CONTEXT.test(name) ? 'changes' : 'reads';
  // `AWS_PAGER=""`, `PAGER=cat`, `IFS=,` switch something off, and run nothing.
  return value !== null && (value === '' || value === 'cat' || name === 'IFS') ? 'reads' : 'unknown';
}
