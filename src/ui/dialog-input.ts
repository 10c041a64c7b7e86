import { createContext, useContext } from 'react'

/** Notes an input in the dialog around a control. Provided by the dialog. */
export const DialogInputContext = createContext<() => void>(() => undefined)

/**
 * For controls that are no fields, such as a button that fills a field in: call the returned
 * function on each input, so that the dialog around it is not closed without a question. It does
 * nothing outside a dialog.
 */
export const useDialogInput = (): (() => void) => useContext(DialogInputContext)
