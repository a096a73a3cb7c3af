import type { CaseName } from '../src/templates/case-name.ts';

/** The case that all samples are about; people and places are invented. */
export const suggestion: CaseName = {
  title: '关于改造朝阳片区老旧小区供水管网的建议',
  displayNumber: '第30号',
  congress: { body: '东湖区', term: 19, session: 4 },
};

export const UNIT = '东湖区水务局';
export const DESK = '东湖区人大常委会代表工作委员会';
