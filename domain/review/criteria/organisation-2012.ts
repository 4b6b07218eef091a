const process = (code: string, points: number, zh: string, en: string) =>
  ({ code, points, zh, en, scoredBy: 'process' }) as const;
const result = (code: string, points: number, zh: string, en: string) =>
  ({ code, points, zh, en, scoredBy: 'result' }) as const;

/**
 * GB/T 19580-2012 with the points of GB/Z 19579-2012: 7 categories, 23 items, 1000 points. Clause x.1 of every category
 * is its introduction and carries no points, so the items begin with x.2.
 */
export const organisationCriteria = {
  edition: 'GB/T 19580-2012',
  categories: [
    {
      code: '4.1',
      zh: '领导',
      en: 'Leadership',
      items: [
        process('4.1.2', 50, '高层领导的作用', 'Role of senior leaders'),
        process('4.1.3', 30, '组织治理', 'Governance'),
        process('4.1.4', 30, '社会责任', 'Social responsibility'),
      ],
    },
    {
      code: '4.2',
      zh: '战略',
      en: 'Strategy',
      items: [
        process('4.2.2', 40, '战略制定', 'Strategy development'),
        process('4.2.3', 50, '战略部署', 'Strategy deployment'),
      ],
    },
    {
      code: '4.3',
      zh: '顾客与市场',
      en: 'Customers and market',
      items: [
        process('4.3.2', 40, '顾客和市场的了解', 'Knowledge of customers and market'),
        process('4.3.3', 50, '顾客关系与顾客满意', 'Customer relations and satisfaction'),
      ],
    },
    {
      code: '4.4',
      zh: '资源',
      en: 'Resources',
      items: [
        process('4.4.2', 60, '人力资源', 'Human resources'),
        process('4.4.3', 15, '财务资源', 'Financial resources'),
        process('4.4.4', 20, '信息和知识资源', 'Information and knowledge'),
        process('4.4.5', 15, '技术资源', 'Technology'),
        process('4.4.6', 10, '基础设施', 'Infrastructure'),
        process('4.4.7', 10, '相关方关系', 'Relations with interested parties'),
      ],
    },
    {
      code: '4.5',
      zh: '过程管理',
      en: 'Process management',
      items: [
        process('4.5.2', 50, '过程的识别与设计', 'Identification and design of processes'),
        process('4.5.3', 50, '过程的实施与改进', 'Running and improving processes'),
      ],
    },
    {
      code: '4.6',
      zh: '测量、分析与改进',
      en: 'Measurement, analysis and improvement',
      items: [
        process('4.6.2', 40, '测量、分析和评价', 'Measurement, analysis and evaluation'),
        process('4.6.3', 40, '改进与创新', 'Improvement and innovation'),
      ],
    },
    {
      code: '4.7',
      zh: '结果',
      en: 'Results',
      items: [
        result('4.7.2', 80, '产品和服务结果', 'Products and services'),
        result('4.7.3', 80, '顾客与市场结果', 'Customers and market'),
        result('4.7.4', 80, '财务结果', 'Finance'),
        result('4.7.5', 60, '资源结果', 'Resources'),
        result('4.7.6', 50, '过程有效性结果', 'Effectiveness of processes'),
        result('4.7.7', 50, '领导方面的结果', 'Leadership'),
      ],
    },
  ],
} as const;
