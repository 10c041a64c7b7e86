// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { createContext, useContext } from 'react'
import { expect, test } from 'vitest'
import { useSlot } from './use-slot.tsx'

const Name = createContext('nobody')
const Greeting = () => <p>Hello {useContext(Name)}</p>

const Page = ({ isFilled }: { isFilled: boolean }) => {
  const slot = useSlot()
  return (
    <>
      <header>{slot.place}</header>
      {isFilled && <Name value="Ada">{slot.fill(<Greeting />)}</Name>}
    </>
  )
}

const inHeader = () => screen.getByRole('banner').textContent

test('a place gets what another part of the tree fills it with, at once or later', () => {
  const { rerender, unmount } = render(<Page isFilled />)
  expect(inHeader()).toBe('Hello Ada')
  rerender(<Page isFilled={false} />)
  expect(inHeader()).toBe('')
  rerender(<Page isFilled />)
  expect(inHeader()).toBe('Hello Ada')
  unmount()
})
