import { DatabaseSync } from 'node:sqlite';
import type { Mail, MailFilter } from './mail.ts';

type Row = Record<string, string | number>;

/** Mails in an SQLite file; `:memory:` keeps them as long as the process. */
export function openMailStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS mail (id INTEGER PRIMARY KEY AUTOINCREMENT, received_at REAL NOT NULL, content TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS recipient (address TEXT NOT NULL, mail INTEGER NOT NULL, PRIMARY KEY (address, mail)) WITHOUT ROWID;`);
  const insertMail = db.prepare('INSERT INTO mail (received_at, content) VALUES (?, ?)');
  const insertRecipient = db.prepare('INSERT OR IGNORE INTO recipient (address, mail) VALUES (?, ?)');
  const one = db.prepare('SELECT * FROM mail WHERE id = ?');
  const newest = db.prepare(`SELECT * FROM mail
    WHERE received_at >= :since
      AND (:to = '' OR EXISTS (SELECT 1 FROM recipient WHERE address = :to AND mail = id))
      AND (:subject = '' OR instr(content ->> 'subject', :subject) > 0)
    ORDER BY id DESC LIMIT :limit`);

  return {
    add(mail: Omit<Mail, 'id'>): void {
      const { receivedAt, ...content } = mail;
      db.exec('BEGIN IMMEDIATE');
      try {
        const { lastInsertRowid } = insertMail.run(receivedAt, JSON.stringify(content));
        for (const address of mail.to) insertRecipient.run(address.toLowerCase(), lastInsertRowid);
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    /** Newest first. */
    list: ({ to = '', subject = '', since = 0, limit = 200 }: MailFilter): Mail[] =>
      (newest.all({ to: to.toLowerCase(), subject, since, limit }) as Row[]).map(mailOf),
    find(id: number): Mail | undefined {
      const row = one.get(id) as Row | undefined;
      return row && mailOf(row);
    },
    close: (): void => db.close(),
  };
}

function mailOf(row: Row): Mail {
  const content = JSON.parse(String(row.content)) as Omit<Mail, 'id' | 'receivedAt'>;
  return { id: Number(row.id), receivedAt: Number(row.received_at), ...content, html: content.html };
}
