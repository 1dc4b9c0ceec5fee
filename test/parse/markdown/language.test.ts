import { describe, expect, it } from 'vitest';
import { commands, read } from '../read.ts';

const TEXTS: Readonly<Record<string, string>> = {
  German: 'Dieses Runbook beschreibt, wie die Datenbank nach einem Ausfall aus dem letzten Backup wiederhergestellt wird. Nur nach Freigabe durch den Teamleiter ausführen!',
  French: "Ce document décrit la procédure à suivre pour redémarrer le cluster en cas de panne. À exécuter uniquement avec l'accord du responsable.",
  Spanish: 'Este documento describe cómo reiniciar el servidor de producción. Solo debe ejecutarse si la base de datos no responde.',
  Portuguese: 'Este documento descreve como reiniciar o servidor de produção. Só deve ser executado se o banco de dados não responde.',
  Italian: 'Questo documento descrive come riavviare il server di produzione. Da eseguire solo se il database non risponde. Avvisare gli utenti.',
  Dutch: 'Dit document beschrijft hoe de server in productie herstart moet worden. Alleen uitvoeren als de database niet reageert.',
  Polish: 'Ten dokument opisuje, jak zrestartować serwer produkcyjny. Wykonaj tylko wtedy, gdy baza danych nie odpowiada, i powiadom zespół.',
  Japanese: 'この文書は本番サーバーを再起動する手順です。',
  Russian: 'Только если пул пуст.',
};
const TERSE = 'Restart web nodes, node by node. Drain node, restart nginx, undrain node. Check error rate, check latency. Rollback: previous build.';

/** Whether a command that acts is held, and one that only looks. */
function held(prose: string): readonly boolean[] {
  return commands(read(`# R\n\n${prose}\n\n## 1. X\n\n'''sh\nssh web1 sudo reboot\n'''\n\n'''sh\nuptime\n'''\n`)).map(({ pieces }) => pieces.some((piece) => piece.kind === 'command' && piece.doubts.length > 0));
}

describe('what acts in a file that is not English', () => {
  it.each(Object.entries(TEXTS))('is held: %s', (_, prose) => expect(held(prose)).toEqual([true, false]));
  it.each([TERSE, 'Restart it.', '', 'El Niño.'])('and runs in English, or where too little tells: %j', (prose) => expect(held(prose)).toEqual([false, false]));
  it('so is what stands below one sentence in other letters', () => {
    const [step] = commands(read("# Restart the web server\n\n## Steps\n\n仅在必要时执行：\n\n'''sh\nssh web1 sudo reboot\n'''\n"));
    expect(step?.pieces[0]).toMatchObject({ doubts: [{ kind: 'conditional', text: '仅在必要时执行：' }] });
  });
});
