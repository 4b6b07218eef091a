import { existsSync } from 'node:fs';
import type { Cloud } from './cloud.ts';
import type { Handles } from './control.ts';
import type { SamplePerson } from './sign-in/person.ts';

// What stands on the local cloud and is loaded when it is there: the sample and the status pages.
const load = async <T>(file: string): Promise<T | undefined> => {
  const url = new URL(file, import.meta.url);
  return existsSync(url) ? ((await import(url.href)) as T) : undefined;
};

/** Who can sign in. */
export async function loadPeople(): Promise<readonly SamplePerson[]> {
  const sample = await load<{ people: readonly SamplePerson[] }>('./sample/people.ts');
  return (
    sample?.people ?? [
      {
        sub: 'admin',
        name: '管理员',
        nameEn: 'Administrator',
        email: 'admin@local.test',
        role: '系统管理员',
        roleEn: 'administrator',
        group: '评审办 Office',
      },
    ]
  );
}

/** Fills an empty cloud with the sample cycle. */
export async function loadSample(cloud: Cloud): Promise<void> {
  const sample = await load<{ loadSample(cloud: Cloud): Promise<void> }>('./sample/load.ts');
  await sample?.loadSample(cloud);
}

/** The pages under /local/. */
export async function loadPages(): Promise<(cloud: Cloud) => readonly Handles[]> {
  const status = await load<{ statusPages(cloud: Cloud): Handles }>('./status/pages.ts');
  return (cloud) => (status ? [status.statusPages(cloud)] : []);
}
