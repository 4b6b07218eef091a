import * as z from 'zod';

/** Colder to the right: a transition only ever goes that way. */
export const STORAGE_CLASSES = [
  'STANDARD',
  'STANDARD_IA',
  'INTELLIGENT_TIERING',
  'ONEZONE_IA',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
] as const;
export type StorageClass = (typeof STORAGE_CLASSES)[number];

const days = z.coerce.number().int().nonnegative();
const date = z.union([z.string(), z.date()]).transform((value, context) => {
  const at = new Date(value).getTime();
  if (!Number.isNaN(at)) return at;
  context.addIssue('not a date');
  return z.NEVER;
});
const colder = z.enum(STORAGE_CLASSES).exclude(['STANDARD']);

/** One rule with the names of CloudFormation's AWS::S3::Bucket LifecycleConfiguration; unknown names are refused. */
export const lifecycleRule = z.strictObject({
  Id: z.string().optional(),
  Status: z.enum(['Enabled', 'Disabled']),
  Prefix: z.string().default(''),
  TagFilters: z.array(z.strictObject({ Key: z.string(), Value: z.string() })).default([]),
  ObjectSizeGreaterThan: z.coerce.number().optional(),
  ObjectSizeLessThan: z.coerce.number().optional(),
  ExpirationInDays: days.optional(),
  ExpirationDate: date.optional(),
  ExpiredObjectDeleteMarker: z.boolean().default(false),
  NoncurrentVersionExpirationInDays: days.optional(),
  NoncurrentVersionExpiration: z
    .strictObject({ NoncurrentDays: days, NewerNoncurrentVersions: z.coerce.number().int().default(0) })
    .optional(),
  Transitions: z
    .array(z.strictObject({ StorageClass: colder, TransitionInDays: days.optional(), TransitionDate: date.optional() }))
    .default([]),
  NoncurrentVersionTransitions: z
    .array(
      z.strictObject({
        StorageClass: colder,
        TransitionInDays: days,
        NewerNoncurrentVersions: z.coerce.number().int().default(0),
      }),
    )
    .default([]),
  AbortIncompleteMultipartUpload: z.strictObject({ DaysAfterInitiation: days }).optional(),
});
export type LifecycleRule = z.output<typeof lifecycleRule>;
