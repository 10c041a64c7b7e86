import { describe, expect, it } from 'vitest'
import { questionnaireState } from './questionnaire-state.ts'

describe('where a questionnaire stands', () => {
  it.each([
    [{ isManualUpload: true, isCompleted: true, status: 'SENT' }, 'Uploaded'],
    [{ isManualUpload: false, isCompleted: true, status: 'SENT' }, 'Completed'],
    [{ isManualUpload: false, isCompleted: false, status: 'SENT' }, 'Sent'],
    [{ isManualUpload: false, isCompleted: false, status: 'DRAFT' }, 'Draft'],
    [{ isManualUpload: null, isCompleted: null, status: undefined }, 'Sent'],
    [{ isManualUpload: false, isCompleted: false, status: 'EXPIRED' }, 'EXPIRED'],
  ])('%o is %s', (questionnaire, label) => {
    expect(questionnaireState(questionnaire).label).toBe(label)
  })

  it('is good only when its answers are there', () => {
    const state = { isManualUpload: false, status: 'SENT' }
    expect(questionnaireState({ ...state, isCompleted: true }).tone).toBe('positive')
    expect(questionnaireState({ ...state, isCompleted: false }).tone).toBe('neutral')
  })
})
