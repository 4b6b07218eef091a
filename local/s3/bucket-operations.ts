import type { Answer, Call } from './call.ts';
import type { Store } from './store.ts';
import { xmlDocument } from './xml.ts';

export async function headBucket(call: Call, store: Store): Promise<Answer> {
  call.access.demand('s3:ListBucket', call.bucket);
  return { status: 200, headers: { 'x-amz-bucket-region': store.place.region } };
}

/** The document is the location itself; the oldest region calls itself by no name. */
export async function getBucketLocation(call: Call, store: Store): Promise<Answer> {
  call.access.demand('s3:GetBucketLocation', call.bucket);
  const { region } = store.place;
  return { status: 200, body: xmlDocument('LocationConstraint', region === 'us-east-1' ? '' : region) };
}
