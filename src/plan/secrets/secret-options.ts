/**
 * Options whose value is a secret, and programs whose `NAME=value` arguments all are (`=`): a line a program, its words before its options.
 * Options that are called like a secret (`--password`, `--api-key`) need no line.
 */
export const SECRET_OPTIONS: readonly string[] = [
  'mysql -p', 'mysqldump -p', 'mysqladmin -p', 'mariadb -p', 'mysqlsh -p', 'mongosh -p', 'mongo -p', 'mongodump -p', 'mongorestore -p',
  'docker login -p', 'podman login -p', 'buildah login -p', 'skopeo login -p', 'helm registry login -p', 'oras login -p', 'crane auth login -p', 'oc login -p', 'cf login -p', 'argocd login',
  'sshpass -p', 'redis-cli -a --pass', 'sqlcmd -P', 'bcp -P', 'sqlplus -p', 'clickhouse-client', 'cqlsh -p', 'ldapsearch -w', 'ldapmodify -w', 'ldapadd -w', 'ldappasswd -w -s -a', 'kinit -w', 'htpasswd -b', 'smbclient -U', 'wget --http-password', 'lftp -u', 'curl -u --user --proxy-user --oauth2-bearer', 'http -a --auth', 'https -a --auth', 'xh -a',
  'az login -p', 'az keyvault secret set --value', 'az webapp config appsettings set', 'gcloud secrets', 'aws secretsmanager put-secret-value --secret-string', 'aws secretsmanager create-secret --secret-string', 'aws secretsmanager update-secret --secret-string', 'aws ssm put-parameter --value', 'aws rds modify-db-instance --master-user-password',
  'gh secret set -b --body', 'glab variable set -v --value', 'heroku auth:token', 'fly secrets set =', 'flyctl secrets set =', 'vercel env add', 'netlify env:set', 'wrangler secret put', 'doppler secrets set =', 'supabase secrets set =', 'railway variables set =', 'kubectl create secret =', 'oc create secret =', 'vault kv put =', 'vault write =', 'vault login =', 'op item edit =', 'ansible-vault encrypt_string', 'openssl -passin -passout -pass -k', 'gpg --passphrase', 'zip -P', 'unzip -P', '7z -p', 'restic', 'keytool -storepass -keypass -new', 'jarsigner -storepass -keypass', 'npm config set =', 'twine upload -p', 'pip -p', 'chpasswd', 'rabbitmqctl change_password', 'rabbitmqctl add_user', 'consul -token', 'nomad -token', 'snowsql', 'databricks',
];
