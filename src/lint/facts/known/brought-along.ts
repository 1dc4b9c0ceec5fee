import { isShellVariable } from '../../../shell-syntax/index.ts';

/** Variables that an operator's machine usually has: from the session, cloud tools or CI. */
const BROUGHT_ALONG = /^(?:HOME|USER|LOGNAME|SHELL|TERM|LANG|LC_\w+|TZ|EDITOR|VISUAL|PAGER|TMPDIR|DISPLAY|SSH_\w+|XDG_\w+|KUBECONFIG|KUBE_EDITOR|AWS_\w+|GOOGLE_\w+|CLOUDSDK_\w+|AZURE_\w+|ARM_\w+|DIGITALOCEAN_\w+|VAULT_\w+|CONSUL_\w+|NOMAD_\w+|DOCKER_\w+|HTTPS?_PROXY|NO_PROXY|PG[A-Z]+|GIT_\w+|GITHUB_\w+|GITLAB_\w+|CI(?:_\w+)?|RUNBOOK_\w+|TF_\w+|GOPATH|JAVA_HOME)$/;

/** Whether a variable has a value without the runbook: from the shell itself, or from the operator's machine. */
export function isBroughtAlong(name: string): boolean {
  return isShellVariable(name) || BROUGHT_ALONG.test(name) || !/^[A-Za-z_]\w*$/.test(name);
}
