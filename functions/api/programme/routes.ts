import * as z from 'zod';
import { calendarYear } from '#domain/calendar/working-days';
import { editionFile, editionView } from '#domain/review/criteria/edition';
import { department } from '#domain/programme/departments';
import { calendarFile, loadedCalendar } from '#domain/programme/calendars';
import { newProgramme, programmeView } from '#domain/programme/programme';
import { newRuleSet, ruleSet } from '#domain/programme/rule-set';
import { pageOf, pageQuery, route } from '../route.ts';

const programmeId = z.object({ programmeId: z.string() });

/** Programmes: the awards this installation runs, and their calendars of working days. */
export const programmeRoutes = {
  createProgramme: route({
    method: 'POST',
    path: '/programmes',
    idea: 'programme',
    summary: { zh: '设立奖项', en: 'Set up a programme' },
    articles: ['A3'],
    who: ['administrator'],
    body: newProgramme,
    answer: programmeView,
    status: 201,
  }),
  listProgrammes: route({
    method: 'GET',
    path: '/programmes',
    idea: 'programme',
    summary: { zh: '奖项列表', en: 'The programmes' },
    who: 'public',
    query: pageQuery,
    answer: pageOf(programmeView),
  }),
  addRuleSet: route({
    method: 'POST',
    path: '/programmes/{programmeId}/rule-sets',
    idea: 'programme',
    summary: { zh: '录入一版管理办法', en: 'Add a version of the rule set' },
    articles: ['A1'],
    who: ['administrator'],
    params: programmeId,
    body: newRuleSet,
    answer: ruleSet,
    status: 201,
  }),
  listRuleSets: route({
    method: 'GET',
    path: '/programmes/{programmeId}/rule-sets',
    idea: 'programme',
    summary: { zh: '管理办法的各个版本', en: 'The versions of the rule set' },
    articles: ['A1'],
    who: 'public',
    params: programmeId,
    answer: z.object({ items: z.array(ruleSet) }),
  }),
  loadEdition: route({
    method: 'POST',
    path: '/programmes/{programmeId}/criteria',
    idea: 'programme',
    summary: { zh: '录入一个版本的评审标准', en: 'Load an edition of the criteria' },
    articles: ['A11'],
    who: ['administrator'],
    params: programmeId,
    body: editionFile,
    answer: editionView,
    status: 201,
  }),
  listEditions: route({
    method: 'GET',
    path: '/programmes/{programmeId}/criteria',
    idea: 'programme',
    summary: { zh: '评审标准的各个版本', en: 'The editions of the criteria' },
    articles: ['A11'],
    who: 'public',
    params: programmeId,
    query: pageQuery,
    answer: pageOf(editionView),
  }),
  loadCalendar: route({
    method: 'PUT',
    path: '/programmes/{programmeId}/calendars/{year}',
    idea: 'programme',
    summary: { zh: '录入某年的节假日与调休', en: "Load a year's holidays and shifted working days" },
    who: ['administrator'],
    params: programmeId.extend({ year: z.coerce.number().int() }),
    body: calendarFile,
    answer: loadedCalendar,
  }),
  listDepartments: route({
    method: 'GET',
    path: '/programmes/{programmeId}/departments',
    idea: 'programme',
    summary: { zh: '征求意见的部门名录', en: 'The departments that can be consulted' },
    articles: ['A16'],
    who: 'registered',
    params: programmeId,
    answer: z.object({ items: z.array(department) }),
  }),
  saveDepartments: route({
    method: 'PUT',
    path: '/programmes/{programmeId}/departments',
    idea: 'programme',
    summary: { zh: '维护征求意见的部门名录', en: 'Write the list of departments anew' },
    articles: ['A16'],
    who: ['administrator'],
    params: programmeId,
    body: z.object({ items: z.array(department).min(1).max(60) }),
    answer: z.object({ items: z.array(department) }),
  }),
  listCalendars: route({
    method: 'GET',
    path: '/programmes/{programmeId}/calendars',
    idea: 'programme',
    summary: { zh: '节假日与调休安排', en: 'The calendars of working days' },
    who: 'public',
    params: programmeId,
    answer: z.object({
      items: z.array(loadedCalendar),
      earlier: z.array(loadedCalendar).describe('Revisions that were replaced'),
    }),
  }),
  listPublishedCalendars: route({
    method: 'GET',
    path: '/published-calendars',
    idea: 'programme',
    summary: {
      zh: '国务院办公厅已公布年份的日历,供录入',
      en: 'Calendars of the years that are published, to be loaded',
    },
    articles: ['A16'],
    who: 'public',
    answer: z.object({ items: z.array(calendarYear) }),
  }),
} as const;
