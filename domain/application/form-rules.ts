import * as z from 'zod';
import { fileLimits, usualLimits } from '../document/limits.ts';
import { formVersions } from './form-versions.ts';

/** Settings of the application form, pinned with the cycle (A12, A15). */
export const formRules = {
  formVersion: z.enum(formVersions).default('2020.1').describe('The edition of the application form'),
  domicileArea: z
    .string()
    .regex(/^\d{2,6}$/, '行政区划代码的前几位 / the first digits of an administrative division')
    .default('5301')
    .describe('Where the domicile must be: the first digits of its division (GB/T 2260); 5301 is Kunming (A12)'),
  fileLimits: fileLimits
    .default(usualLimits)
    .describe('A16: how large and how many the files of an application may be'),
};
