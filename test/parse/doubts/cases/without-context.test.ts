import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

const PROMOTE = 'kubectl --context west exec db-0 -- promote';
const TOLD = `${PROMOTE}\n'''\n\n'''sh\nkubectl --context=east get pods`;
/** What holds the last block of some. */
const last = (...codes: readonly string[]): readonly string[] => commands(read(`# Fail over\n\n${codes.map((code) => `'''sh\n${code}\n'''`).join('\n\n')}\n`)).at(-1)!.pieces.flatMap(({ doubts }) => doubts.map(({ kind, text, line }) => `${kind}: ${text}, line ${line}`));

describe('what acts without a context, where other commands of the file say which', () => {
  it.each(['kubectl delete pod db-0', 'helm upgrade shop ./shop', 'for p in a b; do kubectl delete pod $p; done'])('is held: %s', (code) => expect(last(TOLD, code)).toEqual(['conditional: kubectl --context west, line 4']));
  it('a profile is one', () => expect(last('aws --profile a s3 ls', 'aws s3 ls --profile=b', 'aws s3 rm s3://x/y')).toEqual(['conditional: aws --profile a, line 4']));
  it('a variable before a command is one, and sets it for no other', () => expect(last('AWS_PROFILE=a aws s3 ls', 'aws s3 ls --profile=b', 'aws s3 rm s3://x/y')).toEqual(['conditional: AWS_PROFILE=a aws, line 4']));
  it.each([
    ['what has a variable', [TOLD, 'KUBECONFIG=/etc/east.yaml kubectl delete pod db-0']], ['once a variable is set', [TOLD, 'export KUBECONFIG=/etc/east.yaml', 'kubectl delete pod db-0']], ['what has a file', [TOLD, 'kubectl --kubeconfig east.yaml delete pod db-0']],
    ['what looks', [TOLD, 'kubectl get pods']], ['what has one', [TOLD, 'helm --kube-context east upgrade shop ./shop']], ['once it is set', [TOLD, 'kubectl config use-context east', 'kubectl delete pod db-0']], ['what sets it', [TOLD, 'kubectl config use-context east']],
    ['after a login', ['gcloud container clusters get-credentials east', TOLD, 'kubectl delete pod db-0']], ['another program', [TOLD, 'aws s3 rm s3://x/y']], ['what is of this machine', [TOLD, 'helm repo add shop https://charts.shop']], ['where one command alone has one', [PROMOTE, 'kubectl delete pod db-0']],
  ])('is not: %s', (_, codes) => expect(last(...codes)).toEqual([]));
});
