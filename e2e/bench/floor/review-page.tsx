import { useSuspenseQuery } from '@tanstack/react-query'
import { memo, useState } from 'react'
import { type ReviewIds, reviewQuery } from './data.ts'

/** Groups out of sight are not laid out, which is the cheapest way to show a long form. */
const GROUP_SIZE = 20
const groupStyle = { contentVisibility: 'auto', containIntrinsicSize: '720px' } as const

const Row = memo(({ number, initial }: { number: number; initial: string }) => {
  const [text, setText] = useState(initial)
  return (
    <textarea
      aria-label={`User control ${number}`}
      style={{ display: 'block', width: '100%', height: 36 }}
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  )
})
Row.displayName = 'Row'

/** A review: its title, and its user controls in fields. Each row renders separately. */
export const ReviewPage = (ids: ReviewIds) => {
  const { data } = useSuspenseQuery(reviewQuery(ids))
  const controls = data.socReviewForm?.endUserControls.userControls ?? []
  const starts = Array.from(
    { length: Math.ceil(controls.length / GROUP_SIZE) },
    (_, group) => group * GROUP_SIZE,
  )
  return (
    <>
      <h1>{data.title}</h1>
      {starts.map((start) => (
        <div key={start} style={groupStyle}>
          {controls.slice(start, start + GROUP_SIZE).map(({ description }, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
              key={start + index}
              number={start + index + 1}
              initial={description}
            />
          ))}
        </div>
      ))}
    </>
  )
}
