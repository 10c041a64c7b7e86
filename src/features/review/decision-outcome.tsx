import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'

/** What the buttons in the bar and the remark beside the form share. */
interface DecisionOutcome {
  /** A sentence about what was done on this page; empty before. */
  outcome: string
  setOutcome: (sentence: string) => void
  /** The remark, which receives the focus once something was done. */
  remark: RefObject<HTMLParagraphElement | null>
}

const DecisionOutcomeContext = createContext<DecisionOutcome | null>(null)

/** Holds what was decided on a review's page. */
export const DecisionOutcomeProvider = ({ children }: { children: ReactNode }) => {
  const [outcome, setOutcome] = useState('')
  const remark = useRef<HTMLParagraphElement>(null)
  const value = useMemo(() => ({ outcome, setOutcome, remark }), [outcome])
  return <DecisionOutcomeContext value={value}>{children}</DecisionOutcomeContext>
}

/** What was decided on this page. @throws Error outside a review's page */
export const useDecisionOutcome = (): DecisionOutcome => {
  const decision = useContext(DecisionOutcomeContext)
  if (decision === null) throw new Error('There is no review to decide here.')
  return decision
}
