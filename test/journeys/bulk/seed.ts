import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { systemActor } from '#domain/actor';
import type { Application } from '#domain/application/application';
import { decided } from '#domain/record';
import { applications } from '#functions/store/applications';
import { creditCodeOf, organisationForm } from '#local/sample/forms';
import { anOrganisation } from '#test/build/eligibility';
import { answered } from '#test/build/notice';
import { serve } from '#test/local/dynamodb/server';

/** Where the applications are put. */
interface Ground {
  readonly dir: string;
  readonly tables: { readonly core: string; readonly audit: string };
  readonly programmeId: string;
  readonly cycleId: string;
  readonly now: string;
}

const atATime = 20;

/** Puts so many applications before their notice, straight into the table of a cloud that is not running. */
export async function seed({ dir, tables, programmeId, cycleId, now }: Ground, count: number): Promise<void> {
  const served = await serve({ file: join(dir, 'dynamodb.sqlite') });
  const store = applications({
    documents: DynamoDBDocumentClient.from(served.client, { marshallOptions: { removeUndefinedValues: true } }),
    ...tables,
    newId: (prefix) => `${prefix}_seed`,
    now: () => now,
  });
  const saved = { savedAt: now, savedBy: 'seed', savedByName: 'seed', version: 1 };
  const one = (n: number): Application => {
    const creditCode = creditCodeOf(50_000 + n);
    const { profile, results } = organisationForm(creditCodeOf(50_000 + n), `示例公司${n}`, [2024, 2025, 2026]);
    const base = anOrganisation({ stage: 'EligibilityNotice', consultations: answered });
    return {
      ...base,
      version: 0,
      programmeId,
      cycleId,
      applicationId: `app_seed${String(n).padStart(6, '0')}`,
      ownerId: 'nobody',
      code: `S-${n}`,
      sections: {
        organisationIdentity: {
          ...saved,
          content: { ...base.sections.organisationIdentity!.content, name: `示例公司${n}`, creditCode },
        },
        profile: { ...saved, content: profile },
        results: { ...saved, content: results },
      },
    };
  };
  for (let n = 0; n < count; n += atATime)
    await Promise.all(
      Array.from({ length: Math.min(atATime, count - n) }, (_, i) =>
        // Without events: nothing follows from their being there.
        store.save(decided({ actor: systemActor, now }, one(n + i))),
      ),
    );
  await served.stop();
}
