import type { ReactElement } from 'react';
import { Reclassify } from '../judgement/reclassify.tsx';
import { PlainDrawer } from '../plain-drawer.tsx';
import { AddUnits } from '../units/add-units.tsx';
import type { DeskForm, DeskFormProps } from './desk-form.ts';

function AddUnitsForm({ caseId, keptAs, onClose }: DeskFormProps): ReactElement {
  return (
    <PlainDrawer name={addUnits.name} onClose={onClose}>
      <AddUnits suggestionId={caseId} keptAs={keptAs} onDone={onClose} />
    </PlainDrawer>
  );
}

function ReclassifyForm({ caseId, keptAs, onClose }: DeskFormProps): ReactElement {
  return (
    <PlainDrawer name={reclassify.name} onClose={onClose}>
      <Reclassify suggestionId={caseId} keptAs={keptAs} isMain onDone={onClose} />
    </PlainDrawer>
  );
}

/** 增加承办单位 after 交办. */
export const addUnits: DeskForm = { act: 'assignSuggestion', name: '增加承办单位', Form: AddUnitsForm };

/** 重新分类 after 交办. */
export const reclassify: DeskForm = { act: 'classifySuggestion', name: '重新分类', Form: ReclassifyForm };
