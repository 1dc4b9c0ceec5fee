import { describe, expect, it } from 'vitest';
import { isProduction, namedPlaces } from '../../src/context/index.ts';
import { analyzeShell } from '../../src/shell-syntax/index.ts';

const namesOf = (code: string): readonly string[] => namedPlaces(null, [], analyzeShell(code).commands).map(({ what, name }) => `${what} ${name}`);

describe('the places that a command names', () => {
  it.each([
    ['ssh db-prod-1 sudo systemctl restart postgres', ['the host db-prod-1']],
    ['ssh -i key -p 2222 ops@db-prod-1 uptime', ['the host db-prod-1']],
    ['sudo ssh "$PROD_HOST"', ['the host $PROD_HOST']],
    ['scp dump.sql ops@db-prod-1:/tmp/ && rsync -a x/ web-prod:/srv', ['the host db-prod-1', 'the host web-prod']],
    ['sftp ops@db-prod-1; sftp web-prod:/srv/x', ['the host db-prod-1', 'the host web-prod']],
    ['kubectl --context prod-eu -n shop delete pod api-0', ['the kube-context prod-eu', 'the namespace shop']],
    ['helm --kube-context=prod upgrade x y', ['the kube-context prod']],
    ['psql -hdb.prod.internal -c "drop table x"', ['the host db.prod.internal']],
    ['aws --profile acme-prod s3 rm s3://x', ['the profile acme-prod']],
    ['heroku ps:restart -a raxx-api-prod', ['the app raxx-api-prod']],
    ['deployctl run --env production', ['the environment production']],
    ['AWS_PROFILE=acme-prod aws s3 rm s3://x', ['the profile acme-prod']],
    ['sudo env PGHOST=db-prod psql -c "drop table x"', ['the host db-prod']],
    ['export KUBECONFIG=/etc/prod.yaml\nkubectl delete pod x', ['the kubeconfig /etc/prod.yaml']],
    ['kubectl config use-context prod-eu && kubectl delete pod x', ['the kube-context prod-eu']],
    ['terraform workspace select prod\nterraform apply', ['the workspace prod']],
    ['gcloud config set project acme-prod; gcloud compute instances delete web', ['the project acme-prod']],
    ['aws eks update-kubeconfig --name prod', ['the cluster prod']],
    ['az vm restart -g rg-prod -n web', ['the resource group rg-prod']],
    ['ansible -b web-prod -m reboot; ansible-playbook -i inventories/prod site.yml', ['the hosts web-prod', 'the inventory inventories/prod']],
    ['psql "host=db-prod dbname=shop" -c "drop table x"', ['the host db-prod']],
    ['kafka-topics.sh --bootstrap-server kafka-prod:9092 --delete --topic t', ['the host kafka-prod:9092']],
    ['RAILS_ENV=production bin/rails db:migrate', ['the environment production']],
    ['AWS_PROFILE=$P aws s3 ls; export X=prod; kubectl config view prod', []],
    ['grep -n production app.log; ls -a prod', []],
    ['psql -h --host', []],
    ['echo constructor --context', []],
  ])('%s', (code, expected) => {
    expect(namesOf(code)).toEqual(expected);
  });

  it('count beside the place that the piece is to run in and the hosts of its URLs', () => {
    expect(namedPlaces({ kind: 'ssh', host: 'web1' }, [{ host: 'api.example' }], [])).toEqual([{ what: 'the host', name: 'web1' }, { what: 'the host', name: 'api.example' }]);
  });

  it('say why it is production', () => {
    const places = namedPlaces(null, [], analyzeShell('kubectl --context prod-eu delete pod x').commands);
    expect(isProduction({ target: null, places, context: [] }, null)).toEqual({ yes: true, why: 'the kube-context prod-eu' });
  });
});
