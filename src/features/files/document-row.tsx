import '@mantine/core/styles/Anchor.css'
import { Anchor, Group } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import { downloadAddress } from '../../api/documents.ts'
import { type Explanation, explainError } from '../../api/transport/explain-error.ts'
import type { VendorDocument } from '../../domain/contract/document.ts'
import { DOCUMENT_TYPE_LABELS, labelOf } from '../../domain/contract/labels.ts'
import { extensionOf } from '../../domain/file-types.ts'
import { formatInstantDay } from '../../lib/dates.ts'
import { safeHref } from '../../lib/links.ts'
import { visibleText } from '../../lib/text.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { FieldNote } from '../../ui/fields/field-note.tsx'
import { usePrinting } from '../../ui/hooks/use-printing.ts'
import { QuietButton } from '../../ui/layout/quiet-button.tsx'
import { RequestId } from '../../ui/layout/request-id.tsx'
import classes from './files.module.css'

/** Why a document did not open. */
type Problem = Pick<Explanation, 'sentence' | 'requestId'>

interface DocumentRowProps {
  vendorId: number
  document: VendorDocument
  /** Opens the document beside a form. */
  onRead?: ((documentId: number) => void) | undefined
}

const NO_ADDRESS =
  'Drata gave no address for downloading this document. Open the vendor in Drata to get it.'

/** How long a download address is certainly valid (contract, point 21). */
const ADDRESS_LIFE_MS = 50_000

/**
 * One document of a list. Its download address lives for a minute, so it is requested on the click.
 * The tab opens immediately, since a browser blocks tabs that open later.
 */
export const DocumentRow = ({ vendorId, document, onRead }: DocumentRowProps) => {
  const isPrinting = usePrinting()
  const nameId = useId()
  const [isOpening, setIsOpening] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [blocked, setBlocked] = useState<string>()
  useEffect(() => {
    if (blocked === undefined) return undefined
    const timer = setTimeout(() => setBlocked(undefined), ADDRESS_LIFE_MS)
    return () => clearTimeout(timer)
  }, [blocked])
  const name = visibleText(document.name) ?? `Document #${document.id}`

  const open = async (): Promise<void> => {
    const tab = window.open('', '_blank')
    // The opened document must not have access to this page.
    if (tab) tab.opener = null
    setIsOpening(true)
    setProblem(undefined)
    setBlocked(undefined)
    try {
      const address = safeHref(await downloadAddress(vendorId, document.id))
      if (address === null) setProblem({ sentence: NO_ADDRESS, requestId: null })
      else if (tab) tab.location.replace(address)
      else setBlocked(address)
      if (address === null) tab?.close()
    } catch (error) {
      tab?.close()
      setProblem(explainError(error))
    }
    setIsOpening(false)
  }

  return (
    <div className={classes.row}>
      {/* Holds what only a screen reader is told, which would widen the page beyond the cut name. */}
      <Anchor
        component="button"
        type="button"
        pos="relative"
        fw={600}
        inherit
        truncate
        underline="always"
        ta="start"
        title={name}
        disabled={isOpening}
        aria-busy={isOpening}
        onClick={() => void open()}
      >
        <bdi id={nameId}>{name}</bdi>
        <span className="visually-hidden"> (opens in a new tab)</span>
      </Anchor>
      {isPrinting && <bdi>{name}</bdi>}
      <span className="quiet">{labelOf(DOCUMENT_TYPE_LABELS, document.type)}</span>
      <Group component="dl" gap="0 16px" className={classes.facts}>
        <div>
          <dt>Added</dt>
          <dd>{formatInstantDay(document.createdAt)}</dd>
        </div>
        {document.updatedAt.slice(0, 10) !== document.createdAt.slice(0, 10) && (
          <div>
            <dt>Updated</dt>
            <dd>{formatInstantDay(document.updatedAt)}</dd>
          </div>
        )}
      </Group>
      {onRead && extensionOf(document.name) === '.pdf' && (
        <QuietButton onClick={() => onRead(document.id)} aria-describedby={nameId}>
          Read beside the form
        </QuietButton>
      )}
      {problem !== undefined && (
        <FieldNote kind="error" role="alert">
          {problem.sentence} <RequestId id={problem.requestId} />
        </FieldNote>
      )}
      {blocked !== undefined && (
        <p role="status">
          The browser blocked the new tab. <ExternalLink href={blocked}>Open {name}</ExternalLink>
        </p>
      )}
    </div>
  )
}
